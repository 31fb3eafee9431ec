/** Files that write when each set was done: which sets are one workout, and which way the file counts. */
import type { CsvRow } from './csv.ts'
import type { WallClock } from './dates.ts'
import { cellOf, type RowContext, readPlace } from './place.ts'
import { TIMES_OF_SETS } from './sources.ts'

/** Between two sets of one workout. Nobody rests longer, and few train twice so close. */
export const LONGEST_REST_MS = 2 * 3_600_000

export function comparable({ year, month, day, hour, minute, second, offsetMin }: WallClock): number {
  return Date.UTC(year, month - 1, day, hour, minute, second) - (offsetMin ?? 0) * 60_000
}

/** True when nothing but its time says to which workout a line belongs, and most lines have a time of their own. */
export function isByTimes(context: RowContext, rows: readonly CsvRow[]): boolean {
  const says = new Set(context.columns.map(({ role }) => role))
  if (!TIMES_OF_SETS.has(context.source) || context.source === 'liftlog') return false
  if (says.has('workoutName') || says.has('workoutNumber') || says.has('end') || rows.length < 2) return false
  const times = new Set(rows.map(({ cells }) => cellOf(context, cells, 'start') + cellOf(context, cells, 'startTime')))
  return times.size > rows.length / 2
}

/** In the order of the sets: a file whose newest set stands first is read from its end. */
export function inOrderOfSets(context: RowContext, rows: readonly CsvRow[], byTimes: boolean): readonly CsvRow[] {
  if (!byTimes && context.source !== 'liftlog') return rows
  let forth = 0
  let back = 0
  let before: { key: string; at: number } | null = null
  for (const { cells } of rows) {
    const place = readPlace(context, cells)
    if ('why' in place || !place.start.timed) continue
    const at = comparable(place.start)
    const isOne = before && (byTimes ? Math.abs(at - before.at) <= LONGEST_REST_MS : place.key === before.key)
    if (before && isOne && at > before.at) forth++
    if (before && isOne && at < before.at) back++
    before = { key: place.key, at }
  }
  return back > forth ? rows.toReversed() : rows
}
