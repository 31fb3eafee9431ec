import { beforeAll, describe, expect, test } from 'vitest'
import { takePoint, takePoints } from '../../../server/rate-limit.ts'
import type { TestDatabase } from '../../../test/database.ts'
import { newGym } from '../../../test/gyms.ts'
import { newestLetter } from '../../../test/letters.ts'
import { newPerson, openServices, type Person } from '../../../test/people.ts'
import { refusalOf } from '../../../test/refusal.ts'
import { createGym } from './gyms.ts'
import { acceptInvite, inviteStaff, previewInvite, revokeInvite } from './invites.ts'
import { inviteMembers, revokeMemberInvite } from './member-invites.ts'
import { addMember, changeMembers, editMember, leaveGym, listMemberships, readMember } from './members.ts'
import { addStaff } from './staff.ts'

const ip = '192.0.2.77'
let db: TestDatabase
let owner: Person
let manager: Person
let gymId: string
beforeAll(async () => {
  db = await openServices()
  const gym = await newGym()
  owner = gym.owner
  gymId = gym.gymId
  manager = await gym.hire('Milo Manager', 'manager')
})

describe('letters', () => {
  const DAY_MS = 86_400_000
  const lettersTo = async (email: string) => (await db.admin`select 1 from letter where to_address = ${email}`).length
  const send = async (memberIds: string[], now?: number, by = manager) =>
    (await inviteMembers(by, { gymId, memberIds, letters: true }, now)).map(({ outcome }) => outcome)

  test('go to a member once a day, and to a corrected address at once', async () => {
    const contact = { name: 'Oda Once', email: 'oda@example.test', phone: null }
    const { memberId } = await addMember(owner, { gymId, ...contact })
    expect(await send([memberId])).toEqual(['letter'])
    expect(await send([memberId])).toEqual(['today'])
    expect(await lettersTo('oda@example.test')).toBe(1)
    const [state] = await db.admin`
      select count(*)::int as open from gym_invite where member_id = ${memberId} and revoked_at is null`
    expect(state?.open).toBe(1)
    await editMember(owner, { gymId, memberId, ...contact, email: 'oda.new@example.test' })
    expect(await send([memberId])).toEqual(['letter'])
    expect(await send([memberId], Date.now() + DAY_MS + 1)).toEqual(['letter'])
  })

  test('go to an address no more often than a sign-in would, whoever has it', async () => {
    const twins = await Promise.all(
      Array.from({ length: 8 }, (_, n) => addMember(owner, { gymId, name: `Twin ${n}`, email: 'twins@example.test' })),
    )
    // The one that somebody signed in by counts.
    await takePoint('letter-address', 'twins@example.test')
    const outcomes = await send(twins.map(({ memberId }) => memberId))
    expect(outcomes).toEqual([...Array(5).fill('letter'), 'address', 'address', 'address'])
    expect(await lettersTo('twins@example.test')).toBe(5)
    const one = inviteStaff(owner, { gymId, role: 'desk', maxUses: 1, email: 'Twins@example.test' })
    expect(await refusalOf(one)).toMatch(/^rate_limited: This address has had too many letters/)
  })

  test('are so many a day for a gym and for who sends them; what waits keeps the link that it had', async () => {
    const sender = await newPerson('Sara Sender')
    const full = await createGym(sender, { name: 'Full House', zone: 'UTC' })
    const add = async (n: number) =>
      (await addMember(sender, { gymId: full.gymId, name: `M${n}`, email: `m${n}@example.test` })).memberId
    const memberIds = [await add(1), await add(2), await add(3)]
    const [old] = await inviteMembers(sender, { gymId: full.gymId, memberIds: memberIds.slice(2), letters: false })
    await takePoints('gym-letters', new Map([[full.gymId, 2_998]]))
    const made = await inviteMembers(sender, { gymId: full.gymId, memberIds, letters: true })
    expect(made.map(({ outcome }) => outcome)).toEqual(['letter', 'letter', 'tomorrow'])
    expect((await previewInvite({ token: old?.token ?? '', ip })).member?.name).toBe('M3')
    const hire = inviteStaff(sender, { gymId: full.gymId, role: 'desk', maxUses: 1, email: 'new.hand@example.test' })
    expect(await refusalOf(hire)).toMatch(/^rate_limited: Your gym has sent all its letters of today/)

    const second = await createGym(sender, { name: 'Second House', zone: 'UTC' })
    const { memberId } = await addMember(sender, { gymId: second.gymId, name: 'M4', email: 'm4@example.test' })
    await takePoints('gym-letters', new Map([[sender.userId, 3_000]]))
    const there = await inviteMembers(sender, { gymId: second.gymId, memberIds: [memberId], letters: true })
    expect(there.map(({ outcome }) => outcome)).toEqual(['tomorrow'])
    await db.admin`update rate_limit set expire = 1`
    const [next] = await inviteMembers(sender, { gymId: second.gymId, memberIds: [memberId], letters: true })
    expect(next?.outcome).toBe('letter')
  })
})

describe('an invite to a member', () => {
  const link = async (memberId: string) => {
    const [made] = await inviteMembers(manager, { gymId, memberIds: [memberId], letters: false })
    return made?.token ?? ''
  }

  test('shows what the gym knows, gives the row to the account, and a second gym touches nothing of the first', async () => {
    const theirs = { email: 'mia@example.test', phone: '+386 41 222 344' }
    const { memberId, number } = await addMember(owner, { gymId, name: 'Mia M.', ...theirs })
    await changeMembers(owner, { gymId, memberIds: [memberId], change: { set: 'coach', coachId: manager.userId } })
    const token = await link(memberId)
    expect((await previewInvite({ token, ip })).member).toEqual({
      name: 'Mia M.',
      email: 'm•••@e•••.test',
      phone: '•••44',
      coachName: 'Milo Manager',
    })
    const mia = await newPerson('Mia')
    const other = await createGym(manager, { name: 'Other Gym', zone: 'UTC' })
    await addMember(manager, { gymId: other.gymId, name: 'Mia', userId: mia.userId })
    await acceptInvite(mia, { token })
    await acceptInvite(mia, { token })
    const mine = await listMemberships(mia)
    expect(mine.map(({ gymName }) => gymName)).toEqual(['Iron Hall', 'Other Gym'])
    expect(mine[0]).toMatchObject({ memberId, number, name: 'Mia M.', ...theirs, visits: 0 })
    expect(await refusalOf(acceptInvite(await newPerson(), { token }))).toMatch(/used up/)
  })

  test('goes by letter to who has an address, and then no one else holds the link', async () => {
    const mailed = await addMember(owner, { gymId, name: 'Lea Mailed', email: 'lea.mailed@example.test' })
    const bare = await addMember(owner, { gymId, name: 'No Address' })
    const made = await inviteMembers(manager, { gymId, memberIds: [mailed.memberId, bare.memberId], letters: true })
    expect(made.map(({ name, token }) => [name, token !== null])).toEqual([
      ['Lea Mailed', false],
      ['No Address', true],
    ])
    const letter = await newestLetter(db, 'lea.mailed@example.test')
    expect(letter.text).toContain('never what you train')
    const token = /\/join\/([\w-]+)/.exec(letter.text)?.[1] ?? ''
    expect((await previewInvite({ token, ip })).member?.name).toBe('Lea Mailed')
  })

  test('is in no hands of the desk where an address is on file, whichever way it asks', async () => {
    const desk = await newPerson('Dan Desk')
    await addStaff(owner, { gymId, userId: desk.userId, role: 'desk' })
    const mailed = await addMember(owner, { gymId, name: 'Max Mailed', email: 'max.mailed@example.test' })
    const bare = await addMember(owner, { gymId, name: 'Bo Bare' })
    const memberIds = [mailed.memberId, bare.memberId]
    const made = await inviteMembers(desk, { gymId, memberIds, letters: false })
    expect(made.map(({ name, token }) => [name, token !== null])).toEqual([
      ['Max Mailed', false],
      ['Bo Bare', true],
    ])
    expect((await newestLetter(db, 'max.mailed@example.test')).text).toContain('/join/')
    const byOffice = await inviteMembers(manager, { gymId, memberIds, letters: false })
    expect(byOffice.every(({ token }) => token !== null)).toBe(true)
  })

  test('a newer one takes the place of the older', async () => {
    const { memberId } = await addMember(owner, { gymId, name: 'Two Letters' })
    const [first, second] = [await link(memberId), await link(memberId)]
    expect(await refusalOf(previewInvite({ token: first, ip }))).toMatch(/taken this invite back/)
    expect((await previewInvite({ token: second, ip })).member?.name).toBe('Two Letters')
  })

  test('is taken back by who may make one, and no link for staff is', async () => {
    const front = await newPerson('Fay Front')
    await addStaff(owner, { gymId, userId: front.userId, role: 'desk' })
    const { memberId } = await addMember(owner, { gymId, name: 'Uma Undone' })
    const token = await link(memberId)
    expect((await readMember(front, { gymId, memberId })).invitedUntil).not.toBeNull()
    await revokeMemberInvite(front, { gymId, memberId })
    await revokeMemberInvite(front, { gymId, memberId })
    expect(await refusalOf(previewInvite({ token, ip }))).toMatch(/taken this invite back/)
    expect((await readMember(front, { gymId, memberId })).invitedUntil).toBeNull()
    const told = await db.admin`
      select actor_id from audit where action = 'member.uninvite' and after ->> 'memberId' = ${memberId}`
    expect(told.map((row) => row.actor_id)).toEqual([front.userId])
    const [invite] = await db.admin`select id from gym_invite where member_id = ${memberId}`
    expect(await refusalOf(revokeInvite(owner, { gymId, inviteId: invite?.id }))).toMatch(/^not_found/)
  })

  test('ends with the address that it went to', async () => {
    const contact = { name: 'Tia Typo', email: 'tai@example.test', phone: null }
    const { memberId } = await addMember(owner, { gymId, ...contact })
    const token = await link(memberId)
    await editMember(owner, { gymId, memberId, ...contact, phone: '041 2' })
    expect((await previewInvite({ token, ip })).member?.phone).toBe('•••')
    await editMember(owner, { gymId, memberId, ...contact, email: 'tia@example.test' })
    expect(await refusalOf(previewInvite({ token, ip }))).toMatch(/taken this invite back/)
  })

  test('leaves out who has an account or has left; an account is in a gym once', async () => {
    const ann = await newPerson('Ann')
    const joined = await addMember(owner, { gymId, name: 'Ann', userId: ann.userId })
    const gone = await addMember(owner, { gymId, name: 'Gone' })
    await changeMembers(owner, { gymId, memberIds: [gone.memberId], change: { set: 'ended', ended: true } })
    expect(await inviteMembers(owner, { gymId, memberIds: [joined.memberId, gone.memberId], letters: false })).toEqual(
      [],
    )
    const twice = await addMember(owner, { gymId, name: 'Ann again' })
    expect(await refusalOf(acceptInvite(ann, { token: await link(twice.memberId) }))).toMatch(/^conflict/)
  })

  test('a member leaves by their own word, and what the gym has becomes the past', async () => {
    const kim = await newPerson('Kim')
    const { memberId } = await addMember(owner, { gymId, name: 'Kim', userId: kim.userId })
    await leaveGym(kim, { memberId })
    expect(await listMemberships(kim)).toEqual([])
    expect(await refusalOf(leaveGym(kim, { memberId }))).toMatch(/^not_found/)
    const [row] = await db.admin`select ended_by from gym_member where id = ${memberId}`
    expect(row?.ended_by).toBe(kim.userId)
  })
})
