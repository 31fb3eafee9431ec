/** A database of its own for each test file, cloned from the migrated template, with a pool for each role. */
import { randomBytes } from 'node:crypto'
import postgres from 'postgres'
import { afterAll, inject } from 'vitest'
import { openPool, type Sql } from '../server/db.ts'

export type TestDatabase = {
  /** The app's role: row-level security applies. */
  app: Sql
  jobs: Sql
  /** Owns the tables; row-level security is forced on it too. */
  owner: Sql
  /** The superuser, for looking behind row-level security and for restoring. */
  admin: Sql
  url(role: 'spotter_app' | 'spotter_jobs' | 'spotter_owner'): string
}

/** Call it in `beforeAll`. It closes and drops itself after the file's last test. */
export async function openDatabase(options: { max?: number } = {}): Promise<TestDatabase> {
  const { admin, template, password } = inject('postgres')
  const name = `test_${process.env.VITEST_POOL_ID ?? '0'}_${randomBytes(4).toString('hex')}`
  const server = postgres(admin, { max: 1, onnotice: () => {} })
  await server.unsafe(`create database ${name} template ${template} owner spotter_owner strategy file_copy`)

  const urlOf = (user: string) => {
    const url = new URL(admin)
    url.username = user
    url.password = password
    url.pathname = `/${name}`
    return url.href
  }
  const adminUrl = new URL(admin)
  adminUrl.pathname = `/${name}`
  const database: TestDatabase = {
    app: openPool(urlOf('spotter_app'), { max: options.max ?? 8 }),
    jobs: openPool(urlOf('spotter_jobs'), { max: 2 }),
    owner: openPool(urlOf('spotter_owner'), { max: 2 }),
    admin: openPool(adminUrl.href, { max: 2 }),
    url: urlOf,
  }
  afterAll(async () => {
    await Promise.all(
      [database.app, database.jobs, database.owner, database.admin].map((sql) => sql.end({ timeout: 5 })),
    )
    await server.unsafe(`drop database ${name} with (force)`)
    await server.end()
  })
  return database
}
