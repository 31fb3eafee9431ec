/** One PostgreSQL for all stories, with a migrated template; each story's database is a clone of it. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startPostgres } from '../scripts/lib/postgres.mjs'
import { migrateDatabase, prepareDatabase } from '../src/server/prepare-database.ts'
import { PASSWORD, TEMPLATE } from './support/database.ts'

export default async function globalSetup() {
  const folder = mkdtempSync(join(tmpdir(), 'spotter-e2e-'))
  const postgres = await startPostgres({ dataDir: join(folder, 'postgres'), password: PASSWORD })
  const urls = await prepareDatabase(postgres.url, TEMPLATE, PASSWORD)
  await migrateDatabase(urls.owner, 'drizzle')
  process.env.E2E_POSTGRES = postgres.url
  return async () => {
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
