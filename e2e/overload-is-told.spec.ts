/** A database that is busy or gone is no fault of ours: the answer says when to come again, and then all is well. */
import { expect, test } from '@playwright/test'
import postgres from 'postgres'
import { startApp } from './support/app.ts'
import { cloneDatabase } from './support/database.ts'
import { newPhone, syncAll } from './support/phone.ts'
import { until } from './support/until.ts'
import { type Answer, newVisitor, sentenceOf } from './support/visitor.ts'

const expectNotNow = (answer: Answer, what: string) => {
  expect(answer.status, `${what}: ${answer.text}`).toBe(503)
  expect(Number(answer.headers.get('retry-after')), what).toBeGreaterThan(0)
}

test('overload-is-told: every connection is taken while somebody new asks', async () => {
  test.slow()
  const database = await cloneDatabase()
  const admin = postgres(database.admin, { max: 2 })
  const app = await startApp(database, { DATABASE_POOL: '2', LOG_LEVEL: 'warn' })
  try {
    const person = await newVisitor(app.url, 'Ana').signUp()
    const space = person.userId
    const boot = () =>
      person.mutate('sync.boot', { protocol: 1, schemaV: 1, deviceId: space, space, epoch: null, part: 'now' })
    expect((await boot()).status).toBe(200)
    // A process that knows nobody yet has to look the session up.
    await app.kill()
    await app.start()

    const holder = await admin.reserve()
    await holder`begin`
    await holder`lock table auth_session in access exclusive mode`
    const waiting = () =>
      admin`select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = ${database.name}`
    const stuck = [person.query('users.me'), boot()]
    await until('both connections to wait', async () => (await waiting()).length === 2)
    // No connection is left: these wait for one in vain.
    const asked: [string, Promise<Answer>][] = [
      ['a question', person.query('users.me')],
      ['two questions at once', person.get('/api/trpc/users.me,users.sessions?batch=1')],
      ['an order', boot()],
      ['a stream', person.get('/api/events')],
    ]
    for (const [what, answer] of asked) expectNotNow(await answer, what)
    expect(sentenceOf(await (asked[0]?.[1] as Promise<Answer>))).toBe('The database is busy: try again in a moment.')
    // The database itself ends what waits too long; that is no fault either.
    for (const answer of await Promise.all(stuck)) expectNotNow(answer, 'ended by the database')
    await holder`rollback`
    holder.release()

    expect((await boot()).status).toBe(200)
    expect(app.lines.filter((line) => line.includes('"level":"error"'))).toEqual([])
    expect(await (await fetch(app.metricsUrl)).text()).toMatch(/status="5xx"\} [1-9]/)
  } finally {
    await admin.end()
    await app.kill()
    await database.drop()
  }
})

test('overload-is-told: the id of a push leads from the edge to the rebuild that it caused', async () => {
  const database = await cloneDatabase()
  const app = await startApp(database, { LOG_LEVEL: 'debug' })
  try {
    const person = await newVisitor(app.url, 'Ana').signUp()
    const { phone, begin, logSet } = await newPhone(person)
    await begin()
    const of = (message: string) =>
      app.lines
        .filter((line) => line.startsWith('{'))
        .flatMap((line) => {
          const entry = JSON.parse(line) as { message: string; requestId?: string; path?: string }
          return entry.message === message ? [entry] : []
        })
    const causes = () =>
      of('rollups rebuilt').map(
        (rebuilt) => of('request').find(({ requestId }) => requestId === rebuilt.requestId)?.path,
      )
    // A rebuild may begin between a push and word of it, and is then told under the cause before (here the sign-up).
    await until('a rebuild that its push caused', async () => {
      const before = causes().length
      await logSet()
      await syncAll(phone)
      await until('the rebuild to be logged', () => causes().length > before)
      return causes().slice(before).includes('/api/trpc/sync.push')
    })
    await phone.stop()
  } finally {
    await app.kill()
    await database.drop()
  }
})
