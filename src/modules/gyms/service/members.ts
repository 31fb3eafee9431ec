/**
 * A gym's members, one by one and many at once. Promises: every change leaves an audit row with the person it is about;
 * nobody sees an address who may not; nothing here leads to training data.
 */
import { type Tx, withActor } from '../../../server/db.ts'
import type { Actor } from '../../../shared/actor.ts'
import { appError } from '../../../shared/errors.ts'
import { newId } from '../../../shared/id.ts'
import { writeAudit } from '../../users/service/audit.ts'
import type { CheckInWay } from '../model.ts'
import { findLastVisit, findVisitsOfMember } from '../queries/attendance.ts'
import { takeNumbers } from '../queries/gyms.ts'
import { findInvitedUntil, forgetLettersOfMembers } from '../queries/invites.ts'
import * as queries from '../queries/members.ts'
import { canSeeContact, type GymAction } from '../rules/access.ts'
import { inGym } from './access.ts'
import { requireLocation } from './gyms.ts'
import { currentCoach, findCoaches } from './staff.ts'

const RECENT_VISITS = 30
export const NO_MEMBER = 'There is no such member in this gym: reload the list.'

type Contact = { name: string; email: string | null; phone: string | null }

export async function addMember(
  actor: Actor,
  args: {
    gymId: string
    name: string
    email?: string | null
    phone?: string | null
    locationId?: string | null
    /** For the demo: people join by an invite that they accept. */
    userId?: string | null
  },
  now = Date.now(),
): Promise<{ memberId: string; number: number }> {
  const { gymId, name, email = null, phone = null, locationId = null, userId = null } = args
  const memberId = newId()
  return inGym(actor, { gymId, action: 'add_member' }, async (tx) => {
    if (locationId) await requireLocation(tx, { gymId, locationId, lock: true })
    const number = await takeNumbers(tx, { gymId, count: 1 })
    const contact = { name, email: email?.toLowerCase() ?? null, phone }
    const added = await queries.insertMember(tx, {
      ...{ id: memberId, gymId, number, userId, locationId, at: now },
      ...contact,
    })
    if (!added) throw appError('conflict', 'This person is a member of this gym already.')
    await writeAudit(tx, actor, now, {
      action: 'member.add',
      gymId,
      subjectId: userId,
      after: { memberId, number, name },
    })
    return { memberId, number }
  })
}

export type MemberPage = {
  memberId: string
  number: number
  name: string
  /** Null as well for who may not see it. */
  email: string | null
  phone: string | null
  seesContact: boolean
  hasAccount: boolean
  /** Of an invite that still works. */
  invitedUntil: number | null
  locationId: string | null
  coachId: string | null
  startedAt: number
  endedAt: number | null
  visits: number
  recent: { id: string; at: number; way: CheckInWay; locationId: string | null }[]
}

export async function readMember(
  actor: Actor,
  args: { gymId: string; memberId: string },
  now = Date.now(),
): Promise<MemberPage> {
  return inGym(
    actor,
    { gymId: args.gymId, action: 'see_members' },
    async (tx, role) => {
      const [member, { visits }, recent, coaches, invitedUntil] = await Promise.all([
        queries.findMember(tx, args),
        findLastVisit(tx, args),
        findVisitsOfMember(tx, { ...args, limit: RECENT_VISITS }),
        findCoaches(tx, args),
        findInvitedUntil(tx, { ...args, now }),
      ])
      if (!member) throw appError('not_found', NO_MEMBER)
      const coachId = currentCoach(member.coachId, coaches)
      const seesContact = canSeeContact(role, { isTheirCoach: coachId === actor.userId })
      const { number, name, userId, locationId, startedAt, endedAt } = member
      return {
        ...{ memberId: member.id, number, name, locationId, coachId, startedAt, endedAt, visits, recent, seesContact },
        email: seesContact ? member.email : null,
        phone: seesContact ? member.phone : null,
        hasAccount: userId !== null,
        invitedUntil,
      }
    },
    { readOnly: true },
  )
}

export async function editMember(
  actor: Actor,
  args: { gymId: string; memberId: string } & Contact,
  now = Date.now(),
): Promise<void> {
  const { gymId, memberId } = args
  const next: Contact = { name: args.name, email: args.email?.toLowerCase() ?? null, phone: args.phone }
  await inGym(actor, { gymId, action: 'edit_member' }, async (tx) => {
    const was = await queries.findMember(tx, { gymId, memberId, lock: true })
    if (!was) throw appError('not_found', NO_MEMBER)
    const changed = (['name', 'email', 'phone'] as const).filter((field) => was[field] !== next[field])
    if (changed.length === 0) return
    await queries.updateContact(tx, { memberId, ...next })
    // A link went to the address that was wrong.
    if (changed.includes('email')) await forgetLettersOfMembers(tx, { gymId, memberIds: [memberId], at: now })
    // What changed is told, an address never.
    await writeAudit(tx, actor, now, {
      action: 'member.edit',
      gymId,
      subjectId: was.userId,
      before: { memberId, name: was.name },
      after: { memberId, name: next.name, changed },
    })
  })
}

/** What can be set for many at once. */
export type MemberChange =
  | { set: 'coach'; coachId: string | null }
  | { set: 'location'; locationId: string | null }
  | { set: 'ended'; ended: boolean }

const NEEDS: Record<MemberChange['set'], GymAction> = {
  coach: 'assign_coach',
  location: 'edit_member',
  ended: 'end_member',
}

type Coaches = ReadonlyMap<string, string>

export type Undo = { memberIds: string[]; change: MemberChange }[]

/** Sets one thing for all of them in one transaction. Gives what sets it back, in as few orders as there were values. */
export async function changeMembers(
  actor: Actor,
  args: { gymId: string; memberIds: readonly string[]; change: MemberChange },
  now = Date.now(),
): Promise<{ changed: number; undo: Undo }> {
  const { gymId, memberIds, change } = args
  return inGym(actor, { gymId, action: NEEDS[change.set] }, async (tx) => {
    const coaches = await findCoaches(tx, { gymId })
    const called = await nameOfValue(tx, { gymId, change, coaches })
    const found = await queries.lockMembers(tx, { gymId, memberIds })
    if (found.length === 0) throw appError('not_found', NO_MEMBER)
    const members = found.filter((member) => differs(member, change, now))
    if (change.set === 'ended' && !change.ended) await requireNotBack(tx, gymId, members)
    const ids = members.map(({ id }) => id)
    const at = change.set === 'ended' && change.ended ? now : null
    if (change.set === 'coach') await queries.setCoach(tx, { memberIds: ids, coachId: change.coachId })
    else if (change.set === 'location') await queries.setLocation(tx, { memberIds: ids, locationId: change.locationId })
    else await queries.setEnded(tx, { memberIds: ids, at, by: at === null ? null : actor.userId })

    const verb = change.set === 'ended' ? (change.ended ? 'end' : 'restore') : change.set
    const many = members.length > 1
    await writeAudit(
      tx,
      actor,
      now,
      ...(many ? [{ action: `members.${verb}`, gymId, after: { count: members.length, ...called } }] : []),
      ...members.map((member) => ({
        action: `member.${verb}`,
        gymId,
        subjectId: member.userId,
        before: valueBefore(member, change),
        after: { memberId: member.id, name: member.name, ...called, ...(many && { batch: 'part' }) },
      })),
    )
    return { changed: members.length, undo: undoOf(members, change, coaches) }
  })
}

const isOver = (member: queries.MemberRow, now: number) => member.endedAt !== null && member.endedAt <= now

function differs(member: queries.MemberRow, change: MemberChange, now: number): boolean {
  if (change.set === 'coach') return member.coachId !== change.coachId
  if (change.set === 'location') return member.locationId !== change.locationId
  return isOver(member, now) !== change.ended
}

function valueBefore(member: queries.MemberRow, change: MemberChange): Record<string, unknown> {
  if (change.set === 'coach') return { coachId: member.coachId }
  return change.set === 'location' ? { locationId: member.locationId } : { endedAt: member.endedAt }
}

/** Nobody goes back to a coach who has left. */
function undoOf(members: readonly queries.MemberRow[], change: MemberChange, coaches: Coaches): Undo {
  const backs = new Map<string, Undo[number]>()
  for (const member of members) {
    const back: MemberChange =
      change.set === 'coach'
        ? { set: 'coach', coachId: currentCoach(member.coachId, coaches) }
        : change.set === 'location'
          ? { set: 'location', locationId: member.locationId }
          : { set: 'ended', ended: !change.ended }
    const key = JSON.stringify(back)
    const group = backs.get(key) ?? { memberIds: [], change: back }
    group.memberIds.push(member.id)
    backs.set(key, group)
  }
  return [...backs.values()]
}

/** What the value is called, for the log; throws for a coach or a location that this gym does not have. */
async function nameOfValue(
  tx: Tx,
  args: { gymId: string; change: MemberChange; coaches: Coaches },
): Promise<Record<string, unknown>> {
  const { gymId, change, coaches } = args
  if (change.set === 'coach') {
    const { coachId } = change
    if (coachId === null) return { coachId, coach: null }
    const coach = coaches.get(coachId)
    if (coach === undefined) throw appError('not_found', 'There is no such coach in this gym: reload the page.')
    return { coachId, coach }
  }
  if (change.set === 'location') {
    const { locationId } = change
    if (locationId === null) return { locationId, location: null }
    return { locationId, location: await requireLocation(tx, { gymId, locationId, lock: true }) }
  }
  return {}
}

/** An account is in a gym once: who came back by another row can't be brought back by the old one. */
async function requireNotBack(tx: Tx, gymId: string, members: readonly queries.MemberRow[]): Promise<void> {
  const userIds = members.flatMap(({ userId }) => userId ?? [])
  const current = await queries.findCurrentAccounts(tx, { gymId, userIds })
  if (current.length === 0) return
  throw appError(
    'conflict',
    `${current.length === 1 ? 'One of them is' : `${current.length} of them are`} a member again already, by another entry. Take them out of the selection.`,
  )
}

/** The gyms that somebody is a member of, and what each knows of them. */
export async function listMemberships(actor: Actor): Promise<queries.Membership[]> {
  return withActor(actor, [], (tx) => queries.findMemberships(tx, { userId: actor.userId }))
}

/** A member's own word: it needs nobody else's. Leaving what one has left is fine. */
export async function leaveGym(actor: Actor, args: { memberId: string }, now = Date.now()): Promise<void> {
  const { userId } = actor
  const mine = await listMemberships(actor)
  const membership = mine.find(({ memberId }) => memberId === args.memberId)
  if (!membership) throw appError('not_found', 'You are no member of this gym, or not any more: reload the list.')
  const { gymId, memberId } = membership
  await withActor(actor, [gymId], async (tx) => {
    const member = await queries.findMember(tx, { gymId, memberId, lock: true })
    if (!member || member.userId !== userId || isOver(member, now)) return
    await queries.setEnded(tx, { memberIds: [memberId], at: now, by: userId })
    const after = { memberId, name: member.name }
    await writeAudit(tx, actor, now, { action: 'member.leave', gymId, subjectId: userId, after })
  })
}
