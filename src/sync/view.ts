/**
 * The rows a mutation sees and what it changes, in memory. Both ends load what `reads` names into a view and run the
 * mutator over it; the phone then writes the changes to IndexedDB, the server to PostgreSQL. Nothing here waits.
 */
import { appError } from '../shared/errors.ts'
import type { Write } from './effects.ts'
import { isWhole, mergeRow, NO_STAMP, type SyncedRow } from './merge.ts'
import type { Collection, Read, Row, Tx } from './mutation.ts'
import type { Stamp, Stamps } from './protocol.ts'

/** What must still be loaded before a mutation can run: rows by id, or all rows whose field has one of the values. */
export type Need = { entity: string; ids: string[] } | { entity: string; where: string; values: (string | number)[] }

export type Change = { entity: string; row: SyncedRow; before: SyncedRow | undefined }

/** The buffer of one mutation: kept into the view, or dropped as if it had never run. */
type Draft = {
  tx: Tx
  /** Checks every changed row against its collection and adds the changes to the view. Throws and keeps nothing else. */
  keep(): void
  drop(): void
}

export type View = {
  /** What `reads` asks for and is not loaded yet. Ask again after `lay`: children are known after their parents. */
  needs(reads: readonly Read[]): Need[]
  /** Lays loaded rows under what the batch has written so far, deleted and partial ones included. */
  lay(needs: readonly Need[], rows: readonly { entity: string; row: SyncedRow }[]): void
  /** `who` acts in whose space: it decides which fields are theirs to write. The server itself writes all. */
  begin(reads: readonly Read[], stamp: Stamp, who?: Who): Draft
  /** What kept drafts wrote since this was last asked: for the journal. */
  taken(): Write[]
  /** Every row that kept drafts changed, each once. Rows that nobody has put yet are among them: see `isWhole`. */
  changes(): Change[]
}

export type Who = { actor: string; space: string }
type Values = Set<string | number>
/** Ids and, by field, values: a description of a part of one collection. */
type Scope = { ids: Set<string>; ranges: Map<string, Values> }
type Scopes = Map<string, Scope>

/** `merge` is replaced only by the tests that show what it is for. */
export function createView(collections: ReadonlyMap<string, Collection>, merge = mergeRow): View {
  const rows = new Map<string, Map<string, SyncedRow>>()
  const loaded = new Map<string, SyncedRow>()
  const changed = new Map<string, { entity: string; id: string }>()
  const covered: Scopes = new Map()
  const kept: Write[] = []

  const rowsOf = (entity: string): Map<string, SyncedRow> => entry(rows, entity, () => new Map())

  /** The part of the data that `reads` describes, as far as it is loaded. `of` yields deleted parents too. */
  function resolve(reads: readonly Read[], into: Scopes, onOpen?: (parent: Read) => boolean): void {
    for (const read of reads) {
      const scope = scopeOf(into, read.from.name)
      if ('id' in read) scope.ids.add(read.id)
      else if ('is' in read) valuesOf(scope, read.where).add(read.is)
      else if (!onOpen || onOpen(read.of)) {
        for (const id of yielded(read.of)) valuesOf(scope, read.where).add(id)
      }
    }
  }

  function yielded(read: Read): string[] {
    const scopes: Scopes = new Map()
    resolve([read], scopes)
    const scope = scopes.get(read.from.name)
    return scope ? [...rowsOf(read.from.name).values()].filter((row) => inScope(scope, row)).map((row) => row.id) : []
  }

  function needs(reads: readonly Read[]): Need[] {
    const wanted: Scopes = new Map()
    const open: Read[] = []
    resolve(reads, wanted, (parent) => {
      if (needs([parent]).length === 0) return true
      open.push(parent)
      return false
    })
    if (open.length > 0) resolveOpen(open, wanted)
    return [...wanted].flatMap(([entity, scope]) => missing(entity, scope, covered.get(entity)))
  }

  /** Parents that are not loaded come first; their children are asked for in the next round. */
  function resolveOpen(open: Read[], wanted: Scopes): void {
    for (const need of needs(open)) {
      const scope = scopeOf(wanted, need.entity)
      if ('ids' in need) for (const id of need.ids) scope.ids.add(id)
      else for (const value of need.values) valuesOf(scope, need.where).add(value)
    }
  }

  function lay(answered: readonly Need[], found: readonly { entity: string; row: SyncedRow }[]): void {
    for (const { entity, row } of found) {
      const known = rowsOf(entity)
      if (known.has(row.id)) continue
      known.set(row.id, row)
      loaded.set(`${entity}/${row.id}`, row)
    }
    for (const need of answered) {
      const scope = scopeOf(covered, need.entity)
      if ('ids' in need) for (const id of need.ids) scope.ids.add(id)
      else for (const value of need.values) valuesOf(scope, need.where).add(value)
    }
  }

  function begin(reads: readonly Read[], stamp: Stamp, who?: Who): Draft {
    const allowed: Scopes = new Map()
    resolve(reads, allowed)
    const mine = new Map<string, Map<string, SyncedRow>>()
    const writes: Write[] = []

    const look = (entity: string, id: string) => mine.get(entity)?.get(id) ?? rowsOf(entity).get(id)

    function write(collection: Collection, incoming: SyncedRow): void {
      const { name } = collection
      const row = look(name, incoming.id)
      const scope = allowed.get(name)
      if (!mine.get(name)?.has(incoming.id) && !scope?.ids.has(incoming.id) && !(row && scope && inScope(scope, row))) {
        throw new Error(`The mutation writes ${name} ${incoming.id}, which its reads do not name.`)
      }
      writes.push(row || !isWhole(incoming) ? { entity: name, incoming, before: row } : [name, incoming.id])
      entry(mine, name, () => new Map<string, SyncedRow>()).set(incoming.id, merge(row, incoming))
    }

    const tx: Tx = {
      get<R extends Row>(collection: Collection<R>, id: string): R | undefined {
        const scope = allowed.get(collection.name)
        if (!scope) throw new Error(`The mutation reads ${collection.name}, which its reads do not name.`)
        if (!scope.ids.has(id) && scope.ranges.size === 0) {
          throw new Error(`The mutation reads ${collection.name} ${id}, which its reads do not name.`)
        }
        const row = look(collection.name, id)
        const isSeen =
          row && !row.deleted && isWhole(row) && (inScope(scope, row) || mine.get(collection.name)?.has(id))
        return isSeen ? ({ ...row.data } as R) : undefined
      },
      find<R extends Row>(collection: Collection<R>, where: keyof R & string, is: string | number): R[] {
        if (!allowed.get(collection.name)?.ranges.get(where)?.has(is)) {
          throw new Error(`The mutation finds ${collection.name} by ${where}, which its reads do not name.`)
        }
        const all = new Map([...rowsOf(collection.name), ...(mine.get(collection.name) ?? [])])
        return [...all.values()]
          .filter((row) => !row.deleted && isWhole(row) && row.data[where] === is)
          .sort((a, b) => (a.id < b.id ? -1 : 1))
          .map((row) => ({ ...row.data }) as R)
      },
      put(collection, row) {
        const target = known(collections, collection.name)
        const data = pick(target, row)
        write(target, {
          id: row.id,
          data,
          stamps: stampsOfPut(stamp, foreignFields(target, data, who)),
          deleted: false,
        })
      },
      patch(collection, id, fields) {
        const target = known(collections, collection.name)
        const data = pick(target, fields)
        delete data.id
        const [foreign] = foreignFields(target, data, who)
        if (foreign) throw notTheirs(target, id, foreign)
        if (Object.keys(data).length > 0) write(target, { id, data, stamps: { row: stamp }, deleted: false })
      },
      delete: (collection, id) => write(known(collections, collection.name), deletion(id, stamp, true)),
      restore: (collection, id) => write(known(collections, collection.name), deletion(id, stamp, false)),
    }

    return {
      tx,
      keep() {
        for (const [entity, own] of mine) {
          for (const row of own.values()) checkRow(known(collections, entity), row)
        }
        for (const [entity, own] of mine) {
          for (const row of own.values()) {
            rowsOf(entity).set(row.id, row)
            changed.set(`${entity}/${row.id}`, { entity, id: row.id })
          }
        }
        kept.push(...writes)
        mine.clear()
      },
      drop: () => mine.clear(),
    }
  }

  function changes(): Change[] {
    const all: Change[] = []
    for (const [key, { entity, id }] of changed) {
      const row = rowsOf(entity).get(id)
      if (row) all.push({ entity, row, before: loaded.get(key) })
    }
    return all
  }

  return { needs, lay, begin, taken: () => kept.splice(0), changes }
}

function known(collections: ReadonlyMap<string, Collection>, name: string): Collection {
  const collection = collections.get(name)
  if (!collection) throw new Error(`${name} is not among the synced collections: add it to the list in wiring.`)
  return collection
}

function pick(collection: Collection, values: object): Record<string, unknown> {
  const data: Record<string, unknown> = {}
  for (const field of collection.fields) {
    const value = (values as Record<string, unknown>)[field]
    if (value !== undefined) data[field] = value
  }
  return data
}

/** In a collection that both write, the coach's fields are the coach's alone, and the others the athlete's alone. */
function foreignFields({ coachFields }: Collection, data: object, who: Who | undefined): string[] {
  if (!who || coachFields.length === 0) return []
  const isCoach = who.actor !== who.space
  return Object.keys(data).filter((field) => field !== 'id' && coachFields.includes(field) !== isCoach)
}

/** A row must be put whole: what is not theirs counts as older than anything its owner ever wrote. */
function stampsOfPut(stamp: Stamp, foreign: readonly string[]): Stamps {
  if (foreign.length === 0) return { row: stamp }
  const oldest: Stamp = [0, stamp[1], stamp[2]]
  return { row: stamp, fields: Object.fromEntries(foreign.map((field) => [field, oldest])) }
}

function notTheirs({ name, coachFields }: Collection, id: string, field: string) {
  const owner = coachFields.includes(field) ? 'coach' : 'athlete'
  return appError('forbidden', `${name} ${id} was not changed: only the ${owner} may change ${field}.`, { field })
}

/** Deleting and restoring write no data, so the rest of the row keeps its stamps. */
function deletion(id: string, stamp: Stamp, deleted: boolean): SyncedRow {
  return { id, data: {}, stamps: { row: NO_STAMP, fields: { deleted: stamp } }, deleted }
}

function checkRow(collection: Collection, row: SyncedRow): void {
  if (isWhole(row)) mustBeValid(collection, row.id, collection.row, row.data)
}

/** Throws the sentence for the person. */
export function mustBeValid({ name }: Collection, id: string, schema: Collection['row'], data: object): void {
  const checked = schema.safeParse(data)
  if (checked.success) return
  const issue = checked.error.issues[0]
  const field = issue?.path.join('.') ?? ''
  throw appError('bad_input', `${name} ${id} was not changed: ${field} is not valid. Correct it and save again.`, {
    entity: name,
    field,
  })
}

function entry<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const found = map.get(key)
  if (found !== undefined) return found
  const made = make()
  map.set(key, made)
  return made
}

function scopeOf(scopes: Scopes, entity: string): Scope {
  return entry(scopes, entity, () => ({ ids: new Set<string>(), ranges: new Map<string, Values>() }))
}

function valuesOf(scope: Scope, where: string): Values {
  return entry(scope.ranges, where, () => new Set<string | number>())
}

function inScope(scope: Scope, row: SyncedRow): boolean {
  if (scope.ids.has(row.id)) return true
  for (const [where, values] of scope.ranges) {
    if (values.has(row.data[where] as string | number)) return true
  }
  return false
}

function missing(entity: string, wanted: Scope, covered: Scope | undefined): Need[] {
  const all: Need[] = []
  const ids = [...wanted.ids].filter((id) => !covered?.ids.has(id))
  if (ids.length > 0) all.push({ entity, ids })
  for (const [where, values] of wanted.ranges) {
    const open = [...values].filter((value) => !covered?.ranges.get(where)?.has(value))
    if (open.length > 0) all.push({ entity, where, values: open })
  }
  return all
}
