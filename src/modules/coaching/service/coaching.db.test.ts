import { beforeAll, describe, expect, test } from 'vitest'
import { withActor } from '../../../server/db.ts'
import type { Actor } from '../../../shared/actor.ts'
import type { TestDatabase } from '../../../test/database.ts'
import { beginCoaching, newPerson, openServices } from '../../../test/people.ts'
import { createGym } from '../../gyms/service/gyms.ts'
import type { Share } from '../model.ts'
import { approve, approveAll, mayPushTraining, mayReadTraining, requireAccess } from './access.ts'
import { acceptInvite, createInvite, listInvites, previewInvite, revokeInvite } from './invites.ts'
import { changeGrant, endRelation, listAthletes, listCoaches } from './relations.ts'

let db: TestDatabase
beforeAll(async () => {
  db = await openServices()
})

const training: Share = { domain: 'training', level: 'write' }
const photos: Share = { domain: 'photos', level: 'read' }
const quiet = async () => {}
const ip = '192.0.2.7'
const page = { search: '', after: null, limit: 50 }

const invited = (coach: Actor, domains: Share[] = [training, photos], maxUses = 1) =>
  createInvite(coach, { role: 'head', domains, maxUses })
const accept = (athlete: Actor, token: string, shares: Share[]) =>
  acceptInvite(quiet, athlete, { token, shares, textVersion: 1 })
const refusalOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'allowed',
    ({ code, message }: { code: string; message: string }) => ({ code, message }),
  )

describe('a coach’s link', () => {
  test('shows who asks for what before anyone is signed in, and shares nothing by being opened', async () => {
    const coach = await newPerson('Cora Coach')
    const { gymId } = await createGym(coach, { name: 'Iron Hall', zone: 'Europe/Ljubljana' })
    const { token } = await createInvite(coach, { role: 'head', domains: [photos, training], maxUses: 1, gymId })
    expect(await previewInvite({ token, ip })).toMatchObject({
      coachName: 'Cora Coach',
      gymName: 'Iron Hall',
      asks: [training, photos],
      textVersion: 1,
    })
    expect((await listAthletes(coach, page)).athletes).toEqual([])
  })

  test('accepted in part shares that part: the relation, the grant, the audit rows', async () => {
    const [coach, athlete] = [await newPerson('Cora'), await newPerson('Abe')]
    const { token } = await invited(coach)
    const { relationId } = await accept(athlete, token, [training])
    const roster = await listAthletes(coach, page)
    expect(roster).toMatchObject({ total: 1, athletes: [{ name: 'Abe', relationId, shares: [training] }] })
    expect(await listCoaches(athlete)).toMatchObject([{ name: 'Cora', shares: [training], endedAt: null }])
    const log = await db.admin`select action, actor_id from audit where subject_id = ${athlete.userId} order by action`
    expect(log.map((row) => row.action)).toEqual(['account.create', 'grant.begin', 'relation.begin'])
    expect(new Set(log.map((row) => row.actor_id))).toEqual(new Set([athlete.userId]))
  })

  test('can’t be stretched: what was not asked for is not shared, however the call is written', async () => {
    const [coach, athlete] = [await newPerson(), await newPerson()]
    const { token } = await invited(coach, [{ domain: 'training', level: 'read' }])
    const accepted = await accept(athlete, token, [training, photos])
    expect(accepted.shares).toEqual([{ domain: 'training', level: 'read' }])
  })

  test('accepted twice, since the first answer was lost, gives one relation and is used once', async () => {
    const [coach, athlete] = [await newPerson(), await newPerson()]
    const { token } = await invited(coach)
    const answers = await Promise.all([accept(athlete, token, [training]), accept(athlete, token, [training])])
    expect(answers[0]).toEqual(answers[1])
    const [invite] = await db.admin`select uses from invite where coach_id = ${coach.userId}`
    expect(invite?.uses).toBe(1)
  })

  test('with one use left lets one of two in', async () => {
    const [coach, ana, ben] = [await newPerson(), await newPerson(), await newPerson()]
    const { token } = await invited(coach)
    const results = await Promise.allSettled([accept(ana, token, [training]), accept(ben, token, [training])])
    expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((await listAthletes(coach, page)).total).toBe(1)
  })

  test('says why it is closed: used up, too old, taken back, unknown', async () => {
    const [coach, athlete] = [await newPerson(), await newPerson()]
    const used = await invited(coach)
    await accept(athlete, used.token, [])
    const old = await invited(coach)
    const back = await invited(coach)
    await revokeInvite(coach, { inviteId: back.id })
    const later = Date.now() + 15 * 86_400_000
    expect(await refusalOf(previewInvite({ token: used.token, ip }))).toMatchObject({ message: /used up/ })
    expect(await refusalOf(previewInvite({ token: old.token, ip }, later))).toMatchObject({ message: /too old/ })
    expect(await refusalOf(previewInvite({ token: back.token, ip }))).toMatchObject({
      message: /taken this invite back/,
    })
    expect(await refusalOf(previewInvite({ token: 'x'.repeat(32), ip }))).toMatchObject({ message: /not one of ours/ })
    expect((await listInvites(coach)).map((invite) => invite.id)).toEqual([old.id])
  })

  test('does not work on its own coach, nor with consent to a text that is not shown any more', async () => {
    const [coach, athlete] = [await newPerson(), await newPerson()]
    const { token } = await invited(coach)
    expect(await refusalOf(accept(coach, token, [training]))).toMatchObject({ code: 'bad_input' })
    // And is told for theirs before they try.
    const isOwn = async (reader?: Actor) => (await previewInvite({ token, ip, readerId: reader?.userId })).isOwn
    expect([await isOwn(coach), await isOwn(athlete), await isOwn()]).toEqual([true, false, false])
    const stale = acceptInvite(quiet, athlete, { token, shares: [training], textVersion: 0 })
    expect(await refusalOf(stale)).toMatchObject({ code: 'conflict' })
  })

  test('is kept only as a hash', async () => {
    const { token } = await invited(await newPerson())
    expect(JSON.stringify(await db.admin`select * from invite`)).not.toContain(token)
  })
})

describe('what a coach may see', () => {
  test('is exactly what is granted, for as long as it is', async () => {
    const [coach, athlete] = [await newPerson(), await newPerson()]
    const relationId = await beginCoaching(coach, athlete, [{ domain: 'training', level: 'read' }])
    const { userId: athleteId } = athlete
    expect(await approve(coach, { athleteIds: [athleteId], domain: 'training' })).toEqual([athleteId])
    expect(await approve(coach, { athleteIds: [athleteId], domain: 'photos' })).toEqual([])
    expect(await approveAll(coach, { domain: 'training' })).toEqual([athleteId])
    expect(await mayPushTraining(coach, athleteId, undefined)).toBe('no')

    await changeGrant(quiet, athlete, { relationId, domain: 'training', level: 'write' })
    expect(await mayPushTraining(coach, athleteId, undefined)).toBe('yes')
    await changeGrant(quiet, athlete, { relationId, domain: 'training', level: null })
    expect(await mayReadTraining(coach, athleteId)).toBe(false)
    expect(await mayPushTraining(coach, athleteId, undefined)).toBe('ended')

    const grants = await db.admin`
      select level, ended_at is null as live, text_version from consent_grant
      where athlete_id = ${athleteId} order by started_at, id`
    expect(grants.map(({ level, live }) => [level, live])).toEqual([
      ['read', false],
      ['write', false],
    ])
  })

  test('an athlete who never shared answers exactly like one who does not exist', async () => {
    const [coach, stranger] = [await newPerson(), await newPerson()]
    const ask = (athleteId: string) => refusalOf(requireAccess(coach, { athleteId, domain: 'training', level: 'read' }))
    const nobody = '0190f7a0-0000-7000-8000-000000000000'
    expect(await ask(stranger.userId)).toEqual(await ask(nobody))
    expect(await mayPushTraining(coach, stranger.userId, undefined)).toBe(
      await mayPushTraining(coach, nobody, undefined),
    )
    expect(await mayReadTraining(coach, coach.userId)).toBe(true)
  })
})

describe('an end', () => {
  test.each(['athlete', 'coach'] as const)(
    'by the %s takes all grants with it, at once, and deletes nothing',
    async (who) => {
      const [coach, athlete] = [await newPerson('Cora'), await newPerson('Abe')]
      const relationId = await beginCoaching(coach, athlete, [training, photos])
      const told: unknown[] = []
      const by = who === 'coach' ? coach : athlete
      await endRelation(async (change) => void told.push(change), by, { relationId })
      expect(told).toEqual([{ athleteId: athlete.userId, coachId: coach.userId }])
      expect((await listAthletes(coach, page)).athletes).toEqual([])
      expect(await mayReadTraining(coach, athlete.userId)).toBe(false)
      expect(await listCoaches(athlete)).toMatchObject([{ name: 'Cora', state: 'ended', shares: [] }])

      const [relation] = await db.admin`select * from relation where id = ${relationId}`
      expect(relation).toMatchObject({ state: 'ended', ended_by: by.userId })
      const log = await db.admin`
      select action, actor_id, on_behalf_of from audit
      where subject_id = ${athlete.userId} and action like '%.end' order by action`
      expect(log.map((row) => row.action)).toEqual(['grant.end', 'grant.end', 'relation.end'])
      expect(log[0]).toMatchObject({ actor_id: by.userId, on_behalf_of: who === 'coach' ? athlete.userId : null })

      // Both pressed at once: the second is fine and tells nobody again.
      await endRelation(async (change) => void told.push(change), athlete, { relationId })
      expect(told).toHaveLength(1)
    },
  )

  test('is followed by a new relation when they find each other again', async () => {
    const [coach, athlete] = [await newPerson(), await newPerson()]
    const first = await beginCoaching(coach, athlete)
    await endRelation(quiet, athlete, { relationId: first })
    const second = await beginCoaching(coach, athlete)
    expect(second).not.toBe(first)
    expect((await listCoaches(athlete)).map((row) => row.relationId)).toEqual([second, first])
  })

  test('waits for a push that has asked already, and the next push sees it', async () => {
    const [coach, athlete] = [await newPerson(), await newPerson()]
    const relationId = await beginCoaching(coach, athlete, [training])
    let ended: Promise<void> | undefined
    const order: string[] = []
    await withActor(coach, [athlete.userId], async (tx) => {
      expect(await mayPushTraining(coach, athlete.userId, tx)).toBe('yes')
      ended = endRelation(quiet, athlete, { relationId }).then(() => void order.push('end'))
      // The end has arrived at the lock: only then does the order say something.
      await expect.poll(() => tx`select 1 from pg_locks where not granted`).toHaveLength(1)
      order.push('push')
    })
    await ended
    expect(order).toEqual(['push', 'end'])
    expect(await mayPushTraining(coach, athlete.userId, undefined)).toBe('ended')
  })
})

describe('other people’s relations', () => {
  test('can’t be ended, changed or told from ones that do not exist', async () => {
    const [coach, athlete, stranger] = [await newPerson(), await newPerson(), await newPerson()]
    const relationId = await beginCoaching(coach, athlete)
    const nobody = '0190f7a0-0000-7000-8000-000000000000'
    for (const act of [
      (id: string) => endRelation(quiet, stranger, { relationId: id }),
      (id: string) => changeGrant(quiet, stranger, { relationId: id, domain: 'photos', level: 'read' }),
    ]) {
      expect(await refusalOf(act(relationId))).toEqual(await refusalOf(act(nobody)))
    }
    expect(await mayReadTraining(coach, athlete.userId)).toBe(true)
  })

  test('a coach can’t give themselves more, neither by the call nor past it', async () => {
    const [coach, athlete] = [await newPerson(), await newPerson()]
    const relationId = await beginCoaching(coach, athlete)
    const asked = changeGrant(quiet, coach, { relationId, domain: 'photos', level: 'read' })
    expect(await refusalOf(asked)).toMatchObject({ code: 'forbidden' })
    const forged = withActor(coach, [athlete.userId], async (tx) => {
      await tx`insert into consent_grant
        (athlete_id, id, relation_id, coach_id, domain, level, started_at, text_version)
        values (${athlete.userId}, gen_random_uuid(), ${relationId}, ${coach.userId}, 'photos', 'read', 0, 1)`
    })
    await expect(forged).rejects.toThrow(/row-level security/)
    await endRelation(quiet, athlete, { relationId })
    for (const table of ['relation', 'consent_grant']) {
      const revived = withActor(
        coach,
        [athlete.userId],
        (tx) => tx`update ${tx(table)} set ended_at = null where athlete_id = ${athlete.userId}`,
      )
      await expect(revived).rejects.toThrow(/row-level security/)
    }
    const erased = await withActor(coach, [athlete.userId], (tx) => tx`delete from relation returning id`)
    expect(erased).toHaveLength(0)
  })
})

describe('one account', () => {
  test('is athlete, coach and owner of a gym at once', async () => {
    const [both, head, athlete] = [await newPerson('Both'), await newPerson('Head'), await newPerson('Ath')]
    await createGym(both, { name: 'Own Gym', zone: 'Europe/Ljubljana' })
    await beginCoaching(head, both)
    await beginCoaching(both, athlete)
    expect((await listCoaches(both)).map((coach) => coach.name)).toEqual(['Head'])
    expect((await listAthletes(both, page)).athletes.map(({ name }) => name)).toEqual(['Ath'])
  })
})
