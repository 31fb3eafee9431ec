/**
 * Loads the demo world through the same services as everyone's data. Ids come from names and days, each athlete is
 * loaded whole or not at all, and the gym comes last: a load that was killed is finished by the next start, and
 * the finished world is there once.
 */
import type { Share } from '../modules/coaching/model.ts'
import { acceptInvite, createInvite } from '../modules/coaching/service/invites.ts'
import { endRelation, listCoaches } from '../modules/coaching/service/relations.ts'
import { exercises } from '../modules/exercises/model.ts'
import { exercisesOf } from '../modules/exercises/service.ts'
import { places } from '../modules/gyms/model/places.ts'
import { defaultProfile, profiles } from '../modules/users/model.ts'
import { createAccount, findMe } from '../modules/users/service/accounts.ts'
import { type Measurement, measurements } from '../modules/workouts/model/body.ts'
import { routineFolders, routines } from '../modules/workouts/model/routines.ts'
import { loggedSets, type WholeWorkout, workoutExercises, workouts } from '../modules/workouts/model.ts'
import { routineExercisesOf } from '../modules/workouts/rules/routines.ts'
import { withActor } from '../server/db.ts'
import type { Actor } from '../shared/actor.ts'
import { idFromFacts } from '../shared/id-from-facts.ts'
import type { Read } from '../sync/mutation.ts'
import { withSpace } from '../sync/server/space.ts'
import { bodyOf } from './body.ts'
import { FLOOR, GARAGE } from './floor.ts'
import { hasDemoGym, loadDemoGym } from './gym.ts'
import { ATHLETES, COACHES, DEMO_PASSWORD, type DemoAthlete, emailOf, FRONT, OWNER } from './people.ts'
import { correctionsOf, trainingOf } from './training.ts'

const DAY_MS = 86_400_000
/** Workouts a transaction: short ones keep the locks short. */
const BATCH = 150
const MOST_ROUTINES = 3

export const demoId = (key: string) => idFromFacts('demo', key)
const actorOf = (key: string): Actor => ({ userId: demoId(key), sessionId: null })

/** Who has an exercise of their own, a copy of the gym's floor, where they train, and what stands in their garage. */
const TWO_PLACES = 'tomas'
const FLOOR_COPY = idFromFacts('demo', TWO_PLACES, 'floor')

export type DemoHooks = {
  say: (line: string) => void
  /** Rebuilds an athlete's rollups at once, so that the first page has them. */
  rebuild: (athleteId: string) => Promise<unknown>
  now: number
}

/** Loads nothing where the gym stands already, with visits, which come last. */
export async function loadDemoWorld({ say, rebuild, now: today }: DemoHooks): Promise<void> {
  const owner = actorOf(OWNER.key)
  await ensureAccount(OWNER.key, OWNER.name, today)
  // A load that is finished tomorrow goes on with the day on which it began: the dice roll by that day.
  const { createdAt: now } = await findMe(owner)
  const gymId = demoId('gym')
  if (await hasDemoGym(owner, gymId)) return
  say('Loading the demo gym: two coaches, thirty athletes, years of training …')
  for (const { key, name } of [...COACHES, ...FRONT]) await ensureAccount(key, name, now)
  for (const [index, athlete] of ATHLETES.entries()) {
    await loadAthlete(athlete, now)
    await rebuild(demoId(athlete.key))
    if ((index + 1) % 5 === 0) say(`  ${index + 1} of ${ATHLETES.length} athletes`)
  }
  await loadDemoGym({ gymId, actorOf, demoId }, now)
}

async function ensureAccount(key: string, name: string, now: number): Promise<void> {
  const known = await findMe(actorOf(key)).catch(() => null)
  if (!known) await createAccount({ id: demoId(key), name, email: emailOf(key), password: DEMO_PASSWORD }, now)
}

async function loadAthlete(person: DemoAthlete, now: number): Promise<void> {
  await ensureAccount(person.key, person.name, now)
  const actor = actorOf(person.key)
  if ((await listCoaches(actor)).length > 0) return leaveCoach(person, actor, now)
  const { userId } = actor
  await withActor(actor, [userId], (tx) =>
    withSpace(tx, userId, async (space) => {
      await space.put(profiles, {
        ...defaultProfile(userId),
        name: person.name,
        loadUnit: person.unit,
        distanceUnit: person.unit === 'lb' ? 'mi' : 'km',
        effort: person.rpe ? 'rpe' : 'off',
        bodyweightG: Math.round(person.bodyweightKg * 1000),
        weeklyGoal: 3,
        setUpAt: now,
      })
      if (person.key !== TWO_PLACES) return
      await space.put(exercises, ownExercise(userId))
      const published = { gymId: demoId('gym'), placeId: demoId('floor'), version: 1 }
      await space.put(places, { id: FLOOR_COPY, ...FLOOR, published })
      await space.put(places, { id: idFromFacts('demo', userId, 'home'), ...GARAGE, published: null })
    }),
  )
  const exerciseOf = await withActor(actor, [userId], (tx) => exercisesOf(tx, { athleteId: userId }))
  const placeId = person.key === TWO_PLACES ? FLOOR_COPY : null
  const whole = trainingOf(person, now, exerciseOf).map(({ workout, entries }) => ({
    workout: { ...workout, placeId },
    entries,
  }))
  for (let at = 0; at < whole.length; at += BATCH) await putWorkouts(actor, whole.slice(at, at + BATCH))
  await putRoutines(actor, whole)
  if (whole.length > 0) await putBody(actor, bodyOf(person, now))
  await correctSome(actor, whole)
  await beCoached(person, actor, now)
  await leaveCoach(person, actor, now)
}

async function putWorkouts(actor: Actor, whole: readonly WholeWorkout[]): Promise<void> {
  const reads: Read[] = whole.flatMap(({ workout, entries }) => [
    { from: workouts, id: workout.id },
    ...entries.flatMap(({ entry, sets }): Read[] => [
      { from: workoutExercises, id: entry.id },
      ...sets.map((set): Read => ({ from: loggedSets, id: set.id })),
    ]),
  ])
  await withActor(actor, [actor.userId], (tx) =>
    withSpace(tx, actor.userId, (space) =>
      space.change(reads, (rows) => {
        for (const { workout, entries } of whole) {
          rows.put(workouts, workout)
          for (const { entry, sets } of entries) {
            rows.put(workoutExercises, entry)
            for (const set of sets) rows.put(loggedSets, set)
          }
        }
      }),
    ),
  )
}

/** The last workout of each kind, as it would be kept: the first in no folder, the others in one. */
async function putRoutines(actor: Actor, whole: readonly WholeWorkout[]): Promise<void> {
  const newest = new Map(whole.map((one) => [one.workout.title, one]))
  const kept = [...newest.values()].filter(({ workout }) => workout.state === 'done').slice(-MOST_ROUTINES)
  const folderId = idFromFacts('demo', actor.userId, 'folder')
  await withActor(actor, [actor.userId], (tx) =>
    withSpace(tx, actor.userId, async (space) => {
      await space.put(routineFolders, { id: folderId, title: 'At home', position: 'a0' })
      for (const [i, one] of kept.entries()) {
        const { title } = one.workout
        await space.put(routines, {
          ...{ id: idFromFacts('demo', actor.userId, 'routine', title), title, notes: '' },
          ...{ folderId: i === 0 ? null : folderId, position: `a${i}`, exercises: routineExercisesOf(one) },
        })
      }
    }),
  )
}

async function putBody(actor: Actor, rows: readonly Measurement[]): Promise<void> {
  const reads = rows.map(({ id }): Read => ({ from: measurements, id }))
  await withActor(actor, [actor.userId], (tx) =>
    withSpace(tx, actor.userId, (space) =>
      space.change(reads, (log) => {
        for (const row of rows) log.put(measurements, row)
      }),
    ),
  )
}

async function correctSome(actor: Actor, whole: readonly WholeWorkout[]): Promise<void> {
  const corrected = correctionsOf(whole)
  if (corrected.length === 0) return
  await withActor(actor, [actor.userId], (tx) =>
    withSpace(tx, actor.userId, async (space) => {
      for (const set of corrected) await space.put(loggedSets, set)
    }),
  )
}

async function beCoached(person: DemoAthlete, athlete: Actor, now: number): Promise<void> {
  const coach = actorOf(person.coach)
  const began = now - Math.min(person.months, 10) * 30 * DAY_MS
  const shares: Share[] = [{ domain: 'training', level: 'write' }]
  // Who competes by weight lets the coach see it; nobody else has to.
  if (person.plan === 'strength' || person.special === 'in_mid_workout') {
    shares.push({ domain: 'measurements', level: 'read' })
  }
  const { token } = await createInvite(coach, { role: 'head', domains: shares, maxUses: 1 }, began)
  await acceptInvite(async () => {}, athlete, { token, shares, textVersion: 1 }, began + 3_600_000)
}

/** Ending what has ended changes nothing. */
async function leaveCoach(person: DemoAthlete, athlete: Actor, now: number): Promise<void> {
  if (person.special !== 'left') return
  for (const { relationId } of await listCoaches(athlete)) {
    await endRelation(async () => {}, athlete, { relationId }, now - 50 * DAY_MS)
  }
}

function ownExercise(athleteId: string) {
  return {
    id: idFromFacts('demo', athleteId, 'own exercise'),
    name: 'Sandbag over the fence',
    aliases: [],
    equipment: 'other' as const,
    pattern: 'carry' as const,
    measure: 'load_reps' as const,
    loadMode: 'external' as const,
    bodyweightFraction: null,
    laterality: 'bilateral' as const,
    implements: 1 as const,
    muscles: { glutes: 1, lower_back: 0.6, upper_back: 0.5, biceps: 0.4 },
    restS: 150,
    notes: 'The brown bag behind the rack.',
  }
}
