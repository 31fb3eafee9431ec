/**
 * The proof that figures are right: after a thousand random deeds on three phones, what the server kept up by and by
 * equals what it builds from nothing, and what each phone kept up, digit by digit. FIGURES_SEED=… runs another history.
 */
import { beforeAll, expect, test } from 'vitest'
import { markAllDays } from '../modules/analytics/queries.ts'
import { FIGURES_FORMULA_VERSION } from '../modules/analytics/rules/day-figures.ts'
import { rebuildDirtyDays } from '../modules/analytics/service/rebuild.ts'
import { CATALOGUE } from '../modules/exercises/data/catalogue.ts'
import { exercises } from '../modules/exercises/model.ts'
import { UNKNOWN_EXERCISE } from '../modules/workouts/rules/load.ts'
import { recordsOf } from '../modules/workouts/rules/records.ts'
import { daysOfWorkouts } from '../modules/workouts/service/workouts.ts'
import { keptDays, refreshFigures, sessionsOf } from '../screens/athlete/kept-figures.ts'
import { readExercises } from '../screens/athlete/reads.ts'
import { withActor } from '../server/db.ts'
import type { Phone } from '../sync/client/api.ts'
import { createMemoryStore } from '../sync/client/memory-store.ts'
import { createPhone } from '../sync/client/phone.ts'
import type { TestDatabase } from '../test/database.ts'
import { newPerson, openServices, type Person } from '../test/people.ts'
import { createDeeds, EXERCISES } from '../test/random-deeds.ts'
import { phoneCollections, phoneMutations } from './sync-phone.ts'
import { syncServer } from './sync-server.ts'

const DEEDS = 1_000
const LOOK_EVERY = 100
const SEED = Number(process.env.FIGURES_SEED ?? 20_261_129)

let database: TestDatabase
let athlete: Person

beforeAll(async () => {
  database = await openServices()
  athlete = await newPerson('Ada')
})

async function newPhone(random: () => number): Promise<Phone> {
  const who = { id: athlete.userId }
  const server = syncServer()
  const phone = createPhone({
    space: athlete.userId,
    actor: athlete.userId,
    build: 'proof',
    store: createMemoryStore(),
    transport: {
      push: (input) => server.push(who, input),
      pull: (input) => server.pull(who, input),
      boot: (input) => server.boot(who, input),
    },
    collections: phoneCollections,
    mutations: phoneMutations,
    clock: { now: () => Date.now(), setTimeout: () => () => {} },
    random,
    locks: { ifFree: async (_name, run) => run().then(() => true) },
    rescue: { load: () => [], save: () => {} },
    // Offline until it is told to sync: what it does arrives late.
    signals: { online: () => false, visible: () => false, subscribe: () => () => {} },
    report: (error) => console.error(error),
  })
  await phone.start()
  return phone
}

async function syncNow(phone: Phone): Promise<void> {
  while ((await phone.steps.push()) === 'sent');
  while ((await phone.steps.boot()) === 'more');
  while ((await phone.steps.pull()) === 'more');
}

async function rebuildAll(): Promise<void> {
  while (await rebuildDirtyDays(athlete.userId));
}

const byKey = (rows: readonly object[]) => rows.map((row) => JSON.stringify(row)).sort()

async function onServer() {
  const { userId } = athlete
  const days = await database.admin`
    select exercise_id as "exerciseId", day as "localDay", e1rm_g::float8 as "e1rmG", best_set_id as "bestSetId",
      best_load_g::float8 as "bestLoadG", best_reps as "bestReps", tonnage_g::float8 as "tonnageG",
      hard_sets as "hardSets", sets, reps, duration_ms::float8 as "durationMs", distance_m::float8 as "distanceM"
    from exercise_day where athlete_id = ${userId}`
  const records = await database.admin`
    select exercise_id as "exerciseId", load_mode as "loadMode", kind, at::float8 as at, value::float8 as value,
      previous::float8 as previous, is_baseline as "isBaseline", is_doubtful as "isDoubtful", set_id as "setId",
      workout_id as "workoutId", local_day as "localDay", done_at::float8 as "doneAt"
    from personal_record where athlete_id = ${userId} order by exercise_id, place`
  return { days: byKey(days), records: recordsByExercise(records as never) }
}

function recordsByExercise(records: readonly { exerciseId: string }[]) {
  return Object.fromEntries(
    [...Map.groupBy(records, ({ exerciseId }) => exerciseId)].map(([id, own]) => [id, own.map((one) => ordered(one))]),
  )
}
const ordered = (row: object) => JSON.stringify(row, Object.keys(row).sort())

async function onPhone(phone: Phone) {
  const { head } = await refreshFigures(phone)
  const days = await keptDays(phone, Object.keys(head.months))
  const own = await phone.read(async (rows) => [...(await rows.deleted(exercises)), ...(await rows.all(exercises))])
  const facts = new Map([...own, ...CATALOGUE].map((one) => [one.id, one]))
  const ids = [...new Set([...EXERCISES, ...own.map(({ id }) => id), 'an-exercise-that-never-was'])].sort()
  const history = await phone.read((rows) => readExercises(rows, ids))
  const records = ids.flatMap((id) => recordsOf(history, id, facts.get(id) ?? UNKNOWN_EXERCISE))
  return { days: byKey(days.map(inOrder)), records: recordsByExercise(records), sessions: sessionsOf(head) }
}
/** Its fields in the order in which the server tells them. */
const inOrder = ({ exerciseId, localDay, ...rest }: Awaited<ReturnType<typeof keptDays>>[number]) => ({
  exerciseId,
  localDay,
  ...rest,
})

/** What one sends, another has to fetch. */
async function comeToRest(phones: readonly Phone[]): Promise<void> {
  for (const phone of [...phones, ...phones]) await syncNow(phone)
  await rebuildAll()
}

/** In between, too: what is wrong for a while may be put right by chance. A phone's records are always made from nothing. */
async function mustAgree(phones: readonly Phone[], one: Phone): Promise<void> {
  await comeToRest(phones)
  const { sessions: _sessions, ...told } = await onPhone(one)
  expect(told).toEqual(await onServer())
}

test(`after ${DEEDS} deeds the figures kept up equal those built from nothing, on the server and on three phones (seed ${SEED})`, async () => {
  const deeds = createDeeds(SEED)
  const { chance } = deeds
  const phones = [await newPhone(deeds.random), await newPhone(deeds.random)]
  for (let n = 0; n < DEEDS; n++) {
    // The third comes in the middle, and has the older months as documents.
    if (n === DEEDS / 2) phones.push(await newPhone(deeds.random))
    const phone = phones[Math.floor(deeds.random() * phones.length)] as Phone
    await deeds.next(phone)
    if (chance(0.03)) await syncNow(phone)
    if (chance(0.03)) await rebuildDirtyDays(athlete.userId)
    if (chance(0.02)) await refreshFigures(phone)
    if (n % LOOK_EVERY === LOOK_EVERY - 1) await mustAgree(phones, phone)
  }
  await comeToRest(phones)
  expect(await phones[0]?.attention()).toEqual([])
  const keptUp = await onServer()
  expect(keptUp.days.length).toBeGreaterThan(100)
  expect(Object.values(keptUp.records).flat().length).toBeGreaterThan(100)

  const told = await Promise.all(phones.map(onPhone))
  for (const [i, { days, records, sessions }] of told.entries()) {
    expect(days, `phone ${i}`).toEqual(keptUp.days)
    expect(records, `phone ${i}`).toEqual(keptUp.records)
    expect(sessions, `phone ${i}`).toEqual(told[0]?.sessions)
  }

  await database.admin`delete from exercise_day where athlete_id = ${athlete.userId}`
  await database.admin`delete from personal_record where athlete_id = ${athlete.userId}`
  await withActor(athlete, [athlete.userId], async (tx) => {
    await markAllDays(tx, { athleteId: athlete.userId, days: await daysOfWorkouts(tx, { athleteId: athlete.userId }) })
  })
  await rebuildAll()
  expect(await onServer()).toEqual(keptUp)
  const fresh = await newPhone(deeds.random)
  await syncNow(fresh)
  expect(await onPhone(fresh)).toEqual(told[0])
  const [{ version } = {}] = await database.admin`select min(formula_version) as version from exercise_day`
  expect(version).toBe(FIGURES_FORMULA_VERSION)
  for (const phone of [...phones, fresh]) await phone.stop()
})
