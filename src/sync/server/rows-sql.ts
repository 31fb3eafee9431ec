/**
 * Rows as a source for SQL, under the alias `r`. They travel as one JSON value, so that their number does not change the
 * statement's text. Where there is never more than one, as in what a phone with signal sends, they travel as plain
 * values: taking JSON apart costs PostgreSQL a fifth of such a flush.
 */
import { quoteName } from './synced-tables.ts'

/** The type of each field, in the order of the columns. */
export type Fields = Readonly<Record<string, string>>
export type Rows = (fields: Fields, rows: readonly object[]) => string

/** Adds what the rows need to `values`, the statement's parameters. `isSingle`: no source has more than one row. */
export function rowsFrom(values: unknown[], isSingle: boolean): Rows {
  return (fields, rows) => {
    const [row] = rows as readonly Record<string, unknown>[]
    const columns = Object.entries(fields)
    if (!isSingle || !row || !isPlain(row)) {
      const typed = columns.map(([field, type]) => `${quoteName(field)} ${type}`)
      return `jsonb_to_recordset($${values.push(JSON.stringify(rows))}::text::jsonb) as r(${typed.join(', ')})`
    }
    const selected = columns.map(([field, type]) => {
      const value = row[field] ?? null
      const at = values.push(type === 'jsonb' && value !== null ? JSON.stringify(value) : value)
      return `$${at}::${type === 'jsonb' ? 'text::jsonb' : type} as ${quoteName(field)}`
    })
    return `(select ${selected.join(', ')}) as r`
  }
}

/** Half of a surrogate pair would be sent as another character; as JSON it is refused, as it must be. */
function isPlain(row: Record<string, unknown>): boolean {
  for (const field in row) {
    const value = row[field]
    if (typeof value === 'string' && !value.isWellFormed()) return false
  }
  return true
}
