/** Which program the athlete follows, and what became of its sessions: what the rules of programs ask for. */
import type { Place } from '../../modules/gyms/model/places.ts'
import {
  type Assignment,
  assignments,
  type Decision,
  decisions,
  type Override,
  overrideIdOf,
  overrides,
  type PlannedSession,
  plannedSessions,
} from '../../modules/programs/model.ts'
import type { SlotResult } from '../../modules/programs/rules/judge.ts'
import { currentAssignment, type SessionFact } from '../../modules/programs/rules/next-session.ts'
import { stateOfFigures } from '../../modules/programs/rules/slot-state.ts'
import {
  type LoggedSet,
  loggedSets,
  type Workout,
  type WorkoutExercise,
  workoutExercises,
  workouts,
} from '../../modules/workouts/model.ts'
import { inOrder } from '../../modules/workouts/rules/place-in-order.ts'
import { isFull, isNumbered, strengthReps } from '../../modules/workouts/rules/set-kinds.ts'
import type { Rows } from '../../sync/client/api.ts'
import { readStartPlace } from './start-place.ts'

export type Following = {
  assignment: Assignment
  overrides: Override[]
  facts: SessionFact[]
  /** Where the next workout will be: its loads are those that can be made there. */
  place: Place | null
}

/** Sets of this many sessions back are read: how a place stood before them, the first of them says. */
const SESSIONS_WITH_SETS = 24

/** Null when none is followed. */
export async function readFollowing(rows: Rows): Promise<Following | null> {
  const assignment = currentAssignment(await rows.all(assignments))
  if (!assignment) return null
  const [changed, sessions, decided, place] = await Promise.all([
    rows.find(overrides, 'assignmentId', assignment.id),
    rows.find(plannedSessions, 'assignmentId', assignment.id),
    rows.find(decisions, 'assignmentId', assignment.id),
    readStartPlace(rows),
  ])
  return { assignment, overrides: changed, facts: await factsOf(rows, sessions, decided), place }
}

async function factsOf(
  rows: Rows,
  sessions: readonly PlannedSession[],
  decided: readonly Decision[],
): Promise<SessionFact[]> {
  const newest = sessions.toSorted((a, b) => b.localDay - a.localDay || (a.id < b.id ? 1 : -1))
  const looked = newest.filter(({ workoutId }) => workoutId !== null).slice(0, SESSIONS_WITH_SETS)
  const entryIds = looked.flatMap(({ exercises }) => exercises.map(({ entryId }) => entryId))
  const [done, entries, sets] = await Promise.all([
    rows.getMany(
      workouts,
      sessions.flatMap(({ workoutId }) => workoutId ?? []),
    ),
    rows.getMany(workoutExercises, entryIds),
    rows.findAny(loggedSets, 'entryId', entryIds),
  ])
  const workoutById = new Map(done.map((workout) => [workout.id, workout]))
  const entryById = new Map(entries.map((entry) => [entry.id, entry]))
  const setsByEntry = Map.groupBy(sets, ({ entryId }) => entryId)
  const decisionById = new Map(decided.map((decision) => [decision.id, decision]))
  return sessions.map((session) => {
    const workout = session.workoutId === null ? undefined : workoutById.get(session.workoutId)
    return {
      session,
      state: stateOf(session, workout),
      results: resultsOf(session, entryById, setsByEntry, decisionById),
      at: workout?.startedAt ?? session.skippedAt ?? 0,
    }
  })
}

/** Discarded, or still under way, the day is still to come. */
function stateOf({ skippedAt }: PlannedSession, workout: Workout | undefined): SessionFact['state'] {
  return skippedAt !== null ? 'skipped' : (workout?.state ?? 'open')
}

function resultsOf(
  { id, round, exercises }: PlannedSession,
  entries: ReadonlyMap<string, WorkoutExercise>,
  sets: ReadonlyMap<string, LoggedSet[]>,
  decided: ReadonlyMap<string, Decision>,
): Map<string, SlotResult> {
  const results = new Map<string, SlotResult>()
  for (const { slot, exerciseId, entryId, sets: planned, from } of exercises) {
    // Swapped on the day: what was lifted says nothing about this lift.
    if (entries.get(entryId)?.exerciseId !== exerciseId) continue
    const work = inOrder(sets.get(entryId) ?? []).filter(({ kind }) => isNumbered(kind))
    const { verdict = null, loadG = null } = decided.get(overrideIdOf(id, slot)) ?? {}
    results.set(slot, {
      ...{ planned, round, from: stateOfFigures(from), decision: verdict ? { verdict, loadG } : undefined },
      // Help or half the way was not what the plan asked for: no rep of it is one.
      done: work.map((set) =>
        set.doneAt === null
          ? null
          : { reps: isFull(set.kind) ? (strengthReps(set) ?? 0) : 0, loadG: set.loadG, rir2: set.rir2 },
      ),
    })
  }
  return results
}
