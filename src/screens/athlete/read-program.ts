/** Which program the athlete follows, and what became of its sessions: what the rules of programs ask for. */
import { findProgram } from '../../modules/programs/data/ready.ts'
import {
  type Assignment,
  assignments,
  type Override,
  overrides,
  type PlannedSession,
  type ProgramVersion,
  plannedSessions,
} from '../../modules/programs/model.ts'
import { currentAssignment, type SessionFact } from '../../modules/programs/rules/next-session.ts'
import type { SlotResult } from '../../modules/programs/rules/progression.ts'
import {
  type LoggedSet,
  loggedSets,
  type WorkoutExercise,
  workoutExercises,
  workouts,
} from '../../modules/workouts/model.ts'
import { inOrder } from '../../modules/workouts/rules/place-in-order.ts'
import { isNumbered } from '../../modules/workouts/rules/set-kinds.ts'
import type { Rows } from '../../sync/client/api.ts'

export type Following = {
  assignment: Assignment
  program: ProgramVersion
  overrides: Override[]
  facts: SessionFact[]
}

/** Sets of this many sessions back are read: more than any rule looks at. */
const SESSIONS_WITH_SETS = 24

/** Null when none is followed, or one that a newer app made. */
export async function readFollowing(rows: Rows): Promise<Following | null> {
  const assignment = currentAssignment(await rows.all(assignments))
  const program = assignment && findProgram(assignment.programId, assignment.version)
  if (!assignment || !program) return null
  const [changed, sessions] = await Promise.all([
    rows.find(overrides, 'assignmentId', assignment.id),
    rows.find(plannedSessions, 'assignmentId', assignment.id),
  ])
  return { assignment, program, overrides: changed, facts: await factsOf(rows, sessions) }
}

async function factsOf(rows: Rows, sessions: readonly PlannedSession[]): Promise<SessionFact[]> {
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
  return sessions.map((session) => {
    const workout = session.workoutId === null ? undefined : workoutById.get(session.workoutId)
    return {
      session,
      // Discarded, or still under way: the day is still to come.
      isSettled: session.skippedAt !== null || (workout !== undefined && workout.state !== 'open'),
      results: resultsOf(session, entryById, setsByEntry),
      at: workout?.startedAt ?? session.skippedAt ?? 0,
    }
  })
}

function resultsOf(
  { exercises }: PlannedSession,
  entries: ReadonlyMap<string, WorkoutExercise>,
  sets: ReadonlyMap<string, LoggedSet[]>,
): Map<string, SlotResult> {
  const results = new Map<string, SlotResult>()
  for (const { slot, exerciseId, entryId, sets: planned } of exercises) {
    // Swapped on the day: what was lifted says nothing about this lift.
    if (entries.get(entryId)?.exerciseId !== exerciseId) continue
    const done = inOrder(sets.get(entryId) ?? []).filter(({ doneAt, kind }) => doneAt !== null && isNumbered(kind))
    results.set(slot, { planned, done: done.map(({ reps, loadG }) => ({ reps: reps ?? 0, loadG })) })
  }
  return results
}
