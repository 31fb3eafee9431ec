import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { newId } from '../../shared/id.ts'
import type { TestDatabase } from '../../test/database.ts'
import { type MailServer, startHangingServer, startMailServer } from '../../test/mail-server.ts'
import { openServices } from '../../test/people.ts'
import { NOBODY, withActor } from '../db.ts'
import { metrics } from '../metrics.ts'
import { writeLetter } from './layout.ts'
import { type Postman, startPostman } from './postman.ts'
import { queueMail, removeOldLetters } from './queue.ts'

let db: TestDatabase
beforeAll(async () => {
  db = await openServices()
})

let postman: Postman | null = null
let server: MailServer | null = null
beforeEach(async () => {
  await db.admin`delete from letter`
  metrics().letters.reset()
})
afterEach(async () => {
  await postman?.stop()
  await server?.close()
  postman = server = null
})

const FROM = { mode: 'smtp', from: 'Spotter <no-reply@spotter.test>', lookMs: 20, pauseMs: 1_500 } as const
/** As patient as on a busy machine. */
const PATIENT = { ...FROM, timeoutMs: 30_000 } as const
const IMPATIENT = { ...FROM, timeoutMs: 1_000 } as const

/** A letter, in a transaction like any other. */
function write(to: string, options: { at?: number; until?: number } = {}): Promise<void> {
  const parts = writeLetter({ title: 'Übung macht stark', lines: ['Grüße & <Küsse>'], code: '123456' })
  return withActor(NOBODY, [], (tx) => queueMail(tx, { to, subject: 'Übung', ...parts, at: Date.now(), ...options }))
}

const letters = () => db.admin`select to_address, attempts, error, dead_at, shown_at from letter order by to_address`
const waits = (of: () => unknown) => vi.waitFor(of, { timeout: 50_000, interval: 20 })

async function outcomes(): Promise<Record<string, number>> {
  const { values } = await metrics().letters.get()
  return Object.fromEntries(values.map(({ labels, value }) => [labels.outcome, value]))
}

describe('a letter', () => {
  test('reaches the server whole, and is gone from the table', async () => {
    server = await startMailServer()
    postman = startPostman({ ...PATIENT, smtpUrl: server.url })
    await write('ana@example.test')
    await waits(() => expect(server?.received).toHaveLength(1))
    const [letter] = server.received
    expect(letter?.to).toEqual(['ana@example.test'])
    expect(letter?.message).toContain('From: Spotter <no-reply@spotter.test>')
    expect(letter?.message).toMatch(/^Message-ID: <[0-9a-f-]{36}@spotter\.test>\r$/m)
    expect(letter?.message).toContain('Auto-Submitted: auto-generated')
    expect(letter?.message).toContain('123 456')
    // Lines are folded at 76 characters.
    expect(letter?.message.replaceAll('=\r\n', '')).toContain('Gr=C3=BC=C3=9Fe &amp; &lt;K=C3=BCsse&gt;')
    await waits(async () => expect(await letters()).toEqual([]))
    expect(await outcomes()).toEqual({ sent: 1 })
  })

  test('of a transaction that failed is never sent', async () => {
    server = await startMailServer()
    postman = startPostman({ ...PATIENT, smtpUrl: server.url })
    const failed = withActor(NOBODY, [], async (tx) => {
      await queueMail(tx, { to: 'never@example.test', subject: 'x', text: 'x', html: 'x', at: Date.now() })
      throw new Error('not after all')
    })
    await expect(failed).rejects.toThrow('not after all')
    await write('ana@example.test')
    await waits(() => expect(server?.received.map(({ to }) => to)).toEqual([['ana@example.test']]))
    await waits(async () => expect(await letters()).toEqual([]))
  })

  test('to an address that the server refuses is tried once, and the sentence with the address is not kept', async () => {
    server = await startMailServer({
      refuse: (to) => (to.startsWith('gone') ? { code: 550, sentence: `No such user ${to}` } : null),
    })
    postman = startPostman({ ...PATIENT, smtpUrl: server.url })
    await write('gone@example.test')
    await write('here@example.test')
    await waits(() => expect(server?.received).toHaveLength(1))
    await waits(async () =>
      expect(await letters()).toMatchObject([
        { to_address: 'gone@example.test', attempts: 1, error: '550', dead_at: expect.any(Number) },
      ]),
    )
    expect(postman.breaker()).toBe('closed')
    expect(await outcomes()).toEqual({ sent: 1, refused: 1 })
  })

  test('that can’t be taken now waits, longer each time, and holds no other up', async () => {
    let isFull = true
    server = await startMailServer({
      refuse: (to) => (isFull && to.startsWith('full') ? { code: 452, sentence: 'mailbox full' } : null),
    })
    postman = startPostman({ ...PATIENT, smtpUrl: server.url })
    await write('full@example.test')
    await waits(async () => expect(await letters()).toMatchObject([{ attempts: 1, error: '452', dead_at: null }]))
    const waitMs = async () => {
      const [row] = await db.admin`select due_at - ${Date.now()} as wait from letter`
      return Number(row?.wait)
    }
    expect(await waitMs()).toBeGreaterThan(5_000)
    await db.admin`update letter set due_at = ${Date.now()}, attempts = 3`
    await waits(async () => expect(await letters()).toMatchObject([{ attempts: 4 }]))
    expect(await waitMs()).toBeGreaterThan(60_000)
    isFull = false
    await db.admin`update letter set due_at = ${Date.now()}`
    await waits(() => expect(server?.received).toHaveLength(1))
  })

  test('whose time is over, or that was tried often enough, is given up', async () => {
    server = await startMailServer()
    const now = Date.now()
    await write('late@example.test', { at: now - 10_000, until: now - 1 })
    await write('often@example.test')
    await db.admin`update letter set attempts = 12 where to_address = 'often@example.test'`
    postman = startPostman({ ...PATIENT, smtpUrl: server.url })
    await waits(async () => expect(await outcomes()).toEqual({ expired: 1, given_up: 1 }))
    expect(server.received).toEqual([])
    await removeOldLetters(db.jobs, now + 25 * 3_600_000)
    expect(await letters()).toEqual([])
  })

  test('goes once, whoever looks at the same moment', async () => {
    server = await startMailServer()
    const others = [1, 2, 3].map(() => startPostman({ ...PATIENT, smtpUrl: server?.url ?? '' }))
    const many = Array.from({ length: 12 }, () => `${newId()}@example.test`)
    await Promise.all(many.map((to) => write(to)))
    await waits(async () => expect(await letters()).toEqual([]))
    await Promise.all(others.map((one) => one.stop()))
    expect(server.received.flatMap(({ to }) => to).sort()).toEqual(many.sort())
  })

  test('without a mail server is shown in the outbox, and kept for a day', async () => {
    postman = startPostman({ ...PATIENT, mode: 'outbox', smtpUrl: '' })
    await write('ana@example.test')
    await waits(async () => expect(await letters()).toMatchObject([{ shown_at: expect.any(Number), attempts: 1 }]))
    await removeOldLetters(db.jobs, Date.now() + 23 * 3_600_000)
    expect(await letters()).toHaveLength(1)
    await removeOldLetters(db.jobs, Date.now() + 25 * 3_600_000)
    expect(await letters()).toEqual([])
  })
})

describe('a server that hangs', () => {
  test('opens the breaker: nothing more is tried till it may be back, and then everything arrives', async () => {
    server = await startHangingServer()
    const port = Number(new URL(server.url).port)
    for (let n = 0; n < 8; n++) await write(`ana${n}@example.test`)
    // Open for longer than a busy machine takes from here to the last look at the hanging server.
    postman = startPostman({ ...IMPATIENT, smtpUrl: server.url, pauseMs: 8_000 })
    await waits(() => expect(postman?.breaker()).toBe('open'))
    const tried = server.connections()
    expect(tried).toBeLessThanOrEqual(7)
    await write('later@example.test')
    await waits(async () => expect((await metrics().mailBreaker.get()).values[0]?.value).toBe(1))
    expect(server.connections()).toBe(tried)

    await server.close()
    server = await startMailServer({ port })
    // On a busy machine one may take longer than this postman waits: it is due again at once, and may arrive twice.
    await waits(async () => {
      await db.admin`update letter set due_at = least(due_at, ${Date.now()}), attempts = 1`
      expect(await letters()).toEqual([])
    })
    expect(new Set(server.received.flatMap(({ to }) => to)).size).toBe(9)
    expect(postman.breaker()).toBe('closed')
  })

  test('holds up nobody who asks for a letter, nor the end of the process', async () => {
    server = await startHangingServer()
    const slow = startPostman({ ...PATIENT, smtpUrl: server.url, timeoutMs: 600_000 })
    for (let n = 0; n < 8; n++) await write(`ana${n}@example.test`)
    await waits(() => expect(server?.connections()).toBeGreaterThan(0))
    await write('later@example.test')
    await slow.stop()
    expect(await letters()).toHaveLength(9)
    expect(await outcomes()).toEqual({})
  })

  test('that is not there at all opens it too', async () => {
    server = await startMailServer()
    const { url } = server
    await server.close()
    postman = startPostman({ ...IMPATIENT, smtpUrl: url })
    for (let n = 0; n < 4; n++) await write(`ana${n}@example.test`)
    await waits(() => expect(postman?.breaker()).toBe('open'))
    server = null
  })
})
