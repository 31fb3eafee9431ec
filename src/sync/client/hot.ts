/**
 * The open workout in memory. A mutation runs over these rows in the task of the tap and the screen paints; the commit
 * that follows is the truth and takes its place. Rows that did not change keep their identity, so that only the row
 * that was tapped renders.
 */

import { isWhole, NO_STAMP, type SyncedRow } from '../merge.ts'
import type { Collection, Row } from '../mutation.ts'
import { createView } from '../view.ts'
import type { AnyCollection, Hot, HotRows, LoggedMutation } from './api.ts'
import { findStored, getStored, type Loaded } from './load.ts'
import { keyOf, type PhoneStore, rowTable, type StoredRow } from './store.ts'
import { contextOf, type Runnable, type World } from './world.ts'

type Painted = { runnable: Runnable; logged: LoggedMutation }
type Parent = { collection: string; id: string; holders: number; ready: boolean }
type Shown = { entity: string; row: SyncedRow }

export type HotLayer = HotRows & {
  keep(collection: AnyCollection, id: string): () => void
  /** Runs the mutation over memory; gives the ids of the rows it changes here (none when it touches nothing hot). */
  paint(runnable: Runnable, logged: LoggedMutation): string[]
  /** It is durable: these are its rows. */
  settle(mid: string, rows: readonly Loaded[]): void
  /** It was refused: its paint goes. */
  drop(mid: string): void
  /** The store changed under us: a pull, or another tab. */
  reload(tables: ReadonlySet<string>): Promise<void>
}

/** Later than every stamp in the store: what was just tapped shows. */
const PAINT_MS = Number.MAX_SAFE_INTEGER

export function createHot(world: World, store: PhoneStore): HotLayer {
  const parents = new Map<string, Parent>()
  const listeners = new Set<() => void>()
  const painted = new Map<string, Painted>()
  let committed = new Map<string, Loaded>()
  let shown = new Map<string, Shown>()
  const snapshots = new WeakMap<object, Map<string, { at: number; made: Record<string, unknown> }>>()
  const lists = new Map<string, Row[]>()
  /** Counts own commits: a read that began before one must not overwrite its rows. */
  let commits = 0
  let changes = 0

  function childrenOf(collection: string): Collection[] {
    return [...world.collections.values()].filter((child) => child.parent?.collection === collection)
  }

  function isHot(entity: string, row: SyncedRow): boolean {
    if (parents.has(keyOf(entity, row.id))) return true
    const parent = world.collections.get(entity)?.parent
    return parent !== undefined && parents.has(keyOf(parent.collection, String(row.data[parent.by])))
  }

  function recompute(): string[] {
    const next = new Map<string, Shown>(committed)
    const changedIds: string[] = []
    if (painted.size > 0) {
      const view = createView(world.collections)
      let n = 0
      for (const one of painted.values()) paintOne(view, one, ++n)
      for (const { entity, row } of view.changes()) {
        const key = keyOf(entity, row.id)
        if (!next.has(key) && !isHot(entity, row)) continue
        const before = shown.get(key)
        const isSame = before && before.row.deleted === row.deleted && isEqual(before.row.data, row.data)
        next.set(key, isSame ? before : { entity, row })
        changedIds.push(row.id)
      }
    }
    for (const [key, one] of next) {
      const before = shown.get(key)
      if (
        before &&
        before.row !== one.row &&
        before.row.deleted === one.row.deleted &&
        isEqual(before.row.data, one.row.data)
      )
        next.set(key, before)
    }
    shown = next
    return changedIds
  }

  function paintOne(view: ReturnType<typeof createView>, { runnable, logged }: Painted, n: number): void {
    const context = contextOf(world, logged)
    const reads = runnable.mutation.reads(runnable.args, context)
    for (let needs = view.needs(reads); needs.length > 0; needs = view.needs(reads)) {
      const rows = needs.flatMap((need) =>
        [...committed.values()].filter(
          ({ entity, row }) =>
            entity === need.entity &&
            ('ids' in need ? need.ids.includes(row.id) : need.values.includes(row.data[need.where] as string)),
        ),
      )
      view.lay(needs, rows)
    }
    const draft = view.begin(reads, [PAINT_MS, NO_STAMP[1], n], context)
    try {
      runnable.mutation.run(draft.tx, runnable.args, context)
      draft.keep()
    } catch {
      // Rows that are not hot may be what it misses. The commit sees all of them and decides.
      draft.drop()
    }
  }

  function tell(): void {
    changes++
    for (const listener of [...listeners]) listener()
  }

  async function load(): Promise<void> {
    const wanted = [...parents.values()]
    if (wanted.length === 0) {
      committed = new Map()
      return
    }
    const before = commits
    const tables = new Set(
      wanted.flatMap(({ collection }) => [collection, ...childrenOf(collection).map(({ name }) => name)]),
    )
    const found = await store.read([...[...tables].map(rowTable), 'months'], async (tx) => {
      const rows: Loaded[] = []
      for (const { collection, id } of wanted) {
        const own = world.collections.get(collection)
        if (!own) continue
        const [row] = await getStored(tx, own, [id])
        if (row) rows.push({ entity: collection, row })
        for (const child of childrenOf(collection))
          for (const one of await findStored(tx, child, child.parent?.by ?? '', [id]))
            rows.push({ entity: child.name, row: one })
      }
      return rows
    })
    if (before !== commits) return load()
    const next = new Map<string, Loaded>()
    for (const one of found) {
      const key = keyOf(one.entity, one.row.id)
      const known = committed.get(key)
      next.set(key, known && isEqualRow(known.row, one.row) ? known : one)
    }
    committed = next
    for (const parent of wanted) parent.ready = true
    recompute()
    tell()
  }

  function listOf(collection: Collection, parent: Parent): Row[] {
    const rows: Row[] = []
    for (const { entity, row } of shown.values())
      if (
        entity === collection.name &&
        !row.deleted &&
        isWhole(row) &&
        row.data[collection.parent?.by ?? ''] === parent.id
      )
        rows.push(row.data as Row)
    rows.sort((a, b) => (a.id < b.id ? -1 : 1))
    const name = `${collection.name}<${keyOf(parent.collection, parent.id)}`
    const before = lists.get(name)
    if (before && before.length === rows.length && before.every((row, i) => row === rows[i])) return before
    lists.set(name, rows)
    return rows
  }

  return {
    keep(collection, id) {
      const key = keyOf(collection.name, id)
      const parent = parents.get(key) ?? { collection: collection.name, id, holders: 0, ready: false }
      parent.holders++
      parents.set(key, parent)
      if (parent.holders === 1) {
        recompute()
        tell()
        // A store that can't be read shows itself in the status; the next change of the store loads again.
        load().catch(() => {})
      }
      return () => {
        if (--parent.holders > 0) return
        parents.delete(key)
        for (const [rowKey, { entity, row }] of committed) if (!isHot(entity, row)) committed.delete(rowKey)
        recompute()
      }
    },
    paint(runnable, logged) {
      painted.set(logged.mid, { runnable, logged })
      if (parents.size === 0) return []
      const before = shown
      const ids = recompute()
      tell()
      return ids.filter((id) =>
        [...shown].some(([key, { row }]) => row.id === id && before.get(key) !== shown.get(key)),
      )
    },
    settle(mid, rows) {
      commits++
      painted.delete(mid)
      for (const one of rows) {
        const key = keyOf(one.entity, one.row.id)
        if (committed.has(key) || isHot(one.entity, one.row)) committed.set(key, one)
      }
      if (parents.size === 0) return
      recompute()
      tell()
    },
    drop(mid) {
      if (!painted.delete(mid) || parents.size === 0) return
      recompute()
      tell()
    },
    async reload(tables) {
      const isMine = [...parents.values()].some(({ collection }) =>
        [collection, ...childrenOf(collection).map(({ name }) => name)].some((name) => tables.has(rowTable(name))),
      )
      if (isMine) await load()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    held: () => [...shown.values()].flatMap(({ entity, row }) => (row.deleted ? [] : [{ entity, row: row.data }])),
    snapshot<P extends Row, C extends Record<string, AnyCollection>>(
      collection: Collection<P>,
      id: string,
      children: C,
    ): Hot<P, C> {
      const key = keyOf(collection.name, id)
      const cache = snapshots.get(children) ?? new Map<string, { at: number; made: Record<string, unknown> }>()
      snapshots.set(children, cache)
      const known = cache.get(key)
      if (known?.at === changes) return known.made as Hot<P, C>
      const parent = parents.get(key) ?? { collection: collection.name, id, holders: 0, ready: false }
      const row = shown.get(key)?.row
      const made: Record<string, unknown> = {
        ...Object.fromEntries(
          Object.entries(children).map(([name, child]) => [name, listOf(child as Collection, parent)]),
        ),
        ready: parent.ready,
        parent: row && !row.deleted && isWhole(row) ? row.data : undefined,
      }
      const isSame = known && Object.keys(made).every((name) => known.made[name] === made[name])
      cache.set(key, { at: changes, made: isSame ? known.made : made })
      return (isSame ? known.made : made) as Hot<P, C>
    },
  }
}

function isEqualRow(a: StoredRow, b: StoredRow): boolean {
  return a.v === b.v && a.deleted === b.deleted && isEqual(a.data, b.data)
}

function isEqual(a: Record<string, unknown>, b: Record<string, unknown>): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b)
}
