// What a container runs: prepares the database of DATABASE_URL, then serves. SPOTTER_DATA is its volume.
import { mkdirSync, readFileSync } from 'node:fs'
import { databaseEnv, openLocalDatabase } from './lib/local-database.mjs'
import { sentenceFor } from './lib/sentence.mjs'
import { serve } from './lib/serve.mjs'
import { checkStartEnv } from './lib/start-env.mjs'

const say = (line) => console.log(line)

async function main() {
  checkStartEnv(process.env)
  const { DATABASE_URL, PUBLIC_URL } = process.env
  if (!DATABASE_URL) throw new Error('DATABASE_URL is not set: set it to a PostgreSQL 18 that this container reaches.')
  if (!PUBLIC_URL) {
    throw new Error(
      'PUBLIC_URL is not set: set it to the address that people use, such as https://spotter.example.com.',
    )
  }
  process.env.HOST ??= '0.0.0.0'
  const data = process.env.SPOTTER_DATA ?? '/data'
  process.env.SPOTTER_DATA = data
  mkdirSync(data, { recursive: true })
  const { hash } = JSON.parse(readFileSync('dist/build.json', 'utf8'))
  const { config } = JSON.parse(readFileSync('.next/required-server-files.json', 'utf8'))
  const database = await openLocalDatabase({ say, demo: process.env.SPOTTER_DEMO ?? '0' })
  await serve({
    data,
    database,
    // Next reads its configuration here where the project that it was built from is not there.
    env: { ...databaseEnv(database), __NEXT_PRIVATE_STANDALONE_CONFIG: JSON.stringify(config) },
    hash,
    say,
    site: PUBLIC_URL,
  })
}

main().then(
  () => process.exit(0),
  (error) => {
    console.error(`\n${sentenceFor(error)}`)
    process.exit(1)
  },
)
