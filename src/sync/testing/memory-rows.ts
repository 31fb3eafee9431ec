/** The states of the server in memory, and how rows are found in one: by id, by an index, by day, after a cursor. */
import { isWhole, type SyncedRow } from '../merge.ts'
import type { Collection, Read } from '../mutation.ts'
import type { Cursor, WireRow } from '../protocol.ts'
import type { BootRange, Device, LoadedRow, Quarantined, Receipt } from '../server/store.ts'
import type { Change, Need } from '../view.ts'

export type StoredRow = { entity: string; row: SyncedRow; v: number }
/** What was set aside, by whom, and who wants to see it no more. */
export type KeptAside = Quarantined & { principal: string; hiddenFrom: readonly string[] }
/** Never changed in place, so that a reference is a snapshot. */
export type SpaceState = {
  readonly version: number
  readonly devices: ReadonlyMap<string, Device>
  readonly receipts: readonly Receipt[]
  /** By `entity/id`. */
  readonly rows: ReadonlyMap<string, StoredRow>
  readonly parts: ReadonlyMap<string, LoadedRow>
  readonly quarantined: readonly KeptAside[]
}
export type ServerState = { epoch: number; spaces: ReadonlyMap<string, SpaceState> }

export const EMPTY: SpaceState = {
  version: 0,
  devices: new Map(),
  receipts: [],
  rows: new Map(),
  parts: new Map(),
  quarantined: [],
}
export const keyOf = (entity: string, id: string) => `${entity}/${id}`

export function rowsFor(space: SpaceState, need: Need): LoadedRow[] {
  if ('ids' in need) {
    return need.ids.flatMap((id) => {
      const key = keyOf(need.entity, id)
      const found = space.rows.get(key) ?? space.parts.get(key)
      return found ? [{ entity: found.entity, row: found.row }] : []
    })
  }
  const values = new Set<unknown>(need.values)
  return [...space.rows.values()].filter(
    ({ entity, row }) => entity === need.entity && values.has(row.data[need.where]),
  )
}

/** A read's rows, and those of its parents. */
export function rowsOfRead(space: SpaceState, read: Read): LoadedRow[] {
  const entity = read.from.name
  if ('id' in read) return rowsFor(space, { entity, ids: [read.id] })
  if ('is' in read) return rowsFor(space, { entity, where: read.where, values: [read.is] })
  const parents = rowsOfRead(space, read.of)
  const values = parents.filter((found) => found.entity === read.of.from.name).map(({ row }) => row.id)
  return [...parents, ...rowsFor(space, { entity, where: read.where, values })]
}

export function page(space: SpaceState, after: Cursor, limit: number): WireRow[] {
  return [...space.rows.values()]
    .map(toWire)
    .filter((row) => compareCursors([row.v, row.entity, row.id], after) > 0)
    .sort((a, b) => compareCursors([a.v, a.entity, a.id], [b.v, b.entity, b.id]))
    .slice(0, limit)
}

export function compareCursors(a: Cursor, b: Cursor): number {
  for (const i of [0, 1, 2] as const) {
    const [x, y] = [a[i], b[i]]
    if (x !== y) return x < y ? -1 : 1
  }
  return 0
}

export function toWire({ entity, row, v }: StoredRow): WireRow {
  return { entity, id: row.id, v, stamps: row.stamps, data: row.data, ...(row.deleted && { deleted: true as const }) }
}

export function dayOfRows(collections: ReadonlyMap<string, Collection>, space: SpaceState) {
  return ({ entity, row }: LoadedRow): number | undefined => {
    const collection = collections.get(entity)
    if (collection?.dated) return row.data[collection.dated] as number
    if (!collection?.parent) return undefined
    const above = collections.get(collection.parent.collection)
    const parent = space.rows.get(keyOf(collection.parent.collection, String(row.data[collection.parent.by])))
    return above?.dated && parent ? (parent.row.data[above.dated] as number) : undefined
  }
}

export function monthsBefore(
  space: SpaceState,
  days: (row: LoadedRow) => number | undefined,
  range: BootRange,
): string[] {
  const months = new Set<string>()
  for (const stored of space.rows.values()) {
    const day = days(stored)
    if (day !== undefined && day < (range.monthsBefore ?? 0)) {
      months.add(new Date(day * 86_400_000).toISOString().slice(0, 7))
    }
  }
  return [...months].sort().reverse()
}

export function withChanges(before: SpaceState, changes: readonly Change[], version: number): SpaceState {
  const rows = new Map(before.rows)
  const parts = new Map(before.parts)
  for (const { entity, row } of changes) {
    const key = keyOf(entity, row.id)
    if (isWhole(row)) {
      rows.set(key, { entity, row, v: version })
      parts.delete(key)
    } else parts.set(key, { entity, row })
  }
  return { ...before, version, rows, parts }
}
