/**
 * What a coach may see and do. Promise: nothing outside a grant that holds at `now`; an athlete's own data is theirs
 * without any grant. Times are the server's.
 */
import type { Domain, Grant, Share } from '../model.ts'
import { DOMAINS, WRITABLE } from '../model.ts'

/** A grant holds from its first millisecond up to, and not including, the one in which it ended. */
export function isLive(grant: { startedAt: number; endedAt: number | null }, now: number): boolean {
  return grant.startedAt <= now && (grant.endedAt === null || now < grant.endedAt)
}

export function canRead(domain: Domain, grants: readonly Grant[], now: number): boolean {
  return grants.some((grant) => grant.domain === domain && isLive(grant, now))
}

/** Writing includes reading; reading never includes writing. */
export function canPush(domain: Domain, grants: readonly Grant[], now: number): boolean {
  return grants.some((grant) => grant.domain === domain && grant.level === 'write' && isLive(grant, now))
}

export type AthleteGrant = Grant & { athleteId: string }

/**
 * The athletes among `wanted` whose rows of this domain the actor may see: the subjects for `withActor`. Whoever is not
 * approved is left out without a word, as if they did not exist.
 */
export function approvedSubjects(args: {
  actorId: string
  wanted: readonly string[]
  domain: Domain
  grants: readonly AthleteGrant[]
  now: number
}): string[] {
  const allowed = new Set([args.actorId])
  for (const grant of args.grants) {
    if (grant.domain === args.domain && isLive(grant, args.now)) allowed.add(grant.athleteId)
  }
  return [...new Set(args.wanted)].filter((athleteId) => allowed.has(athleteId))
}

/** One line a domain in the order of `DOMAINS`; where it was asked twice the stronger counts; writing only where it can be. */
export function tidyShares(wanted: readonly Share[]): Share[] {
  return DOMAINS.flatMap((domain) => {
    const asked = wanted.filter((one) => one.domain === domain)
    if (asked.length === 0) return []
    const writes = WRITABLE.includes(domain) && asked.some((one) => one.level === 'write')
    return [{ domain, level: writes ? ('write' as const) : ('read' as const) }]
  })
}

/** What of `chosen` the invite asked for: an athlete can share less than asked, an accept call can't share more. */
export function withinAsked(chosen: readonly Share[], asked: readonly Share[]): Share[] {
  return tidyShares(chosen).flatMap((one) => {
    const line = asked.find((each) => each.domain === one.domain)
    if (!line) return []
    return [{ domain: one.domain, level: line.level === 'write' ? one.level : ('read' as const) }]
  })
}

export type InviteState = 'open' | 'expired' | 'used' | 'revoked'

export function inviteState(
  invite: { expiresAt: number; maxUses: number; uses: number; revokedAt: number | null },
  now: number,
): InviteState {
  if (invite.revokedAt !== null) return 'revoked'
  if (invite.uses >= invite.maxUses) return 'used'
  return invite.expiresAt <= now ? 'expired' : 'open'
}
