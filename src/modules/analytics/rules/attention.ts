/** Who needs a word, and why: an athlete is measured by their own last weeks, not by others. */
import { foldLetters, searchWords } from '../../../shared/fold-letters.ts'

export type Figures = {
  lastDay: number | null
  /** Days trained in the last 7 and the last 28, today included. */
  last7: number
  last28: number
  /** Work sets in the last 7 days. */
  sets7: number
}

export type Attention =
  | { kind: 'never' }
  /** Nothing for four weeks. */
  | { kind: 'gone'; days: number }
  /** Nothing for a week, though they trained before. */
  | { kind: 'quiet'; days: number; usual: number }
  /** Half their usual week or less. */
  | { kind: 'less'; days: number; usual: number }

/** Who trains less often than this has weeks with one day without meaning anything by it. */
const ENOUGH_DAYS = 3

export function attentionOf({ lastDay, last7, last28 }: Figures, today: number): Attention | null {
  if (lastDay === null) return { kind: 'never' }
  const days = today - lastDay
  if (last28 === 0) return { kind: 'gone', days }
  // The three weeks before this one tell what is usual.
  const usual = Math.round((last28 - last7) / 3)
  if (last7 === 0) return days < 7 ? null : { kind: 'quiet', days, usual: Math.max(1, usual) }
  if (usual >= ENOUGH_DAYS && last7 * 2 <= usual) return { kind: 'less', days: last7, usual }
  return null
}

export const ROSTER_SORTS = ['attention', 'name', 'last7', 'last28', 'sets7'] as const
export type RosterSort = (typeof ROSTER_SORTS)[number]

export type Sortable = { athleteId: string; name: string; figures: Figures | null }

/** Who hasn't trained longest first; who shares no training, and so can't be judged, last. */
function byAttention(a: Sortable, b: Sortable): number {
  return lastOf(a) - lastOf(b)
}

function lastOf({ figures }: Sortable): number {
  if (!figures) return Number.MAX_SAFE_INTEGER
  return figures.lastDay ?? Number.MIN_SAFE_INTEGER
}

/** `locale` orders names, by which equal figures are sorted too. */
export function sortRows<R extends Sortable>(rows: readonly R[], args: { sort: RosterSort; locale: string }): R[] {
  const { sort } = args
  const names = new Intl.Collator(args.locale)
  return [...rows].sort(
    (a, b) => figureOrder(a, b, sort) || names.compare(a.name, b.name) || (a.athleteId < b.athleteId ? -1 : 1),
  )
}

function figureOrder(a: Sortable, b: Sortable, sort: RosterSort): number {
  if (sort === 'name') return 0
  return sort === 'attention' ? byAttention(a, b) : (b.figures?.[sort] ?? -1) - (a.figures?.[sort] ?? -1)
}

/** The rows whose name holds every word. `names` are theirs, folded, made once for all that is typed. */
export function matchingRows<R>(rows: readonly R[], names: readonly string[], search: string): readonly R[] {
  const words = searchWords(search)
  if (words.length === 0) return rows
  return rows.filter((_, index) => words.every((word) => names[index]?.includes(word)))
}

export function shownRows<R extends Sortable>(
  rows: readonly R[],
  args: { search: string; sort: RosterSort; locale: string },
): readonly R[] {
  const sorted = sortRows(rows, args)
  return matchingRows(sorted, namesOf(sorted), args.search)
}

export function namesOf(rows: readonly { name: string }[]): string[] {
  return rows.map(({ name }) => foldLetters(name))
}
