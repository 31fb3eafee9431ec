/**
 * The figures of a month as a phone keeps them, so that years are not worked out anew at every look. Column by column,
 * as `sync/client/month.ts` keeps rows: a store unpacks a few long lists many times faster than hundreds of records.
 */
import { daysInMonth, monthKey } from '../../../shared/local-day.ts'
import type { WholeWorkout } from '../../workouts/model.ts'
import type { ExerciseFacts } from '../../workouts/rules/load.ts'
import { dayFigures, type ExerciseDay, type FactsOf, FIGURES_FORMULA_VERSION } from './day-figures.ts'

/** What is counted of a workout as a whole. */
export type SessionFigures = {
  id: string
  localDay: number
  /** False while it is under way. */
  isOver: boolean
  activeMs: number | null
  sessionRpe: number | null
}

export type Columns<T> = { [K in keyof T]: T[K][] }

/** Of all months, small enough to be read at every look. `pending`: months not worked out yet, newest first. */
export type KeptHead = {
  version: string
  pending: string[]
  months: Record<string, { sessions: Columns<SessionFigures>; exerciseIds: string[] }>
}

export function pack<T extends object>(rows: readonly T[]): Columns<T> {
  const columns: Record<string, unknown[]> = {}
  for (const row of rows) {
    for (const [key, value] of Object.entries(row)) {
      columns[key] ??= []
      columns[key].push(value)
    }
  }
  return columns as Columns<T>
}

export function unpack<T extends object>(columns: Columns<T>): T[] {
  const lists = Object.entries(columns) as [string, unknown[]][]
  const length = lists[0]?.[1].length ?? 0
  // Plain loops: years of days are unpacked before anything is shown.
  const rows = new Array<T>(length)
  for (let at = 0; at < length; at++) {
    const row: Record<string, unknown> = {}
    for (const [key, list] of lists) row[key] = list[at]
    rows[at] = row as T
  }
  return rows
}

/** First and last day of "2026-11". */
export function daysOfMonth(month: string): [first: number, last: number] {
  const [year = 1970, number = 1] = month.split('-').map(Number)
  const first = Math.round(Date.UTC(year, number - 1, 1) / 86_400_000)
  return [first, first + daysInMonth(year, number) - 1]
}

/** `wholes`: every workout of the month. */
export function monthFigures(
  wholes: readonly WholeWorkout[],
  factsOf: FactsOf,
): { sessions: SessionFigures[]; exercises: ExerciseDay[]; exerciseIds: string[] } {
  const byDay = Map.groupBy(wholes, ({ workout }) => workout.localDay)
  const days = [...byDay].sort(([a], [b]) => a - b)
  return {
    sessions: wholes
      .map(({ workout: { id, localDay, state, activeMs, sessionRpe = null } }) => {
        return { id, localDay, isOver: state !== 'open', activeMs, sessionRpe }
      })
      .sort((a, b) => a.localDay - b.localDay || (a.id < b.id ? -1 : 1)),
    exercises: days.flatMap(([day, ofDay]) => dayFigures(day, ofDay, factsOf).exercises),
    // Whatever stands in it, done or not: when what an exercise is changes, its months are worked out anew.
    exerciseIds: [...new Set(wholes.flatMap(({ entries }) => entries.map(({ entry }) => entry.exerciseId)))].sort(),
  }
}

/** Another formula or another catalogue makes other figures of the same rows. */
export function figuresVersion(catalogue: readonly ({ id: string } & ExerciseFacts)[]): string {
  let hash = 2_166_136_261
  for (const { id, measure, bodyweightFraction, laterality, implements: count } of catalogue) {
    for (const letter of `${id} ${measure} ${bodyweightFraction} ${laterality} ${count};`) {
      hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 16_777_619)
    }
  }
  return `${FIGURES_FORMULA_VERSION}.${hash >>> 0}`
}

/**
 * Whether all years are in it. Months that change are shown as they were until they are worked out anew, and a month that
 * begins adds to what stands; but where older ones were never looked at, whatever goes over all years is not known yet.
 */
export function isOfAllYears({ months, pending }: Pick<KeptHead, 'months' | 'pending'>): boolean {
  const newest = Object.keys(months).sort().at(-1)
  return pending.every((month) => month in months || (newest !== undefined && month > newest))
}

/** Every month of which something changed: `touched` are the keys of `sync/client/touched.ts`. */
export function staleMonths(
  head: KeptHead,
  touched: readonly string[],
  dayOfWorkout: ReadonlyMap<string, number>,
): Set<string> {
  const stale = new Set<string>()
  const monthOf = new Map<string, string>()
  for (const [month, { sessions }] of Object.entries(head.months))
    for (const id of sessions.id ?? []) monthOf.set(id, month)
  for (const key of touched) {
    const [entity, ...rest] = key.split(':')
    const id = rest.join(':')
    if (entity === 'months') stale.add(id)
    if (entity === 'workout') {
      const before = monthOf.get(id)
      const day = dayOfWorkout.get(id)
      if (before) stale.add(before)
      if (day !== undefined) stale.add(monthKey(day))
    }
    if (entity === 'exercise') {
      for (const [month, { exerciseIds }] of Object.entries(head.months)) if (exerciseIds.includes(id)) stale.add(month)
    }
  }
  return stale
}
