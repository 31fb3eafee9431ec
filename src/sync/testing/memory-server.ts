/**
 * The server's store in memory, with PostgreSQL's rules where they matter: a lock a space, snapshots that are taken at
 * one moment, all or nothing at commit, unique receipts. Its steps can be replaced one at a time, as on PostgreSQL.
 */
import { isWhole, type SyncedRow } from '../merge.ts'
import type { Collection, Read } from '../mutation.ts'
import type { Cursor, WireRow } from '../protocol.ts'
import type {
  BootRange,
  Device,
  Flush,
  Loaded,
  LoadedRow,
  Quarantined,
  Receipt,
  SyncStore,
  Want,
} from '../server/store.ts'
import type { Need } from '../view.ts'

type StoredRow = { entity: string; row: SyncedRow; v: number }
/** Never changed in place, so that a reference is a snapshot. */
export type SpaceState = {
  readonly version: number
  readonly devices: ReadonlyMap<string, Device>
  readonly receipts: readonly Receipt[]
  /** By `entity/id`. */
  readonly rows: ReadonlyMap<string, StoredRow>
  readonly parts: ReadonlyMap<string, LoadedRow>
  readonly quarantined: readonly (Quarantined & { principal: string })[]
}
export type ServerState = { epoch: number; spaces: ReadonlyMap<string, SpaceState> }

const EMPTY: SpaceState = {
  version: 0,
  devices: new Map(),
  receipts: [],
  rows: new Map(),
  parts: new Map(),
  quarantined: [],
}
const keyOf = (entity: string, id: string) => `${entity}/${id}`
const turn = () => Promise.resolve()

const memorySteps = {
  /** Waits until nobody else holds the space; answers with what gives it back. */
  async lock(locks: Map<string, Promise<void>>, space: string): Promise<() => void> {
    const before = locks.get(space) ?? Promise.resolve()
    let release = () => {}
    const held = new Promise<void>((done) => {
      release = done
    })
    locks.set(
      space,
      before.then(() => held),
    )
    await before
    return release
  },
  /** When the load's snapshot is taken: behind the lock. */
  loadsBehindLock: true,
  /** When the pull's parts are read: all from one snapshot. */
  pullsFromOneSnapshot: true,
  /** Whose rows a pull sees. */
  rowsOf: (state: ServerState, space: string): SpaceState => state.spaces.get(space) ?? EMPTY,
}
export type MemorySteps = typeof memorySteps

export function createMemoryServer(collections: readonly Collection[], replaced: Partial<MemorySteps> = {}) {
  const steps = { ...memorySteps, ...replaced }
  const byName = new Map(collections.map((collection) => [collection.name, collection]))
  const locks = new Map<string, Promise<void>>()
  let state: ServerState = { epoch: 1, spaces: new Map() }

  const spaceOf = (space: string) => state.spaces.get(space) ?? EMPTY

  const store: SyncStore = {
    async write(scope, want, work) {
      const early = spaceOf(scope.space)
      const release = await steps.lock(locks, scope.space)
      try {
        await turn()
        const base = spaceOf(scope.space)
        const loaded = steps.loadsBehindLock ? base : early
        await turn()
        const unit = {
          more: async (needs: readonly Need[]) => needs.flatMap((need) => rowsFor(loaded, need)),
          db: undefined,
        }
        const flush = await work({ ...loadFrom(loaded, want), version: base.version }, unit)
        await turn()
        if (flush) commit(scope.space, scope.actor, flush)
      } finally {
        release()
      }
    },

    async pull(scope, deviceId, after, limit, aside) {
      const snapshot = state
      const rows = page(steps.rowsOf(snapshot, scope.space), after, limit)
      if (!steps.pullsFromOneSnapshot) for (let i = 0; i < 12; i++) await turn()
      const head = steps.pullsFromOneSnapshot ? snapshot : state
      const space = head.spaces.get(scope.space) ?? EMPTY
      const lastSeq = space.devices.get(deviceId)?.lastSeq ?? 0
      const settled = space.receipts
        .filter(({ mid, status }) => aside.includes(mid) && (status === 'applied' || status === 'noop'))
        .map(({ mid }) => ({ mid, how: 'applied' as const }))
      return { epoch: String(head.epoch), version: space.version, gcFloor: 0, lastSeq, rows, settled }
    },

    async boot(scope, range) {
      const snapshot = state
      const space = steps.rowsOf(snapshot, scope.space)
      const days = dayOfRows(byName, space)
      const rows = [...space.rows.values()].filter((stored) => {
        const day = days(stored)
        return day === undefined ? range.undated : day >= range.from && day < range.to
      })
      return {
        epoch: String(snapshot.epoch),
        version: space.version,
        rows: rows.map(toWire),
        months: range.monthsBefore === null ? [] : monthsBefore(space, days, range),
      }
    },

    isDataError: (error) => (error as { code?: string } | null)?.code === '23505',
  }

  /** All at once, like a commit. */
  function commit(space: string, actor: string, flush: Flush): void {
    const before = spaceOf(space)
    const rows = new Map(before.rows)
    const parts = new Map(before.parts)
    for (const { entity, row } of flush.changes) {
      const key = keyOf(entity, row.id)
      if (isWhole(row)) {
        rows.set(key, { entity, row, v: flush.version })
        parts.delete(key)
      } else parts.set(key, { entity, row })
    }
    for (const receipt of flush.receipts) {
      const isTwice = before.receipts.some(
        ({ deviceId, seq, mid, status }) =>
          (deviceId === receipt.deviceId && seq === receipt.seq) ||
          (mid === receipt.mid && status === 'applied' && receipt.status === 'applied'),
      )
      if (isTwice) throw Object.assign(new Error('A receipt exists twice.'), { code: '23505' })
    }
    const devices = new Map(before.devices)
    if (flush.device) devices.set(flush.device.deviceId, flush.device)
    const spaces = new Map(state.spaces).set(space, {
      version: flush.version,
      rows,
      parts,
      devices,
      receipts: [...before.receipts, ...flush.receipts],
      quarantined: [...before.quarantined, ...flush.quarantined.map((item) => ({ ...item, principal: actor }))],
    })
    state = { ...state, spaces }
  }

  function rowsFor(space: SpaceState, need: Need): LoadedRow[] {
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

  function loadFrom(space: SpaceState, want: Want): Loaded {
    const [seqs, mids] = [new Set(want.seqs), new Set(want.mids)]
    return {
      version: space.version,
      device: space.devices.get(want.deviceId),
      receipts: space.receipts.filter(
        ({ deviceId, seq, mid }) => (deviceId === want.deviceId && seqs.has(seq)) || mids.has(mid),
      ),
      rows: want.reads.flatMap((read) => rowsOfRead(space, read)),
    }
  }

  /** A read's rows, and those of its parents. */
  function rowsOfRead(space: SpaceState, read: Read): LoadedRow[] {
    const entity = read.from.name
    if ('id' in read) return rowsFor(space, { entity, ids: [read.id] })
    if ('is' in read) return rowsFor(space, { entity, where: read.where, values: [read.is] })
    const parents = rowsOfRead(space, read.of)
    const values = parents.filter((found) => found.entity === read.of.from.name).map(({ row }) => row.id)
    return [...parents, ...rowsFor(space, { entity, where: read.where, values })]
  }

  return {
    store,
    state: () => state,
    /** As an operator restores: the old data, and an epoch that no phone has seen. */
    restore(backup: ServerState) {
      state = { ...backup, epoch: state.epoch + 1 }
    },
  }
}

function page(space: SpaceState, after: Cursor, limit: number): WireRow[] {
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

function toWire({ entity, row, v }: StoredRow): WireRow {
  return { entity, id: row.id, v, stamps: row.stamps, data: row.data, ...(row.deleted && { deleted: true as const }) }
}

function dayOfRows(collections: ReadonlyMap<string, Collection>, space: SpaceState) {
  return ({ entity, row }: LoadedRow): number | undefined => {
    const collection = collections.get(entity)
    if (collection?.dated) return row.data[collection.dated] as number
    if (!collection?.parent) return undefined
    const above = collections.get(collection.parent.collection)
    const parent = space.rows.get(keyOf(collection.parent.collection, String(row.data[collection.parent.by])))
    return above?.dated && parent ? (parent.row.data[above.dated] as number) : undefined
  }
}

function monthsBefore(space: SpaceState, days: (row: LoadedRow) => number | undefined, range: BootRange): string[] {
  const months = new Set<string>()
  for (const stored of space.rows.values()) {
    const day = days(stored)
    if (day !== undefined && day < (range.monthsBefore ?? 0)) {
      months.add(new Date(day * 86_400_000).toISOString().slice(0, 7))
    }
  }
  return [...months].sort().reverse()
}
