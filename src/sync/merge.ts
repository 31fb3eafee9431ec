/**
 * The merge, one for both ends: every field of a row is a register that the greatest stamp wins. It is commutative,
 * associative and idempotent, so the order in which phones reach the server does not matter. See README.md, Merge.
 */
import type { Stamp, Stamps } from './protocol.ts'

/**
 * A row as both ends keep it. `data` holds the fields that have been written, the id among them once the row was put;
 * without its id a row is only a part: edits that came before the row itself (see `isWhole`).
 */
export type SyncedRow = { id: string; data: Record<string, unknown>; stamps: Stamps; deleted: boolean }

/** Older than every stamp: of a row that nobody has put yet. */
export const NO_STAMP: Stamp = [0, '', 0]

export function compareStamps(a: Stamp, b: Stamp): number {
  if (a[0] !== b[0]) return a[0] - b[0]
  if (a[1] !== b[1]) return a[1] < b[1] ? -1 : 1
  return a[2] - b[2]
}

/**
 * The time in a stamp: the phone's clock, corrected by the offset it knew when it wrote, never before the device's
 * previous mutation and, on the server, never after now. A clock set back does not reorder a person's own edits; one
 * that runs ahead does not win for ever.
 */
export function stampMs(atMs: number, offsetMs: number, previousMs: number, nowMs = Number.POSITIVE_INFINITY): number {
  return Math.max(previousMs, Math.min(atMs + offsetMs, nowMs))
}

/** True once the row was put; false for edits and deletes that arrived before it. */
export function isWhole(row: SyncedRow): boolean {
  return row.data.id !== undefined
}

/** Field by field, the greater stamp wins. `deleted` is a field of its own: putting and patching never write it. */
export function mergeRow(base: SyncedRow | undefined, incoming: SyncedRow): SyncedRow {
  const data: Record<string, unknown> = {}
  const stamps: Record<string, Stamp> = {}
  for (const row of base ? [base, incoming] : [incoming]) {
    for (const field of Object.keys(row.data)) {
      const stamp = row.stamps.fields?.[field] ?? row.stamps.row
      const other = stamps[field]
      // At equal stamps the later call wins: within one mutation the last write counts; elsewhere the values are equal.
      if (other && compareStamps(other, stamp) > 0) continue
      data[field] = row.data[field]
      stamps[field] = stamp
    }
  }
  const deletion = laterDeletion(base, incoming)
  return {
    id: incoming.id,
    data,
    stamps: compactStamps(stamps, deletion?.stamps.fields?.deleted),
    deleted: deletion?.deleted ?? false,
  }
}

/** The row whose delete or restore came last; undefined while there was none. */
function laterDeletion(base: SyncedRow | undefined, incoming: SyncedRow): SyncedRow | undefined {
  const old = base?.stamps.fields?.deleted
  const young = incoming.stamps.fields?.deleted
  if (!old || !young) return young ? incoming : old ? base : undefined
  return compareStamps(old, young) > 0 ? base : incoming
}

/** Equal states get equal stamps: the row's is the least of its fields', the others are exceptions, sorted by name. */
function compactStamps(stamps: Record<string, Stamp>, deletedStamp: Stamp | undefined): Stamps {
  let row: Stamp | undefined
  for (const field in stamps) {
    const stamp = stamps[field]
    if (stamp && (!row || compareStamps(stamp, row) < 0)) row = stamp
  }
  const exceptions: Record<string, Stamp> = {}
  let count = 0
  for (const field of Object.keys(stamps).sort()) {
    const stamp = stamps[field]
    if (!stamp || !row || compareStamps(stamp, row) === 0) continue
    exceptions[field] = stamp
    count++
  }
  if (deletedStamp) exceptions.deleted = deletedStamp
  return count > 0 || deletedStamp ? { row: row ?? NO_STAMP, fields: exceptions } : { row: row ?? NO_STAMP }
}
