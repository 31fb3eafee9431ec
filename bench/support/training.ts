/** Workouts as the app writes them. */
import { newId } from '../../src/shared/id.ts'

type Named = { name: string; args: unknown }
export type Started = { workoutId: string; entryId: string }

export const setFigures = (reps: number, loadG = 100_000) =>
  ({
    kind: 'normal',
    loadMode: 'external',
    loadG,
    enteredLoad: String(loadG / 1000),
    enteredUnit: 'kg',
    reps,
    rir2: 4,
    durationMs: null,
    distanceM: null,
    enteredDistance: null,
    distanceUnit: null,
  }) as const

export function start(startedAt = Date.now()): Named & { workoutId: string } {
  const id = newId()
  const localDay = Math.floor(startedAt / 86_400_000)
  const args = { id, title: 'Pull', startedAt, zone: 'UTC', localDay, bodyweightG: null, holder: 'bench' }
  return { workoutId: id, name: 'workouts.start', args }
}

export function addExercise(workoutId: string, position = 'a0', exerciseId = 'deadlift'): Named & { entryId: string } {
  const id = newId()
  const args = { workoutId, id, exerciseId, position, restS: null, superset: null, sets: [] }
  return { entryId: id, name: 'workouts.addExercise', args }
}

export function addSet({ workoutId, entryId }: Started, position = 'a0'): Named {
  const set = { id: newId(), position, ...setFigures(5), doneAt: Date.now() }
  return { name: 'workouts.addSet', args: { workoutId, entryId, set } }
}

/** 30 mutations: a start, four exercises, 24 sets, a finish. */
export function wholeWorkout(): Named[] {
  const { workoutId, ...started } = start()
  const all: Named[] = [started]
  for (let exercise = 0; exercise < 4; exercise++) {
    const { entryId, ...added } = addExercise(workoutId, `a${exercise}`, EXERCISES[exercise])
    all.push(added)
    for (let set = 0; set < 6; set++) all.push(addSet({ workoutId, entryId }, `a${set}`))
  }
  const endedAt = Date.now()
  all.push({ name: 'workouts.finish', args: { id: workoutId, endedAt, activeMs: 3_600_000, state: 'done' } })
  return all
}

const EXERCISES = ['deadlift', 'bench-press', 'back-squat', 'pull-up']
