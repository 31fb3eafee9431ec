/** Logs carry ids and nothing personal; the id that an answer carries leads to its line. */
import { expect, test } from '@playwright/test'
import { startApp } from './support/app.ts'
import { asAdmin, cloneDatabase } from './support/database.ts'
import { letterTo, OUTBOX } from './support/letters.ts'
import { newPhone, syncAll } from './support/phone.ts'
import { until } from './support/until.ts'
import { newVisitor } from './support/visitor.ts'

test('logs-are-clean: an address, a password, a cookie, a load: none of them is ever written down', async () => {
  const database = await cloneDatabase()
  const app = await startApp(database, { LOG_LEVEL: 'debug' })
  try {
    const person = await newVisitor(app.url, 'Zdenka Unlikely').signUp()
    const intruder = newVisitor(app.url, 'Intruder', person)
    expect(await intruder.signIn('a wrong password 4711')).toBe(false)
    await person.mutate('users.signUp', { name: 'Zdenka Unlikely', email: person.email, password: 'too-short' })
    const invite = await person.mutate('coaching.createInvite', { domains: [{ domain: 'training', level: 'read' }] })
    const { token } = (invite.body as { result: { data: { token: string } } }).result.data
    await person.query('coaching.previewInvite', { token })
    await person.get(`/invite/${token}`)

    const asked = await person.mutate('users.askLetter', { kind: 'sign-in', email: person.email })
    const { ask } = (asked.body as { result: { data: { ask: string } } }).result.data
    const letter = await letterTo(app.url, person.email, 'Sign in to Spotter')
    const letterToken = letter.link.split('/letter/')[1] ?? 'there is no link'
    await person.get(`/letter/${letterToken}`)
    await person.query('users.previewLetter', { token: letterToken, ask })

    const { phone, begin, logSet } = await newPhone(person)
    await begin()
    await logSet(1_234)
    await syncAll(phone)
    await phone.stop()

    // A failure of our own: the answer's request id is in its line, and the line says no more than is safe.
    await asAdmin(database.admin, (sql) => sql`alter table person rename to person_gone`)
    const failed = await person.query('users.me')
    expect(failed.status).toBe(500)
    expect(failed.text).not.toContain('person_gone')
    const requestId = failed.headers.get('x-request-id') ?? ''
    const line = await until('the failure to be logged', () =>
      app.lines.find((text) => text.includes(requestId) && text.includes('"level":"error"')),
    )
    expect(JSON.parse(line)).toMatchObject({ requestId, service: 'spotter', level: 'error' })

    const logged = app.lines.join('\n')
    expect(logged).toContain('"message":"request"')
    const session = person.cookies().match(/session-token=([^;]+)/)?.[1] ?? 'there is no session cookie'
    const secrets = {
      'the address': person.email,
      'the password': person.password,
      'a wrong password': 'a wrong password 4711',
      'the name': 'Zdenka',
      'the cookie': session.slice(0, 40),
      'an invite’s token': token,
      'a letter’s link': letterToken,
      'what the browser keeps that asked for it': ask,
      'the outbox’s address': OUTBOX,
      'a load': '100000',
      reps: '1234',
    }
    // A random id or a time may hold any four digits.
    const lines = app.lines.map((text) => text.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}|[\dT:-]+\.\d+Z/g, '…'))
    for (const [what, secret] of Object.entries(secrets)) {
      expect(
        lines.filter((text) => text.includes(secret)),
        `${what} is in the log`,
      ).toEqual([])
    }
  } finally {
    await app.kill()
    await database.drop()
  }
})
