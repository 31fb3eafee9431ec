'use client'
/** What was done before with each exercise of the open workout: read once, since only the open workout changes meanwhile. */
import { useEffect, useRef, useState } from 'react'
import type { Rows } from '../../../../sync/client/api.ts'
import { useMaybePhone } from '../../../../sync/client/hooks.ts'
import { type LoggedSet, loggedSets, type WholeWorkout, workoutExercises, workouts } from '../../model.ts'
import { inOrder } from '../../rules/place-in-order.ts'

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
  const byWorkout = new Map<string, typeof entries>()
  for (const entry of entries) byWorkout.set(entry.workoutId, [...(byWorkout.get(entry.workoutId) ?? []), entry])
  const wholes = await Promise.all(
    [...byWorkout].map(async ([workoutId, own]): Promise<WholeWorkout | null> => {
      const workout = await rows.get(workouts, workoutId)
      if (!workout || workout.state === 'open') return null
      const sets = await Promise.all(own.map(({ id }): Promise<LoggedSet[]> => rows.find(loggedSets, 'entryId', id)))
      return {
        workout,
        entries: inOrder(own).map((entry) => ({ entry, sets: inOrder(sets[own.indexOf(entry)] ?? []) })),
      }
    }),
  )
  return wholes.filter((whole) => whole !== null)
}

export function useExerciseHistories(exerciseIds: readonly string[], workoutId: string): Histories {
  const phone = useMaybePhone()
  const asked = useRef(new Set<string>())
  const [histories, setHistories] = useState<Histories>(new Map())
  const wanted = [...new Set(exerciseIds)].sort().join(' ')
  useEffect(() => {
    if (!phone) return
    for (const exerciseId of wanted.split(' ')) {
      if (exerciseId === '' || asked.current.has(exerciseId)) continue
      asked.current.add(exerciseId)
      phone
        .read((rows) => readExerciseHistory(rows, exerciseId, workoutId))
        .then(
          (history) => setHistories((known) => new Map(known).set(exerciseId, history)),
          () => asked.current.delete(exerciseId),
        )
    }
  }, [phone, wanted, workoutId])
  return histories
}
