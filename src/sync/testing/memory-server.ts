/**
 * The server's store in memory, with PostgreSQL's rules where they matter: a lock a space, snapshots that are taken at
 * one moment, all or nothing at commit, unique receipts. Its steps can be replaced one at a time, as on PostgreSQL.
 */
import type { Collection } from '../mutation.ts'
import type { Flush, Loaded, SyncStore, Want } from '../server/store.ts'
import type { Need } from '../view.ts'
import { type AsideInMemory, asideInMemory } from './memory-aside.ts'
import {
  dayOfRows,
  EMPTY,
  monthsBefore,
  page,
  rowsFor,
  rowsOfRead,
  type ServerState,
  type SpaceState,
  toWire,
  withChanges,
} from './memory-rows.ts'

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
  ...asideInMemory,
}
export type MemorySteps = typeof memorySteps & AsideInMemory
export type MemoryServer = ReturnType<typeof createMemoryServer>

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
      const settled = steps.settled(space, scope.actor, aside)
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

  function commit(space: string, actor: string, flush: Flush): void {
    const before = spaceOf(space)
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
    const kept = flush.quarantined.map((item) => ({ ...item, principal: actor, hiddenFrom: [] }))
    set(space, {
      ...withChanges(before, flush.changes, flush.version),
      devices,
      receipts: [...before.receipts, ...flush.receipts],
      quarantined: [...before.quarantined, ...kept],
    })
  }

  /** All at once, like a commit. */
  function set(space: string, next: SpaceState): void {
    state = { ...state, spaces: new Map(state.spaces).set(space, next) }
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

  return {
    store,
    steps,
    collections: byName,
    state: () => state,
    /** One transaction behind the space's lock; what throws changes nothing. */
    async change(space: string, work: (base: SpaceState) => SpaceState): Promise<void> {
      const release = await steps.lock(locks, space)
      try {
        await turn()
        const next = work(spaceOf(space))
        await turn()
        set(space, next)
      } finally {
        release()
      }
    },
    /** As an operator restores: the old data, and an epoch that no phone has seen. */
    restore(backup: ServerState) {
      state = { ...backup, epoch: state.epoch + 1 }
    },
  }
}
