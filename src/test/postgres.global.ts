/** One PostgreSQL for a test run, in the system's temp folder, with one migrated database that the tests clone. */
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startPostgres } from '../../scripts/lib/postgres.mjs'
import { migrateDatabase, prepareDatabase } from '../server/prepare-database.ts'

export type TestPostgres = { admin: string; template: string; password: string }

declare module 'vitest' {
  export interface ProvidedContext {
    postgres: TestPostgres
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'spotter-test-'))
  const password = randomBytes(16).toString('hex')
  const server = await startPostgres({ dataDir: join(folder, 'data'), password })
  const template = 'spotter_template'
  const urls = await prepareDatabase(server.url, template, password)
  await migrateDatabase(urls.owner, join(project.config.root, 'drizzle'))
  project.provide('postgres', { admin: server.url, template, password })
  return async () => {
    await server.stop()
    await rm(server.dataDir, { recursive: true, force: true })
    await rm(folder, { recursive: true, force: true })
  }
}
