// npm run db:migrate, db:seed: what `npm start` does before it serves, by itself, for DATABASE_URL or this clone's own.
import { build, builtHash, sourceHash } from './build.mjs'
import { openLocalDatabase } from './lib/local-database.mjs'

try {
  if (builtHash() !== sourceHash()) await build()
  const database = await openLocalDatabase({ say: console.log, demo: process.argv[2] === 'seed' ? '1' : '0' })
  await database.stop()
  console.log(process.argv[2] === 'seed' ? 'The demo data are there.' : 'The database is migrated.')
} catch (error) {
  console.error(error.message)
  process.exit(1)
}
