'use client'
/** What was done before with each exercise of the open workout: read once, since only the open workout changes meanwhile. */
import { useEffect, useRef, useState } from 'react'
import type { Rows } from '../../../../sync/client/api.ts'
import { useMaybePhone, useStatusPart } from '../../../../sync/client/hooks.ts'
import { loggedSets, type WholeWorkout, workoutExercises, workouts } from '../../model.ts'
import { assembleWorkouts } from '../../rules/assemble.ts'

export type Histories = ReadonlyMap<string, readonly WholeWorkout[]>

/** Finished workouts that hold the exercise, with that exercise only. */
export async function readExerciseHistory(
  rows: Rows,
  exerciseId: string,
  exceptWorkoutId: string,
): Promise<WholeWorkout[]> {
  const entries = (await rows.find(workoutExercises, 'exerciseId', exerciseId)).filter(
    ({ workoutId }) => workoutId !== exceptWorkoutId,
  )
  const [parents, sets] = await Promise.all([
    rows.getMany(workouts, [...new Set(entries.map(({ workoutId }) => workoutId))]),
    rows.findAny(
      loggedSets,
      'entryId',
      entries.map(({ id }) => id),
    ),
  ])
  const finished = parents.filter(({ state }) => state !== 'open').toSorted((a, b) => a.startedAt - b.startedAt)
  return assembleWorkouts(finished, entries, sets)
}

const LATELY = 40

/** The last workouts only: what was done last time is nearly always among them, and a tap must not read twenty years. */
export async function readLately(rows: Rows, exerciseId: string): Promise<WholeWorkout[]> {
  const newest = await rows.between(workouts, 'localDay', -719_162, 2_932_896, { limit: LATELY, newestFirst: true })
  const ids = newest.map(({ id }) => id)
  const entries = (await rows.findAny(workoutExercises, 'workoutId', ids)).filter(
    (entry) => entry.exerciseId === exerciseId,
  )
  const sets = await rows.findAny(
    loggedSets,
    'entryId',
    entries.map(({ id }) => id),
  )
  return assembleWorkouts(newest, entries, sets)
}

export function useExerciseHistories(exerciseIds: readonly string[], workoutId: string): Histories {
  const phone = useMaybePhone()
  const asked = useRef({ here: '', ids: new Set<string>() })
  // While a new phone is filled, more of the past arrives.
  const here = useStatusPart((status) => status.here)
  const [histories, setHistories] = useState<Histories>(new Map())
  const wanted = [...new Set(exerciseIds)].sort().join(' ')
  useEffect(() => {
    if (!phone) return
    if (asked.current.here !== here) asked.current = { here, ids: new Set() }
    const { ids } = asked.current
    for (const exerciseId of wanted.split(' ')) {
      if (exerciseId === '' || ids.has(exerciseId)) continue
      ids.add(exerciseId)
      phone
        .readLoosely((rows) => readExerciseHistory(rows, exerciseId, workoutId))
        .then(
          (history) => setHistories((known) => new Map(known).set(exerciseId, history)),
          () => ids.delete(exerciseId),
        )
    }
  }, [phone, wanted, workoutId, here])
  return histories
}
