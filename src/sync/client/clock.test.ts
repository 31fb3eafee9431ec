/** A phone whose clock was wrong for a moment, against the real engine of the server. */
import { expect, it } from 'vitest'
import { newId } from '../../shared/id.ts'
import { createEngine } from '../server/engine.ts'
import { memoryBackend } from '../testing/backend.ts'
import { createTestPhone, type PhoneWorld } from '../testing/phones.ts'
import * as world from '../testing/world.ts'

const HOUR_MS = 3_600_000
const YEAR_MS = 365 * 24 * HOUR_MS

it('a clock that once was a year ahead does not make every later write the newest', async () => {
  const athlete = newId()
  let now = Date.UTC(2026, 5, 15)
  const server = createEngine({
    store: memoryBackend().store,
    collections: world.testCollections,
    mutations: world.serverMutations,
    mayPush: async () => 'no',
    now: () => now,
  })
  const around: PhoneWorld = { server, now: () => now, crashNext: () => {}, report: (error) => console.error(error) }
  const open = (index: number) => createTestPhone(around, { index, space: athlete, actor: athlete })
  const [first, second] = [await open(0), await open(1)]
  const later = async () => {
    now += HOUR_MS
    for (const { phone } of [first, second]) await phone.sync()
  }

  first.skewMs = YEAR_MS
  await first.phone.mutate(world.placeMark, { id: 'm', sessionId: 's', load: 1 })
  await later()
  first.skewMs = 0
  await first.phone.mutate(world.putSetting, { id: 'unit', value: 'kg' })
  await later()

  // Without signal, and then the other phone, with it: theirs is the newer word.
  now += HOUR_MS
  await first.phone.mutate(world.editMark, { id: 'm', reps: 8 })
  now += HOUR_MS
  await second.phone.mutate(world.editMark, { id: 'm', reps: 9 })
  await second.phone.sync()
  await later()
  await later()
  for (const { phone } of [first, second]) {
    expect(await phone.read((rows) => rows.get(world.marks, 'm'))).toMatchObject({ reps: 9 })
  }
})
