import type { ServerResponse } from 'node:http'
import { beforeAll, expect, test } from 'vitest'
import type { TestDatabase } from '../../test/database.ts'
import { openServices } from '../../test/people.ts'
import { NOBODY, withActor } from '../db.ts'
import { env } from '../env.ts'
import { answerOutbox } from './outbox-page.ts'
import { queueMail } from './queue.ts'

const SECRET = 'the-secret-rest-of-the-address'
let db: TestDatabase
beforeAll(async () => {
  db = await openServices()
  process.env.SPOTTER_OUTBOX = SECRET
  const letter = { to: 'ana@example.test', subject: 'Hi <Ana>', html: '', at: Date.now() }
  const text = 'Open <this>:\nhttp://localhost:3000/letter/abc "now"'
  await withActor(NOBODY, [], (tx) => queueMail(tx, { ...letter, text }))
})

async function ask(path: string): Promise<{ isAnswered: boolean; html: string; headers: Record<string, string> }> {
  const headers: Record<string, string> = {}
  let html = ''
  const res = {
    setHeader: (name: string, value: string) => {
      headers[name] = value
    },
    end: (body: string) => {
      html = body
    },
  }
  const isAnswered = await answerOutbox(res as unknown as ServerResponse, path)
  return { isAnswered, html, headers }
}

test('shows letters as text, to who knows its whole address', async () => {
  const { html, headers } = await ask(`/outbox/${SECRET}`)
  expect(html).toContain('Hi &lt;Ana&gt;')
  expect(html).toContain('Open &lt;this&gt;')
  expect(html).toContain('<a href="http://localhost:3000/letter/abc">')
  expect(headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' })
})

test('is no page for anybody else, and for nobody where mail is sent', async () => {
  for (const path of ['/outbox/', `/outbox/${SECRET}x`, `/outbox/${SECRET.slice(1)}`, '/outbox/undefined']) {
    expect(await ask(path)).toMatchObject({ isAnswered: false, html: '' })
  }
  const own = env()
  own.SMTP_URL = 'smtp://127.0.0.1:1'
  expect(await ask(`/outbox/${SECRET}`)).toMatchObject({ isAnswered: false, html: '' })
  own.SMTP_URL = undefined
  own.SPOTTER_OUTBOX = undefined
  expect(await ask('/outbox/undefined')).toMatchObject({ isAnswered: false, html: '' })
  expect(await db.app`select 1 from letter`).toEqual([])
})
