/** The rescue copy when all is well, when the store's handle is broken, and when the store is gone. */
import { afterEach, expect, test } from 'vitest'
import { places } from '../../modules/gyms/model/places.ts'
import { profiles } from '../../modules/users/model.ts'
import { workoutExercises, workouts } from '../../modules/workouts/model.ts'
import { addExercise, startWorkout } from '../../modules/workouts/mutators.ts'
import { finish } from '../../modules/workouts/rules/import/read.ts'
import { ARCHIVE_FORMAT, readArchive } from '../../sync/archive.ts'
import type { LoggedMutation, Phone } from '../../sync/client/api.ts'
import { browserClock, browserLocks } from '../../sync/client/browser.ts'
import { createDexieStore } from '../../sync/client/dexie-store.ts'
import { createPhone } from '../../sync/client/phone.ts'
import { phoneCollections, phoneMutations } from '../../wiring/sync-phone.ts'
import { makeRescue } from './rescue.ts'

const realTransaction = IDBDatabase.prototype.transaction
/** Whether the browser has lost this handle. */
let isLost: (handle: IDBDatabase) => boolean = () => false
const handles = new Set<IDBDatabase>()
IDBDatabase.prototype.transaction = function (...args: Parameters<typeof realTransaction>) {
  if (!isLost(this)) {
    handles.add(this)
    return realTransaction.apply(this, args)
  }
  throw new DOMException('Connection to Indexed Database server lost.', 'UnknownError')
}
const open: Phone[] = []
afterEach(async () => {
  isLost = () => false
  for (const phone of open.splice(0)) await phone.stop()
})

const STARTED = Date.UTC(2026, 10, 29, 9)
let logs = 0

function storageWith(copy: Record<string, string> = {}): Storage {
  return { getItem: (key: string) => copy[key] ?? null } as Storage
}

/** A log with one workout of one exercise that no server has seen; the workout is on the screen. */
async function training() {
  const identity = { kind: 'account' as const, space: `ida-${++logs}`, name: 'Ida', signedInAt: 0 }
  const database = `train-${identity.space}`
  const kept: LoggedMutation[] = []
  const phone = createPhone({
    space: identity.space,
    actor: identity.space,
    build: 'test',
    store: createDexieStore(database, phoneCollections),
    transport: { push: dead, pull: dead, boot: dead },
    collections: phoneCollections,
    mutations: phoneMutations,
    clock: browserClock,
    random: Math.random,
    locks: browserLocks,
    rescue: { load: () => [], save: (log) => void kept.splice(0, kept.length, ...log) },
    report: () => {},
  })
  open.push(phone)
  await phone.start()
  const place = { placeId: null, holder: 'test', bodyweightG: null }
  const when = { startedAt: STARTED, zone: 'UTC', localDay: 20_786 }
  await phone.mutate(startWorkout, { id: 'w', title: 'Push', ...when, ...place })
  phone.keepHot(workouts, 'w')
  const entry = { id: 'e', exerciseId: 'bench-press', position: 'a0', restS: null, superset: null, sets: [] }
  await phone.mutate(addExercise, { workoutId: 'w', ...entry })
  await expect.poll(() => phone.hot.held().length).toBe(2)
  const make = (storage = storageWith()) =>
    makeRescue({ identity, phone, collections: phoneCollections, storage, today: 20_786 })
  return { phone, database, kept, make }
}

const dead = () => Promise.reject(new Error('The server is down.'))

async function contentsOf(file: Blob) {
  const text = await file.text()
  const read = finish(readArchive(phoneCollections, text) as never) as Exclude<
    ReturnType<typeof readArchive> extends Generator<unknown, infer R> ? R : never,
    string
  >
  const { rescue, format } = JSON.parse(text) as { format: string; rescue: { unsynced: LoggedMutation[] } }
  expect(format).toBe(ARCHIVE_FORMAT)
  const ids = (name: string) => read.archive.log.get(name)?.map(({ id }) => id)
  return { ids, unsynced: rescue.unsynced.map(({ name }) => name) }
}

test('with the server down it holds the whole log and what the server lacks, and comes in where archives do', async () => {
  const { make } = await training()
  const { name, file, unsynced, log } = await make()
  expect([name, unsynced, log]).toEqual(['spotter-rescue-2026-11-29.json', 2, 'store'])
  const held = await contentsOf(file)
  expect([held.ids(workouts.name), held.ids(workoutExercises.name), held.ids(places.name)]).toEqual([['w'], ['e'], []])
  expect(held.unsynced).toEqual(['workouts.start', 'workouts.addExercise'])
})

test('the app’s own handle is broken for good: another one is opened, and nothing is missing', async () => {
  const { make } = await training()
  const broken = new Set(handles)
  isLost = (handle) => broken.has(handle)
  const { file, log } = await make()
  expect(log).toBe('store')
  expect((await contentsOf(file)).unsynced).toEqual(['workouts.start', 'workouts.addExercise'])
})

test('no handle works: what is on the screen and the copy beside the store are saved', async () => {
  const { database, make, phone, kept } = await training()
  isLost = () => true
  await expect(
    phone.mutate(addExercise, {
      workoutId: 'w',
      id: 'e2',
      exerciseId: 'plank',
      position: 'a1',
      restS: null,
      superset: null,
      sets: [],
    }),
  ).rejects.toThrow()
  const { file, unsynced, log } = await make(storageWith({ [`${database}-rescue`]: JSON.stringify(kept) }))
  expect([unsynced, log]).toEqual([1, 'memory'])
  const held = await contentsOf(file)
  expect([held.ids(workouts.name), held.ids(workoutExercises.name)]).toEqual([['w'], ['e', 'e2']])
  expect(held.unsynced).toEqual(['workouts.addExercise'])
  expect(held.ids(profiles.name)).toEqual([])
})

test('with nothing left to save it says so instead of giving an empty file', async () => {
  const { phone } = await training()
  isLost = () => true
  const identity = { kind: 'account' as const, space: phone.space, name: '', signedInAt: 0 }
  const parts = { identity, phone: null, collections: phoneCollections, storage: storageWith(), today: 0 }
  await expect(makeRescue(parts)).rejects.toThrow('Nothing on this device can be read.')
})
