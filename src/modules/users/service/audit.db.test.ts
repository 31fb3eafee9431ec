import { beforeAll, describe, expect, test } from 'vitest'
import { withActor } from '../../../server/db.ts'
import { appError } from '../../../shared/errors.ts'
import { withSpace } from '../../../sync/server/space.ts'
import type { TestDatabase } from '../../../test/database.ts'
import { beginCoaching, newPerson, openServices } from '../../../test/people.ts'
import { profiles } from '../model.ts'
import { changePassword, createAccount, signIn } from './accounts.ts'
import { writeAudit } from './audit.ts'
import { endSession, revokeOtherSessions, revokeSession } from './sessions.ts'

let db: TestDatabase
beforeAll(async () => {
  db = await openServices()
})

const logOf = (subjectId: string) => db.admin<Record<string, unknown>[]>`
  select action, actor_id as actor, on_behalf_of as "onBehalfOf", before, after from audit
  where subject_id = ${subjectId} order by id`
const actionsOf = async (subjectId: string) => (await logOf(subjectId)).map(({ action }) => action)

describe('the log of changes', () => {
  test('tells who signed up, under which name', async () => {
    const { userId } = await newPerson('Ana Kos')
    expect(await logOf(userId)).toEqual([
      { action: 'account.create', actor: userId, onBehalfOf: null, before: null, after: { name: 'Ana Kos' } },
    ])
  })

  test('tells of no account that was not made', async () => {
    const { email } = await newPerson()
    const [{ count } = { count: 0 }] = await db.admin`select count(*) from audit`
    await expect(createAccount({ name: 'Twin', email, password: 'another one' })).rejects.toThrow()
    expect(await db.admin`select count(*) from audit`).toEqual([{ count }])
  })

  test('tells of a new password and of every device that was signed out, by whichever way', async () => {
    const person = await newPerson()
    const device = () => signIn({ ...person, ip: '192.0.2.9', userAgent: 'Phone' })
    const [here, second, third] = [await device(), await device(), await device()]
    const actor = { userId: person.userId, sessionId: here.sessionId }
    await revokeSession(actor, { sessionId: second.sessionId })
    await revokeOtherSessions(actor)
    await device()
    await changePassword(actor, { current: person.password, next: 'a brand new one' })
    await endSession(here.sid)
    const log = await logOf(person.userId)
    expect(log.slice(1).map(({ action, before, after }) => ({ action, before, after }))).toEqual([
      { action: 'session.end', before: { sessionId: second.sessionId }, after: null },
      { action: 'session.end', before: { sessionId: third.sessionId }, after: null },
      { action: 'password.change', before: null, after: { endedSessions: 1 } },
      { action: 'session.end', before: { sessionId: here.sessionId }, after: null },
    ])
  })

  test('tells of a name that was changed by way of sync, and of no setting', async () => {
    const { userId } = await newPerson('Old Name')
    const edit = (fields: { name?: string; weekStart?: number }) =>
      withActor({ userId, sessionId: null }, [userId], (tx) =>
        withSpace(tx, userId, (space) => space.patch(profiles, userId, fields)),
      )
    await edit({ weekStart: 7 })
    await edit({ name: 'New Name' })
    await edit({ name: 'New Name' })
    expect((await logOf(userId)).slice(1)).toEqual([
      {
        action: 'account.rename',
        actor: userId,
        onBehalfOf: null,
        before: { name: 'Old Name' },
        after: { name: 'New Name' },
      },
    ])
  })

  test('names both when somebody changes another one’s name for them', async () => {
    const [coach, athlete] = [await newPerson(), await newPerson('Typo')]
    await beginCoaching(coach, athlete)
    await withActor(coach, [athlete.userId], (tx) =>
      withSpace(tx, athlete.userId, (space) => space.patch(profiles, athlete.userId, { name: 'Right' })),
    )
    const renamed = (await logOf(athlete.userId)).at(-1)
    expect(renamed).toMatchObject({
      action: 'account.rename',
      actor: coach.userId,
      onBehalfOf: athlete.userId,
      after: { name: 'Right' },
    })
  })

  test('says nothing of a change that was taken back with its transaction', async () => {
    const person = await newPerson()
    const failed = withActor(person, [], async (tx) => {
      await writeAudit(tx, person, Date.now(), { action: 'account.test', subjectId: person.userId })
      throw appError('conflict', 'Taken back.')
    })
    await expect(failed).rejects.toThrow('Taken back.')
    expect(await actionsOf(person.userId)).toEqual(['account.create'])
  })

  test('is read by who acted and whom it is about, is written in nobody else’s name, and never changed', async () => {
    const [person, stranger] = [await newPerson(), await newPerson()]
    const seenBy = (who: typeof person) =>
      withActor(who, [], (tx) => tx`select 1 from audit where subject_id = ${person.userId}`)
    expect(await seenBy(person)).toHaveLength(1)
    expect(await seenBy(stranger)).toHaveLength(0)
    const forged = withActor(stranger, [], (tx) =>
      writeAudit(tx, person, Date.now(), { action: 'account.create', subjectId: person.userId }),
    )
    await expect(forged).rejects.toThrow(/row-level security/)
    const touch = withActor(person, [], async (tx) => {
      const edited = await tx`update audit set action = 'nothing' where subject_id = ${person.userId} returning 1`
      const gone = await tx`delete from audit where subject_id = ${person.userId} returning 1`
      return edited.length + gone.length
    })
    expect(await touch.catch(() => 0)).toBe(0)
    expect(await actionsOf(person.userId)).toEqual(['account.create'])
  })

  test('holds no address, no password and nothing that opens a session', async () => {
    const rows = await db.admin`select before, after, reason from audit`
    expect(rows.length).toBeGreaterThan(10)
    const values = JSON.stringify(rows)
    expect(values).not.toMatch(/@|password|argon2|token|sid\b|hash/i)
  })
})
