/** Roles, the database and its migrations: done before anything serves, safe to repeat after a kill at any moment. */
import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate } from 'drizzle-orm/postgres-js/migrator'
import postgres from 'postgres'

export type DatabaseUrls = { app: string; jobs: string; owner: string }

const ROLES = ['spotter_owner', 'spotter_app', 'spotter_jobs'] as const

function urlAs(url: string, user: string, password: string, database?: string): string {
  const parsed = new URL(url)
  parsed.username = user
  parsed.password = password
  if (database) parsed.pathname = `/${database}`
  return parsed.href
}

/** Role and database names are ours, passwords are hex: still nothing is put into SQL unquoted. */
const quote = (text: string) => `'${text.replaceAll("'", "''")}'`

/**
 * Makes the three roles and the database, with `admin` as a role that may create them. The app's role owns nothing and
 * can't bypass row-level security.
 */
export async function prepareDatabase(admin: string, database: string, password: string): Promise<DatabaseUrls> {
  const sql = postgres(admin, { max: 1, connect_timeout: 10, onnotice: () => {} })
  try {
    for (const role of ROLES) {
      const [found] = await sql`select 1 from pg_roles where rolname = ${role}`
      const verb = found ? 'alter' : 'create'
      await sql.unsafe(
        `${verb} role ${role} login nosuperuser nocreatedb nocreaterole nobypassrls password ${quote(password)}`,
      )
    }
    const [found] = await sql`
      select pg_get_userbyid(datdba) as owner, datname = current_database() as here from pg_database
      where datname = ${database}`
    if (!found) {
      await sql`grant spotter_owner to current_user`
      await sql.unsafe(`create database "${database}" owner spotter_owner`)
    } else if (found.here && found.owner !== 'spotter_owner') {
      // Made by somebody else, as a hosted database is: our owner may make its tables there.
      await sql.unsafe(`grant create on database "${database}" to spotter_owner`)
      await sql`grant usage, create on schema public to spotter_owner`
    }
  } finally {
    await sql.end()
  }
  return {
    owner: urlAs(admin, 'spotter_owner', password, database),
    app: urlAs(admin, 'spotter_app', password, database),
    jobs: urlAs(admin, 'spotter_jobs', password, database),
  }
}

/** One process migrates at a time; each migration is a transaction of its own, recorded in `drizzle.__drizzle_migrations`. */
export async function migrateDatabase(owner: string, folder: string): Promise<void> {
  const sql = postgres(owner, { max: 1, connect_timeout: 10, onnotice: () => {} })
  try {
    await sql`select pg_advisory_lock(7317)`
    await migrate(drizzle(sql), { migrationsFolder: folder })
    // Each process asks whether the database is as new as itself.
    await sql`grant usage on schema drizzle to spotter_app`
    await sql`grant select on drizzle.__drizzle_migrations to spotter_app`
    // drizzle-kit enables row-level security but can't say `force`: without it the owner would be exempt.
    const open = await sql<{ name: string }[]>`
      select format('%I', relname) as name from pg_class
      where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not (relrowsecurity and relforcerowsecurity)`
    for (const { name } of open) {
      await sql.unsafe(`alter table ${name} enable row level security, force row level security`)
    }
  } finally {
    await sql.end()
  }
}
