/**
 * A coach's invite link. Promises: nothing is shared before the athlete has seen what would be and said yes; they can
 * share less than was asked, never more; the table holds no token that opens anything; the last use is used once.
 */
import { randomBytes } from 'node:crypto'
import { NOBODY, withActor } from '../../../server/db.ts'
import { sha256 } from '../../../server/hash.ts'
import { takePoint } from '../../../server/rate-limit.ts'
import type { Actor } from '../../../shared/actor.ts'
import { appError } from '../../../shared/errors.ts'
import { newId } from '../../../shared/id.ts'
import { requireInGym } from '../../gyms/service/access.ts'
import { findGymName } from '../../gyms/service/gyms.ts'
import { writeAudit } from '../../users/service/audit.ts'
import { CONSENT_TEXT_VERSION, type CoachRole, type Share } from '../model.ts'
import * as queries from '../queries/invites.ts'
import * as relations from '../queries/relations.ts'
import { type InviteState, inviteState, tidyShares, withinAsked } from '../rules/access.ts'
import type { AccessChanged } from './relations.ts'

const DAY_MS = 86_400_000
export const INVITE_DAYS = 14

export type NewInvite = { id: string; token: string; expiresAt: number }

/** The token is told once, here; after that only its hash is known. */
export async function createInvite(
  actor: Actor,
  args: { role: CoachRole; domains: Share[]; maxUses: number; days?: number; gymId?: string | null },
  now = Date.now(),
): Promise<NewInvite> {
  await takePoint('invite-make', actor.userId)
  const gymId = args.gymId ?? null
  if (gymId) await requireInGym(actor, { gymId, action: 'invite_athletes' })
  const domains = tidyShares(args.domains)
  if (domains.length === 0) {
    throw appError('bad_input', 'An invite has to ask for something: choose at least the training log.')
  }
  const token = randomBytes(24).toString('base64url')
  const id = newId()
  const expiresAt = now + (args.days ?? INVITE_DAYS) * DAY_MS
  await withActor(actor, [], async (tx) => {
    const { role, maxUses } = args
    await queries.insertInvite(tx, {
      id,
      coachId: actor.userId,
      gymId,
      role,
      tokenHash: sha256(token),
      domains,
      createdAt: now,
      expiresAt,
      maxUses,
    })
    await writeAudit(tx, actor, now, {
      action: 'invite.create',
      gymId,
      after: { inviteId: id, role, domains, maxUses },
    })
  })
  return { id, token, expiresAt }
}

export type InviteView = {
  id: string
  role: CoachRole
  domains: Share[]
  createdAt: number
  expiresAt: number
  maxUses: number
  uses: number
}

export async function listInvites(actor: Actor, now = Date.now()): Promise<InviteView[]> {
  const rows = await withActor(actor, [], (tx) => queries.findInvitesByCoach(tx, { coachId: actor.userId, now }))
  return rows.map(({ id, role, domains, createdAt, expiresAt, maxUses, uses }) => {
    return { id, role, domains, createdAt, expiresAt, maxUses, uses }
  })
}

export async function revokeInvite(actor: Actor, args: { inviteId: string }, now = Date.now()): Promise<void> {
  await withActor(actor, [], async (tx) => {
    const found = await queries.revokeInvite(tx, { id: args.inviteId, coachId: actor.userId, at: now })
    if (!found) throw appError('not_found', 'There is no such invite among yours: reload the list.')
    await writeAudit(tx, actor, now, { action: 'invite.revoke', after: { inviteId: args.inviteId } })
  })
}

const CLOSED: Record<Exclude<InviteState, 'open'>, string> = {
  expired: 'This invite is too old to be accepted. Ask your coach for a new link.',
  used: 'This invite has been used up. Ask your coach for a new link.',
  revoked: 'Your coach has taken this invite back. Ask for a new link if that is a surprise.',
}
const UNKNOWN = 'This invite link is not one of ours, or a part of it is missing. Ask your coach to send it again.'

export type InvitePreview = {
  coachName: string
  gymName: string | null
  role: CoachRole
  asks: Share[]
  expiresAt: number
  textVersion: number
  /** The coach looks at their own: there is nothing to accept. */
  isOwn: boolean
}

/** What would be shared with whom, before anyone is signed in. */
export async function previewInvite(
  args: { token: string; ip: string; readerId?: string },
  now = Date.now(),
): Promise<InvitePreview> {
  await takePoint('invite-ip', args.ip)
  const invite = await withActor(NOBODY, [], (tx) => queries.findInviteByHash(tx, { tokenHash: sha256(args.token) }))
  if (!invite) throw appError('not_found', UNKNOWN)
  const state = inviteState(invite, now)
  if (state !== 'open') throw appError('not_found', CLOSED[state])
  const { coachId, coachName, gymId, role, domains, expiresAt } = invite
  const gymName = gymId ? await findGymName(NOBODY, { gymId }) : null
  const isOwn = coachId === args.readerId
  return { coachName, gymName, role, asks: domains, expiresAt, textVersion: CONSENT_TEXT_VERSION, isOwn }
}

export type Accepted = { relationId: string; coachId: string; shares: Share[] }

/** Accepting twice, because the first answer was lost, gives the same relation and uses the invite once. */
export async function acceptInvite(
  onAccessChanged: AccessChanged,
  actor: Actor,
  args: { token: string; shares: Share[]; textVersion: number },
  now = Date.now(),
): Promise<Accepted> {
  await takePoint('invite-user', actor.userId)
  if (args.textVersion !== CONSENT_TEXT_VERSION) {
    throw appError('conflict', 'What sharing means was put in new words meanwhile. Reload the page and read it again.')
  }
  const athleteId = actor.userId
  const accepted = await withActor(actor, [], async (tx) => {
    const invite = await queries.lockInviteByHash(tx, { tokenHash: sha256(args.token) })
    if (!invite) throw appError('not_found', UNKNOWN)
    const { coachId, gymId, role } = invite
    if (coachId === athleteId) {
      throw appError('bad_input', 'This is your own invite: send the link to the athlete whom you want to coach.')
    }
    const current = await relations.findCurrentRelation(tx, { athleteId, coachId })
    if (current) return { relationId: current.id, coachId, shares: null }
    const state = inviteState(invite, now)
    if (state !== 'open') throw appError('not_found', CLOSED[state])

    const relationId = newId()
    const shares = withinAsked(args.shares, invite.domains)
    const fresh = await relations.insertRelation(tx, {
      id: relationId,
      athleteId,
      coachId,
      gymId,
      role,
      startedAt: now,
    })
    if (!fresh) throw appError('conflict', 'This coach was just added to your account. Reload to see what is shared.')
    await relations.insertGrants(tx, {
      athleteId,
      relationId,
      coachId,
      at: now,
      textVersion: args.textVersion,
      grants: shares.map((share) => ({ ...share, id: newId() })),
    })
    await queries.countUse(tx, { id: invite.id })
    await writeAudit(
      tx,
      actor,
      now,
      { action: 'relation.begin', subjectId: athleteId, gymId, after: { relationId, coachId, role } },
      ...shares.map((share) => ({
        action: 'grant.begin',
        subjectId: athleteId,
        after: { relationId, coachId, ...share, textVersion: args.textVersion },
      })),
    )
    return { relationId, coachId, shares }
  })
  await onAccessChanged({ athleteId, coachId: accepted.coachId })
  const { relationId, coachId } = accepted
  if (accepted.shares) return { relationId, coachId, shares: accepted.shares }
  const live = await withActor(actor, [], (tx) => relations.findLiveGrantsOfAthlete(tx, { athleteId }))
  const shares = live.filter((grant) => grant.relationId === relationId)
  return { relationId, coachId, shares: shares.map(({ domain, level }) => ({ domain, level })) }
}
