/**
 * The log in the shape in which Hevy exports it, which more programs read than any other: one line a set, newest workout
 * first. What this shape has no words for is counted by `losses.ts`, by the same eyes.
 */

import { guardFormula } from '../../../../shared/formula-guard.ts'
import { localTimeOf } from '../../../../shared/local-day.ts'
import type { LoadUnit } from '../../../../shared/units.ts'
import type { LoggedSet, SetKind, WholeWorkout, Workout, WorkoutExercise } from '../../model.ts'
import { distanceText, loadText } from './figures.ts'

export type HevyUnits = { load: LoadUnit; distance: 'km' | 'mi' }

/** It knows four kinds: what was meant by the others is counted as lost. */
export const HEVY_KINDS: Record<SetKind, string> = {
  normal: 'normal',
  warmup: 'warmup',
  drop: 'dropset',
  failure: 'failure',
  amrap: 'normal',
  restpause: 'normal',
  myo: 'normal',
  partial: 'normal',
  forced: 'normal',
  tempo: 'normal',
  hold: 'normal',
}
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

export function hevyHeader({ load, distance }: HevyUnits): string {
  const columns = [
    ...['title', 'start_time', 'end_time', 'description', 'exercise_title', 'superset_id', 'exercise_notes'],
    ...['set_index', 'set_type', load === 'kg' ? 'weight_kg' : 'weight_lbs', 'reps'],
    ...[distance === 'km' ? 'distance_km' : 'distance_miles', 'duration_seconds', 'rpe'],
  ]
  return `${columns.map((name) => `"${name}"`).join(',')}\n`
}

/** Sets that were done, in their order; a workout under way is not over yet. */
export function linesOf(whole: WholeWorkout): { entry: WorkoutExercise; sets: LoggedSet[] }[] {
  if (whole.workout.state === 'open') return []
  const done = whole.entries.map(({ entry, sets }) => ({ entry, sets: sets.filter(({ doneAt }) => doneAt !== null) }))
  return done.filter(({ sets }) => sets.length > 0)
}

/** The lines of one workout, each with its line feed. `nameOf`: how the other side knows the exercise. */
export function hevyLines(whole: WholeWorkout, units: HevyUnits, nameOf: (exerciseId: string) => string): string {
  const { workout } = whole
  // A title is one line.
  const title = workout.title.replace(/\s+/g, ' ')
  const head = [title, clock(workout.startedAt, workout), clock(endOf(workout), workout), workout.notes]
  const start = head.map(quoted).join(',')
  let text = ''
  for (const { entry, sets } of linesOf(whole)) {
    const about = [quoted(nameOf(entry.exerciseId)), entry.superset ?? '', quoted(entry.notes)].join(',')
    for (const [i, set] of sets.entries()) {
      const figures = [
        set.loadG === null ? '' : loadText(set.loadG, units.load),
        set.reps ?? '',
        set.distanceM === null ? '' : distanceText(set.distanceM, units.distance),
        set.durationMs === null ? '' : set.durationMs / 1000,
        rpeOf(set) ?? '',
      ]
      text += `${start},${about},${i},"${HEVY_KINDS[set.kind]}",${figures.join(',')}\n`
    }
  }
  return text
}

export const endOf = ({ endedAt, startedAt }: Workout) => endedAt ?? startedAt
export const rpeOf = ({ rir2 }: LoggedSet) => (rir2 === null ? null : 10 - rir2 / 2)

/** Wall clock to the minute, in the zone where it was: `22 Dec 2025, 08:00`. */
export function clock(instantMs: number, { zone }: Workout): string {
  const { year, month, day, hour, minute } = localTimeOf(instantMs, zone)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${day} ${MONTHS[month - 1]} ${year}, ${two(hour)}:${two(minute)}`
}

/** Line breaks are the two characters that Hevy writes for them. */
function quoted(text: string): string {
  return `"${guardFormula(text)
    .replaceAll('"', '""')
    .replace(/\r\n?|\n/g, '\\n')}"`
}
