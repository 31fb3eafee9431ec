import { beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../../shared/id.ts'
import type { TestDatabase } from '../../../test/database.ts'
import { codeIn, linkIn, newestLetter } from '../../../test/letters.ts'
import { newPerson, openServices } from '../../../test/people.ts'
import { findMe, signIn } from './accounts.ts'
import { askLetter, askSignUp, enter, previewLetter } from './by-letter.ts'
import { actorOfSession, listSessions } from './sessions.ts'

let db: TestDatabase
beforeAll(async () => {
  db = await openServices()
})

let addresses = 0
const at = () => ({ ip: `198.51.100.${addresses++ % 250}`, userAgent: 'Chrome/140.0 Windows' })
const anew = (name: string) => ({ name, email: `${newId()}@example.test`, password: `the password of ${name}` })
const letterTo = (email: string) => newestLetter(db, email)
const refusalOf = (made: Promise<unknown>) =>
  made.then(
    () => 'done',
    ({ code, message }) => ({ code, message }),
  )
const WRONG = {
  code: 'bad_input',
  message: 'The code is not the one of the newest letter. Check it and try again.',
}

describe('signing up', () => {
  test('makes no account before the code came back; then it is verified, with its password, and signed in', async () => {
    const ana = anew('Ana')
    const { ask } = await askSignUp({ ...ana, ...at() })
    await expect(signIn({ ...ana, ...at() })).rejects.toMatchObject({ code: 'unauthenticated' })
    const session = await enter({ ask, code: codeIn(await letterTo(ana.email)), ...at() })
    const actor = await actorOfSession(session.sid)
    expect(await findMe(actor ?? { userId: '', sessionId: null })).toMatchObject({
      ...{ name: 'Ana', email: ana.email, isVerified: true, hasPassword: true },
    })
    expect(await listSessions({ userId: session.userId, sessionId: session.sessionId })).toMatchObject([
      { madeBy: 'sign-up', current: true },
    ])
    await signIn({ ...ana, ...at() })
  })

  test('with an address that has an account answers the same; its owner reads so and gets in with the code', async () => {
    const ben = await newPerson('Ben')
    const fresh = anew('Twin')
    const [known, unknown] = [
      await askSignUp({ ...fresh, email: ben.email, ...at() }),
      await askSignUp({ ...fresh, ...at() }),
    ]
    expect(Object.keys(known)).toEqual(Object.keys(unknown))
    expect(known.ask).toHaveLength(unknown.ask.length)
    const letter = await letterTo(ben.email)
    expect(letter.subject).toBe('You have a Spotter account already')
    expect(await refusalOf(enter({ ask: known.ask, code: '000 000', ...at() }))).toEqual(WRONG)
    expect(await refusalOf(enter({ ask: unknown.ask, code: '000 000', ...at() }))).toEqual(WRONG)
    const session = await enter({ ask: known.ask, code: codeIn(letter), ...at() })
    expect(session.userId).toBe(ben.userId)
    expect(await findMe(ben)).toMatchObject({ name: 'Ben' })
  })

  test('by somebody else with my address gives them nothing, and their password opens nothing', async () => {
    const mine = anew('Dora')
    const theirs = { ...mine, name: 'Mallory', password: 'known to Mallory' }
    await askSignUp({ ...theirs, ...at() })
    const token = linkIn(await letterTo(mine.email))
    // Opened where nobody asked: the letter's reader chooses the password.
    expect(await previewLetter({ token, ...at() })).toEqual({
      ...{ kind: 'sign-up', email: mine.email, name: 'Mallory', isHere: false },
    })
    expect(await refusalOf(enter({ token, ...at() }))).toMatchObject({ code: 'bad_input' })
    await enter({ token, password: mine.password, ...at() })
    await expect(signIn({ ...theirs, ...at() })).rejects.toMatchObject({ code: 'unauthenticated' })
    await signIn({ ...mine, ...at() })
  })

  test('by its link in the browser that asked needs nothing more', async () => {
    const cleo = anew('Cleo')
    const { ask } = await askSignUp({ ...cleo, ...at() })
    const token = linkIn(await letterTo(cleo.email))
    expect(await previewLetter({ token, ask, ...at() })).toMatchObject({ isHere: true })
    await enter({ token, ask, ...at() })
    await signIn({ ...cleo, ...at() })
  })

  test('twice before the first letter was read makes one account', async () => {
    const eve = anew('Eve')
    const first = await askSignUp({ ...eve, ...at() })
    const firstCode = codeIn(await letterTo(eve.email))
    const second = await askSignUp({ ...eve, ...at() })
    const secondCode = codeIn(await letterTo(eve.email))
    const entered = [
      await enter({ ask: first.ask, code: firstCode, ...at() }),
      await enter({ ask: second.ask, code: secondCode, ...at() }),
    ]
    expect(entered[0]?.userId).toBe(entered[1]?.userId)
  })
})

test('what a sign-up gave goes with the account that it became', async () => {
  const gone = anew('Gone')
  const { ask } = await askSignUp({ ...gone, ...at() })
  const { userId } = await enter({ ask, code: codeIn(await letterTo(gone.email)), ...at() })
  const rows = await db.admin`select user_id, payload from verification where email = ${gone.email}`
  expect(rows).toEqual([{ user_id: userId, payload: null }])
  expect(await db.admin`select user_id from letter where to_address = ${gone.email}`).toEqual([{ user_id: userId }])
})

describe('a code', () => {
  test('counts only in the browser that asked', async () => {
    const [ana, ben] = [await newPerson(), await newPerson()]
    await askLetter({ kind: 'sign-in', email: ana.email, ...at() })
    const code = codeIn(await letterTo(ana.email))
    const { ask } = await askLetter({ kind: 'sign-in', email: ben.email, ...at() })
    if (code !== codeIn(await letterTo(ben.email))) {
      expect(await refusalOf(enter({ ask, code, ...at() }))).toEqual(WRONG)
    }
    expect(await refusalOf(enter({ ask: 'x'.repeat(43), code, ...at() }))).toMatchObject({ code: 'not_found' })
  })

  test('is over after five wrong ones, the right one included; for an address without an account as well', async () => {
    const ana = await newPerson()
    for (const email of [ana.email, `${newId()}@example.test`]) {
      const { ask } = await askLetter({ kind: 'sign-in', email, ...at() })
      const letter = await letterTo(email)
      const wrong = codeIn(letter) === '111 111' ? '222222' : '111111'
      const answers: unknown[] = []
      for (let n = 0; n < 6; n++) answers.push(await refusalOf(enter({ ask, code: wrong, ...at() })))
      answers.push(await refusalOf(enter({ ask, code: codeIn(letter) || wrong, ...at() })))
      const over = { code: 'conflict', message: 'That was a wrong code once too often: ask for a new letter.' }
      expect(answers).toEqual([WRONG, WRONG, WRONG, WRONG, over, over, over])
    }
  })

  test('and its link work once in all, however many use them at the same moment', async () => {
    const ana = await newPerson()
    const { ask } = await askLetter({ kind: 'sign-in', email: ana.email, ...at() })
    const letter = await letterTo(ana.email)
    const uses = Array.from({ length: 8 }, (_, n) =>
      refusalOf(n % 2 ? enter({ ask, code: codeIn(letter), ...at() }) : enter({ token: linkIn(letter), ...at() })),
    )
    const answers = await Promise.all(uses)
    expect(answers.filter((answer) => answer === 'done')).toHaveLength(1)
    expect(await listSessions(ana)).toHaveLength(1)
    expect(await refusalOf(enter({ token: linkIn(letter), ...at() }))).toEqual({
      ...{ code: 'conflict', message: 'This link was used already: each works once.' },
    })
  })

  test('expires after half an hour', async () => {
    const ana = await newPerson()
    const now = Date.now()
    const { ask } = await askLetter({ kind: 'sign-in', email: ana.email, ...at() }, now - 30 * 60_000)
    const letter = await letterTo(ana.email)
    for (const way of [{ token: linkIn(letter) }, { ask, code: codeIn(letter) }]) {
      expect(await refusalOf(enter({ ...way, ...at() }, now))).toMatchObject({
        message: expect.stringMatching(/^This (link|code) has expired: ask for a new letter\.$/),
      })
    }
  })

  test('and all else that opens something stands nowhere in the database but in the letter', async () => {
    const ana = await newPerson()
    const { ask } = await askLetter({ kind: 'reset', email: ana.email, ...at() })
    const letter = await letterTo(ana.email)
    const kept = JSON.stringify(await db.admin`select * from verification`)
    for (const secret of [ask, linkIn(letter), `"${codeIn(letter).replace(' ', '')}"`])
      expect(kept).not.toContain(secret)
  })
})

describe('a new password', () => {
  test('by the letter ends every session, verifies the address and is written into the log', async () => {
    const ana = await newPerson('Ana')
    const phone = await signIn({ ...ana, ...at() })
    const { ask } = await askLetter({ kind: 'reset', email: ana.email, ...at() })
    const older = linkIn(await letterTo(ana.email))
    await askLetter({ kind: 'reset', email: ana.email, ...at() })
    const token = linkIn(await letterTo(ana.email))
    expect(await refusalOf(enter({ token, ...at() }))).toEqual({
      ...{ code: 'bad_input', message: 'The new password is missing: choose one.' },
    })
    const session = await enter({ token, password: 'a brand new one', ...at() })
    expect(await actorOfSession(phone.sid)).toBeNull()
    expect(await actorOfSession(session.sid)).toMatchObject({ userId: ana.userId })
    await expect(signIn({ ...ana, ...at() })).rejects.toMatchObject({ code: 'unauthenticated' })
    await signIn({ ...ana, password: 'a brand new one', ...at() })
    // Letters of before lead nowhere any more.
    for (const way of [{ token: older }, { ask, code: '123456' }]) {
      expect(await refusalOf(enter({ ...way, password: 'once more please', ...at() }))).not.toBe('done')
    }
    const log = await db.admin`select action, after from audit where subject_id = ${ana.userId} order by at, action`
    expect(log).toContainEqual({ action: 'password.reset', after: { endedSessions: 1 } })
    expect(log).toContainEqual({ action: 'address.verify', after: null })
    expect(JSON.stringify(log)).not.toContain(ana.email)
  })

  test('an address without an account is told by letter, and only there', async () => {
    const [ana, nobody] = [await newPerson(), `${newId()}@example.test`]
    for (const kind of ['sign-in', 'reset'] as const) {
      const known = await askLetter({ kind, email: ana.email, ...at() })
      const unknown = await askLetter({ kind, email: nobody, ...at() })
      expect(Object.keys(known)).toEqual(Object.keys(unknown))
      const letter = await letterTo(nobody)
      expect(letter.subject).toBe('There is no Spotter account with this address')
      expect([linkIn(letter), codeIn(letter)]).toEqual(['', ''])
    }
  })
})

describe('signing in by letter', () => {
  test('leaves other devices and the password alone where the address was verified', async () => {
    const ana = await newPerson('Ana')
    const first = await askLetter({ kind: 'reset', email: ana.email, ...at() })
    const code = codeIn(await letterTo(ana.email))
    const phone = await enter({ ask: first.ask, code, password: ana.password, ...at() })
    const { ask } = await askLetter({ kind: 'sign-in', email: ana.email, ...at() })
    const laptop = await enter({ ask, code: codeIn(await letterTo(ana.email)), ...at() })
    expect(await actorOfSession(phone.sid)).not.toBeNull()
    expect(await listSessions({ userId: ana.userId, sessionId: laptop.sessionId })).toMatchObject([
      { madeBy: 'letter', current: true },
      { madeBy: 'reset', current: false },
    ])
    await signIn({ ...ana, ...at() })
  })

  test('into an account whose address nobody had shown to be theirs ends what was there before', async () => {
    const squatted = await newPerson('Squatter')
    const theirs = await signIn({ ...squatted, ...at() })
    const { ask } = await askLetter({ kind: 'sign-in', email: squatted.email, ...at() })
    const session = await enter({ ask, code: codeIn(await letterTo(squatted.email)), ...at() })
    expect(await actorOfSession(theirs.sid)).toBeNull()
    await expect(signIn({ ...squatted, ...at() })).rejects.toMatchObject({ code: 'unauthenticated' })
    expect(await findMe({ userId: session.userId, sessionId: null })).toMatchObject({ hasPassword: false })
  })

  test('letters to one address are limited, known or not, and for the day as well', async () => {
    const ana = await newPerson()
    for (const email of [ana.email, `${newId()}@example.test`]) {
      for (let n = 0; n < 6; n++) await askLetter({ kind: 'sign-in', email, ...at() })
      const refused = await refusalOf(askLetter({ kind: 'reset', email, ...at() }))
      expect(refused).toMatchObject({
        code: 'rate_limited',
        message: expect.stringMatching(/^Too many tries\. Wait 30/),
      })
    }
  })
})
