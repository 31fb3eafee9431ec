/** Who wrote a file, by its headers; and what a column of that app means which in any other file means something else. */
import type { Source } from '../../model.ts'
import type { Column } from './columns.ts'
import { foldHeader, type Role } from './headers.ts'

/** Headers that no other app has together. */
const SIGNS: readonly [Source, readonly string[]][] = [
  ['fitnotes', ['date', 'exercise', 'category', 'reps', 'distance unit', 'time']],
  ['stronglifts', ['date yyyy mm dd', 'exercise', 'set 1 reps', 'set 2 reps']],
  ['fitbod', ['date', 'exercise', 'is warmup', 'multiplier']],
  ['liftosaur', ['workout date time', 'day name', 'completed reps', 'is warmup set']],
  ['liftlog', ['session id', 'timestamp', 'exercise', 'target reps']],
]

/** All that Hevy writes about a set's place, whatever language its headers are in. */
const HEVY_ROLES: readonly Role[] = ['workoutName', 'start', 'end', 'exercise', 'superset', 'order', 'kind']

/** Shapes of none of them are plain CSV. */
export function sourceOf(columns: readonly Column[]): Source {
  const roles = new Set(columns.map(({ role }) => role))
  const headers = new Set(columns.map(({ header }) => foldHeader(header)))
  const signed = SIGNS.find(([, signs]) => signs.every((sign) => headers.has(sign)))
  if (signed) return signed[0]
  if (headers.has('exercise title') && (headers.has('set index') || roles.has('superset'))) return 'hevy'
  if (HEVY_ROLES.every((role) => roles.has(role))) return 'hevy'
  const isStrong = roles.has('workoutName') && roles.has('exercise') && roles.has('order') && roles.has('duration')
  return isStrong && roles.has('start') && !roles.has('end') && !headers.has('set index') ? 'strong' : 'csv'
}

/** The columns as that app means them. */
export function asWrittenBy(source: Source, columns: readonly Column[]): Column[] {
  return columns.map((column) => {
    // FitNotes says there by what an exercise is measured (`wr` is weight and reps), the same for each of its sets.
    if (source === 'fitnotes' && column.role === 'kind') return { ...column, role: null }
    // StrongLifts repeats the workout's note beside each of its exercises.
    if (source === 'stronglifts' && column.role === 'notes') return { ...column, role: 'workoutNotes' }
    return column
  })
}

/** Apps that write a workout's sets under times of their own and, if at all, under one id. */
export const TIMES_OF_SETS: ReadonlySet<Source> = new Set<Source>(['liftlog', 'fitbod', 'csv'])
