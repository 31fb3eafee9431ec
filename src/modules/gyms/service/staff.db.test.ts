import { beforeAll, describe, expect, test } from 'vitest'
import type { TestDatabase } from '../../../test/database.ts'
import { newGym } from '../../../test/gyms.ts'
import { newPerson, openServices, type Person } from '../../../test/people.ts'
import { refusalOf } from '../../../test/refusal.ts'
import { listGyms } from './gyms.ts'
import { acceptInvite, inviteStaff, listStaffInvites, previewInvite, revokeInvite } from './invites.ts'
import { addStaff, changeRole, endStaff, listStaff } from './staff.ts'

const DAY_MS = 86_400_000
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

const staffIdOf = async (who: Person) =>
  (await listStaff(owner, { gymId })).find(({ userId, endedAt }) => userId === who.userId && endedAt === null)?.id ?? ''

describe('staff', () => {
  test('the last owner can’t leave, be lowered or be sent away; with a second one they can', async () => {
    const only = { gymId, staffId: await staffIdOf(owner) }
    expect(await refusalOf(endStaff(owner, only))).toMatch(/^conflict: This is the gym’s only owner/)
    expect(await refusalOf(changeRole(owner, { ...only, role: 'coach' }))).toMatch(/^conflict/)
    const second = await newPerson('Sue Second')
    await addStaff(owner, { gymId, userId: second.userId, role: 'owner' })
    await endStaff(second, { gymId, staffId: await staffIdOf(second) })
    expect(await listGyms(second)).toEqual([])
  })

  test('a manager lifts nobody to their own height, and touches nobody there or above', async () => {
    const coach = await newPerson('Cora Coach')
    await addStaff(manager, { gymId, userId: coach.userId, role: 'coach' })
    const coachRow = { gymId, staffId: await staffIdOf(coach) }
    expect(await refusalOf(changeRole(manager, { ...coachRow, role: 'manager' }))).toMatch(/^forbidden/)
    expect(await refusalOf(changeRole(manager, { gymId, staffId: await staffIdOf(owner), role: 'desk' }))).toMatch(
      /^forbidden/,
    )
    expect(await refusalOf(endStaff(manager, { gymId, staffId: await staffIdOf(owner) }))).toMatch(/^forbidden/)
    expect(await refusalOf(inviteStaff(manager, { gymId, role: 'manager', maxUses: 1 }))).toMatch(/^forbidden/)
    expect(await refusalOf(addStaff(manager, { gymId, userId: (await newPerson()).userId, role: 'owner' }))).toMatch(
      /^forbidden/,
    )
  })

  test('another role is another row, and the log tells both', async () => {
    const desk = await newPerson('Dan Desk')
    await addStaff(owner, { gymId, userId: desk.userId, role: 'desk' })
    await changeRole(owner, { gymId, staffId: await staffIdOf(desk), role: 'coach' })
    const rows = (await listStaff(owner, { gymId })).filter(({ userId }) => userId === desk.userId)
    expect(rows.map(({ role, endedAt }) => [role, endedAt === null])).toEqual([
      ['coach', true],
      ['desk', false],
    ])
    const [log] = await db.admin`
      select before, after from audit where gym_id = ${gymId} and action = 'staff.role' and subject_id = ${desk.userId}`
    expect(log).toEqual({ before: { role: 'desk' }, after: { role: 'coach' } })
  })

  test('leaving needs nobody’s word, and ends what one could see at once', async () => {
    const coach = await newPerson('Lea Leaver')
    await addStaff(owner, { gymId, userId: coach.userId, role: 'coach' })
    await endStaff(coach, { gymId, staffId: await staffIdOf(coach) })
    expect(await refusalOf(listStaff(coach, { gymId }))).toMatch(/^not_found/)
  })
})

describe('an invite to work here', () => {
  test('says what it is for before anybody is signed in, and hires once', async () => {
    const { token } = await inviteStaff(manager, { gymId, role: 'desk', maxUses: 1 })
    expect(await previewInvite({ token, ip })).toMatchObject({ gymName: 'Iron Hall', role: 'desk', member: null })
    const hired = await newPerson('Hana Hired')
    expect(await acceptInvite(hired, { token })).toEqual({ gymId, gymName: 'Iron Hall', role: 'desk' })
    expect(await acceptInvite(hired, { token })).toEqual({ gymId, gymName: 'Iron Hall', role: 'desk' })
    expect(await listGyms(hired)).toEqual([{ id: gymId, name: 'Iron Hall', role: 'desk' }])
    expect(await refusalOf(acceptInvite(await newPerson(), { token }))).toMatch(/used up/)
    const kept = await db.admin`select token_hash from gym_invite where gym_id = ${gymId}`
    expect(JSON.stringify(kept)).not.toContain(token)
  })

  test('works for seven days, and can be taken back', async () => {
    const now = Date.now()
    const { token, inviteId, expiresAt } = await inviteStaff(owner, { gymId, role: 'coach', maxUses: 3 }, now)
    expect(expiresAt - now).toBe(7 * DAY_MS)
    expect((await listStaffInvites(owner, { gymId })).map((one) => one.inviteId)).toContain(inviteId)
    expect(await refusalOf(acceptInvite(await newPerson(), { token }, now + 7 * DAY_MS))).toMatch(/too old/)
    await revokeInvite(owner, { gymId, inviteId })
    expect(await refusalOf(previewInvite({ token, ip }))).toMatch(/taken this invite back/)
    expect((await listStaffInvites(owner, { gymId })).map((one) => one.inviteId)).not.toContain(inviteId)
  })

  test('changes nothing for who works here already', async () => {
    const { token } = await inviteStaff(owner, { gymId, role: 'desk', maxUses: 1 })
    expect(await refusalOf(acceptInvite(manager, { token }))).toMatch(
      /^conflict: This person works in this gym already/,
    )
  })

  test('opens no way back to who was let go since; a new one does', async () => {
    const many = await inviteStaff(manager, { gymId, role: 'desk', maxUses: 10 })
    const gone = await newPerson('Gus Gone')
    await acceptInvite(gone, many)
    await endStaff(owner, { gymId, staffId: await staffIdOf(gone) })
    expect(await refusalOf(acceptInvite(gone, many))).toMatch(/^forbidden: .* To come back you need a new invite/)
    expect(await listGyms(gone)).toEqual([])
    expect(await acceptInvite(await newPerson('Nia New'), many)).toMatchObject({ role: 'desk' })
    const another = await inviteStaff(manager, { gymId, role: 'desk', maxUses: 1 })
    expect(await acceptInvite(gone, another)).toMatchObject({ role: 'desk' })
  })

  test('is taken back with the right to make it', async () => {
    const second = await newPerson('Sid Second')
    await addStaff(owner, { gymId, userId: second.userId, role: 'owner' })
    const [forOwner, forDesk] = [
      await inviteStaff(second, { gymId, role: 'owner', maxUses: 1 }),
      await inviteStaff(second, { gymId, role: 'desk', maxUses: 3 }),
    ]
    await changeRole(owner, { gymId, staffId: await staffIdOf(second), role: 'manager' })
    expect(await refusalOf(previewInvite({ token: forOwner.token, ip }))).toMatch(/taken this invite back/)
    expect(await previewInvite({ token: forDesk.token, ip })).toMatchObject({ role: 'desk' })
    await endStaff(owner, { gymId, staffId: await staffIdOf(second) })
    expect(await refusalOf(acceptInvite(second, forOwner))).toMatch(/taken this invite back/)
    expect(await refusalOf(acceptInvite(await newPerson(), forDesk))).toMatch(/taken this invite back/)
    const log = await db.admin`
      select after ->> 'role' as role from audit
      where gym_id = ${gymId} and action = 'invite.revoke' and after ->> 'inviteId' in ${db.admin([forOwner.inviteId, forDesk.inviteId])}
      order by at`
    expect(log.map(({ role }) => role)).toEqual(['owner', 'desk'])
  })

  test('that is unknown, whatever it looks like, is told alike', async () => {
    expect(await refusalOf(previewInvite({ token: 'x'.repeat(32), ip }))).toMatch(
      /^not_found: This invite link is not one/,
    )
  })
})
