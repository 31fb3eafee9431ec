/** Members invited to their own row. Promise: a link that went by letter is in nobody else's hands. */
import { queueMail } from '../../../server/mail/queue.ts'
import { takePoint } from '../../../server/rate-limit.ts'
import type { Actor } from '../../../shared/actor.ts'
import { appError } from '../../../shared/errors.ts'
import { newId } from '../../../shared/id.ts'
import { writeAudit } from '../../users/service/audit.ts'
import { memberLetter } from '../mail/letters.ts'
import { insertInvites, revokeInvitesOfMembers } from '../queries/invites.ts'
import { lockMembers } from '../queries/members.ts'
import { canInGym } from '../rules/access.ts'
import { inGym } from './access.ts'
import { hashOf, linkOf, nameOfGym, newToken } from './invite-links.ts'

const DAY_MS = 86_400_000
export const MEMBER_DAYS = 14

/** `token` is null where a letter has it. */
export type MemberLink = { memberId: string; name: string; token: string | null; expiresAt: number }

/**
 * A link for each of them who has no account here and is a member still; the links that they had before stop working.
 * The others are left out. With `letters` each who has an address gets theirs by mail, and nobody else sees it; who may not
 * see addresses holds no link of who has one, and so can't read what it shows or take the membership.
 */
export async function inviteMembers(
  actor: Actor,
  args: { gymId: string; memberIds: readonly string[]; letters: boolean },
  now = Date.now(),
): Promise<MemberLink[]> {
  await takePoint('invite-make', actor.userId)
  const { gymId, memberIds } = args
  const expiresAt = now + MEMBER_DAYS * DAY_MS
  return inGym(actor, { gymId, action: 'invite_member' }, async (tx, role) => {
    const found = await lockMembers(tx, { gymId, memberIds })
    if (found.length === 0) throw appError('not_found', 'There is no such member in this gym: reload the list.')
    const members = found.filter(({ userId, endedAt }) => userId === null && (endedAt === null || endedAt > now))
    const links = members.map((member) => ({ member, inviteId: newId(), token: newToken() }))
    await revokeInvitesOfMembers(tx, { gymId, memberIds: members.map(({ id }) => id), at: now })
    await insertInvites(
      tx,
      links.map(({ member, inviteId, token }) => ({
        id: inviteId,
        gymId,
        role: null,
        memberId: member.id,
        tokenHash: hashOf(token),
        createdBy: actor.userId,
        createdAt: now,
        expiresAt,
        maxUses: 1,
      })),
    )
    const mailed =
      args.letters || !canInGym(role, 'see_contact') ? links.filter(({ member }) => member.email !== null) : []
    const gymName = mailed.length > 0 ? await nameOfGym(tx, gymId) : ''
    await Promise.all(
      mailed.map(({ member, token }) => {
        const letter = memberLetter({ gymName, name: member.name, link: linkOf(token), days: MEMBER_DAYS })
        return queueMail(tx, { to: member.email ?? '', ...letter, at: now, until: expiresAt })
      }),
    )
    const sent = new Set(mailed.map(({ member }) => member.id))
    const many = links.length > 1
    await writeAudit(
      tx,
      actor,
      now,
      ...(many ? [{ action: 'members.invite', gymId, after: { count: links.length } }] : []),
      ...links.map(({ member, inviteId }) => ({
        action: 'member.invite',
        gymId,
        after: { memberId: member.id, name: member.name, inviteId, ...(many && { batch: 'part' }) },
      })),
    )
    return links.map(({ member, token }) => {
      return { memberId: member.id, name: member.name, token: sent.has(member.id) ? null : token, expiresAt }
    })
  })
}
