/** Before serving: roles, migrations, demo data. Run by `npm start`; answers its parent with the addresses to use. */
import { migrateDatabase, prepareDatabase } from '../server/prepare-database.ts'
import { requireRoles } from '../server/roles.ts'
import { loadDemo } from './seed.ts'

async function main() {
  const { SETUP_ADMIN_URL: admin, SETUP_IS_ADMIN: embedded, SETUP_PASSWORD: password } = process.env
  if (!admin || !password) throw new Error('setup is run by npm start, which tells it the database.')
  const { DATABASE_URL, DATABASE_OWNER_URL, DATABASE_JOBS_URL } = process.env
  if (embedded !== '1' && DATABASE_OWNER_URL && !DATABASE_JOBS_URL) {
    throw new Error(
      'DATABASE_OWNER_URL is set and DATABASE_JOBS_URL is not: set it to the address of spotter_jobs, or set DATABASE_URL alone to a role that may create roles',
    )
  }
  const urls =
    embedded !== '1' && DATABASE_URL && DATABASE_OWNER_URL && DATABASE_JOBS_URL
      ? { app: DATABASE_URL, owner: DATABASE_OWNER_URL, jobs: DATABASE_JOBS_URL }
      : await prepareDatabase(admin, embedded === '1' ? 'spotter' : new URL(admin).pathname.slice(1), password)
  await migrateDatabase(urls.owner, 'drizzle')
  await requireRoles(urls)
  const signIns = process.env.SPOTTER_DEMO === '0' ? [] : await loadDemo(urls, (line) => console.log(line))
  process.send?.({ urls, signIns })
}

// Two that prepare one database at a time would load the demo twice: this one ends with the start that began it.
const endAlone = () => process.exit(1)
process.on('disconnect', endAlone)

main().then(
  () => {
    process.off('disconnect', endAlone)
    process.disconnect?.()
  },
  (error: unknown) => {
    const { code, message } = error as { code?: string; message?: string }
    const refused = code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === 'CONNECT_TIMEOUT'
    console.error(
      refused
        ? 'The database in DATABASE_URL does not answer: start it, or correct the address.'
        : `The database could not be prepared: ${(message ?? 'no reason was given').replace(/\.$/, '')}.`,
    )
    if (!refused && process.env.LOG_LEVEL === 'debug') console.error(error)
    process.exit(1)
  },
)
