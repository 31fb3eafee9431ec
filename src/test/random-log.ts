/** Logs of every shape that the collections allow, whatever collections there are, and their archives. */
import fc from 'fast-check'
import * as z from 'zod/mini'
import { type Archive, archivePieces, type Log, type ReadArchive, readArchive } from '../sync/archive.ts'
import type { Collection, Row } from '../sync/mutation.ts'
import { phoneCollections } from '../wiring/sync-phone.ts'

export const collections = phoneCollections as readonly Collection[]
export const ME = '018f0000-0000-7000-8000-00000000a11c'

type JsonSchema = {
  type?: string | string[]
  enum?: unknown[]
  const?: unknown
  anyOf?: JsonSchema[]
  items?: JsonSchema
  properties?: Record<string, JsonSchema>
  required?: string[]
  minimum?: number
  maximum?: number
  minLength?: number
  maxLength?: number
  maxItems?: number
  pattern?: string
}

/** Any value that the schema takes: a new collection needs no word here. */
function sampleOf(schema: JsonSchema): fc.Arbitrary<unknown> {
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map(sampleOf))
  if (schema.enum) return fc.constantFrom(...schema.enum)
  if (Array.isArray(schema.type)) return fc.oneof(...schema.type.map((type) => sampleOf({ ...schema, type })))
  if ('const' in schema) return fc.constant(schema.const)
  const { minimum: min = -1e9, maximum: max = 1e9 } = schema
  switch (schema.type) {
    case 'null':
      return fc.constant(null)
    case 'boolean':
      return fc.boolean()
    case 'integer':
      return fc.maxSafeInteger().map((n) => min + (Math.abs(n) % (max - min + 1)))
    case 'number':
      return fc.integer({ min: 0, max: 1000 }).map((n) => min + ((max - min) * n) / 1000)
    case 'string':
      if (schema.pattern) return fc.stringMatching(new RegExp(schema.pattern))
      return fc.string({
        minLength: schema.minLength ?? 0,
        maxLength: Math.min(schema.maxLength ?? 20, 20),
        unit: 'grapheme',
      })
    case 'array':
      return fc.array(sampleOf(schema.items ?? {}), { maxLength: Math.min(schema.maxItems ?? 3, 3) })
    case 'object':
      return fc.record(
        Object.fromEntries(Object.entries(schema.properties ?? {}).map(([key, inner]) => [key, sampleOf(inner)])),
        { requiredKeys: (schema.required ?? []) as never[] },
      )
    default:
      throw new Error(`Teach this test a value of ${JSON.stringify(schema)}.`)
  }
}

const schemaOf = (collection: Collection) => z.toJSONSchema(collection.row) as JsonSchema
const isOwnRow = ({ name }: Collection) => name === 'profile'

export function rowsOf(collection: Collection): fc.Arbitrary<Row[]> {
  const { properties = {} } = schemaOf(collection)
  const row = fc.record(
    Object.fromEntries(Object.entries(properties).map(([field, schema]) => [field, sampleOf(schema)])),
  ) as unknown as fc.Arbitrary<Row>
  if (isOwnRow(collection)) return fc.array(row, { minLength: 1, maxLength: 1 }).map(([one]) => [{ ...one, id: ME }])
  const id = fc.uuid({ version: 7 })
  const own = fc.tuple(row, id).map(([fields, own]) => ({ ...fields, id: own }))
  return fc.uniqueArray(own, { maxLength: 12, selector: (one) => one.id })
}

/** Children of rows that are there, for the most part: what stands in nothing is kept as well. */
export const logs: fc.Arbitrary<Log> = fc
  .tuple(fc.tuple(...collections.map(rowsOf)), fc.infiniteStream(fc.nat()))
  .map(([lists, picks]) => {
    const log = new Map(collections.map(({ name }, i) => [name, lists[i] ?? []]))
    for (const { name, parent } of collections) {
      const parents = parent ? (log.get(parent.collection) ?? []) : []
      if (!parent || parents.length === 0) continue
      const moved = (log.get(name) ?? []).map((row) => {
        const pick = Number(picks.next().value)
        return pick % 5 === 0 ? row : { ...row, [parent.by]: parents[pick % parents.length]?.id }
      })
      log.set(name, moved)
    }
    return log
  })

export const write = (log: Log, space = ME, rest: Partial<Archive> = {}) =>
  [...archivePieces(phoneCollections, { missing: [], deleted: new Map(), log, ...rest }, space)]
    .map(({ text }) => text)
    .join('')

export function read(text: string) {
  const steps = readArchive(phoneCollections, text)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

export function readWhole(text: string): ReadArchive {
  const answer = read(text)
  if (typeof answer === 'string') throw new Error(`The archive was refused: ${answer}`)
  return answer
}
