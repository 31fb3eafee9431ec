/** How many pushes of one set the engine takes, in process, with row-level security on. `node bench/push.ts` */
import { rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startPostgres } from '../scripts/lib/postgres.mjs'
import { openPool } from '../src/server/db.ts'
import { migrateDatabase, prepareDatabase } from '../src/server/prepare-database.ts'
import { newId } from '../src/shared/id.ts'
import { createEngine } from '../src/sync/server/engine.ts'
import { createPostgresStore } from '../src/sync/server/postgres-store.ts'
import { describeTables } from '../src/sync/server/synced-tables.ts'
import { createWriter, pullOf, pushOf } from '../src/sync/testing/pushes.ts'
import { createTestTables, testTables } from '../src/sync/testing/tables.ts'
import { putMark, serverMutations, testCollections } from '../src/sync/testing/world.ts'

const SECONDS = 6
const IN_FLIGHT = 32

const folder = await mkdtemp(join(tmpdir(), 'spotter-bench-'))
const postgres = await startPostgres({ dataDir: join(folder, 'data'), password: 'bench' })
try {
  const urls = await prepareDatabase(postgres.url, 'bench', 'bench')
  await migrateDatabase(urls.owner, join(import.meta.dirname, '..', 'drizzle'))
  const owner = openPool(urls.owner, { max: 1 })
  await createTestTables({ owner })
  await owner.end()

  const app = openPool(urls.app, { max: IN_FLIGHT })
  const server = createEngine({
    store: createPostgresStore(app, describeTables(testCollections, testTables)),
    collections: testCollections,
    mutations: serverMutations,
    mayPush: async () => 'no',
  })
  const writers = Array.from({ length: 400 }, () => createWriter(newId()))
  let next = 0
  const pushOne = async () => {
    const writer = writers[next++ % writers.length]
    if (!writer) return
    const set = { id: newId(), sessionId: `s${writer.seq % 5}`, reps: 5, load: 100_000 }
    await server.push({ id: writer.space }, pushOf(writer, writer.write(putMark, set)))
  }
  const pullOne = async () => {
    const writer = writers[next++ % writers.length]
    if (writer)
      await server.pull({ id: writer.space }, pullOf(writer, { cursor: [Math.max(0, writer.seq - 2), '~', '~'] }))
  }
  console.log('| what | a second | p50 ms | p99 ms |')
  console.log('| --- | --- | --- | --- |')
  await measure('warm-up', pushOne, 1)
  await measure('push of one set', pushOne, SECONDS)
  await measure('pull of two rows', pullOne, SECONDS)
  await app.end()
} finally {
  await postgres.stop()
  rmSync(folder, { recursive: true, force: true })
}

async function measure(what: string, act: () => Promise<void>, seconds: number): Promise<void> {
  const times: number[] = []
  const end = performance.now() + seconds * 1000
  const started = performance.now()
  await Promise.all(
    Array.from({ length: IN_FLIGHT }, async () => {
      while (performance.now() < end) {
        const from = performance.now()
        await act()
        times.push(performance.now() - from)
      }
    }),
  )
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.floor(times.length * share)]?.toFixed(1)
  const perSecond = (times.length / (performance.now() - started)) * 1000
  console.log(`| ${what} | ${perSecond.toFixed(0)} | ${at(0.5)} | ${at(0.99)} |`)
}
