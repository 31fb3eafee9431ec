/** A deploy cuts nobody off: readiness goes first, what is being answered is answered, and the process ends well. */
import { expect, test } from '@playwright/test'
import postgres from 'postgres'
import { startApp } from './support/app.ts'
import { cloneDatabase } from './support/database.ts'
import { newPhone } from './support/phone.ts'
import { openStream } from './support/stream.ts'
import { until } from './support/until.ts'
import { newVisitor } from './support/visitor.ts'

test('drains: SIGTERM during a push', async () => {
  const database = await cloneDatabase()
  const app = await startApp(database, { DRAIN_MS: '1500' })
  const admin = postgres(database.admin, { max: 2 })
  try {
    const person = await newVisitor(app.url, 'Ana').signUp()
    const { phone, begin, logSet } = await newPhone(person)
    await begin()
    expect(await phone.sync()).toBe('done')
    const stream = await openStream(person, person.userId)
    await until('the stream to open', () => stream.events.includes('hello'))
    expect((await fetch(`${app.url}/api/ready`)).status).toBe(200)

    // Somebody else holds the athlete's lock, so that the push stands in the middle of its work.
    const holder = await admin.reserve()
    await holder`begin`
    await holder`select 1 from sync_space where space_id = ${person.userId} for update`
    const setId = await logSet()
    const pushing = phone.steps.push()
    const waiting = () =>
      admin`select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = ${database.name}`
    await until('the push to wait for the lock', async () => (await waiting()).length > 0)

    const ended = app.stop()
    const ready = await until('readiness to be false while the door is still open', async () => {
      const answer = await fetch(`${app.url}/api/ready`)
      return answer.status === 503 ? ((await answer.json()) as unknown) : null
    })
    expect(ready).toMatchObject({ ready: false, draining: true })
    expect((await fetch(`${app.url}/api/live`)).status).toBe(200)

    await until('the stream to be told', () => stream.isOver)
    expect(stream.events.at(-1)).toBe('restart')
    await until('new callers to find no door', () =>
      fetch(`${app.url}/api/live`).then(
        () => false,
        () => true,
      ),
    )

    await holder`rollback`
    holder.release()
    expect(await pushing).toBe('sent')
    expect(await ended).toBe(0)
    expect(await admin`select 1 from logged_set where id = ${setId}`).toHaveLength(1)
    expect(app.lines.some((line) => line.includes('were cut'))).toBe(false)
    await phone.stop()
  } finally {
    await admin.end()
    await app.kill()
    await database.drop()
  }
})
