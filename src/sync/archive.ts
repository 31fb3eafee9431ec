/**
 * The archive: everything of a log that its athlete would want to keep, as text that says the same wherever it was
 * written. Promise: a log that is written, brought into an empty account and written again is the same bytes; so nothing
 * in it depends on when, where or from whose account it came. The format is told in docs/export-format.md.
 */
import { SELF } from './archive-mutations.ts'
import type { Collection, Row } from './mutation.ts'

export const ARCHIVE_FORMAT = 'spotter-archive'
export const ARCHIVE_VERSION = 1

type Collections = readonly (Collection<never> | Collection)[]
/** The rows of each collection by its name. */
export type Log = ReadonlyMap<string, readonly Row[]>

export type Archive = {
  log: Log
  /** What was deleted and is still named: an own exercise whose name old workouts show. It stays deleted. */
  deleted: Log
  /** Months (`2019-03`) that could not be read: an archive that is a part says so. */
  missing: readonly string[]
}

/** Collections whose deleted rows others still name. */
export function namedCollections(collections: Collections): Collection[] {
  const names = new Set(plain(collections).flatMap(({ readBy }) => (readBy ? [readBy.collection] : [])))
  return plain(collections).filter(({ name }) => names.has(name))
}

const plain = (collections: Collections) => collections as readonly Collection[]

/** The text in pieces, a few hundred rows each, so that a long log is written between two frames. */
export function* archivePieces(
  collections: Collections,
  { missing, log, deleted }: Archive,
  space: string,
): Generator<{ text: string; rows: number }> {
  const months = JSON.stringify([...missing].sort())
  yield { text: `{"format":"${ARCHIVE_FORMAT}","version":${ARCHIVE_VERSION},"missing":${months},"log":{`, rows: 0 }
  yield* lists(plain(collections), log, space)
  yield { text: '\n},"deleted":{', rows: 0 }
  yield* lists(namedCollections(collections), deleted, space)
  yield { text: '\n}}\n', rows: 0 }
}

function* lists(collections: readonly Collection[], log: Log, space: string): ReturnType<typeof archivePieces> {
  let separator = '\n'
  for (const collection of collections) {
    const rows = inOrder(collection, log.get(collection.name) ?? [])
    yield { text: `${separator}${JSON.stringify(collection.name)}:[`, rows: 0 }
    for (let i = 0; i < rows.length; i += ROWS_A_PIECE) {
      const piece = rows.slice(i, i + ROWS_A_PIECE)
      const lines = piece.map((row) => `\n${JSON.stringify(canonical(collection, row, space))}`)
      yield { text: `${i > 0 ? ',' : ''}${lines.join(',')}`, rows: piece.length }
    }
    yield { text: rows.length > 0 ? '\n]' : ']', rows: 0 }
    separator = ',\n'
  }
}

const ROWS_A_PIECE = 400

/** By day where there is one, then by parent, then by id: by what the rows say and never by how they were found. */
function inOrder({ dated, parent }: Collection, rows: readonly Row[]): Row[] {
  const by = [...(dated ? [dated] : []), ...(parent ? [parent.by] : []), 'id']
  return [...rows].sort((a, b) => {
    for (const field of by) {
      const [left, right] = [fieldOf(a, field) as string, fieldOf(b, field) as string]
      if (left !== right) return left < right ? -1 : 1
    }
    return 0
  })
}

const fieldOf = (row: Row, field: string) => (row as Record<string, unknown>)[field]

/** Every field in the order of the collection; what nobody ever wrote is null, as the database has it. */
function canonical(collection: Collection, row: Row, space: string): Record<string, unknown> {
  const fields = collection.fields.map((field) => [field, sorted(fieldOf(row, field) ?? null)])
  const plainRow = Object.fromEntries(fields)
  return row.id === space ? { ...plainRow, id: SELF } : plainRow
}

/** Keys inside a field in one order: the database keeps them in an order of its own. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined)
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, sorted(inner)]))
}

/** Why a file is no archive: it is none at all, cut off, or written by a newer build than this one. */
export type ArchiveRefusal = 'notArchive' | 'broken' | 'newer'
/** A row that can't be: the collection, its place there from 1, and the field that is not valid. */
export type BadRow = { of: string; place: number; field: string }
export type ReadArchive = { archive: Archive; bad: BadRow[] }

/** Reads the text, yielding how many rows are checked. Rows that can't be are named and left out; the others stand. */
export function* readArchive(
  collections: Collections,
  text: string,
): Generator<{ done: number; total: number }, ReadArchive | ArchiveRefusal> {
  const file = parsed(text)
  if (file === undefined) return text.trimStart().startsWith(`{"format":"${ARCHIVE_FORMAT}"`) ? 'broken' : 'notArchive'
  if (!isObject(file) || file.format !== ARCHIVE_FORMAT) return 'notArchive'
  if (typeof file.version === 'number' && file.version > ARCHIVE_VERSION) return 'newer'
  if (file.version !== ARCHIVE_VERSION || !isObject(file.log)) return 'broken'
  const given = [file.log, isObject(file.deleted) ? file.deleted : {}]
  const known = new Set(plain(collections).map(({ name }) => name))
  const all = given.flatMap((part) => Object.entries(part))
  if (all.some(([name]) => !known.has(name))) return 'newer'
  if (all.some(([, rows]) => !Array.isArray(rows))) return 'broken'

  const total = all.reduce((sum, [, rows]) => sum + (rows as unknown[]).length, 0)
  const bad: BadRow[] = []
  const read: Map<string, Row[]>[] = []
  let done = 0
  for (const part of given) {
    const log = new Map<string, Row[]>()
    read.push(log)
    for (const collection of plain(collections)) {
      const good = new Map<string, Row>()
      for (const [i, row] of ((part[collection.name] ?? []) as unknown[]).entries()) {
        if (done++ % ROWS_A_PIECE === 0) yield { done, total }
        if (isObject(row) && Object.keys(row).some((field) => !collection.fields.includes(field))) return 'newer'
        const answer = rowOf(collection, row)
        const field = 'field' in answer ? answer.field : good.has(answer.row.id) ? 'id' : null
        if (field !== null) bad.push({ of: collection.name, place: i + 1, field })
        else if ('row' in answer) good.set(answer.row.id, answer.row)
      }
      log.set(collection.name, [...good.values()])
    }
  }
  const [log = new Map(), deleted = new Map()] = read
  const missing = Array.isArray(file.missing) ? file.missing.filter((month) => typeof month === 'string') : []
  return { archive: { missing, log, deleted }, bad }
}

/** A field that an older build did not know is null, which is what its row has in the database too. */
function rowOf(collection: Collection, given: unknown): { row: Row } | { field: string } {
  if (!isObject(given)) return { field: 'id' }
  const row = Object.fromEntries(collection.fields.map((field) => [field, given[field] ?? null]))
  const checked = collection.row.safeParse(row)
  if (checked.success) return { row: checked.data }
  return { field: String(checked.error.issues[0]?.path[0] ?? 'id') }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
