/** What stands in the way of a start is said in one sentence: which thing, and what to do. */
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { startPostgres } from '../scripts/lib/postgres.mjs'
import { childrenOf } from '../scripts/lib/process-tree.mjs'
import { databaseSentence } from '../scripts/lib/sentence.mjs'
import { cloneDatabase, type StoryDatabase } from './support/database.ts'

let database: StoryDatabase
test.beforeAll(async () => {
  database = await cloneDatabase()
})
test.afterAll(() => database?.drop())

/** Runs the built server until it ends; everything that it wrote. */
function startAndEnd(env: Record<string, string | undefined>): Promise<{ code: number | null; lines: string[] }> {
  return new Promise((done) => {
    const child = spawn(process.execPath, ['dist/main.js'], {
      cwd: process.env.E2E_APP,
      env: {
        ...process.env,
        NODE_ENV: 'production',
        LOG_LEVEL: 'silent',
        PORT: '0',
        DATABASE_URL: database.app,
        DATABASE_JOBS_URL: database.jobs,
        SESSION_SECRET: 'e2e-secret-e2e-secret-e2e-secret-e2e',
        ...env,
      },
    })
    let out = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (out += chunk))
    child.once('exit', (code) => {
      // Next says that it has read its configuration.
      const lines = out.split('\n').filter((line) => line.trim() !== '' && !line.includes('next.config.ts'))
      done({ code, lines })
    })
  })
}

const CASES: { what: string; env: Record<string, string | undefined>; sentence: RegExp }[] = [
  {
    what: 'no database',
    env: { DATABASE_URL: undefined },
    sentence: /^DATABASE_URL is not set: set it to a PostgreSQL address/,
  },
  {
    what: 'no role for jobs, so that no coach would see a new set',
    env: { DATABASE_JOBS_URL: undefined },
    sentence: /^DATABASE_JOBS_URL is not set: set it to the address of spotter_jobs/,
  },
  {
    what: 'a database that does not answer',
    env: { DATABASE_URL: 'postgres://spotter_app:x@127.0.0.1:1/spotter' },
    sentence: /^The database in DATABASE_URL does not answer: start it, or correct the address\.$/,
  },
  {
    what: 'a short secret',
    env: { SESSION_SECRET: 'short' },
    sentence: /^SESSION_SECRET has a value that can not be used: .*32 characters/,
  },
  {
    what: 'a port that is none',
    env: { PORT: 'http' },
    sentence: /^PORT has a value that can not be used: set it to a number from 0 \(any free port\) to 65535\.$/,
  },
  {
    what: 'a mail server without a sender',
    env: { SMTP_URL: 'smtp://127.0.0.1:2525' },
    sentence: /^MAIL_FROM is not set: with SMTP_URL, set it to the sender of its letters/,
  },
  {
    what: 'an address that is none',
    env: { PUBLIC_URL: 'spotter' },
    sentence: /^PUBLIC_URL has a value that can not be used/,
  },
]
for (const { what, env, sentence } of CASES) {
  test(`start-is-explained: ${what}`, async () => {
    const { code, lines } = await startAndEnd(env)
    expect(code).toBe(1)
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatch(sentence)
    expect(lines.join()).not.toContain('short')
  })
}

test('start-is-explained: a port that another program uses', async () => {
  const other = createServer()
  await new Promise<void>((done) => other.listen(0, '127.0.0.1', done))
  const { port } = other.address() as { port: number }
  const { code, lines } = await startAndEnd({ PORT: String(port) })
  other.close()
  expect(code).toBe(1)
  expect(lines).toEqual([`Port ${port} is used by another program: end it, or choose another with PORT=3001.`])
})

test('start-is-explained: a data folder that is broken, of another version, or no such thing', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'spotter-broken-'))
  const start = (name: string) =>
    startPostgres({ dataDir: join(folder, name), password: 'x' }).then(
      () => 'it started',
      (error: Error) => error.message,
    )
  for (const name of ['foreign', 'old', 'broken']) mkdirSync(join(folder, name), { mode: 0o700 })
  writeFileSync(join(folder, 'foreign', 'holiday.jpg'), '')
  writeFileSync(join(folder, 'old', 'PG_VERSION'), '14\n')
  writeFileSync(join(folder, 'broken', 'PG_VERSION'), '18\n')
  expect(await start('foreign')).toMatch(/is not a PostgreSQL data folder: move it away/)
  expect(await start('old')).toMatch(/was made by PostgreSQL 14, and this is 18: upgrade or move the folder away\.$/)
  expect(await start('broken')).toMatch(
    /^The database in .*broken does not start \(.+\): restore the folder from a backup/,
  )
  rmSync(folder, { recursive: true, force: true })
})

test('start-is-explained: a lock left by a power cut is nobody’s, whoever has that process id now', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'spotter-lock-'))
  const options = { dataDir: join(folder, 'data'), password: 'x' }
  const lock = join(options.dataDir, 'postmaster.pid')
  const first = await startPostgres(options)
  const left = readFileSync(lock, 'utf8')
  await first.kill()
  writeFileSync(lock, left.replace(/^\d+/, String(process.pid)))
  const second = await startPostgres(options)
  expect(second.pid).not.toBe(first.pid)
  // One that lives is used, not started beside.
  expect((await startPostgres(options)).pid).toBe(second.pid)
  await second.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** Runs `npm start`'s own script as far as it gets. */
function npmStart(env: Record<string, string>): Promise<{ code: number | null; said: string[] }> {
  return new Promise((done) => {
    const child = spawn(process.execPath, ['scripts/start.mjs'], { env: { ...process.env, ...env } })
    let out = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (out += chunk))
    child.once('exit', (code) => done({ code, said: out.split('\n').filter((line) => line.trim() !== '') }))
  })
}

const WRONG = [
  { name: 'PORT', values: ['abc', '-1', '70000', '3000.5'], wayOut: 'a number from 0' },
  { name: 'HOST', values: ['http://localhost', 'my host'], wayOut: 'an address of this machine' },
  { name: 'LOG_LEVEL', values: ['loud'], wayOut: 'one of trace, debug' },
  { name: 'SPOTTER_DEMO', values: ['no'], wayOut: '1 for a start with demo data' },
  {
    name: 'DATABASE_URL',
    values: ['localhost/spotter', 'mysql://localhost/x'],
    wayOut: 'a PostgreSQL address such as',
  },
  {
    name: 'SMTP_URL',
    values: ['mail.example.com', 'http://mail.example.com'],
    wayOut: 'the address of a mail server',
    beside: { MAIL_FROM: 'no-reply@example.com' },
  },
  { name: 'MAIL_FROM', values: ['Spotter'], wayOut: 'the sender of its letters' },
  { name: 'SESSION_SECRET', values: ['hunter2'], wayOut: 'a secret of at least 32 characters' },
]
test('start-is-explained: npm start with a variable that can’t be used', async () => {
  for (const { name, values, wayOut, beside } of WRONG) {
    for (const value of values) {
      const { code, said } = await npmStart({ ...beside, [name]: value })
      expect(code).toBe(1)
      expect(said, `${name}=${value}`).toEqual([
        expect.stringMatching(new RegExp(`^${name} has a value that can not be used: set it to ${wayOut}.*\\.$`)),
      ])
    }
  }
  const elsewhere = await npmStart({ HOST: '192.0.2.1', PORT: '0' })
  expect(elsewhere.code).toBe(1)
  expect(elsewhere.said.at(-1)).toBe(
    'HOST is no address of this machine (EADDRNOTAVAIL): set it to 127.0.0.1, or 0.0.0.0 for all of them.',
  )
})

test('start-is-explained: a data folder that can’t be made, or is a file', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'spotter-file-'))
  const file = join(folder, 'file')
  writeFileSync(file, '')
  // No one may make a folder there, not even root.
  const nowhere = await npmStart({ SPOTTER_DATA: '/sys/spotter' })
  expect(nowhere).toEqual({ code: 1, said: [expect.stringMatching(/^\/sys\/spotter can't be written \(E\w+\): give/)] })
  for (const taken of [file, join(file, 'below')]) {
    const { code, said } = await npmStart({ SPOTTER_DATA: taken })
    expect(code).toBe(1)
    expect(said).toEqual([expect.stringMatching(/^.*file.* should be a folder, but a file is in its place: move it/)])
  }
  rmSync(folder, { recursive: true, force: true })
})

test('start-is-explained: a full disk, a folder of somebody else’s, and any other reason of the database’s', () => {
  const said = (text: string) => databaseSentence(text, '/data/postgres')
  expect(said('initdb: error: could not write: No space left on device\ninitdb: removing data directory')).toBe(
    'The disk that holds /data/postgres is full: free some space, then start again.',
  )
  expect(said('FATAL:  data directory "/data/postgres" has wrong ownership')).toMatch(/belongs to another user/)
  expect(said('LOG: a\nFATAL:  could not open file "global/pg_control"\nLOG: b')).toMatch(
    /^The database in \/data\/postgres does not start \(could not open file "global\/pg_control"\): restore/,
  )
})

test('start-is-explained: a superuser, and the owner of the tables, are not served with', async () => {
  for (const url of [database.admin, database.owner]) {
    const { code, lines } = await startAndEnd({ DATABASE_URL: url })
    expect(code).toBe(1)
    expect(lines).toEqual([
      expect.stringMatching(/^DATABASE_URL signs in as \w+, which .*: use spotter_app, or a role/),
    ])
  }
})

test('start-is-explained: npm start with a port that is used, twice from one folder, or without its database', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'spotter-start-'))
  const other = createServer()
  await new Promise<void>((done) => other.listen(0, '127.0.0.1', done))
  const { port } = other.address() as { port: number }
  const used = await npmStart({ SPOTTER_DATA: join(folder, 'a'), PORT: String(port) })
  expect(used.code).toBe(1)
  expect(used.said.at(-1)).toBe(
    `Port ${port} is used by another program: end it, or choose another, such as PORT=${port + 1} npm start.`,
  )
  other.close()

  const dead = { DATABASE_URL: 'postgres://spotter:x@127.0.0.1:1/spotter', PORT: '0', SPOTTER_DATA: join(folder, 'b') }
  const without = await npmStart(dead)
  expect(without.code).toBe(1)
  expect(without.said.slice(-2)).toEqual([
    'The database in DATABASE_URL does not answer: start it, or correct the address.',
    'The database could not be prepared: see the line above.',
  ])

  const half = await npmStart({ ...dead, DATABASE_URL: database.app, DATABASE_OWNER_URL: database.owner })
  expect(half.code).toBe(1)
  expect(half.said.at(-2)).toMatch(/DATABASE_OWNER_URL is set and DATABASE_JOBS_URL is not: set it to the address of/)

  const env = { ...process.env, SPOTTER_DATA: join(folder, 'c'), SPOTTER_DEMO: '0', PORT: '0' }
  const running = spawn(process.execPath, ['scripts/start.mjs'], { env })
  let said = ''
  running.stdout.on('data', (chunk: Buffer) => (said += chunk))
  running.stderr.on('data', (chunk: Buffer) => (said += chunk))
  const over = new Promise((done) => running.once('exit', done))
  await expect.poll(() => said, { timeout: 120_000 }).toContain('Spotter serves at')
  const second = await npmStart({ SPOTTER_DATA: join(folder, 'c'), PORT: '0' })
  expect(second).toEqual({
    code: 1,
    said: [`Spotter already runs from this folder (process ${running.pid}): use that one, or end it first.`],
  })
  running.kill('SIGTERM')
  expect(await over).toBe(0)
  rmSync(folder, { recursive: true, force: true })
})

test('start-is-explained: a server that was killed is told as that', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'spotter-killed-'))
  const env = { ...process.env, SPOTTER_DATA: folder, SPOTTER_DEMO: '0', PORT: '0' }
  const running = spawn(process.execPath, ['scripts/start.mjs'], { env })
  let said = ''
  for (const stream of [running.stdout, running.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk))
  const over = new Promise((done) => running.once('exit', done))
  await expect.poll(() => said, { timeout: 120_000 }).toContain('Ctrl-C stops everything')
  const server = childrenOf(running.pid).find((pid) =>
    readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('dist/main.js'),
  )
  process.kill(server ?? Number.NaN, 'SIGKILL')
  expect(await over).toBe(1)
  expect(said.trim().split('\n').at(-1)).toBe(
    'The server stopped: its process was killed, by somebody or by the system when memory ran out (SIGKILL). Nothing that was saved is lost: start again.',
  )
  rmSync(folder, { recursive: true, force: true })
})
