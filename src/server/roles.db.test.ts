import postgres from 'postgres'
import { beforeAll, describe, expect, inject, test } from 'vitest'
import { openDatabase, type TestDatabase } from '../test/database.ts'
import { requireRoles } from './roles.ts'

let db: TestDatabase
let admin: string
beforeAll(async () => {
  db = await openDatabase()
  const url = new URL(inject('postgres').admin)
  url.pathname = new URL(db.url('spotter_app')).pathname
  admin = url.href
})

const said = (urls: { app: string; jobs: string }) =>
  requireRoles(urls).then(
    () => null,
    (error: Error) => error.message,
  )

describe('the roles to serve with', () => {
  test('are the app’s and the jobs’', async () => {
    expect(await said({ app: db.url('spotter_app'), jobs: db.url('spotter_jobs') })).toBeNull()
  })

  test.each([
    ['a superuser as the app', () => ({ app: admin }), /^DATABASE_URL signs in as \w+, which is not held by row-level/],
    [
      'a superuser as the jobs',
      () => ({ jobs: admin }),
      /^DATABASE_JOBS_URL signs in as \w+, which is not held by row-level security: use spotter_jobs, or a role like it\.$/,
    ],
    [
      'the tables’ owner as the app',
      () => ({ app: db.url('spotter_owner') }),
      'DATABASE_URL signs in as spotter_owner, which owns the tables: use spotter_app, or a role like it.',
    ],
    [
      'the app’s role for jobs: no rollup would ever be rebuilt',
      () => ({ jobs: db.url('spotter_app') }),
      'DATABASE_JOBS_URL signs in as spotter_app, which is no member of spotter_jobs: use that role, or grant it.',
    ],
    [
      'a database that is not there',
      () => ({ app: 'postgres://spotter_app:x@127.0.0.1:1/none' }),
      'The database in DATABASE_URL does not answer: start it, or correct the address.',
    ],
    [
      'a wrong password',
      () => ({ app: db.url('spotter_app').replace(/:[^:@]+@/, ':wrong@') }),
      /^The database in DATABASE_URL could not be asked: password authentication failed/,
    ],
  ])('are not %s', async (_what, given, sentence) => {
    const answer = await said({ app: db.url('spotter_app'), jobs: db.url('spotter_jobs'), ...given() })
    expect(answer).toMatch(sentence)
  })

  test('may be another one that was granted the app’s', async () => {
    const sql = postgres(admin, { max: 1 })
    const role = `web_${Date.now()}`
    await sql.unsafe(`create role ${role} login password 'x' in role spotter_app`)
    const app = new URL(db.url('spotter_app'))
    app.username = role
    app.password = 'x'
    expect(await said({ app: app.href, jobs: db.url('spotter_jobs') })).toBeNull()
    await sql.unsafe(`drop role ${role}`)
    await sql.end()
  })
})

describe('the database that serves', () => {
  test('loses nothing that it has committed: its durability is on, as the app’s own connection has it', async () => {
    for (const setting of ['fsync', 'full_page_writes', 'synchronous_commit']) {
      const [row] = await db.app<{ value: string }[]>`select current_setting(${setting}) as value`
      expect(row?.value, setting).toBe('on')
    }
  })
})
