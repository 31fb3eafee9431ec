/**
 * A forgotten `where` returns nothing. Every table gets a row about somebody, whatever its columns; then people who were
 * not approved for them look at, change and delete the whole table.
 */
import { beforeAll, describe, expect, test } from 'vitest'
import { NOBODY, withActor } from '../server/db.ts'
import type { Actor } from '../shared/actor.ts'
import { newId } from '../shared/id.ts'
import { PERSONAL_DATA } from '../wiring/personal-data.ts'
import { openDatabase, type TestDatabase } from './database.ts'

type Column = { table: string; column: string; type: string; needed: boolean; identity: boolean }

/** Tables that hold nobody's data and are read without a subject: counters under hashed keys, and the one epoch. */
const PUBLIC = { withoutSubjects: ['rate_limit'], withSubjects: ['sync_epoch'] }

const VALUES: Record<string, unknown> = {
  text: 'x',
  bigint: 1,
  integer: 1,
  'double precision': 0.5,
  boolean: false,
  jsonb: '{}',
  ARRAY: [],
}

let db: TestDatabase
const tables = new Set<string>()
const stranger: Actor = { userId: newId(), sessionId: null }

beforeAll(async () => {
  db = await openDatabase()
  const columns = await db.admin<Column[]>`
    select table_name as table, column_name as column, data_type as type, is_nullable = 'NO' as needed,
      is_identity = 'YES' as identity
    from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where table_schema = 'public' and table_type = 'BASE TABLE' order by table_name, ordinal_position`
  for (const { table } of columns) tables.add(table)
  await db.admin.begin(async (tx) => {
    // Keys and guards stand aside: the rows need not make sense, they have to be somebody's.
    await tx`set local session_replication_role = replica`
    for (const table of tables) {
      const row: Record<string, unknown> = {}
      for (const { column, type, needed, identity } of columns.filter((one) => one.table === table)) {
        if (identity || !needed) continue
        const value = type === 'uuid' ? newId() : VALUES[type]
        if (value === undefined) throw new Error(`${table}.${column} is ${type}: teach this test a value of it.`)
        row[column] = value
      }
      await tx`insert into ${tx(table)} ${tx(row as never)} on conflict do nothing`
    }
  })
})

const countAs = (actor: Actor, subjects: string[], table: string) =>
  withActor(actor, subjects, (tx) => tx`select 1 from ${tx(table)}`.then((rows) => rows.length), { sql: db.app })

/** Tables of which somebody sees a row of others, by name; nobody in particular as well when no subject is named. */
async function openTo(subjects: string[]): Promise<string[]> {
  const open: string[] = []
  for (const table of tables) {
    const rows = await countAs(stranger, subjects, table)
    if (rows > 0 || (subjects.length === 0 && (await countAs(NOBODY, [], table)) > 0)) open.push(table)
  }
  return open.sort()
}

describe('every table there is', () => {
  test('holds a row, so that the rest of this file can fail', async () => {
    const empty: string[] = []
    for (const table of tables) if ((await db.admin`select 1 from ${db.admin(table)}`).length === 0) empty.push(table)
    expect(empty).toEqual([])
    expect([...tables].sort()).toEqual(Object.keys(PERSONAL_DATA).sort())
  })

  test('returns nothing to a query that names no subjects', async () => {
    expect(await openTo([])).toEqual(PUBLIC.withoutSubjects)
  })

  test('returns nothing of others to somebody approved for themselves', async () => {
    expect(await openTo([stranger.userId])).toEqual(PUBLIC.withSubjects)
  })

  test('is found here when one of its policies forgets to ask', async () => {
    await db.owner`create policy forgetful on workout for select to spotter_app using (true)`
    try {
      expect(await openTo([])).toEqual([...PUBLIC.withoutSubjects, 'workout'].sort())
      expect(await openTo([stranger.userId])).toEqual([...PUBLIC.withSubjects, 'workout'].sort())
    } finally {
      await db.owner`drop policy forgetful on workout`
    }
  })

  test('lets nobody change or delete what they can’t see', async () => {
    const touched: string[] = []
    for (const table of tables) {
      if ([...PUBLIC.withSubjects, ...PUBLIC.withoutSubjects].includes(table)) continue
      const [column] = await db.admin<{ name: string }[]>`
        select column_name as name from information_schema.columns
        where table_schema = 'public' and table_name = ${table} and is_identity = 'NO' and is_generated = 'NEVER'
        order by ordinal_position limit 1`
      const name = column?.name ?? ''
      const gone = await withActor(
        stranger,
        [stranger.userId],
        async (tx) => {
          const changed = await tx`update ${tx(table)} set ${tx(name)} = ${tx(name)} returning 1`
          const deleted = await tx`delete from ${tx(table)} returning 1`
          return changed.length + deleted.length
        },
        { sql: db.app },
      )
      if (gone > 0) touched.push(table)
    }
    expect(touched).toEqual([])
  })
})
