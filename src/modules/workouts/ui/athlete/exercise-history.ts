'use client'
/** What was done before with each exercise of the open workout, and what stood before it. */
import { useEffect, useRef, useState } from 'react'
import type { Rows } from '../../../../sync/client/api.ts'
import { createBreath } from '../../../../sync/client/breathe.ts'
import { useMaybePhone, useStatusPart } from '../../../../sync/client/hooks.ts'
import type { Exercise } from '../../../exercises/model.ts'
import { profiles } from '../../../users/model.ts'
import { loggedSets, type WholeWorkout, type Workout, workoutExercises, workouts } from '../../model.ts'
import { assembleWorkouts } from '../../rules/assemble.ts'
import { withHandBest } from '../../rules/hand-best.ts'
import { isBefore, type Standing, standingAfter } from '../../rules/records.ts'

/** Finished workouts with the exercise; `standing`: what stood before the open one, null while that is found out. */
export type Past = { history: readonly WholeWorkout[]; standing: Standing | null }
export type Pasts = ReadonlyMap<string, Past>
type At = Pick<Workout, 'id' | 'startedAt'>

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
  const finished = parents.filter(({ state }) => state !== 'open').toSorted((a, b) => (isBefore(a, b) ? -1 : 1))
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

/** Gone through at once: more would hold up a tap. */
const PIECE = 200

/** What stands after years of workouts, oldest first, found out between taps. */
async function standingInPieces(
  history: readonly WholeWorkout[],
  exercise: Exercise,
  signal: AbortSignal,
): Promise<Standing> {
  const breathe = createBreath(signal)
  let standing: Standing = new Map()
  for (let at = 0; at < history.length; at += PIECE) {
    await breathe()
    standing = standingAfter(history.slice(at, at + PIECE), exercise.id, exercise, standing)
  }
  return standing
}

/**
 * The last workouts first, without what stood: last time shows at once, and nothing is called a record too early. Read
 * once, since only the open workout changes meanwhile; `exercises` null until their facts are known.
 */
export function useExercisePasts(exercises: readonly Exercise[] | null, { id, startedAt }: At): Pasts {
  const phone = useMaybePhone()
  // While a new phone is filled, more of the past arrives.
  const here = useStatusPart((status) => status.here)
  const [pasts, setPasts] = useState<Pasts>(new Map())
  const reads = useRef(new Map<string, readonly unknown[]>())
  const leaving = useRef(new AbortController())
  useEffect(() => {
    const made = new AbortController()
    leaving.current = made
    return () => {
      made.abort()
      reads.current.clear()
    }
  }, [])
  useEffect(() => {
    if (!phone || !exercises) return
    const store = phone
    const { signal } = leaving.current
    async function readPast(exercise: Exercise, of: readonly unknown[]): Promise<void> {
      const tell = (past: Past) => setPasts((known) => new Map(known).set(exercise.id, past))
      const isFirst = !reads.current.has(exercise.id)
      reads.current.set(exercise.id, of)
      const isNewest = () => reads.current.get(exercise.id) === of
      try {
        if (isFirst) {
          const lately = await store.read((rows) => readLately(rows, exercise.id))
          if (isNewest()) tell({ history: lately, standing: null })
        }
        const [history, profile] = await store.readLoosely(
          (rows) => Promise.all([readExerciseHistory(rows, exercise.id, id), rows.get(profiles, store.space)]),
          signal,
        )
        const before = withHandBest(history, exercise, profile?.bests).filter(({ workout }) =>
          isBefore(workout, { id, startedAt }),
        )
        const standing = await standingInPieces(before, exercise, signal)
        if (isNewest()) tell({ history, standing })
      } catch {
        // Read again when something changes: here, the exercises, the workout's start.
        if (isNewest()) reads.current.delete(exercise.id)
      }
    }
    for (const exercise of exercises) {
      const of = [exercise, id, startedAt, here]
      if (reads.current.get(exercise.id)?.every((part, i) => part === of[i])) continue
      void readPast(exercise, of)
    }
  }, [phone, exercises, id, startedAt, here])
  return pasts
}
