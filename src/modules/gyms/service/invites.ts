/**
 * A gym's links: one makes somebody staff, one gives a member's row to their account. Promises: whoever opens one reads
 * what it means before anything changes, and no address of anybody; the table holds no token that opens anything; the
 * last use is used once; a second gym never touches the first.
 */
import { NOBODY, withActor } from '../../../server/db.ts'
import { sha256 } from '../../../server/hash.ts'
import { queueMail } from '../../../server/mail/queue.ts'
import { takePoint } from '../../../server/rate-limit.ts'
import type { Actor } from '../../../shared/actor.ts'
import { appError } from '../../../shared/errors.ts'
import { newId } from '../../../shared/id.ts'
import { writeAudit } from '../../users/service/audit.ts'
import { staffLetter } from '../mail/letters.ts'
import type { StaffRole } from '../model.ts'
import * as queries from '../queries/invites.ts'
import { findCurrentAccounts, findMember, setAccount } from '../queries/members.ts'
import { findLastEnd, findStaff } from '../queries/staff.ts'
import { type GymInviteState, grantableRoles, gymInviteState } from '../rules/access.ts'
import { maskEmail, maskPhone } from '../rules/mask-contact.ts'
import { inGym, requireInGym } from './access.ts'
import { readGym } from './gyms.ts'
import { linkOf, nameOfGym, newToken } from './invite-links.ts'
import { takeLetters } from './letters.ts'
import { findCoaches, hire } from './staff.ts'

const DAY_MS = 86_400_000
export const STAFF_DAYS = 7

export type NewLink = { inviteId: string; token: string; expiresAt: number }

const ROLE_IN_LETTERS: Record<StaffRole, string> = {
  owner: 'an owner',
  manager: 'a manager',
  coach: 'a coach',
  desk: 'front desk staff',
}

/** The token is told once, here; after that only its hash is known. With an address it goes there by letter, too. */
export async function inviteStaff(
  actor: Actor,
  args: { gymId: string; role: StaffRole; maxUses: number; email?: string | null },
  now = Date.now(),
): Promise<NewLink> {
  await takePoint('invite-make', actor.userId)
  const { gymId, role, maxUses } = args
  await requireInGym(actor, { gymId, action: 'manage_staff' })
  if (args.email) await requireLetter({ gymId, userId: actor.userId, email: args.email.toLowerCase() })
  const [inviteId, token, expiresAt] = [newId(), newToken(), now + STAFF_DAYS * DAY_MS]
  await inGym(actor, { gymId, action: 'manage_staff' }, async (tx, mine) => {
    if (!grantableRoles(mine).includes(role)) {
      throw appError('forbidden', 'Only an owner can invite to this role. Choose one below your own.')
    }
    const invite = { id: inviteId, gymId, role, memberId: null, createdBy: actor.userId, createdAt: now, expiresAt }
    await queries.insertInvites(tx, [{ ...invite, maxUses, tokenHash: sha256(token), mailedAt: null }])
    if (args.email) {
      const gymName = await nameOfGym(tx, gymId)
      const letter = staffLetter({ gymName, role: ROLE_IN_LETTERS[role], link: linkOf(token), days: STAFF_DAYS })
      await queueMail(tx, { to: args.email, ...letter, at: now, until: expiresAt })
    }
    await writeAudit(tx, actor, now, { action: 'staff.invite', gymId, after: { inviteId, role, maxUses } })
  })
  return { inviteId, token, expiresAt }
}

const NO_LETTER = {
  tomorrow:
    'Your gym has sent all its letters of today. Leave the address out and hand the link on, or wait for tomorrow.',
  address:
    'This address has had too many letters. Leave the address out and hand the link on, or wait half an hour and try again.',
}

async function requireLetter(args: { gymId: string; userId: string; email: string }): Promise<void> {
  const [verdict = 'tomorrow'] = await takeLetters({ ...args, emails: [args.email] })
  if (verdict !== 'letter') throw appError('rate_limited', NO_LETTER[verdict])
}

export type StaffInviteView = {
  inviteId: string
  role: StaffRole
  byName: string
  createdAt: number
  expiresAt: number
  maxUses: number
  uses: number
}

/** The links for staff that still work. */
export async function listStaffInvites(
  actor: Actor,
  args: { gymId: string },
  now = Date.now(),
): Promise<StaffInviteView[]> {
  const { gymId } = args
  return inGym(actor, { gymId, action: 'manage_staff' }, async (tx) => {
    const [rows, staff] = await Promise.all([queries.findStaffInvites(tx, { gymId, now }), findStaff(tx, { gymId })])
    const names = new Map(staff.map(({ userId, name }) => [userId, name]))
    return rows.flatMap(({ id, role, createdBy, createdAt, expiresAt, maxUses, uses }) =>
      role === null
        ? []
        : [{ inviteId: id, role, byName: names.get(createdBy) ?? '', createdAt, expiresAt, maxUses, uses }],
    )
  })
}

/** Of staff; a member's is taken back by who may invite members (`revokeMemberInvite`). */
export async function revokeInvite(
  actor: Actor,
  args: { gymId: string; inviteId: string },
  now = Date.now(),
): Promise<void> {
  const { gymId, inviteId } = args
  await inGym(actor, { gymId, action: 'manage_staff' }, async (tx) => {
    const role = await queries.revokeStaffInvite(tx, { gymId, id: inviteId, at: now })
    if (!role) throw appError('not_found', 'There is no such invite in this gym: reload the list.')
    await writeAudit(tx, actor, now, { action: 'invite.revoke', gymId, after: { inviteId, role } })
  })
}

const CLOSED: Record<Exclude<GymInviteState, 'open'>, string> = {
  expired: 'This invite is too old to be accepted. Ask the gym for a new link.',
  used: 'This invite has been used up. Ask the gym for a new link.',
  revoked: 'The gym has taken this invite back. Ask for a new link if that is a surprise.',
}
const UNKNOWN = 'This invite link is not one of ours, or a part of it is missing. Ask the gym to send it again.'

const COME_BACK =
  'Your work in this gym has ended since this invite was made. To come back you need a new invite: ask the gym for one.'

async function findOpen(token: string, now: number): Promise<queries.GymInviteRow> {
  const invite = await withActor(NOBODY, [], (tx) => queries.findInviteByHash(tx, { tokenHash: sha256(token) }))
  if (!invite) throw appError('not_found', UNKNOWN)
  const state = gymInviteState(invite, now)
  if (state !== 'open') throw appError('not_found', CLOSED[state])
  return invite
}

export type GymInvitePreview = {
  gymName: string
  /** Null: as a member. */
  role: StaffRole | null
  /** What the gym has of the member already. Masked: whoever holds the link reads it, signed in or not. */
  member: { name: string; email: string | null; phone: string | null; coachName: string | null } | null
  expiresAt: number
}

/** What would become visible to whom, before anyone is signed in. */
export async function previewInvite(args: { token: string; ip: string }, now = Date.now()): Promise<GymInvitePreview> {
  await takePoint('invite-ip', sha256(args.ip))
  const { gymId, role, memberId, expiresAt } = await findOpen(args.token, now)
  const gym = await readGym(gymId)
  if (!gym) throw appError('not_found', UNKNOWN)
  const member = memberId && (await readMember({ gymId, memberId }))
  return { gymName: gym.name, role, member: member || null, expiresAt }
}

async function readMember(args: { gymId: string; memberId: string }): Promise<GymInvitePreview['member']> {
  return withActor(NOBODY, [args.gymId], async (tx) => {
    const [member, coaches] = await Promise.all([findMember(tx, args), findCoaches(tx, args)])
    if (!member) return null
    return {
      name: member.name,
      email: member.email && maskEmail(member.email),
      phone: member.phone && maskPhone(member.phone),
      coachName: coaches.get(member.coachId ?? '') ?? null,
    }
  })
}

export type Joined = { gymId: string; gymName: string; role: StaffRole | null }

/** Accepting twice, because the first answer was lost, changes nothing more. */
export async function acceptInvite(actor: Actor, args: { token: string }, now = Date.now()): Promise<Joined> {
  await takePoint('invite-user', actor.userId)
  const tokenHash = sha256(args.token)
  const known = await withActor(NOBODY, [], (tx) => queries.findInviteByHash(tx, { tokenHash }))
  if (!known) throw appError('not_found', UNKNOWN)
  const { gymId } = known
  const { userId } = actor
  await withActor(actor, [gymId], async (tx) => {
    const invite = await queries.lockInvite(tx, { id: known.id })
    if (!invite) throw appError('not_found', UNKNOWN)
    const member = invite.memberId && (await findMember(tx, { gymId, memberId: invite.memberId, lock: true }))
    if (member && member.userId === userId) return
    const state = gymInviteState(invite, now)
    if (state !== 'open') {
      const isStaff = (await findStaff(tx, { gymId, current: true })).some((one) => one.userId === userId)
      if (invite.role !== null && state === 'used' && isStaff) return
      throw appError('not_found', CLOSED[state])
    }
    if (invite.role !== null) {
      // A link for several is still in the hands of who was let go since.
      const endedAt = await findLastEnd(tx, { gymId, userId })
      if (endedAt !== null && endedAt >= invite.createdAt) throw appError('forbidden', COME_BACK)
      await hire(tx, { gymId, userId, role: invite.role, now })
      await queries.countUse(tx, { id: invite.id })
      await writeAudit(tx, actor, now, {
        action: 'staff.join',
        gymId,
        subjectId: userId,
        after: { role: invite.role, inviteId: invite.id },
      })
      return
    }
    if (!member || (member.endedAt !== null && member.endedAt <= now)) {
      throw appError('not_found', 'This membership has ended. Ask the gym for a new one.')
    }
    if (member.userId !== null) throw appError('not_found', CLOSED.used)
    if ((await findCurrentAccounts(tx, { gymId, userIds: [userId] })).length > 0) {
      throw appError('conflict', 'You are a member of this gym already, with this account. Nothing was changed.')
    }
    await setAccount(tx, { memberId: member.id, userId })
    await queries.countUse(tx, { id: invite.id })
    await writeAudit(tx, actor, now, {
      action: 'member.join',
      gymId,
      subjectId: userId,
      after: { memberId: member.id, name: member.name },
    })
  })
  const gym = await readGym(gymId)
  return { gymId, gymName: gym?.name ?? '', role: known.role }
}
