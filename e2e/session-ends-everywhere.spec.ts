/** A session that is revoked opens nothing any more, in any process and on any stream, within 30 seconds. */
import { expect, test } from '@playwright/test'
import { newId } from '../src/shared/id.ts'
import { type App, startApp } from './support/app.ts'
import { cloneDatabase, type StoryDatabase } from './support/database.ts'
import { openStream } from './support/stream.ts'
import { until } from './support/until.ts'
import { dataOf, newVisitor, sentenceOf, type Visitor } from './support/visitor.ts'

const LIMIT_MS = 30_000

let database: StoryDatabase
let here: App
let there: App
test.beforeAll(async () => {
  database = await cloneDatabase()
  ;[here, there] = await Promise.all([startApp(database), startApp(database)])
})
test.afterAll(async () => {
  await Promise.all([here?.kill(), there?.kill()])
  await database?.drop()
})

const isRefused = (who: Visitor) => async () => (await who.query('users.me')).status === 401

/** Whatever a session opened: sync in each of its calls, and pages that the server renders. */
async function expectNothingOpens(who: Visitor, space: string): Promise<void> {
  const sync = { protocol: 1, schemaV: 1, deviceId: newId(), space }
  const asked = {
    push: { ...sync, build: 'story', clientNow: Date.now(), mutations: [] },
    pull: { ...sync, epoch: null, cursor: null, limit: 10 },
    boot: { ...sync, part: 'now' },
  }
  for (const [call, input] of Object.entries(asked)) {
    const answer = await who.mutate(`sync.${call}`, input)
    expect(answer.status, call).toBe(401)
    expect(sentenceOf(answer), call).toBe('You are signed out: sign in to go on.')
  }
  for (const page of ['/coach', `/coach/athletes/${space}`]) {
    const answer = await who.get(page)
    expect(answer.text, page).not.toContain('Ana')
    expect([answer.status, answer.headers.get('location')], page).toEqual([
      307,
      `/sign-in?next=${encodeURIComponent(page)}`,
    ])
  }
}

/** The same person, on a device that is served by the other process. */
async function otherDevice(person: Visitor): Promise<Visitor> {
  const device = newVisitor(there.url, 'Phone', person)
  expect(await device.signIn()).toBe(true)
  return device
}

test('session-ends-everywhere: a revoked device is signed out by the other process too, streams included', async () => {
  const laptop = await newVisitor(here.url, 'Ana').signUp()
  const phone = await otherDevice(laptop)
  const stream = await openStream(phone, phone.userId)
  await until('the stream to open', () => stream.events.includes('hello'))

  const sessions = dataOf<{ id: string; current: boolean }[]>(await laptop.query('users.sessions'))
  const sessionId = sessions.find(({ current }) => !current)?.id
  expect((await laptop.mutate('users.revokeSession', { sessionId })).status).toBe(200)

  await until('the phone to be refused', isRefused(phone), LIMIT_MS)
  await until('its stream to end', () => stream.isOver, LIMIT_MS)
  expect(stream.events.at(-1)).toBe('signed-out')
  expect((await openStream(phone, laptop.userId)).status).toBe(401)
  expect(sentenceOf(await phone.query('users.me'))).toBe('You are signed out: sign in to go on.')
  await expectNothingOpens(phone, laptop.userId)
  expect((await laptop.query('users.me')).status).toBe(200)
})

test('session-ends-everywhere: a changed password signs every other device out', async () => {
  const laptop = await newVisitor(here.url, 'Ben').signUp()
  const phone = await otherDevice(laptop)
  const next = 'a better password than before'
  expect((await laptop.mutate('users.changePassword', { current: laptop.password, next })).status).toBe(200)
  await until('the phone to be refused', isRefused(phone), LIMIT_MS)
  expect((await laptop.query('users.me')).status).toBe(200)
  expect(await phone.signIn(laptop.password)).toBe(false)
  expect(await phone.signIn(next)).toBe(true)
})

test('session-ends-everywhere: a cookie copied before signing out opens nothing after', async () => {
  const laptop = await newVisitor(here.url, 'Cleo').signUp()
  const copied = laptop.cookies()
  const ask = () => fetch(`${here.url}/api/trpc/users.me`, { headers: { cookie: copied } })
  expect((await ask()).status).toBe(200)
  const { csrfToken } = (await laptop.get('/api/auth/csrf')).body as { csrfToken: string }
  await laptop.fetch('/api/auth/signout', { method: 'POST', body: new URLSearchParams({ csrfToken, json: 'true' }) })
  expect(laptop.cookies()).not.toContain('session-token')
  expect((await ask()).status).toBe(401)
})
