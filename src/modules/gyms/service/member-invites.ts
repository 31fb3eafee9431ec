/** Members invited to their own row. Promise: a link that went by letter is in nobody else's hands, and one goes a day. */
import type { Tx } from '../../../server/db.ts'
import { sha256 } from '../../../server/hash.ts'
import { queueMail } from '../../../server/mail/queue.ts'
import { takePoint } from '../../../server/rate-limit.ts'
import type { Actor } from '../../../shared/actor.ts'
import { appError } from '../../../shared/errors.ts'
import { newId } from '../../../shared/id.ts'
import { writeAudit } from '../../users/service/audit.ts'
import { memberLetter } from '../mail/letters.ts'
import { findMailedSince, insertInvites, revokeInvitesOfMembers } from '../queries/invites.ts'
import { findMember, lockMembers, type MemberRow } from '../queries/members.ts'
import { canInGym } from '../rules/access.ts'
import { inGym } from './access.ts'
import { linkOf, nameOfGym, newToken } from './invite-links.ts'
import { type LetterVerdict, takeLetters } from './letters.ts'
import { NO_MEMBER } from './members.ts'

const DAY_MS = 86_400_000
export const MEMBER_DAYS = 14

/** `letter` and `link`: a new one. The others keep what they had: a letter of `today`, or nothing until `tomorrow`. */
export type InviteOutcome = LetterVerdict | 'link' | 'today'

/** `token` is told of a link alone. */
export type MemberInvited = {
  memberId: string
  name: string
  outcome: InviteOutcome
  token: string | null
  expiresAt: number
}

type Asked = { gymId: string; memberIds: readonly string[]; letters: boolean }

/**
 * A link for each of them who has no account here and is a member still; the links that they had before stop working.
 * The others are left out. With `letters` each who has an address gets theirs by mail, and nobody else sees it; who may not
 * see addresses holds no link of who has one, and so can't read what it shows or take the membership.
 */
export async function inviteMembers(actor: Actor, args: Asked, now = Date.now()): Promise<MemberInvited[]> {
  await takePoint('invite-make', actor.userId)
  const { gymId } = args
  const expiresAt = now + MEMBER_DAYS * DAY_MS
  const mailable = await findMailable(actor, args, now)
  // Counted before the transaction, on a connection of its own: nobody waits for one while they hold another.
  const emails = mailable.map(({ email }) => email)
  const verdicts = await takeLetters({ gymId, userId: actor.userId, emails })
  const verdictOf = new Map(mailable.map(({ id, email }, at) => [`${id} ${email}`, verdicts[at]]))
  return inGym(actor, { gymId, action: 'invite_member' }, async (tx, role) => {
    const { members, mailedToday } = await findInvitable(tx, args, now)
    const byLetter = args.letters || !canInGym(role, 'see_contact')
    const outcomeOf = ({ id, email }: MemberRow): InviteOutcome => {
      if (!byLetter || email === null) return 'link'
      return mailedToday.has(id) ? 'today' : (verdictOf.get(`${id} ${email}`) ?? 'address')
    }
    const asked = members.map((member) => ({
      member,
      outcome: outcomeOf(member),
      inviteId: newId(),
      token: newToken(),
    }))
    const made = asked.filter(({ outcome }) => outcome === 'letter' || outcome === 'link')
    await revokeInvitesOfMembers(tx, { gymId, memberIds: made.map(({ member }) => member.id), at: now })
    await insertInvites(
      tx,
      made.map(({ member, outcome, inviteId, token }) => ({
        id: inviteId,
        gymId,
        role: null,
        memberId: member.id,
        tokenHash: sha256(token),
        createdBy: actor.userId,
        createdAt: now,
        expiresAt,
        maxUses: 1,
        mailedAt: outcome === 'letter' ? now : null,
      })),
    )
    const gymName = await nameOfGym(tx, gymId)
    const mailed = made.filter(({ outcome }) => outcome === 'letter')
    await Promise.all(
      mailed.map(({ member, token }) => {
        const letter = memberLetter({ gymName, name: member.name, link: linkOf(token), days: MEMBER_DAYS })
        return queueMail(tx, { to: member.email ?? '', ...letter, at: now, until: expiresAt })
      }),
    )
    const many = made.length > 1
    await writeAudit(
      tx,
      actor,
      now,
      ...(many ? [{ action: 'members.invite', gymId, after: { count: made.length } }] : []),
      ...made.map(({ member, inviteId }) => ({
        action: 'member.invite',
        gymId,
        after: { memberId: member.id, name: member.name, inviteId, ...(many && { batch: 'part' }) },
      })),
    )
    return asked.map(({ member, outcome, token }) => {
      return { memberId: member.id, name: member.name, outcome, token: outcome === 'link' ? token : null, expiresAt }
    })
  })
}

/** Whom a letter would go to: each member gets one a day. */
async function findMailable(actor: Actor, args: Asked, now: number): Promise<{ id: string; email: string }[]> {
  return inGym(actor, { gymId: args.gymId, action: 'invite_member' }, async (tx, role) => {
    if (!args.letters && canInGym(role, 'see_contact')) return []
    const { members, mailedToday } = await findInvitable(tx, args, now)
    return members.flatMap(({ id, email }) => (email === null || mailedToday.has(id) ? [] : [{ id, email }]))
  })
}

async function findInvitable(tx: Tx, { gymId, memberIds }: Asked, now: number) {
  const found = await lockMembers(tx, { gymId, memberIds })
  if (found.length === 0) throw appError('not_found', NO_MEMBER)
  const members = found.filter(({ userId, endedAt }) => userId === null && (endedAt === null || endedAt > now))
  const mailed = await findMailedSince(tx, { gymId, memberIds: members.map(({ id }) => id), since: now - DAY_MS })
  return { members, mailedToday: new Set(mailed) }
}

/** Taking back what doesn't wait any more is fine. */
export async function revokeMemberInvite(
  actor: Actor,
  args: { gymId: string; memberId: string },
  now = Date.now(),
): Promise<void> {
  const { gymId, memberId } = args
  await inGym(actor, { gymId, action: 'invite_member' }, async (tx) => {
    const member = await findMember(tx, { gymId, memberId, lock: true })
    if (!member) throw appError('not_found', NO_MEMBER)
    const taken = await revokeInvitesOfMembers(tx, { gymId, memberIds: [memberId], at: now })
    const entries = taken.map((inviteId) => ({
      action: 'member.uninvite',
      gymId,
      after: { memberId, name: member.name, inviteId },
    }))
    await writeAudit(tx, actor, now, ...entries)
  })
}
