/** Phones against the real engine of the server: a clock that was wrong for a moment, and what was set aside. */
import { expect, it } from 'vitest'
import { newId } from '../../shared/id.ts'
import { createEngine } from '../server/engine.ts'
import { memoryBackend } from '../testing/backend.ts'
import { createTestPhone, type PhoneWorld } from '../testing/phones.ts'
import * as world from '../testing/world.ts'

const HOUR_MS = 3_600_000
const YEAR_MS = 365 * 24 * HOUR_MS

function begin() {
  const athlete = newId()
  const time = { now: Date.UTC(2026, 5, 15) }
  const server = createEngine({
    store: memoryBackend().store,
    collections: world.testCollections,
    mutations: world.serverMutations,
    mayPush: async () => 'no',
    now: () => time.now,
  })
  const report = (error: unknown) => console.error(error)
  const around: PhoneWorld = { server, now: () => time.now, crashNext: () => {}, report }
  return { time, open: (index: number) => createTestPhone(around, { index, space: athlete, actor: athlete }) }
}

it('what was set aside is queued again once, however often the phone starts over', async () => {
  const { phone } = await begin().open(0)
  const note = { id: 'n', note: 'heavy' }
  const [failLog] = world.phoneMutations.filter(({ name }) => name === 'test.failLog')
  await phone.mutate(failLog as never, note as never)
  await phone.sync()
  expect(await phone.unsynced()).toEqual([])
  for (let times = 0; times < 3; times++) await phone.steps.reset()
  expect((await phone.unsynced()).map(({ args }) => args)).toEqual([note])
  expect(await phone.sync()).toBe('done')
  expect(await phone.unsynced()).toEqual([])
  expect((await phone.attention()).map(({ args }) => args)).toEqual([note])
})

it('a clock that once was a year ahead does not make every later write the newest', async () => {
  const { time, open } = begin()
  const [first, second] = [await open(0), await open(1)]
  const later = async () => {
    time.now += HOUR_MS
    for (const { phone } of [first, second]) await phone.sync()
  }

  first.skewMs = YEAR_MS
  await first.phone.mutate(world.placeMark, { id: 'm', sessionId: 's', load: 1 })
  await later()
  first.skewMs = 0
  await first.phone.mutate(world.putSetting, { id: 'unit', value: 'kg' })
  await later()

  // Without signal, and then the other phone, with it: theirs is the newer word.
  time.now += HOUR_MS
  await first.phone.mutate(world.editMark, { id: 'm', reps: 8 })
  time.now += HOUR_MS
  await second.phone.mutate(world.editMark, { id: 'm', reps: 9 })
  await second.phone.sync()
  await later()
  await later()
  for (const { phone } of [first, second]) {
    expect(await phone.read((rows) => rows.get(world.marks, 'm'))).toMatchObject({ reps: 9 })
  }
})
