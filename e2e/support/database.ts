/** A story's own database, cloned from the migrated template. */
import postgres from 'postgres'
import type { DatabaseUrls } from '../../src/server/prepare-database.ts'

export const PASSWORD = 'e2e-only'
export const TEMPLATE = 'spotter_template'

const urlAs = (admin: string, user: string, database: string) => {
  const url = new URL(admin)
  url.username = user
  url.password = PASSWORD
  url.pathname = `/${database}`
  return url.href
}

export type StoryDatabase = DatabaseUrls & { admin: string; name: string; drop: () => Promise<void> }

let made = 0

export async function cloneDatabase(
  admin = process.env.E2E_POSTGRES ?? '',
  template = TEMPLATE,
): Promise<StoryDatabase> {
  const name = `story_${process.pid}_${Date.now()}_${made++}`
  await asAdmin(admin, (sql) => sql.unsafe(`create database ${name} template ${template} owner spotter_owner`))
  return {
    name,
    admin: urlAs(admin, 'postgres', name),
    owner: urlAs(admin, 'spotter_owner', name),
    app: urlAs(admin, 'spotter_app', name),
    jobs: urlAs(admin, 'spotter_jobs', name),
    drop: () => asAdmin(admin, (sql) => sql.unsafe(`drop database if exists ${name} with (force)`)).then(() => {}),
  }
}

/** As the superuser, past row-level security: for looking at what is really there, never for making it. */
export async function asAdmin<T>(url: string, ask: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  try {
    return await ask(sql)
  } finally {
    await sql.end()
  }
}
