'use client'
/** The open workout as its screen needs it: ordered, with last time beside each set, labels, records and what is next. */
import { useMemo, useRef } from 'react'
import { thisDevice } from '../../../../client/device-memory.ts'
import { useHot, useLive } from '../../../../sync/client/hooks.ts'
import type { Exercise } from '../../../exercises/model.ts'
import { type Place, places } from '../../../gyms/model/places.ts'
import {
  type LoggedSet,
  loggedSets,
  type WholeWorkout,
  type Workout,
  type WorkoutExercise,
  workoutExercises,
  workouts,
} from '../../model.ts'
import { nextSetId, supersetLabels } from '../../rules/next-set.ts'
import { openWorkouts } from '../../rules/open-workout.ts'
import { inOrder } from '../../rules/place-in-order.ts'
import { besideSets, lastPerformance, type Performance } from '../../rules/previous.ts'
import { celebrates, type PersonalRecord, recordsAfter } from '../../rules/records.ts'
import { setMarks } from '../../rules/set-kinds.ts'
import { useExerciseBook } from './exercise-book.ts'
import { type Past, useExercisePasts } from './exercise-history.ts'
import { useHabits } from './habits.ts'

export type Block = {
  entry: WorkoutExercise
  exercise: Exercise
  sets: LoggedSet[]
  /** The reps of each side are logged. */
  sides: boolean
  last: Performance | null
  /** Beside each set the one of last time. */
  beside: (LoggedSet | null)[]
  /** "W", "1", "2", "D" … beside each set. */
  marks: string[]
  /** The record that a set made, by its id: the one most worth a word. */
  records: ReadonlyMap<string, PersonalRecord>
  /** The record that a set would have made, were it no slip of the thumb. */
  doubts: ReadonlyMap<string, PersonalRecord>
}

export type OpenWorkout = {
  workout: Workout
  /** Where it is done; null where none was chosen, or it is gone. */
  place: Place | null
  blocks: Block[]
  /** "A1" beside each block that is in a superset. */
  labels: (string | null)[]
  /** The set to do. */
  nextId: string | null
  done: number
  total: number
}

/** The workout this phone is in; undefined until read, null when none is open. */
export function useCurrentWorkout(): { current: Workout | null; others: Workout[] } | undefined {
  const open = useLive((rows) => rows.find(workouts, 'state', 'open'), [])
  return useMemo(() => open && openWorkouts(open, thisDevice()), [open])
}

type Before = { last: Performance | null; newest: number | null }

const befores = new WeakMap<readonly WholeWorkout[], { of: readonly unknown[]; before: Before }[]>()

/** Found out once for a history: a tap must not go through years again. */
function beforeOf(
  history: readonly WholeWorkout[],
  { id: workoutId, startedAt }: Workout,
  routineId: Workout['routineId'],
  exerciseId: string,
  occurrence: number,
): Before {
  const of = [workoutId, startedAt, routineId, exerciseId, occurrence]
  const known = befores.get(history) ?? []
  const found = known.find((one) => one.of.every((part, i) => part === of[i]))
  if (found) return found.before
  const before = {
    last: lastPerformance(history, exerciseId, { workoutId, startedAt, routineId, occurrence }),
    newest: history.reduce<number | null>((at, { workout }) => Math.max(at ?? 0, workout.startedAt), null),
  }
  befores.set(history, [...known, { of, before }])
  return before
}

const NOTHING: Past = { history: [], standing: null }

type Cached = { from: readonly unknown[]; block: Block }

function makeBlock(
  workout: Workout,
  routineId: Workout['routineId'],
  entry: WorkoutExercise,
  sets: LoggedSet[],
  exercise: Exercise,
  { history, standing }: Past,
  occurrence: number,
): Block {
  const { last, newest } = beforeOf(history, workout, routineId, exercise.id, occurrence)
  const whole = { workout, entries: [{ entry, sets }] }
  const records = standing ? recordsAfter(standing, whole, exercise.id, exercise) : []
  return {
    entry,
    exercise,
    sets,
    sides: exercise.laterality === 'unilateral' && (entry.sides ?? [...sets, ...(last?.sets ?? [])].some(hasSides)),
    last,
    beside: besideSets(sets, last?.sets ?? null),
    marks: setMarks(sets),
    records: bestRecords(
      records.filter(({ isDoubtful }) => !isDoubtful),
      workout,
      newest,
    ),
    doubts: bestRecords(
      records.filter(({ isDoubtful }) => isDoubtful),
      workout,
      newest,
    ),
  }
}

const hasSides = ({ repsRight }: LoggedSet) => (repsRight ?? null) !== null

const CHILDREN = { entries: workoutExercises, sets: loggedSets }

/** Undefined until read; null when there is no such workout any more. */
export function useOpenWorkout(id: string): OpenWorkout | null | undefined {
  const hot = useHot(workouts, id, CHILDREN)
  const book = useExerciseBook()
  // Only the block that was tapped is made anew: records over years of history are not free on an old phone.
  const cache = useRef(new Map<string, Cached>())
  const entries = useMemo(() => inOrder(hot.entries), [hot.entries])
  const exercises = useMemo(
    () => (book.ready ? [...new Set(entries.map(({ exerciseId }) => book.get(exerciseId)))] : null),
    [entries, book],
  )
  const pasts = useExercisePasts(exercises, { id, startedAt: hot.parent?.startedAt ?? 0 })
  const { isAnyRoutine } = useHabits()
  const placeId = hot.parent?.placeId ?? ''
  const place = useLive(async (rows) => (placeId ? rows.get(places, placeId) : undefined), [placeId]) ?? null
  return useMemo(() => {
    const workout = hot.parent
    if (!workout) return hot.ready ? null : undefined
    const routineId = isAnyRoutine ? null : workout.routineId
    const seen = new Map<string, number>()
    const next = new Map<string, Cached>()
    const blocks = entries.map((entry): Block => {
      const sets = inOrder(hot.sets.filter(({ entryId }) => entryId === entry.id))
      const occurrence = seen.get(entry.exerciseId) ?? 0
      seen.set(entry.exerciseId, occurrence + 1)
      const own = [book.get(entry.exerciseId), pasts.get(entry.exerciseId)]
      const from = [workout, routineId, entry, ...own, occurrence, ...sets]
      const known = cache.current.get(entry.id)
      const block =
        known && known.from.length === from.length && known.from.every((part, i) => part === from[i])
          ? known.block
          : makeBlock(
              workout,
              routineId,
              entry,
              sets,
              book.get(entry.exerciseId),
              pasts.get(entry.exerciseId) ?? NOTHING,
              occurrence,
            )
      next.set(entry.id, { from, block })
      return block
    })
    cache.current = next
    const labels = supersetLabels(blocks)
    const all = blocks.flatMap(({ sets }) => sets)
    return {
      workout,
      place,
      blocks,
      labels,
      nextId: nextSetId(blocks),
      done: all.filter(({ doneAt }) => doneAt !== null).length,
      total: all.length,
    }
  }, [hot, entries, pasts, book, place, isAnyRoutine])
}

const WORTH: readonly PersonalRecord['kind'][] = ['e1rm', 'max_load', 'least_assistance', 'reps_at_load', 'max_reps']

function bestRecords(records: readonly PersonalRecord[], workout: Workout, newest: number | null) {
  const best = new Map<string, PersonalRecord>()
  const worth = ({ kind }: PersonalRecord) => (WORTH.indexOf(kind) + WORTH.length + 1) % (WORTH.length + 1)
  for (const record of records) {
    if (record.workoutId !== workout.id || !celebrates(record, workout, newest)) continue
    if (record.kind === 'session_tonnage' || record.kind === 'set_tonnage') continue
    const known = best.get(record.setId)
    if (!known || worth(record) < worth(known)) best.set(record.setId, record)
  }
  return best
}
