/**
 * What a coach sees of one athlete, in one transaction. Promise: without a live grant the answer is that of an unknown
 * athlete, and nothing is read of another person than the one that was approved. Bodyweight is a body measurement: it is
 * left out unless measurements are shared too.
 */
import { type Tx, withActor } from '../../../server/db.ts'
import type { Actor } from '../../../shared/actor.ts'
import type { Share } from '../../coaching/model.ts'
import { approve, requireAccess } from '../../coaching/service/access.ts'
import { relationWith } from '../../coaching/service/relations.ts'
import type { Exercise } from '../../exercises/model.ts'
import { type ExerciseLookup, exercisesOf } from '../../exercises/service.ts'
import type { Profile } from '../../users/model.ts'
import { findProfile } from '../../users/service/profile.ts'
import type { WholeWorkout } from '../../workouts/model.ts'
import type { PersonalRecord } from '../../workouts/rules/records.ts'
import { recentWorkouts } from '../../workouts/service/workouts.ts'
import * as queries from '../queries.ts'
import { firstDayOfWeeks, type GroupWeek, groupWeeks } from '../rules/group-weeks.ts'
import { mainLifts } from '../rules/main-lifts.ts'
import { type SetMark, setMarks } from '../rules/set-marks.ts'

const WEEK = 7
/** How far back the lifts to choose from and the chart reach. */
const CHART_WEEKS = 26
const MUSCLE_WEEKS = 12
const PAGE_OF_WORKOUTS = 12
const LIFTS_TO_CHOOSE = 60
const CHOSEN = 3
const RECORDS = 60

/** Workouts with what is needed to show them. */
export type WorkoutPage = {
  /** Newest first, the open one among them. */
  workouts: WholeWorkout[]
  exercises: Record<string, Pick<Exercise, 'name' | 'measure' | 'loadMode'>>
  /** The record that a set broke, by set. */
  marks: Record<string, SetMark>
  /** Whether there are older ones. */
  more: boolean
}
type NamedLift = queries.LiftSummary & { name: string }
export type AthletePage = WorkoutPage & {
  athlete: Pick<Profile, 'id' | 'name' | 'loadUnit' | 'distanceUnit' | 'weekStart' | 'effort' | 'bodyweightG'>
  /** Null on one's own page. */
  relation: { relationId: string; startedAt: number; shares: Share[] } | null
  lifts: NamedLift[]
  chosen: string[]
  e1rm: queries.E1rmPoint[]
  /** The last twelve weeks, oldest first, by the athlete's own week. */
  weeks: GroupWeek[]
  /** Newest first. */
  records: PersonalRecord[]
  fromDay: number
  today: number
}

export async function athletePage(
  actor: Actor,
  args: { athleteId: string; exerciseIds?: readonly string[]; today: number },
): Promise<AthletePage> {
  const { athleteId, today } = args
  await requireAccess(actor, { athleteId, domain: 'training', level: 'read' })
  const [relation, measured] = await Promise.all([
    relationWith(actor, { athleteId }),
    approve(actor, { athleteIds: [athleteId], domain: 'measurements' }),
  ])
  const fromDay = today - CHART_WEEKS * WEEK
  return withActor(actor, [athleteId], async (tx) => {
    const [profile, exerciseOf] = await Promise.all([findProfile(tx, { athleteId }), exercisesOf(tx, { athleteId })])
    const { id, loadUnit, distanceUnit, weekStart, effort } = profile
    const [page, summaries, hardSets, records] = await Promise.all([
      workoutPage(tx, { athleteId, before: null, exerciseOf, withBody: measured.length > 0 }),
      queries.findLifts(tx, { athleteId, fromDay, limit: LIFTS_TO_CHOOSE }),
      queries.findHardSets(tx, {
        athleteId,
        fromDay: firstDayOfWeeks(today, weekStart, MUSCLE_WEEKS),
        toDay: today + WEEK,
      }),
      queries.findRecords(tx, { athleteId, fromDay, limit: RECORDS }),
    ])
    const lifts = summaries
      .filter(({ bestE1rmG }) => bestE1rmG !== null)
      .map((lift) => ({ ...lift, name: exerciseOf(lift.exerciseId)?.name ?? lift.exerciseId }))
    const known = new Set(lifts.map(({ exerciseId }) => exerciseId))
    const asked = (args.exerciseIds ?? []).filter((exerciseId) => known.has(exerciseId))
    const chosen = asked.length > 0 ? asked : mainLifts(lifts, exerciseOf, CHOSEN)
    const e1rm = await queries.findE1rmPoints(tx, { athleteId, exerciseIds: chosen, fromDay })
    return {
      ...page,
      exercises: {
        ...namesOf(
          records.map(({ exerciseId }) => exerciseId),
          exerciseOf,
        ),
        ...page.exercises,
      },
      athlete: {
        id,
        name: relation?.name ?? profile.name,
        loadUnit,
        distanceUnit,
        weekStart,
        effort,
        bodyweightG: measured.length > 0 ? profile.bodyweightG : null,
      },
      relation: relation && {
        relationId: relation.relationId,
        startedAt: relation.startedAt,
        shares: relation.shares,
      },
      lifts,
      chosen,
      e1rm,
      weeks: groupWeeks(hardSets, exerciseOf, { today, weekStart, weeks: MUSCLE_WEEKS }),
      records,
      fromDay,
      today,
    }
  })
}

/** A page of workouts, from the newest or older than the last one shown. */
export async function olderWorkouts(
  actor: Actor,
  args: { athleteId: string; before: { startedAt: number; id: string } | null },
): Promise<WorkoutPage> {
  const { athleteId, before } = args
  await requireAccess(actor, { athleteId, domain: 'training', level: 'read' })
  const measured = await approve(actor, { athleteIds: [athleteId], domain: 'measurements' })
  return withActor(actor, [athleteId], async (tx) => {
    const exerciseOf = await exercisesOf(tx, { athleteId })
    return workoutPage(tx, { athleteId, before, exerciseOf, withBody: measured.length > 0 })
  })
}

async function workoutPage(
  tx: Tx,
  args: {
    athleteId: string
    before: { startedAt: number; id: string } | null
    exerciseOf: ExerciseLookup
    withBody: boolean
  },
): Promise<WorkoutPage> {
  const { athleteId, before, exerciseOf, withBody } = args
  const found = await recentWorkouts(tx, {
    athleteId,
    limit: PAGE_OF_WORKOUTS + 1,
    before: before ?? undefined,
  })
  const workouts = found.slice(0, PAGE_OF_WORKOUTS).map((whole) => (withBody ? whole : withoutBody(whole)))
  const records = await queries.findRecordsOfWorkouts(tx, {
    athleteId,
    workoutIds: workouts.map(({ workout }) => workout.id),
  })
  const exerciseIds = workouts.flatMap(({ entries }) => entries.map(({ entry }) => entry.exerciseId))
  return {
    workouts,
    exercises: namesOf(exerciseIds, exerciseOf),
    marks: setMarks(records),
    more: found.length > PAGE_OF_WORKOUTS,
  }
}

function withoutBody(whole: WholeWorkout): WholeWorkout {
  return { ...whole, workout: { ...whole.workout, bodyweightG: null } }
}

function namesOf(exerciseIds: readonly string[], exerciseOf: ExerciseLookup): WorkoutPage['exercises'] {
  const names: WorkoutPage['exercises'] = {}
  for (const id of new Set(exerciseIds)) {
    const found = exerciseOf(id)
    names[id] = found
      ? { name: found.name, measure: found.measure, loadMode: found.loadMode }
      : { name: 'Unknown exercise', measure: 'load_reps', loadMode: 'external' }
  }
  return names
}
