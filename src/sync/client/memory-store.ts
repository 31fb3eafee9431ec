/**
 * The store in memory, for the property tests. A `disk` outlives its stores: a new store over the same disk is a reload
 * of the app, two stores over one disk are two tabs.
 */
import {
  type Key,
  type PhoneStore,
  type Range,
  type RecordOf,
  type StoreTx,
  TABLE_KEYS,
  type TableName,
  type WriteOptions,
} from './store.ts'

type Records = Map<Key, unknown>
type Listener = (tables: ReadonlySet<string>, silentOf?: PhoneStore) => void
export type Disk = { tables: Map<string, Records>; tail: Promise<unknown>; listeners: Set<Listener> }

/** Called at each point where a phone may die; it may throw. After `committed` the disk has the transaction. */
export type Fault = (point: 'read' | 'begin' | 'commit' | 'committed') => void

export function createDisk(): Disk {
  return { tables: new Map(), tail: Promise.resolve(), listeners: new Set() }
}

export function createMemoryStore(disk: Disk = createDisk(), fault: Fault = () => {}): PhoneStore {
  const mine = new Set<Listener>()
  let isClosed = false

  function subscribe(listener: Listener): () => void {
    disk.listeners.add(listener)
    mine.add(listener)
    return () => {
      disk.listeners.delete(listener)
      mine.delete(listener)
    }
  }

  async function write<T>(
    _tables: readonly TableName[],
    run: (tx: StoreTx) => Promise<T>,
    { silent = false }: WriteOptions = {},
  ): Promise<T> {
    const turn = disk.tail.then(async () => {
      if (isClosed) throw new Error('The store is closed.')
      fault('begin')
      const buffer = new Map<string, Records>()
      const result = await run(memoryTx(disk, buffer))
      fault('commit')
      for (const [table, records] of buffer) {
        const target = tableOf(disk, table)
        for (const [key, record] of records) {
          if (record === undefined) target.delete(key)
          else target.set(key, record)
        }
      }
      const changed = new Set(buffer.keys())
      if (changed.size > 0) for (const listener of [...disk.listeners]) listener(changed, silent ? store : undefined)
      fault('committed')
      return result
    })
    disk.tail = turn.catch(() => {})
    return turn
  }

  /** Waits its turn, so that no read sees half of a transaction. */
  async function read<T>(_tables: readonly TableName[], run: (tx: StoreTx) => Promise<T>): Promise<T> {
    const turn = disk.tail.then(() => {
      fault('read')
      return run(memoryTx(disk, new Map()))
    })
    disk.tail = turn.catch(() => {})
    return turn
  }

  const store: PhoneStore = {
    read,
    write,
    readLoosely: (query) => read([], query),
    watch: (onChange) => subscribe((tables, silentOf) => silentOf === store || onChange(tables)),
    live(query, onValue, onError) {
      let isStopped = false
      const run = () =>
        void read([], query).then(
          (value) => isStopped || onValue(value),
          (error) => isStopped || onError(error),
        )
      const stop = subscribe(run)
      run()
      return () => {
        isStopped = true
        stop()
      }
    },
    async close() {
      isClosed = true
      for (const listener of mine) disk.listeners.delete(listener)
    },
  }
  return store
}

function tableOf(disk: Disk, table: string): Records {
  return made(disk.tables, table)
}

function made(tables: Map<string, Records>, table: string): Records {
  const records: Records = tables.get(table) ?? new Map()
  tables.set(table, records)
  return records
}

function memoryTx(disk: Disk, buffer: Map<string, Records>): StoreTx {
  const written = (table: string): Records => made(buffer, table)
  function* everything<T extends TableName>(table: T): Generator<[Key, RecordOf<T>]> {
    const changed = buffer.get(table)
    for (const [key, record] of tableOf(disk, table)) if (!changed?.has(key)) yield [key, record as RecordOf<T>]
    for (const [key, record] of changed ?? []) if (record !== undefined) yield [key, record as RecordOf<T>]
  }
  const get = <T extends TableName>(table: T, key: Key) =>
    (buffer.get(table)?.has(key) ? buffer.get(table)?.get(key) : tableOf(disk, table).get(key)) as
      | RecordOf<T>
      | undefined
  const sorted = <T extends TableName>(table: T, path: string): RecordOf<T>[] =>
    [...everything(table)]
      .sort(([a, x], [b, y]) => order(at(x, path), at(y, path)) || order(a, b))
      .map(([, record]) => record)

  const findAny = <T extends TableName>(table: T, index: string, values: ReadonlySet<Key>): RecordOf<T>[] =>
    sorted(table, primary(table)).filter((record) => {
      const value = at(record, index)
      return Array.isArray(value) ? value.some((one) => values.has(one)) : values.has(value as Key)
    })

  return {
    get: async (table, key) => get(table, key),
    getMany: async (table, keys) => keys.map((key) => get(table, key)),
    find: async (table, index, is) =>
      sorted(table, primary(table)).filter((record) => {
        const value = at(record, index)
        return Array.isArray(value) ? value.includes(is) : value === is
      }),
    findAny: async (table, index, values) => findAny(table, index, new Set(values)),
    keysOfAny: async (table, index, values) =>
      findAny(table, index, new Set(values)).map((record) => at(record, primary(table)) as Key),
    held: async (table, keys) => new Set(keys.filter((key) => get(table, key) !== undefined)),
    range: async (table, index, { from, to, limit, newestFirst }: Range) => {
      const path = index ?? primary(table)
      const found = sorted(table, path).filter((record) => {
        const value = at(record, path) as Key | null | undefined
        if (value === undefined || value === null) return false
        return (from === undefined || order(value, from) >= 0) && (to === undefined || order(value, to) <= 0)
      })
      if (newestFirst) found.reverse()
      return limit === undefined ? found : found.slice(0, limit)
    },
    all: async (table) => sorted(table, primary(table)),
    count: async (table) => [...everything(table)].length,
    put: async (table, records) => {
      for (const record of records) written(table).set(at(record, primary(table)) as Key, structuredClone(record))
      if (isUniqueByMid(table)) mustBeUnique([...everything(table)].map(([, record]) => at(record, 'mid')))
    },
    remove: async (table, keys) => {
      for (const key of keys) written(table).set(key, undefined)
    },
    clear: async (table) => {
      for (const [key] of everything(table)) written(table).set(key, undefined)
    },
  }
}

function isUniqueByMid(table: string): boolean {
  const keys: Record<string, string> = TABLE_KEYS
  return keys[table]?.includes('&mid') ?? false
}

/** As IndexedDB: the whole transaction fails. */
function mustBeUnique(mids: readonly unknown[]): void {
  if (new Set(mids).size < mids.length)
    throw Object.assign(new Error('A mid is there twice.'), { name: 'ConstraintError' })
}

function primary(table: string): string {
  const keys: Record<string, string> = TABLE_KEYS
  return keys[table]?.split(',')[0] ?? 'id'
}

function at(record: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((value, name) => (value as Record<string, unknown> | undefined)?.[name], record)
}

/** IndexedDB's order: numbers before strings. */
function order(a: unknown, b: unknown): number {
  if (typeof a !== typeof b) return typeof a === 'number' ? -1 : 1
  return (a as Key) < (b as Key) ? -1 : (a as Key) > (b as Key) ? 1 : 0
}
