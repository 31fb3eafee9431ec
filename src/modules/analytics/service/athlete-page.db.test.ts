import { beforeAll, describe, expect, test } from 'vitest'
import { withActor } from '../../../server/db.ts'
import { withSpace } from '../../../sync/server/space.ts'
import { beginCoaching, newPerson, openServices, type Person } from '../../../test/people.ts'
import { changeGrant, endRelation } from '../../coaching/service/relations.ts'
import { defaultProfile, profiles } from '../../users/model.ts'
import { loggedSets, type WholeWorkout, workoutExercises, workouts } from '../../workouts/model.ts'
import { done, planned, workoutOn } from '../../workouts/rules/fixtures.ts'
import { athletePage, olderWorkouts } from './athlete-page.ts'
import { rebuildDirtyDays } from './rebuild.ts'
import { roster } from './roster.ts'

/** A Wednesday. */
const TODAY = 20_054
const quiet = async () => {}
let coach: Person
let athlete: Person
let relationId: string

/** Twenty workouts, one every third day, a kilogram more each; today's is still open. */
const history: WholeWorkout[] = Array.from({ length: 20 }, (_, i) => {
  const isToday = i === 19
  const sets = [done(100 + i, 5), ...(isToday ? [planned(100 + i, 5)] : [done(100 + i, 5)])]
  return workoutOn(
    TODAY - (19 - i) * 3,
    { 'bench-press': sets },
    { bodyweightG: 81_000, ...(isToday ? { state: 'open', endedAt: null, activeMs: null } : {}) },
  )
})

beforeAll(async () => {
  await openServices()
  coach = await newPerson('Cora')
  athlete = await newPerson('Ada')
  relationId = await beginCoaching(coach, athlete, [{ domain: 'training', level: 'read' }])
  await withActor(athlete, [athlete.userId], (tx) =>
    withSpace(tx, athlete.userId, async (space) => {
      await space.put(profiles, { ...defaultProfile(athlete.userId), name: 'Ada', bodyweightG: 81_000 })
      for (const { workout, entries } of history) {
        await space.put(workouts, workout)
        for (const { entry, sets } of entries) {
          await space.put(workoutExercises, entry)
          for (const set of sets) await space.put(loggedSets, set)
        }
      }
    }),
  )
  while (await rebuildDirtyDays(athlete.userId)) {
    // Until every day has its figures.
  }
})

const page = (exerciseIds?: string[]) => athletePage(coach, { athleteId: athlete.userId, exerciseIds, today: TODAY })

describe('an athlete’s page', () => {
  test('holds the newest workouts set by set, the line of the lift and the week’s hard sets', async () => {
    const { athlete: who, relation, workouts: shown, more, chosen, e1rm, weeks, lifts } = await page()
    expect(who.name).toBe('Ada')
    expect(relation?.shares).toEqual([{ domain: 'training', level: 'read' }])
    expect(shown).toHaveLength(12)
    expect(more).toBe(true)
    expect(shown[0]?.workout.state).toBe('open')
    expect(shown[0]?.entries[0]?.sets.map(({ doneAt }) => doneAt !== null)).toEqual([true, false])
    expect(lifts.map(({ exerciseId }) => exerciseId)).toEqual(['bench-press'])
    expect(chosen).toEqual(['bench-press'])
    expect(e1rm).toHaveLength(20)
    expect(weeks).toHaveLength(12)
    // Wednesday's one set: Monday and Tuesday hold none.
    expect(weeks.at(-1)?.groups.chest).toBe(100)
  })

  test('marks the sets that broke a record', async () => {
    const { marks, workouts: shown, records } = await page()
    const first = shown[1]?.entries[0]?.sets[0]
    expect(marks[first?.id ?? '']?.kind).toBe('e1rm')
    expect(records[0]?.localDay).toBe(TODAY)
  })

  test('a lift that isn’t theirs is not drawn', async () => {
    expect((await page(['nonsense'])).chosen).toEqual(['bench-press'])
  })

  test('the log goes on where the page ends', async () => {
    const first = await olderWorkouts(coach, { athleteId: athlete.userId, before: null })
    const last = first.workouts.at(-1)?.workout
    if (!last) throw new Error('the first page is empty')
    const second = await olderWorkouts(coach, { athleteId: athlete.userId, before: last })
    expect([...first.workouts, ...second.workouts].map(({ workout }) => workout.localDay)).toEqual(
      history.map(({ workout }) => workout.localDay).reverse(),
    )
    expect(second.more).toBe(false)
  })

  test('bodyweight is told only while measurements are shared', async () => {
    const without = await page()
    expect(without.athlete.bodyweightG).toBeNull()
    expect(without.workouts.every(({ workout }) => workout.bodyweightG === null)).toBe(true)
    await changeGrant(quiet, athlete, { relationId, domain: 'measurements', level: 'read' })
    const shared = await page()
    expect(shared.athlete.bodyweightG).toBe(81_000)
    expect(shared.workouts[0]?.workout.bodyweightG).toBe(81_000)
    await changeGrant(quiet, athlete, { relationId, domain: 'measurements', level: null })
  })

  test('an athlete reads their own page, without a relation', async () => {
    const own = await athletePage(athlete, { athleteId: athlete.userId, today: TODAY })
    expect(own.relation).toBeNull()
    expect(own.athlete.bodyweightG).toBe(81_000)
  })
})

test('the roster counts days and sets, and nothing once training isn’t shared', async () => {
  const asked = { search: '', after: null, limit: 10, today: TODAY }
  const [row] = (await roster(coach, asked)).athletes
  expect(row?.figures).toEqual({ lastDay: TODAY, last7: 3, last28: 10, sets7: 5 })
  await changeGrant(quiet, athlete, { relationId, domain: 'training', level: null })
  const [after] = (await roster(coach, asked)).athletes
  expect(after).toMatchObject({ name: 'Ada', figures: null, shares: [] })
  await expect(page()).rejects.toMatchObject({ code: 'not_found' })
})

test('after the end a coach’s page is that of an unknown athlete', async () => {
  await endRelation(quiet, coach, { relationId })
  const known = await page().catch((error: unknown) => error)
  const unknown = await athletePage(coach, { athleteId: coach.userId.replace(/^./, 'f'), today: TODAY }).catch(
    (error: unknown) => error,
  )
  expect(known).toMatchObject({ code: 'not_found' })
  expect((known as Error).message).toBe((unknown as Error).message)
  expect((await roster(coach, { search: '', after: null, limit: 10, today: TODAY })).athletes).toEqual([])
})
