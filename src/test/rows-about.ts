/** A row of any table about somebody, whatever its columns: for tests that hold the registry of personal data to its word. */
import { findingsOf, type Handling } from '../modules/users/rules/personal-data.ts'
import { newId } from '../shared/id.ts'
import type { TestDatabase } from './database.ts'

type Column = { table: string; column: string; type: string; needed: boolean; identity: boolean }
type Row = Record<string, unknown>

const OTHERS: Row = { bigint: 1, integer: 1, 'double precision': 0.5, boolean: false, ARRAY: [] }

export async function readColumns({ admin }: Pick<TestDatabase, 'admin'>): Promise<Column[]> {
  return admin<Column[]>`
    select table_name as table, column_name as column, data_type as type, is_nullable = 'NO' as needed,
      is_identity = 'YES' or is_generated = 'ALWAYS' as identity
    from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where table_schema = 'public' and table_type = 'BASE TABLE' order by table_name, ordinal_position`
}

/** `words` stand in every text and every JSON of the row. */
function rowOf({ admin }: Pick<TestDatabase, 'admin'>, columns: readonly Column[], words: string): Row {
  const row: Row = {}
  for (const { column, type, needed, identity } of columns) {
    if (identity) continue
    if (type === 'text') row[column] = `${words} ${newId()}`
    else if (type === 'jsonb') row[column] = admin.json({ said: words, id: newId() })
    else if (type === 'uuid') row[column] = needed ? newId() : null
    else if (needed) row[column] = OTHERS[type]
  }
  return row
}

/**
 * One row for each way in which the registry finds a table's rows, beside foreign keys and guards: they need not make
 * sense, they have to be somebody's. `memberId`: of a row that already names the person, for tables found through it.
 */
export async function insertRowsAbout(
  db: Pick<TestDatabase, 'admin'>,
  args: {
    table: string
    entry: Handling
    columns: readonly Column[]
    personId: string
    words: string
    memberId: string
  },
): Promise<Row[]> {
  const { table, entry, personId, words, memberId } = args
  const own = args.columns.filter((column) => column.table === table)
  const made: Row[] = []
  await db.admin.begin(async (tx) => {
    await tx`set local session_replication_role = replica`
    for (const finding of findingsOf(entry)) {
      const about = 'column' in finding ? { [finding.column]: personId } : { [finding.through.by]: memberId }
      const [row] = await tx<{ row: Row }[]>`
        insert into ${tx(table)} ${tx({ ...rowOf(db, own, words), ...about } as never)}
        on conflict do nothing returning to_jsonb(${tx(table)}.*) as row`
      if (row) made.push(row.row)
    }
  })
  return made
}
