import { beforeAll, describe, expect, test } from 'vitest'
import type { TestDatabase } from '../../../test/database.ts'
import { newestLetter } from '../../../test/letters.ts'
import { newPerson, openServices, type Person } from '../../../test/people.ts'
import { createGym } from './gyms.ts'
import { acceptInvite, previewInvite } from './invites.ts'
import { inviteMembers } from './member-invites.ts'
import { addMember, changeMembers, editMember, leaveGym, listMemberships } from './members.ts'
import { addStaff } from './staff.ts'

const ip = '192.0.2.77'
const refusalOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'allowed',
    ({ code, message }: { code: string; message: string }) => `${code}: ${message}`,
  )

let db: TestDatabase
let owner: Person
let manager: Person
let gymId: string
beforeAll(async () => {
  db = await openServices()
  owner = await newPerson('Olga Owner')
  manager = await newPerson('Milo Manager')
  gymId = (await createGym(owner, { name: 'Iron Hall', zone: 'UTC' })).gymId
  await addStaff(owner, { gymId, userId: manager.userId, role: 'manager' })
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
