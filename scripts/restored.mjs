// npm run db:restored: after a database was put back from a backup. Gives its history a new name, so that every phone
// notices at its next sync and sends again what this database has forgotten. Harmless when run once too often: phones
// fetch their data anew, and what they send twice is known.
//
// The database is the one of DATABASE_JOBS_URL, or the one that a start prepared behind DATABASE_URL; without either, this
// clone's own, which is started for the moment if needed.
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { goOnWithPinnedNode, isPinnedNode } from './lib/bootstrap.mjs'

const self = fileURLToPath(import.meta.url)
process.chdir(resolve(dirname(self), '..'))
if (!isPinnedNode()) process.exit(await goOnWithPinnedNode(self, process.argv.slice(2)))

const data = resolve(process.env.SPOTTER_DATA ?? '.data')

/** This clone's database: left running if it runs, stopped again if it does not. */
async function ownDatabase() {
  const secrets = join(data, 'secrets.json')
  if (!existsSync(secrets)) {
    throw new Error('There is no database in this folder yet: set DATABASE_JOBS_URL to the one that was restored.')
  }
  const password = JSON.parse(readFileSync(secrets, 'utf8')).database
  if (process.env.DATABASE_URL) {
    const url = new URL(process.env.DATABASE_URL)
    url.username = 'spotter_jobs'
    url.password = password
    return { url: url.href, done: () => undefined }
  }
  const { startPostgres } = await import('./lib/postgres.mjs')
  let wasRunning = false
  const postgres = await startPostgres({
    dataDir: join(data, 'postgres'),
    password,
    say: (line) => {
      if (line.includes('still running')) wasRunning = true
    },
  })
  const url = new URL(postgres.url)
  url.username = 'spotter_jobs'
  url.pathname = '/spotter'
  return { url: url.href, done: () => (wasRunning ? undefined : postgres.stop()) }
}

async function main() {
  const given = process.env.DATABASE_JOBS_URL
  const { url, done } = given ? { url: given, done: () => undefined } : await ownDatabase()
  const { default: postgres } = await import('postgres')
  const { renewEpoch } = await import('../src/sync/server/maintenance.ts')
  const sql = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => {} })
  try {
    await renewEpoch(sql)
  } catch (error) {
    const refused = ['ECONNREFUSED', 'ENOTFOUND', 'CONNECT_TIMEOUT'].includes(error.code)
    throw new Error(
      refused
        ? 'The database in DATABASE_JOBS_URL does not answer: start it, or correct the address.'
        : `The database could not be told: ${error.message}.`,
    )
  } finally {
    await sql.end()
    await done()
  }
  console.log('The history has a new name. Phones send again what this database has forgotten, each at its next sync.')
}

main().catch((error) => {
  console.error(error.message)
  process.exit(1)
})
