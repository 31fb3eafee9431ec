/** Every table, read from the database itself, so that a new one can't be forgotten. */
import { beforeAll, describe, expect, test } from 'vitest'
import { PERSONAL_DATA } from '../wiring/personal-data.ts'
import { openDatabase, type TestDatabase } from './database.ts'

type Table = { name: string; enabled: boolean; forced: boolean; owner: string; policies: number; appPolicies: number }

let db: TestDatabase
let tables: Table[]

async function readTables(): Promise<Table[]> {
  return db.admin<Table[]>`
    select c.relname as name, c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
      pg_get_userbyid(c.relowner) as owner,
      (select count(*) from pg_policy p where p.polrelid = c.oid) as policies,
      (select count(*) from pg_policy p where p.polrelid = c.oid
        and p.polroles @> array['spotter_app'::regrole::oid]) as "appPolicies"
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema')
      -- drizzle's record of what has been migrated holds no one's data and is never read by the app.
      and not (n.nspname = 'drizzle' and c.relname = '__drizzle_migrations')
    order by c.relname`
}

const openOnes = (list: Table[]) => list.filter((table) => !table.enabled || !table.forced || table.policies === 0)

beforeAll(async () => {
  db = await openDatabase()
  tables = await readTables()
})

describe('row-level security', () => {
  test('is on, forced on the owner too, and has a policy, on every table there is', () => {
    expect(tables.length).toBeGreaterThan(15)
    expect(openOnes(tables)).toEqual([])
  })

  test('this test finds a table that somebody forgot to close', async () => {
    await db.owner`create table forgotten (athlete_id uuid)`
    try {
      expect(openOnes(await readTables()).map(({ name }) => name)).toEqual(['forgotten'])
    } finally {
      await db.owner`drop table forgotten`
    }
  })

  test('policies for the app name its role: none is for everybody', async () => {
    const forAll = await db.admin`select polname from pg_policy where polroles = array[0::oid]`
    expect(forAll).toEqual([])
  })

  test('the app owns nothing and can’t step around it', async () => {
    expect(tables.filter(({ owner }) => owner !== 'spotter_owner')).toEqual([])
    const roles = await db.admin<{ rolname: string }[]>`
      select rolname from pg_roles
      where rolname like 'spotter\_%' and (rolbypassrls or rolsuper or rolcreaterole)`
    expect(roles).toEqual([])
    await expect(db.app`alter table person disable row level security`).rejects.toThrow(/must be owner/)
  })

  test('there are no views or functions that run as their owner and so see more than who asks', async () => {
    const views = await db.admin`
      select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('v', 'm') and n.nspname = 'public'
        and not coalesce(c.reloptions::text[] @> array['security_invoker=true'], false)`
    expect(views).toEqual([])
    const functions = await db.admin`
      select proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where n.nspname = 'public' and prosecdef`
    expect(functions).toEqual([])
  })
})

describe('personal data', () => {
  test('every table says how it is exported and erased, and no table is named that is gone', () => {
    expect(Object.keys(PERSONAL_DATA).sort()).toEqual(tables.map(({ name }) => name).sort())
  })

  test('the columns that name a person exist, and a table without a person has no such column', async () => {
    const columns = await db.admin<{ table: string; column: string }[]>`
      select table_name as table, column_name as column from information_schema.columns where table_schema = 'public'`
    const known = new Set(columns.map(({ table, column }) => `${table}.${column}`))
    const named = Object.entries(PERSONAL_DATA).flatMap(([table, handling]) =>
      (handling.person ?? []).map((column) => `${table}.${column}`),
    )
    expect(named.filter((column) => !known.has(column))).toEqual([])
    const silent = Object.entries(PERSONAL_DATA).filter(([, handling]) => handling.person === null)
    const telling = silent.filter(([table]) =>
      ['athlete_id', 'user_id', 'coach_id', 'space_id'].some((column) => known.has(`${table}.${column}`)),
    )
    expect(telling).toEqual([])
  })
})
