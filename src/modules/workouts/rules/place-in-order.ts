/** Order as fractional indices: moving one row writes that row only, and two devices' moves merge. Ties go by id. */
import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing'

export type Placed = { id: string; position: string }

export function inOrder<R extends Placed>(rows: readonly R[]): R[] {
  return [...rows].sort((a, b) => compare(a.position, b.position) || compare(a.id, b.id))
}

/** By code unit, as Postgres' "C" collation does; `localeCompare` would differ between devices. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** The position behind all of them. */
export function positionAtEnd(siblings: readonly Placed[]): string {
  return positionsAtEnd(siblings, 1)[0] ?? generateKeyBetween(null, null)
}

export function positionsAtEnd(siblings: readonly Placed[], count: number): string[] {
  const last = inOrder(siblings).at(-1)?.position ?? null
  return generateNKeysBetween(last, null, count)
}

/** The position right behind a row; behind those that share its position too, since nothing fits between equals. */
export function positionAfter(siblings: readonly Placed[], id: string): string {
  const sorted = inOrder(siblings)
  const row = sorted.find((sibling) => sibling.id === id)
  if (!row) return positionAtEnd(siblings)
  const next = sorted.find(({ position }) => position > row.position)
  return generateKeyBetween(row.position, next?.position ?? null)
}

/** Positions right before a row, in order; at the end where there is no such row. */
export function positionsBefore(siblings: readonly Placed[], id: string | undefined, count: number): string[] {
  const sorted = inOrder(siblings)
  const row = sorted.find((sibling) => sibling.id === id)
  if (!row) return positionsAtEnd(siblings, count)
  const before = sorted.findLast(({ position }) => position < row.position)
  return generateNKeysBetween(before?.position ?? null, row.position, count)
}

/** The position that brings a row to `index` among its siblings (0 is first); its own stays when it is there already. */
export function positionForMove(siblings: readonly Placed[], id: string, index: number): string {
  const sorted = inOrder(siblings)
  const row = sorted.find((sibling) => sibling.id === id)
  const others = sorted.filter((sibling) => sibling.id !== id)
  const at = Math.max(0, Math.min(index, others.length))
  if (row && sorted.indexOf(row) === at) return row.position
  const before = others[at - 1]?.position ?? null
  const after = others.slice(at).find(({ position }) => before === null || position > before)?.position ?? null
  return generateKeyBetween(before, after)
}
