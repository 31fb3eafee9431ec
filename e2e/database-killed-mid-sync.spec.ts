/** The database loses its power while four phones push: what was answered *applied* is what is found afterwards. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { startPostgres } from '../scripts/lib/postgres.mjs'
import { migrateDatabase, prepareDatabase } from '../src/server/prepare-database.ts'
import type { Transport } from '../src/sync/client/api.ts'
import { type App, startApp } from './support/app.ts'
import { asAdmin } from './support/database.ts'
import { newPhone, type StoryPhone, syncAll } from './support/phone.ts'
import { until } from './support/until.ts'
import { newVisitor, type Visitor } from './support/visitor.ts'

const CLIENTS = 4
const KILLS = 10
const PASSWORD = 'drill-only'

const folder = mkdtempSync(join(tmpdir(), 'spotter-power-'))
type Postgres = Awaited<ReturnType<typeof startPostgres>>
let postgres: Postgres
let app: App
test.afterAll(async () => {
  await app?.kill()
  await postgres?.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** The children of a killed postmaster hold its memory for a moment: until then a new one refuses to start. */
const startAgain = (port?: number) =>
  until('the database to start again', () =>
    startPostgres({ dataDir: join(folder, 'postgres'), password: PASSWORD, port }).catch(() => null),
  )

test('database-killed-mid-sync: ten times SIGKILL to PostgreSQL; answers *applied* equal rows found', async () => {
  test.setTimeout(240_000)
  postgres = await startAgain()
  const urls = await prepareDatabase(postgres.url, 'power', PASSWORD)
  await migrateDatabase(urls.owner, 'drizzle')
  const admin = new URL(postgres.url)
  admin.pathname = '/power'
  app = await startApp(urls, { LOG_LEVEL: 'silent' })

  /** Mutations that the server said it has applied. */
  const applied = new Set<string>()
  const watched = (transport: Transport): Transport => ({
    ...transport,
    async push(input) {
      const answer = await transport.push(input)
      for (const { seq, status } of answer.results) {
        const sent = input.mutations.find((mutation) => mutation.seq === seq)
        if (status === 'applied' && sent) applied.add(sent.mid)
      }
      return answer
    },
  })

  const athletes: (StoryPhone & { person: Visitor })[] = []
  for (let i = 0; i < CLIENTS; i++) {
    const person = await newVisitor(app.url, 'Athlete').signUp()
    athletes.push({ person, ...(await newPhone(person, watched)) })
  }

  let isOver = false
  const logging = Promise.all(
    athletes.map(async ({ begin, logSet, phone }) => {
      await begin()
      const sets: string[] = []
      while (!isOver) {
        sets.push(await logSet())
        // Without a database the phone waits; here it asks again at once, so that every moment is tried.
        if ((await phone.sync()) !== 'done') await new Promise((done) => setTimeout(done, 15))
      }
      return sets
    }),
  )

  for (let kill = 0; kill < KILLS; kill++) {
    const before = applied.size
    await until('pushes to arrive again', () => applied.size >= before + CLIENTS)
    await new Promise((done) => setTimeout(done, Math.random() * 25))
    await postgres.kill()
    postgres = await startAgain(postgres.port)
  }
  const last = applied.size
  await until('pushes to arrive after the last kill', () => applied.size > last)
  isOver = true
  const logged = await logging
  for (const { phone } of athletes) await syncAll(phone)

  await asAdmin(admin.href, async (sql) => {
    const found = await sql`select mid::text as mid from sync_receipt where status = 'applied'`
    const there = new Set(found.map(({ mid }) => String(mid)))
    expect(
      [...applied].filter((mid) => !there.has(mid)),
      'answered as applied and not found',
    ).toEqual([])
    for (const [i, { person, bugs, phone }] of athletes.entries()) {
      const rows = await sql`select id from logged_set where athlete_id = ${person.userId} and not deleted order by id`
      expect(rows.map(({ id }) => id)).toEqual([...(logged[i] ?? [])].sort())
      const [{ receipts } = { receipts: 0 }] =
        await sql`select count(distinct mid)::int as receipts from sync_receipt where space_id = ${person.userId}`
      expect(receipts).toBe(rows.length + 2)
      expect(await phone.attention()).toEqual([])
      expect(bugs).toEqual([])
      await phone.stop()
    }
  })
})
