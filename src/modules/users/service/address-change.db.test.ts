import { beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../../shared/id.ts'
import type { TestDatabase } from '../../../test/database.ts'
import { codeIn, linkIn, newestLetter } from '../../../test/letters.ts'
import { newPerson, openServices, type Person } from '../../../test/people.ts'
import { findMe, signIn } from './accounts.ts'
import { askAddressChange, changeAddress } from './address-change.ts'
import { askLetter, askSignUp, enter, previewLetter } from './by-letter.ts'
import { actorOfSession } from './sessions.ts'

let db: TestDatabase
beforeAll(async () => {
  db = await openServices()
})

const MINUTE = 60_000
let addresses = 0
const at = () => ({ ip: `198.51.100.${addresses++ % 250}`, userAgent: 'Chrome/140.0 Windows' })
const free = () => `${newId()}@example.test`
const letterTo = (email: string) => newestLetter(db, email)
const refusalOf = (made: Promise<unknown>) =>
  made.then(
    () => 'done',
    ({ code, message }) => ({ code, message }),
  )
const addressOf = async (person: Person) => (await findMe(person)).email

/** Asked for with the password. */
const ask = (person: Person, email: string, now?: number) =>
  askAddressChange(person, { email, password: person.password, ...at() }, now)
const shownIn = async (email: string) => linkIn(await letterTo(email))

describe('another address', () => {
  test('is the account’s when the code of its letter came back, and not before; the one before is told', async () => {
    const ana = await newPerson('Ana')
    const session = await signIn({ ...ana, ...at() })
    const next = free()
    const asked = await ask(ana, ` ${next.toUpperCase()}`)
    expect(await addressOf(ana)).toBe(ana.email)
    expect(await refusalOf(changeAddress(ana, { ask: asked.ask, code: '000 000', ...at() }))).toMatchObject({
      code: 'bad_input',
    })
    expect(await addressOf(ana)).toBe(ana.email)

    const code = codeIn(await letterTo(next))
    expect(await changeAddress(ana, { ask: asked.ask, code, ...at() })).toEqual({ email: next })
    expect(await findMe(ana)).toMatchObject({ email: next, isVerified: true })
    expect((await letterTo(ana.email)).subject).toBe('Your Spotter account has another address')
    const log = await db.admin`select action, before, after from audit where subject_id = ${ana.userId}`
    expect(log).toContainEqual({ action: 'address.change', before: null, after: null })
    // The device that was signed in stays so; with the password it is the new address from now on.
    expect(await actorOfSession(session.sid)).not.toBeNull()
    await signIn({ ...ana, email: next, ...at() })
    expect(await refusalOf(signIn({ ...ana, ...at() }))).toMatchObject({ code: 'unauthenticated' })
    // And the one before is free for whoever has it now.
    await askSignUp({ name: 'Other', email: ana.email, password: 'a good password', ...at() })
    expect((await letterTo(ana.email)).subject).toBe('Your new Spotter account')
  })

  test('is the account’s by the letter’s link as well, once, and for half an hour', async () => {
    const ben = await newPerson('Ben')
    const [first, late] = [free(), free()]
    await ask(ben, first)
    const token = await shownIn(first)
    expect(await previewLetter({ token, ...at() })).toMatchObject({ kind: 'address', email: first, name: 'Ben' })
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => refusalOf(changeAddress(ben, { token, ...at() }))),
    )
    expect(answers.filter((said) => said === 'done')).toHaveLength(1)
    expect(answers).toContainEqual({ code: 'conflict', message: 'This link was used already: each works once.' })

    await ask(ben, late)
    const expired = changeAddress(ben, { token: await shownIn(late), ...at() }, Date.now() + 31 * MINUTE)
    expect(await refusalOf(expired)).toEqual({
      code: 'conflict',
      message: 'This link has expired: ask for a new letter.',
    })
    expect(await addressOf(ben)).toBe(first)
  })

  test('ends what was sent to the one before, and other letters to new ones', async () => {
    const cleo = await newPerson('Cleo')
    await askLetter({ kind: 'reset', email: cleo.email, ...at() })
    const reset = linkIn(await letterTo(cleo.email))
    const [one, other] = [free(), free()]
    await ask(cleo, one)
    await ask(cleo, other)
    await changeAddress(cleo, { token: await shownIn(one), ...at() })
    expect(await refusalOf(enter({ token: reset, password: 'a good password', ...at() }))).toMatchObject({
      code: 'conflict',
    })
    expect(await refusalOf(changeAddress(cleo, { token: await shownIn(other), ...at() }))).toMatchObject({
      code: 'conflict',
    })
    expect(await addressOf(cleo)).toBe(one)
  })
})

describe('a taken address', () => {
  test('is answered as a free one is, letter and all; what it says is read by its owner alone', async () => {
    const [dora, eve] = [await newPerson('Dora'), await newPerson('Eve')]
    const next = free()
    const [taken, open] = [await ask(dora, eve.email), await ask(dora, next)]
    expect(Object.keys(taken)).toEqual(Object.keys(open))
    expect(taken.ask).toHaveLength(open.ask.length)
    const wrong = ({ ask: mine }: { ask: string }) =>
      refusalOf(changeAddress(dora, { ask: mine, code: '000 000', ...at() }))
    expect(await wrong(taken)).toEqual(await wrong(open))
    const letter = await letterTo(eve.email)
    expect(letter.subject).toBe('This address has a Spotter account already')
    expect([codeIn(letter), linkIn(letter)]).toEqual(['', ''])
    expect(await addressOf(dora)).toBe(dora.email)
  })

  test('that was still free when it was asked for is refused, and nothing is changed', async () => {
    const [fred, gil] = [await newPerson('Fred'), await newPerson('Gil')]
    const wanted = free()
    await ask(fred, wanted)
    const ofFred = await shownIn(wanted)
    await ask(gil, wanted)
    const ofGil = await shownIn(wanted)
    // Both at once: the address itself decides.
    const answers = await Promise.all([
      refusalOf(changeAddress(fred, { token: ofFred, ...at() })),
      refusalOf(changeAddress(gil, { token: ofGil, ...at() })),
    ])
    expect(answers.filter((said) => said === 'done')).toHaveLength(1)
    expect(answers).toContainEqual({
      code: 'conflict',
      message: 'This address has a Spotter account by now, so nothing was changed. Use another address.',
    })
    expect([await addressOf(fred), await addressOf(gil)].filter((one) => one === wanted)).toHaveLength(1)
  })
})

describe('who may', () => {
  test('has to show that it is them: by the password, or by having signed in a moment ago', async () => {
    const ida = await newPerson('Ida')
    const now = Date.now()
    const session = await signIn({ ...ida, ...at() }, now)
    const actor = { userId: ida.userId, sessionId: session.sessionId }
    const tried = (password?: string, when = now) =>
      refusalOf(askAddressChange(actor, { email: free(), ...(password && { password }), ...at() }, when))
    expect(await tried('not it', now)).toMatchObject({
      code: 'bad_input',
      message: expect.stringContaining('The password is not right'),
    })
    expect(await tried(undefined, now + 11 * MINUTE)).toMatchObject({
      code: 'bad_input',
      message: expect.stringContaining('Type your password'),
    })
    expect(await tried(undefined, now + 9 * MINUTE)).toBe('done')
    expect(await tried(ida.password, now + 11 * MINUTE)).toBe('done')
  })

  test('is only who asked: in another account, or in none, its letter opens nothing', async () => {
    const [mallory, victim] = [await newPerson('Mallory'), await newPerson('Victim')]
    const theirs = free()
    const { ask: kept } = await ask(mallory, theirs)
    const letter = await letterTo(theirs)
    expect(await refusalOf(changeAddress(victim, { token: linkIn(letter), ...at() }))).toMatchObject({
      code: 'forbidden',
      message: expect.stringContaining('another account than the one that is signed in here'),
    })
    const byLink = { token: linkIn(letter), password: 'a good password' }
    const byCode = { ask: kept, code: codeIn(letter) }
    // One after the other: a refusal that nobody waits for yet is an error of the whole run.
    for (const shown of [byLink, byCode]) {
      expect(await refusalOf(enter({ ...shown, ...at() }))).toMatchObject({ code: 'not_found' })
    }
    expect([await addressOf(mallory), await addressOf(victim)]).toEqual([mallory.email, victim.email])
  })

  test('is told of an address that they have already', async () => {
    const kim = await newPerson('Kim')
    expect(await refusalOf(ask(kim, kim.email.toUpperCase()))).toEqual({
      code: 'bad_input',
      message: 'That is the address you have: type the new one.',
    })
  })
})
