/** What a server benchmark runs on: a PostgreSQL with full durability, the built app as one process, people signed in. */
import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { encode } from 'next-auth/jwt'
import postgres from 'postgres'
import { type App, startApp } from '../../e2e/support/app.ts'
import { startPostgres } from '../../scripts/lib/postgres.mjs'
import { migrateDatabase, prepareDatabase } from '../../src/server/prepare-database.ts'
import { newId } from '../../src/shared/id.ts'
import { openPoster } from './http.ts'

const SECRET = 'bench-secret-bench-secret-bench-secret'
const PASSWORD = 'bench-only'
export const IN_FLIGHT = 32

/** Somebody signed in on one phone, with the queue's next number. */
export type Phone = { userId: string; cookie: string; deviceId: string; seq: number }
export type Stage = {
  app: App
  urls: { app: string; owner: string; jobs: string }
  /** What another process on the same database needs besides. */
  env: Record<string, string>
  /** The superuser, past row-level security: to prepare and to count. */
  admin: postgres.Sql
  signIn(count: number): Promise<Phone[]>
  /** Sends a push with the session's cookie; throws unless every mutation of it was applied. */
  push(phone: Phone, mutations: readonly { name: string; args: unknown }[]): Promise<void>
  /** Until the relay has nothing left to rebuild. */
  untilRebuilt(): Promise<void>
  close(): Promise<void>
}

export async function openStage(env: Record<string, string> = {}): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'spotter-bench-'))
  const database = await startPostgres({ dataDir: join(folder, 'data'), password: PASSWORD })
  let isStopped = false
  process.once('exit', () => isStopped || database.kill())
  const urls = await prepareDatabase(database.url, 'bench', PASSWORD)
  await migrateDatabase(urls.owner, join(import.meta.dirname, '..', '..', 'drizzle'))
  const adminUrl = new URL(database.url)
  adminUrl.pathname = '/bench'
  const admin = postgres(adminUrl.href, { max: 4, onnotice: () => {} })
  const app = await startApp(urls, { SESSION_SECRET: SECRET, LOG_LEVEL: 'warn', ...env })
  await mustBeDurable(urls.app)
  const poster = openPoster(app.url)

  return {
    app,
    urls,
    env: { SESSION_SECRET: SECRET, LOG_LEVEL: 'warn' },
    admin,

    /** The rows that signing in leaves, and the cookie it gives: without argon2's share of a second for each. */
    async signIn(count) {
      const now = Date.now()
      const phones: Phone[] = []
      for (let i = 0; i < count; i++) {
        const userId = newId()
        const sid = randomBytes(32).toString('base64url')
        await admin`insert into person (id, name, created_at) values (${userId}, ${`Bench ${i}`}, ${now})`
        await admin`insert into auth_session (id, user_id, sid_hash, device_label, created_at, last_seen_at, expires_at)
          values (${newId()}, ${userId}, ${createHash('sha256').update(sid).digest('hex')}, 'bench', ${now}, ${now}, ${now + 86_400_000})`
        const token = await encode({ token: { sub: userId, sid }, secret: SECRET })
        phones.push({ userId, cookie: `next-auth.session-token=${token}`, deviceId: newId(), seq: 0 })
      }
      return phones
    },

    async push(phone, mutations) {
      const now = Date.now()
      const body = {
        protocol: 1,
        deviceId: phone.deviceId,
        space: phone.userId,
        schemaV: 1,
        build: 'bench',
        clientNow: now,
        mutations: mutations.map(({ name, args }) => {
          phone.seq += 1
          return { seq: phone.seq, mid: newId(), name, v: 1, args, at: now, ms: now }
        }),
      }
      const { status, text } = await poster.post('/api/trpc/sync.push', phone.cookie, JSON.stringify(body))
      const applied = text.split('"applied"').length - 1
      if (status !== 200 || applied !== mutations.length)
        throw new Error(`A push answered ${status}: ${text.slice(0, 500)}`)
    },

    async untilRebuilt() {
      const left = () => admin`select 1 from dirty_day limit 1`
      while ((await left()).length > 0) await new Promise((done) => setTimeout(done, 50))
    },

    async close() {
      poster.close()
      await app.stop()
      await admin.end()
      await database.stop()
      isStopped = true
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Read through the app's own connection: a figure without them would be another promise. */
async function mustBeDurable(url: string): Promise<void> {
  const sql = postgres(url, { max: 1 })
  for (const name of ['fsync', 'full_page_writes', 'synchronous_commit']) {
    const [row] = await sql.unsafe(`show ${name}`)
    if (row?.[name] !== 'on') throw new Error(`${name} is ${row?.[name]}: the figures would mean nothing.`)
  }
  await sql.end()
}
