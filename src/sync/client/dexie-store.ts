/**
 * The store on IndexedDB: one database per account. A transaction that resolves is on disk (`strict`); a connection that
 * the browser lost (iOS does it in the background) is replaced by a new handle and the work runs once more.
 */
import { Dexie, liveQuery, type Table, type Transaction } from 'dexie'
import type { AnyCollection } from './api.ts'
import { packMonth } from './month.ts'
import { isQuotaError, type Key, type PhoneStore, rowTable, type StoreTx, TABLE_KEYS, type TableName } from './store.ts'

/** Raised with a new table or index, and when a record is stored in another shape. */
const STORE_V = 5

/** How the browser names a dead connection. Retrying on the same handle never helps: only a new one does. */
const LOST = new Set(['UnknownError', 'InvalidStateError', 'DatabaseClosedError', 'AbortError', 'OpenFailedError'])

/** A browser that lost the connection may never end what runs on it: closing waits no longer. */
const CLOSING_MS = 1_000

/** Between attempts to watch again after the second loss in a row. */
const LIVE_AGAIN_MS = 2_000

export function createDexieStore(
  name: string,
  collections: readonly AnyCollection[],
  /** Drops what lies beside the log and is on the server. */
  makeRoom?: () => Promise<unknown>,
): PhoneStore {
  const tables = schemaOf(collections)
  let db = open()
  let isClosed = false
  /** What Dexie will say of the silent writes. */
  const silences = new WeakSet<object>()

  function open(): Dexie {
    // Dexie's own cache would copy every answer of a live query, months of rows among them.
    const opened = new Dexie(name, { chromeTransactionDurability: 'strict', cache: 'disabled' })
    opened.version(STORE_V).stores(tables).upgrade(packMonths)
    return opened
  }

  function renew(dead: Dexie): void {
    // Two works may lose the same handle at once; only the first replaces it.
    if (db !== dead || isClosed) return
    dead.close({ disableAutoOpen: true })
    db = open()
  }

  const running = new Set<Promise<unknown>>()
  function withHandle<T>(run: (db: Dexie) => PromiseLike<T>): Promise<T> {
    const work = attempt(run)
    const end = () => running.delete(work)
    running.add(work)
    work.then(end, end)
    return work
  }

  async function attempt<T>(run: (db: Dexie) => PromiseLike<T>): Promise<T> {
    const first = db
    try {
      return await run(first)
    } catch (error) {
      if (!isLost(error) || isClosed) throw error
      renew(first)
    }
    const second = db
    try {
      return await run(second)
    } catch (error) {
      // Half opened, it would fail for ever: the next work begins on a new one.
      renew(second)
      throw error
    }
  }

  // Dexie keeps a transaction open over native awaits only when the function it is given is itself async.
  return {
    read: (names, run) => withHandle((used) => used.transaction('r', [...names], async () => run(dexieTx(used)))),
    write(names, run, { silent = false } = {}) {
      const write = () =>
        withHandle((used) =>
          used.transaction('rw', [...names], async ({ idbtrans }) => {
            const result = await run(dexieTx(used))
            const { mutatedParts } = idbtrans as IDBTransaction & { mutatedParts?: object }
            if (silent && mutatedParts) silences.add(mutatedParts)
            return result
          }),
        )
      return write().catch(async (error) => {
        if (!makeRoom || !isQuotaError(error)) throw error
        await makeRoom()
        return write()
      })
    },
    readLoosely: (query) => withHandle((used) => query(dexieTx(used))),
    live(query, onValue, onError) {
      let stop = () => {}
      let isFirst = true
      const subscribe = () => {
        const used = db
        const subscription = liveQuery(async () => query(dexieTx(used))).subscribe({
          next(value) {
            isFirst = true
            onValue(value)
          },
          error(error) {
            if (isClosed) return
            if (!isLost(error)) return onError(error)
            renew(used)
            if (isFirst) {
              isFirst = false
              return subscribe()
            }
            // The browser's database process is down: the screen keeps what it shows.
            const again = setTimeout(subscribe, LIVE_AGAIN_MS)
            stop = () => clearTimeout(again)
          },
        })
        stop = () => subscription.unsubscribe()
      }
      subscribe()
      return () => stop()
    },
    watch(onChange) {
      const prefix = `idb://${name}/`
      const listener = (parts: Record<string, unknown>) => {
        if (silences.has(parts)) return
        const changed = Object.keys(parts).flatMap((part) =>
          part.startsWith(prefix) ? [part.slice(prefix.length).split('/')[0] ?? ''] : [],
        )
        if (changed.length > 0) onChange(new Set(changed))
      }
      Dexie.on.storagemutated.subscribe(listener)
      return () => Dexie.on.storagemutated.unsubscribe(listener)
    },
    async close() {
      isClosed = true
      db.close({ disableAutoOpen: true })
      // Until then the connection holds the database, and whoever deletes that is kept waiting.
      await Promise.race([Promise.allSettled(running), new Promise((resolve) => setTimeout(resolve, CLOSING_MS))])
    },
  }
}

/** Before version 2 a month was a list of its rows. */
function packMonths(tx: Transaction): PromiseLike<unknown> {
  return tx
    .table('months')
    .toCollection()
    .modify((old, place) => {
      const { rows, ...month } = old
      if (!rows) return
      place.value = { ...month, entities: packMonth(rows) }
    })
}

function schemaOf(collections: readonly AnyCollection[]): Record<string, string> {
  const rows = collections.map((collection) => {
    const fields = new Set([...collection.indexes, ...(collection.dated ? [collection.dated] : [])])
    return [rowTable(collection.name), ['id', ...[...fields].map((field) => `data.${field}`)].join(', ')]
  })
  return { ...TABLE_KEYS, ...Object.fromEntries(rows) }
}

/** Up to here values are asked for one by one. */
const FEW = 32
/** A request costs about as much as reading this many records that were not asked for. */
const EACH_COSTS = 30
/** Records read at once: more would hold up the screen while they are unpacked. */
const AT_ONCE = 1_000

function valueAt(record: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((value, name) => (value as Record<string, unknown> | undefined)?.[name], record)
}

function dexieTx(db: Dexie): StoreTx {
  const table = (name: TableName): Table => db.table(name)
  /** A request for each value in one transaction: `anyOf` walks a cursor instead, row by row, a hundred times slower. */
  const each = <T>(name: TableName, values: readonly Key[], read: (value: Key) => PromiseLike<T>): PromiseLike<T[]> =>
    db.transaction('r', name, async () => Promise.all([...new Set(values)].map(read)))
  /** The whole table, piece by piece. */
  const everything = (name: TableName): PromiseLike<unknown[]> =>
    db.transaction('r', name, async () => {
      const records: unknown[] = []
      const { keyPath } = table(name).schema.primKey
      for (let after: Key | undefined; ; ) {
        const rest = after === undefined ? table(name).toCollection() : table(name).where(':id').above(after)
        const piece = await rest.limit(AT_ONCE).toArray()
        records.push(...piece)
        if (piece.length < AT_ONCE) return records
        after = piece.at(-1)?.[keyPath as string]
      }
    })
  const isMostOf = async (name: TableName, values: readonly Key[]) =>
    values.length > FEW && values.length * EACH_COSTS > (await table(name).count())
  return {
    get: (name, key) => table(name).get(key),
    async getMany(name, keys) {
      if (!(await isMostOf(name, keys))) return table(name).bulkGet([...keys])
      const path = table(name).schema.primKey.keyPath as string
      const byKey = new Map((await everything(name)).map((record) => [valueAt(record, [path]), record]))
      return keys.map((key) => byKey.get(key)) as never
    },
    find: (name, index, is) => table(name).where(index).equals(is).toArray(),
    async findAny(name, index, values) {
      if (await isMostOf(name, values)) {
        const wanted = new Set<unknown>(values)
        const path = index.split('.')
        return (await everything(name)).filter((record) => wanted.has(valueAt(record, path))) as never
      }
      const found = await each(name, values, (value) => table(name).where(index).equals(value).toArray())
      const path = table(name).schema.primKey.keyPath as string
      return [...new Map(found.flat().map((record) => [record[path], record])).values()]
    },
    async keysOfAny(name, index, values) {
      if (values.length > FEW && (await table(name).count()) === 0) return []
      const found = await each(name, values, (value) => table(name).where(index).equals(value).primaryKeys())
      return [...new Set(found.flat())]
    },
    async held(name, keys) {
      if (keys.length <= FEW) {
        const found = await table(name).bulkGet([...keys])
        return new Set(keys.filter((_, i) => found[i] !== undefined))
      }
      const held = new Set<Key>((await table(name).toCollection().primaryKeys()) as Key[])
      return new Set(keys.filter((key) => held.has(key)))
    },
    range(name, index, { from = Dexie.minKey, to = Dexie.maxKey, limit, newestFirst }) {
      let found = table(name)
        .where(index ?? ':id')
        .between(from, to, true, true)
      if (newestFirst) found = found.reverse()
      return (limit === undefined ? found : found.limit(limit)).toArray()
    },
    all: (name) => table(name).toArray(),
    count: (name) => table(name).count(),
    put: async (name, records) => {
      await table(name).bulkPut([...records])
    },
    remove: (name, keys) => table(name).bulkDelete([...keys]),
    clear: (name) => table(name).clear(),
  }
}

function isLost(error: unknown): boolean {
  if (isQuotaError(error)) return false
  for (let e = error as { name?: string; inner?: unknown } | undefined; e; e = e.inner as typeof e)
    if (e.name && LOST.has(e.name)) return true
  return false
}
