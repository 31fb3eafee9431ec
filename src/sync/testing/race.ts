/** Devices of one athlete that change different fields of one row at the same moment: the row must hold all of it. */
import fc from 'fast-check'
import { newId } from '../../shared/id.ts'
import { createEngine } from '../server/engine.ts'
import type { Backend } from './backend.ts'
import { createWriter, pushOf } from './pushes.ts'
import type { Broken } from './record.ts'
import { must } from './violation.ts'
import * as world from './world.ts'

/** What each device writes, round by round; the third deletes and restores. */
export type Race = { reps: number; load: number; deleted: boolean }[]
export const race: fc.Arbitrary<Race> = fc.array(
  fc.record({ reps: fc.nat(99), load: fc.nat(99), deleted: fc.boolean() }),
  { minLength: 3, maxLength: 6 },
)

export async function checkRace(backend: Backend, rounds: Race, broken: Broken = {}): Promise<void> {
  const space = newId()
  const server = createEngine({
    store: backend.store,
    collections: world.testCollections,
    mutations: world.serverMutations,
    mayPush: async () => 'no',
    steps: broken.steps,
  })
  const devices = [createWriter(space), createWriter(space), createWriter(space)] as const
  const [first, second, third] = devices
  let at = 1_000
  const push = (device: (typeof devices)[number], write: ReturnType<typeof first.write>) =>
    server.push({ id: space }, pushOf(device, write))
  await push(first, first.write(world.placeMark, { id: 'm', sessionId: 's', load: 1 }, at))
  const written = { reps: 1, load: 1, deleted: false }
  for (const { reps, load, deleted } of rounds) {
    at += 1_000
    await Promise.all([
      push(first, first.write(world.editMark, { id: 'm', reps }, at)),
      push(second, second.write(world.editMark, { id: 'm', load }, at)),
      push(third, third.write(deleted ? world.removeMark : world.restoreMark, { id: 'm' }, at)),
    ])
    Object.assign(written, { reps, load, deleted })
    const row = (await backend.read(space)).rows.get('test_mark/m')?.row
    const found = { reps: row?.data.reps, load: row?.data.load, deleted: row?.deleted }
    must(
      JSON.stringify(found) === JSON.stringify(written),
      3,
      () => `all was applied: ${JSON.stringify(written)}, and the row is ${JSON.stringify(found)}`,
    )
  }
}
