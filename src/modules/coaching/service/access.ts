/**
 * May this person see or write that athlete's data? Every other module asks here first and hands the approved ids to
 * `withActor`. Promise: a person's own data is always theirs; anyone else's needs a live grant; who is not approved gets
 * the answer of an athlete that does not exist.
 */
import { type Tx, withActor } from '../../../server/db.ts'
import type { Actor } from '../../../shared/actor.ts'
import { appError } from '../../../shared/errors.ts'
import { DOMAINS, type Domain, type Level } from '../model.ts'
import * as queries from '../queries/relations.ts'
import { approvedSubjects, canPush, canRead } from '../rules/access.ts'

export const NO_SUCH_ATHLETE = 'There is no such athlete among those who share this with you. Open them from your list.'

/** The ids among `athleteIds` whose rows of `domain` the actor may see. */
export async function approve(
  actor: Actor,
  args: { athleteIds: readonly string[]; domain: Domain },
  now = Date.now(),
): Promise<string[]> {
  if (args.athleteIds.every((id) => id === actor.userId)) return args.athleteIds.length > 0 ? [actor.userId] : []
  const grants = await withActor(actor, [], (tx) =>
    queries.findLiveGrantsToCoach(tx, { coachId: actor.userId, athleteIds: args.athleteIds, domain: args.domain }),
  )
  return approvedSubjects({ actorId: actor.userId, wanted: args.athleteIds, domain: args.domain, grants, now })
}

/** Everyone who shares `domain` with this coach right now. */
export async function approveAll(actor: Actor, args: { domain: Domain }, now = Date.now()): Promise<string[]> {
  const grants = await withActor(actor, [], (tx) =>
    queries.findLiveGrantsToCoach(tx, { coachId: actor.userId, athleteIds: null, domain: args.domain }),
  )
  const wanted = grants.map((grant) => grant.athleteId)
  return approvedSubjects({ actorId: actor.userId, wanted, domain: args.domain, grants, now })
}

/** Throws like for an unknown athlete unless the actor may do this. */
export async function requireAccess(
  actor: Actor,
  args: { athleteId: string; domain: Domain; level: Level },
  now = Date.now(),
): Promise<void> {
  if (args.athleteId === actor.userId) return
  const grants = await withActor(actor, [], (tx) =>
    queries.findGrants(tx, { athleteId: args.athleteId, coachId: actor.userId }),
  )
  const may = args.level === 'write' ? canPush : canRead
  if (!may(args.domain, grants, now)) throw appError('not_found', NO_SUCH_ATHLETE)
}

/** The domains that the athlete shares with the actor right now, whatever the level. */
export async function sharedDomains(actor: Actor, athleteId: string, now = Date.now()): Promise<Domain[]> {
  const grants = await withActor(actor, [], (tx) => queries.findGrants(tx, { athleteId, coachId: actor.userId }))
  return DOMAINS.filter((domain) => canRead(domain, grants, now))
}

export async function mayReadTraining(actor: Actor, athleteId: string, now = Date.now()): Promise<boolean> {
  return athleteId === actor.userId || (await sharedDomains(actor, athleteId, now)).includes('training')
}

/**
 * For sync, inside the push's own transaction (which runs as the actor): `ended` means that it was allowed once, so that
 * what a coach logged meanwhile is set aside and shown instead of refused. The grants are locked until the push commits:
 * ending one waits, and what comes after it sees the end.
 */
export async function mayPushTraining(
  actor: Actor,
  athleteId: string,
  tx: Tx | undefined,
  now = Date.now(),
): Promise<'yes' | 'ended' | 'no'> {
  if (athleteId === actor.userId) return 'yes'
  const args = { athleteId, coachId: actor.userId }
  const grants = tx
    ? await queries.findGrants(tx, { ...args, lock: true })
    : await withActor(actor, [], (own) => queries.findGrants(own, args))
  if (canPush('training', grants, now)) return 'yes'
  return grants.some((grant) => grant.domain === 'training' && grant.level === 'write') ? 'ended' : 'no'
}

/** Those among `athleteIds` whom the actor coaches right now, whatever they share. */
export function athletesAmong(actor: Actor, athleteIds: readonly string[]): Promise<string[]> {
  return withActor(actor, [], (tx) => queries.findCurrentAthletes(tx, { coachId: actor.userId, athleteIds }))
}
