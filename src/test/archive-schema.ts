/** docs/export-format.schema.json, written from the collections. */
import * as z from 'zod/mini'
import { ARCHIVE_FORMAT, ARCHIVE_VERSION, namedCollections } from '../sync/archive.ts'
import type { Collection } from '../sync/mutation.ts'
import { phoneCollections } from '../wiring/sync-phone.ts'

type Schema = Record<string, unknown>

const object = (properties: Record<string, Schema>): Schema => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
})

/** Every field is there: what nobody wrote is null. */
function rows({ row, fields }: Collection): Schema {
  const { properties = {} } = z.toJSONSchema(row) as { properties?: Record<string, Schema> }
  return { type: 'array', items: object(Object.fromEntries(fields.map((field) => [field, properties[field] ?? {}]))) }
}

const lists = (collections: readonly Collection[]) =>
  object(Object.fromEntries(collections.map((collection) => [collection.name, rows(collection)])))

function archiveSchema(): Schema {
  const collections = phoneCollections as readonly Collection[]
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'The archive of a log',
    ...object({
      format: { const: ARCHIVE_FORMAT },
      version: { const: ARCHIVE_VERSION },
      missing: { type: 'array', items: { type: 'string', pattern: '^\\d{4}-\\d{2}$' } },
      log: lists(collections),
      deleted: lists(namedCollections(collections)),
    }),
  }
}

export const archiveSchemaText = () => `${JSON.stringify(archiveSchema(), null, 2)}\n`
