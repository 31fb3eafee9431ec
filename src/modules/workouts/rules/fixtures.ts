/** Short ways to write down a training history in tests. */
import { isoDate } from '../../../shared/local-day.ts'
import type { LoggedSet, WholeWorkout, Workout } from '../model.ts'
import type { ExerciseFacts } from './load.ts'

export const BARBELL: ExerciseFacts = {
  measure: 'load_reps',
  bodyweightFraction: null,
  laterality: 'bilateral',
  implements: 1,
  muscles: { chest: 1, triceps: 0.5, front_delts: 0.45 },
}

const MINUTE = 60_000
export const DAY_MS = 86_400_000

type SetChange = Partial<LoggedSet>

/** A done working set: `done(60, 5)` is 60 kg for 5; null kilograms for none. */
export function done(kg: number | null, reps: number | null, change: SetChange = {}): LoggedSet {
  return {
    id: '',
    workoutId: '',
    entryId: '',
    position: '',
    kind: 'normal',
    loadMode: 'external',
    loadG: kg === null ? null : Math.round(kg * 1000),
    enteredLoad: kg === null ? null : String(kg),
    enteredUnit: kg === null ? null : 'kg',
    reps,
    rir2: null,
    durationMs: null,
    distanceM: null,
    enteredDistance: null,
    distanceUnit: null,
    doneAt: 0,
    notes: '',
    ...change,
  }
}

export const planned = (kg: number | null, reps: number | null, change: SetChange = {}) =>
  done(kg, reps, { ...change, doneAt: null })

export const warmup = (kg: number, reps: number) => done(kg, reps, { kind: 'warmup' })

/**
 * A workout of a local day, at 18:00 UTC, with the sets of each exercise in order; done sets are three minutes apart.
 * Sets without an id get one: day, exercise, number.
 */
export function workoutOn(
  localDay: number,
  exercises: Record<string, LoggedSet[]>,
  change: Partial<Workout> = {},
): WholeWorkout {
  const startedAt = localDay * DAY_MS + 18 * 60 * MINUTE
  const id = change.id ?? `w-${isoDate(localDay)}`
  let clock = startedAt
  return {
    workout: {
      title: 'Training',
      state: 'done',
      startedAt,
      zone: 'UTC',
      localDay,
      endedAt: startedAt + 60 * MINUTE,
      activeMs: 60 * MINUTE,
      notes: '',
      bodyweightG: null,
      holder: null,
      source: 'app',
      batchId: null,
      ...change,
      id,
    },
    entries: Object.entries(exercises).map(([exerciseId, sets], at) => ({
      entry: {
        id: `${id} ${at}`,
        workoutId: id,
        exerciseId,
        position: `a${at}`,
        notes: '',
        restS: null,
        superset: null,
      },
      sets: sets.map((set, index) => {
        if (set.doneAt !== null) clock += 3 * MINUTE
        return {
          ...set,
          id: set.id || `${isoDate(localDay)} ${exerciseId} ${index + 1}`,
          workoutId: id,
          entryId: `${id} ${at}`,
          position: set.position || `a${index}`,
          doneAt: set.doneAt === null ? null : clock,
        }
      }),
    })),
  }
}
