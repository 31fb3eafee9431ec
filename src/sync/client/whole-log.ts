/** A log, whole: what an archive is written from, and what one that comes in is compared with. */
import { type Archive, type Log, namedCollections } from '../archive.ts'
import type { Collection, Row } from '../mutation.ts'
import type { WireRow } from '../protocol.ts'
import type { AnyCollection, Phone, Rows } from './api.ts'

/** `missing` are the months that neither this phone nor the server gave: without a signal, or still on their way. */
export type WholeLog = Archive & {
  /** Ids of what was deleted by itself. */
  gone: ReadonlyMap<string, ReadonlySet<string>>
}

type Parts = {
  collections: readonly AnyCollection[]
  /** A month from the server: for those that this phone had no room for. */
  fetchMonth: (month: string) => Promise<readonly WireRow[]>
  onMonth?: (done: number, total: number) => void
}

/** A phone, or a handle of its own on a phone's store. */
export type LogReader = Pick<Phone, 'read'> & { steps: Pick<Phone['steps'], 'meta'> }

/** One moment of this phone, and under it the months that it does not hold. */
export async function gatherLog(phone: LogReader, { collections, fetchMonth, onMonth }: Parts): Promise<WholeLog> {
  // Asked first: a month that arrives meanwhile is fetched once too often, and laid under what is here.
  const meta = await phone.steps.meta()
  const months = [...(meta?.monthsLeft ?? []), ...(meta?.dropped ?? [])]
  const { log, gone, deleted } = await phone.read((rows) => readAll(rows, collections))
  const missing: string[] = []
  for (const [i, month] of months.entries()) {
    onMonth?.(i, months.length)
    const rows = await fetchMonth(month).catch(() => null)
    if (rows) layUnder(log, gone, rows)
    else missing.push(month)
  }
  const whole = seen(collections as readonly Collection[], log, gone)
  return { log: whole, deleted: stillNamed(collections as readonly Collection[], whole, deleted), gone, missing }
}

/** Of what was deleted, the rows that something which is there still names. */
function stillNamed(collections: readonly Collection[], log: Log, deleted: Log): Log {
  const named = new Map<string, Set<string>>()
  for (const { name, readBy } of collections) {
    if (!readBy) continue
    const ids = (log.get(name) ?? []).map((row) => textOf(row, readBy.by))
    named.set(readBy.collection, new Set([...(named.get(readBy.collection) ?? []), ...ids]))
  }
  return new Map([...deleted].map(([name, rows]) => [name, rows.filter(({ id }) => named.get(name)?.has(id))]))
}

type Lists = Map<string, Row[]>
type Ids = Map<string, Set<string>>

async function readAll(rows: Rows, collections: readonly AnyCollection[]) {
  const log: Lists = new Map()
  const gone: Ids = new Map()
  const deleted: Lists = new Map()
  for (const collection of namedCollections(collections)) deleted.set(collection.name, await rows.deleted(collection))
  for (const collection of collections as readonly Collection[]) {
    log.set(collection.name, await rows.all(collection))
    gone.set(collection.name, new Set(await rows.gone(collection)))
  }
  return { log, gone, deleted }
}

function layUnder(log: Lists, gone: Ids, found: readonly WireRow[]): void {
  const here = new Map([...log].map(([name, rows]) => [name, new Set(rows.map(({ id }) => id))]))
  for (const { entity, id, deleted, data } of found) {
    if (here.get(entity)?.has(id) || gone.get(entity)?.has(id)) continue
    if (deleted) gone.get(entity)?.add(id)
    else if (data?.id !== undefined) log.get(entity)?.push(data as Row)
  }
}

/**
 * Without what is hidden: what stands in something that was deleted, and the sets of an exercise that was taken out of
 * its workout, though nobody deleted them.
 */
function seen(collections: readonly Collection[], log: Lists, gone: Ids): Log {
  const hiding = new Map(
    collections.map(({ name, parent }) => {
      const others = collections.filter(
        (other) => other.name !== name && other.parent?.collection === parent?.collection,
      )
      return [name, parent ? others.flatMap((other) => [...(gone.get(other.name) ?? [])]) : []]
    }),
  )
  return new Map(
    collections.map(({ name, parent, siblings = [] }) => {
      const above = parent && gone.get(parent.collection)
      const beside = new Set(hiding.get(name))
      const isHidden = (row: Row) =>
        above?.has(textOf(row, parent?.by ?? '')) || siblings.some((field) => beside.has(textOf(row, field)))
      const rows = log.get(name) ?? []
      return [name, above?.size || beside.size ? rows.filter((row) => !isHidden(row)) : rows]
    }),
  )
}

const textOf = (row: Row, field: string) => String((row as unknown as Record<string, unknown>)[field])
