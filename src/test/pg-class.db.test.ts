/** Every table, read from the database itself, so that a new one can't be forgotten. */
import { beforeAll, describe, expect, test } from 'vitest'
import { PERSONAL_DATA } from '../wiring/personal-data.ts'
import { openDatabase, type TestDatabase } from './database.ts'

type Table = { name: string; enabled: boolean; forced: boolean; owner: string; policies: number; emptied: boolean }

let db: TestDatabase
let tables: Table[]

async function readTables(sql: Pick<TestDatabase, 'admin'>['admin']): Promise<Table[]> {
  return sql<Table[]>`
    select c.relname as name, c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
      pg_get_userbyid(c.relowner) as owner,
      (select count(*) from pg_policy p where p.polrelid = c.oid) as policies,
      has_table_privilege('spotter_app', c.oid, 'truncate') as emptied
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema')
      -- drizzle's record of what has been migrated holds no one's data and is never read by the app.
      and not (n.nspname = 'drizzle' and c.relname = '__drizzle_migrations')
    order by c.relname`
}

/** Every way round row-level security that the database knows of, each as a short sentence. */
async function waysRound(sql: TestDatabase['admin']): Promise<string[]> {
  const found: string[] = []
  for (const { name, enabled, forced, policies, owner, emptied } of await readTables(sql)) {
    if (!enabled) found.push(`${name} is open`)
    else if (!forced) found.push(`${name} is open to its owner`)
    if (policies === 0) found.push(`${name} has no policy`)
    if (owner !== 'spotter_owner') found.push(`${name} is owned by ${owner}`)
    if (emptied) found.push(`${name} can be emptied by the app: truncate asks no policy`)
  }
  const forAll = await sql`select polrelid::regclass::text as name from pg_policy where polroles = array[0::oid]`
  found.push(...forAll.map(({ name }) => `${name} has a policy for everybody`))
  const roles = await sql`
    select rolname as name from pg_roles
    where rolname in ('spotter_app', 'spotter_jobs') and
      (rolbypassrls or rolsuper or rolcreaterole or pg_has_role(oid, 'spotter_owner', 'member'))`
  found.push(...roles.map(({ name }) => `${name} stands above the policies`))
  const views = await sql`
    select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('v', 'm') and n.nspname = 'public'
      and not coalesce(c.reloptions::text[] @> array['security_invoker=true'], false)`
  found.push(...views.map(({ name }) => `${name} is a view that sees what its owner sees`))
  const functions = await sql`
    select proname as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname = 'public' and prosecdef`
  found.push(...functions.map(({ name }) => `${name} is a function that runs as its owner`))
  return found
}

/** What is found while the statement holds; it is taken back whatever happens. */
async function waysRoundAfter(statement: string): Promise<string[]> {
  const found: string[] = []
  const undone = db.admin.begin(async (tx) => {
    await tx.unsafe(statement)
    found.push(...(await waysRound(tx as never)))
    throw new Error('taken back')
  })
  await expect(undone).rejects.toThrow('taken back')
  return found
}

beforeAll(async () => {
  db = await openDatabase()
  tables = await readTables(db.admin)
})

describe('row-level security', () => {
  test('is on, forced, with policies, on every table there is, and nothing leads round it', async () => {
    expect(tables.length).toBeGreaterThan(15)
    expect(await waysRound(db.admin)).toEqual([])
  })

  const owned = 'set local role spotter_owner; create table forgotten (athlete_id uuid)'
  test.each([
    ['a new table that nobody closed', owned, ['forgotten is open', 'forgotten has no policy']],
    [
      'a new table that is closed and has no policy',
      `${owned}; alter table forgotten enable row level security; alter table forgotten force row level security`,
      ['forgotten has no policy'],
    ],
    ['a table that was opened', 'alter table workout disable row level security', ['workout is open']],
    ['a table open to its owner', 'alter table workout no force row level security', ['workout is open to its owner']],
    ['a table of the app', 'alter table workout owner to spotter_app', ['workout is owned by spotter_app']],
    [
      'a table that the app may empty',
      'grant truncate on workout to spotter_app',
      ['workout can be emptied by the app: truncate asks no policy'],
    ],
    [
      'a policy for everybody',
      'create policy hole on workout for select using (true)',
      ['workout has a policy for everybody'],
    ],
    ['an app beyond policies', 'alter role spotter_app bypassrls', ['spotter_app stands above the policies']],
    ['jobs beyond policies', 'alter role spotter_jobs bypassrls', ['spotter_jobs stands above the policies']],
    ['an app that makes roles', 'alter role spotter_app createrole', ['spotter_app stands above the policies']],
    ['an app that is the owner', 'grant spotter_owner to spotter_app', ['spotter_app stands above the policies']],
    [
      'a view of its owner',
      'create view every_workout as select * from workout',
      ['every_workout is a view that sees what its owner sees'],
    ],
    [
      'a function of its owner',
      `create function peek() returns bigint language sql security definer as 'select count(*) from workout'`,
      ['peek is a function that runs as its owner'],
    ],
  ])('%s is found', async (_name, statement, ways) => {
    expect(await waysRoundAfter(statement)).toEqual(expect.arrayContaining(ways))
  })

  test('can’t be switched off by the app', async () => {
    await expect(db.app`alter table person disable row level security`).rejects.toThrow(/must be owner/)
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
