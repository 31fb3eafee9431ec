/** What the server holds about a person is told to them, table by table, and to nobody else; and the way out can be taken back. */
import { beforeAll, describe, expect, test } from 'vitest'
import { createGym } from '../modules/gyms/service/gyms.ts'
import { addMember } from '../modules/gyms/service/members.ts'
import { addStaff } from '../modules/gyms/service/staff.ts'
import { isAboutPeople, toldOf } from '../modules/users/rules/personal-data.ts'
import { signIn } from '../modules/users/service/accounts.ts'
import { askDeletion, exportAccount, findLeaving, GRACE_MS, keepAccount } from '../modules/users/service/privacy.ts'
import { actorOfSession, BELIEVE_MS, listSessions } from '../modules/users/service/sessions.ts'
import { createCallerFactory } from '../server/trpc.ts'
import type { Actor } from '../shared/actor.ts'
import { newId } from '../shared/id.ts'
import type { TestDatabase } from '../test/database.ts'
import { newestLetter } from '../test/letters.ts'
import { beginCoaching, newPerson, openServices, type Person } from '../test/people.ts'
import { insertRowsAbout, readColumns } from '../test/rows-about.ts'
import { PERSONAL_DATA } from './personal-data.ts'
import { appRouter } from './router.ts'
import { syncedCollections } from './sync-server.ts'

let db: TestDatabase
beforeAll(async () => {
  db = await openServices()
})

const as = (actor: Actor | null, isErased = false) =>
  createCallerFactory(appRouter)({ actor, isErased, requestId: newId(), ip: '127.0.0.1', userAgent: '' })

async function signedIn({ email, password }: Person, now = Date.now()): Promise<{ actor: Actor; sid: string }> {
  const { userId, sessionId, sid } = await signIn({ email, password, ip: newId(), userAgent: '' }, now)
  return { actor: { userId, sessionId }, sid }
}

describe('what the server holds about a person', () => {
  test('is told from every table that says so, row by row, and nothing of anybody else', async () => {
    const [me, other] = [await newPerson('Ida Kos'), await newPerson('Somebody Else')]
    const columns = await readColumns(db)
    const member = async (personId: string, words: string) => {
      const entry = PERSONAL_DATA.gym_member
      if (!entry || !isAboutPeople(entry)) throw new Error('gym_member is about people.')
      const [row] = await insertRowsAbout(db, { table: 'gym_member', entry, columns, personId, words, memberId: '' })
      return String(row?.id)
    }
    const [mine, theirs] = [await member(me.userId, 'MINE'), await member(other.userId, 'THEIRS')]
    const expected = new Map<string, Record<string, unknown>[]>()
    for (const [table, entry] of Object.entries(PERSONAL_DATA)) {
      if (!isAboutPeople(entry) || table === 'gym_member') continue
      const about = { table, entry, columns }
      expected.set(table, await insertRowsAbout(db, { ...about, personId: me.userId, words: 'MINE', memberId: mine }))
      await insertRowsAbout(db, { ...about, personId: other.userId, words: 'THEIRS', memberId: theirs })
    }

    const held = await exportAccount(me, PERSONAL_DATA)
    for (const [table, entry] of Object.entries(PERSONAL_DATA)) {
      if (!isAboutPeople(entry)) continue
      const { exported, secret = [] } = entry
      if (exported === 'log' || exported === null) {
        expect(held.left_out[table], `${table} says why it is not told`).toBeTruthy()
        continue
      }
      const told = held.sections[exported]?.[table] ?? []
      expect(told.length, `${table} tells its rows`).toBeGreaterThan(0)
      for (const row of expected.get(table) ?? []) {
        const plain = Object.entries(toldOf(row, entry, me.userId)).filter(
          ([key]) => !secret.includes(key) && !/(^|_)at$/.test(key),
        )
        expect(told, `${table} tells ${JSON.stringify(row)}`).toContainEqual(
          expect.objectContaining(Object.fromEntries(plain)),
        )
      }
    }
    const text = JSON.stringify(held)
    expect(text).not.toContain('THEIRS')
    expect(text).not.toContain(other.userId)
    expect(text).not.toMatch(/argon2|password_hash|_hash"/)
  })

  test('tells what they did in a gym without the names of those they did it to', async () => {
    const [owner, desk] = [await newPerson('Olga'), await newPerson('Dan')]
    const { gymId } = await createGym(owner, { name: 'Iron Hall', zone: 'UTC' })
    await addStaff(owner, { gymId, userId: desk.userId, role: 'desk' })
    const { memberId } = await addMember(desk, { gymId, name: 'Berta Privately', userId: null })
    const told = JSON.stringify(await exportAccount(desk, PERSONAL_DATA))
    expect(told).toContain(memberId)
    expect(told).not.toContain('Privately')
  })

  test('has every synced collection in the archive of the log, and no other table', () => {
    const inLog = Object.entries(PERSONAL_DATA).filter(([, entry]) => isAboutPeople(entry) && entry.exported === 'log')
    expect(inLog.map(([table]) => table).sort()).toEqual(syncedCollections.map(({ name }) => name).sort())
  })

  test('keeps every secret back: no column that is told holds one', async () => {
    const columns = await readColumns(db)
    const telling = columns.filter(({ table, column }) => {
      const entry = PERSONAL_DATA[table]
      const isTold = entry && isAboutPeople(entry) && entry.exported !== null && entry.exported !== 'log'
      return isTold && /hash|token|secret/.test(column) && !entry.secret?.includes(column)
    })
    expect(telling).toEqual([])
  })

  test('names whom it speaks of, as far as the person may know them', async () => {
    const [coach, athlete] = [await newPerson('Maya'), await newPerson('Ana')]
    await beginCoaching(coach, athlete)
    const held = await exportAccount(athlete, PERSONAL_DATA)
    expect(held.names[coach.userId]).toBe('Maya')
    expect(held.sections.consent?.consent_grant).toHaveLength(1)
    expect(held.sections.account?.credential).toMatchObject([{ email: athlete.email }])
    expect(held.sections['history of changes']?.audit?.map(({ action }) => action)).toContain('account.create')
  })
})

describe('deleting an account', () => {
  test('asks for the password, or that one has just signed in, and signs out everywhere', async () => {
    const now = Date.now()
    const person = await newPerson('Leaver')
    const old = await signedIn(person, now - 60 * 60_000)
    await expect(askDeletion(old.actor, {}, now)).rejects.toThrow('Type your password, or sign in anew')
    await expect(askDeletion(old.actor, { password: 'not this one' }, now)).rejects.toThrow('The password is not right')
    expect(await findLeaving(old.actor)).toBeNull()
    const { dueAt } = await askDeletion(old.actor, { password: person.password }, now)
    expect(dueAt).toBe(now + GRACE_MS)
    expect(await actorOfSession(old.sid, now + BELIEVE_MS + 1)).toBeNull()
    const letter = await newestLetter(db, person.email)
    expect(letter.subject).toBe('Your account will be deleted')

    const recent = await newPerson('Sure')
    const { actor } = await signedIn(recent)
    await askDeletion(actor, {})
    expect(await listSessions(actor)).toEqual([])
  })

  test('is offered to be taken back at the next sign-in; until then no phone syncs', async () => {
    const person = await newPerson('Regretful')
    const first = await signedIn(person)
    const { dueAt } = await askDeletion(first.actor, { password: person.password })
    const again = await signedIn(person)
    const actor = await actorOfSession(again.sid)
    expect(actor).toEqual({ ...again.actor, leavingAt: dueAt })
    expect(await as(actor).privacy.state()).toEqual({ is: 'leaving', dueAt })
    const head = { protocol: 1, schemaV: 1, deviceId: newId(), space: person.userId }
    const pull = { ...head, epoch: null, cursor: null, limit: 10 }
    await expect(as(actor).sync.pull(pull)).rejects.toThrow('about to be deleted')
    await expect(as(actor).sync.boot({ ...head, part: 'now' })).rejects.toThrow('about to be deleted')
    await expect(as(actor).sync.push({ ...head, build: 'test', clientNow: 1, mutations: [] })).rejects.toThrow(
      'about to',
    )

    if (actor) await keepAccount(actor)
    const kept = await actorOfSession(again.sid)
    expect(kept).toEqual(again.actor)
    expect(await as(kept).privacy.state()).toEqual({ is: 'here' })
    await as(kept).sync.pull(pull)
    expect((await newestLetter(db, person.email)).subject).toBe('Your account stays')
    const [row] = await db.admin`select state from privacy_request where user_id = ${person.userId}`
    expect(row).toEqual({ state: 'kept' })
    // Asked anew it begins anew; taken back a second time nothing happens.
    await askDeletion(again.actor, { password: person.password })
    expect(await findLeaving(again.actor)).not.toBeNull()
  })

  test('can’t be taken back once its day has come, and asking twice moves nothing', async () => {
    const person = await newPerson('Late')
    const { actor } = await signedIn(person)
    const now = Date.now()
    const { dueAt } = await askDeletion(actor, { password: person.password }, now)
    expect(await askDeletion(actor, { password: person.password }, now + 1000)).toEqual({ dueAt })
    await keepAccount(actor, dueAt)
    expect(await findLeaving(actor)).toEqual({ dueAt })
  })

  test('a cookie of somebody who is gone is told so, by every procedure', async () => {
    expect(await as(null, true).privacy.state()).toEqual({ is: 'erased' })
    expect(await as(null).privacy.state()).toEqual({ is: 'nobody' })
    await expect(as(null, true).users.me()).rejects.toThrow('This account was deleted')
  })
})
