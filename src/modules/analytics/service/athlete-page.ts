/**
 * What a coach sees of one athlete, in one transaction. Promise: without a live grant the answer is that of an unknown
 * athlete, and nothing is read of another person than the one that was approved.
 */
import { withActor } from '../../../server/db.ts'
import type { Actor } from '../../../shared/actor.ts'
import { requireAccess } from '../../coaching/service/access.ts'
import type { Exercise } from '../../exercises/model.ts'
import { type ExerciseLookup, exercisesOf } from '../../exercises/service.ts'
import type { Profile } from '../../users/model.ts'
import { findProfile } from '../../users/service/profile.ts'
import type { WholeWorkout } from '../../workouts/model.ts'
import type { PersonalRecord } from '../../workouts/rules/records.ts'
import { recentWorkouts } from '../../workouts/service.ts'
import * as queries from '../queries.ts'

const WEEK = 7
/** How far back the lifts to choose from and the chart reach. */
export const CHART_WEEKS = 26
const PAGE_OF_WORKOUTS = 12
const LIFTS_TO_CHOOSE = 40
const CHOSEN = 3

export type NamedLift = queries.LiftSummary & { name: string }
export type AthletePage = {
  athlete: Pick<Profile, 'id' | 'name' | 'loadUnit' | 'distanceUnit' | 'weekStart' | 'effort' | 'bodyweightG'>
  /** Newest first, the open one among them. */
  workouts: WholeWorkout[]
  exercises: Record<string, Pick<Exercise, 'name' | 'measure' | 'loadMode'>>
  lifts: NamedLift[]
  chosen: string[]
  e1rm: queries.E1rmPoint[]
  muscleDays: queries.MuscleDayRow[]
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
  const fromDay = today - CHART_WEEKS * WEEK
  return withActor(actor, [athleteId], async (tx) => {
    const [profile, exerciseOf, workouts, summaries, muscleDays, records] = await Promise.all([
      findProfile(tx, { athleteId }),
      exercisesOf(tx, { athleteId }),
      recentWorkouts(tx, { athleteId, limit: PAGE_OF_WORKOUTS }),
      queries.findLifts(tx, { athleteId, fromDay, limit: LIFTS_TO_CHOOSE }),
      queries.findMuscleDays(tx, { athleteId, fromDay: today - 12 * WEEK, toDay: today + 1 }),
      queries.findRecords(tx, { athleteId, fromDay, limit: 20 }),
    ])
    const lifts = summaries.map((lift) => ({ ...lift, name: exerciseOf(lift.exerciseId)?.name ?? lift.exerciseId }))
    const known = new Set(lifts.map(({ exerciseId }) => exerciseId))
    const asked = (args.exerciseIds ?? []).filter((id) => known.has(id))
    const chosen = asked.length > 0 ? asked : mainLifts(lifts)
    const e1rm = await queries.findE1rmPoints(tx, { athleteId, exerciseIds: chosen, fromDay })
    const { id, name, loadUnit, distanceUnit, weekStart, effort, bodyweightG } = profile
    return {
      athlete: { id, name, loadUnit, distanceUnit, weekStart, effort, bodyweightG },
      workouts,
      exercises: namesOf(workouts, records, exerciseOf),
      lifts,
      chosen,
      e1rm,
      muscleDays,
      records,
      fromDay,
      today,
    }
  })
}

/** The next page of workouts, older than the last one shown. */
export async function olderWorkouts(
  actor: Actor,
  args: { athleteId: string; before: { startedAt: number; id: string } },
): Promise<{ workouts: WholeWorkout[]; exercises: AthletePage['exercises'] }> {
  const { athleteId, before } = args
  await requireAccess(actor, { athleteId, domain: 'training', level: 'read' })
  return withActor(actor, [athleteId], async (tx) => {
    const exerciseOf = await exercisesOf(tx, { athleteId })
    const workouts = await recentWorkouts(tx, { athleteId, limit: PAGE_OF_WORKOUTS, before })
    return { workouts, exercises: namesOf(workouts, [], exerciseOf) }
  })
}

/** The lifts trained most that have an estimate: those are the ones a coach follows. */
function mainLifts(lifts: readonly NamedLift[]): string[] {
  return lifts
    .filter(({ bestE1rmG }) => bestE1rmG !== null)
    .slice(0, CHOSEN)
    .map(({ exerciseId }) => exerciseId)
}

function namesOf(
  workouts: readonly WholeWorkout[],
  records: readonly PersonalRecord[],
  exerciseOf: ExerciseLookup,
): AthletePage['exercises'] {
  const ids = new Set([
    ...workouts.flatMap(({ entries }) => entries.map(({ entry }) => entry.exerciseId)),
    ...records.map(({ exerciseId }) => exerciseId),
  ])
  const names: AthletePage['exercises'] = {}
  for (const id of ids) {
    const found = exerciseOf(id)
    names[id] = found
      ? { name: found.name, measure: found.measure, loadMode: found.loadMode }
      : { name: 'Unknown exercise', measure: 'load_reps', loadMode: 'external' }
  }
  return names
}
