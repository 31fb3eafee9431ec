/**
 * Who coaches whom, and what is shared. Promises: either side ends a relation at once, with its grants, in one
 * transaction; rows get an end and stay; only the athlete changes what they share; a relation of other people answers
 * exactly like one that does not exist.
 */
import { withActor } from '../../../server/db.ts'
import type { Actor } from '../../../shared/actor.ts'
import { appError } from '../../../shared/errors.ts'
import { searchWords } from '../../../shared/fold-letters.ts'
import { newId } from '../../../shared/id.ts'
import { writeAudit } from '../../users/service/audit.ts'
import {
  CONSENT_TEXT_VERSION,
  type CoachRole,
  type Domain,
  type Level,
  type RelationState,
  type Share,
} from '../model.ts'
import * as queries from '../queries/relations.ts'
import { tidyShares } from '../rules/access.ts'

/** Told after the commit, so that open streams of this pair close or open; wiring connects it. */
export type AccessChanged = (change: { athleteId: string; coachId: string }) => Promise<void>

const NO_RELATION = 'There is no such coach or athlete in your list: reload it.'

/** Ending what has ended is fine: both sides may press at once. */
export async function endRelation(
  onAccessChanged: AccessChanged,
  actor: Actor,
  args: { relationId: string },
  now = Date.now(),
): Promise<void> {
  const { userId } = actor
  const pair = await withActor(actor, [], async (tx) => {
    const relation = await queries.lockRelation(tx, { id: args.relationId, userId })
    if (!relation) throw appError('not_found', NO_RELATION)
    if (relation.endedAt !== null) return null
    const { athleteId, coachId, id: relationId } = relation
    await queries.markRelationEnded(tx, { athleteId, id: relationId, at: now, by: userId })
    const ended = await queries.endGrants(tx, { athleteId, relationId, at: now, by: userId })
    const onBehalfOf = userId === athleteId ? null : athleteId
    await writeAudit(
      tx,
      actor,
      now,
      {
        action: 'relation.end',
        subjectId: athleteId,
        onBehalfOf,
        before: { relationId, coachId, state: relation.state },
        after: { state: 'ended' },
      },
      ...ended.map((share) => ({
        action: 'grant.end',
        subjectId: athleteId,
        onBehalfOf,
        before: { relationId, coachId, domain: share.domain, level: share.level },
      })),
    )
    return { athleteId, coachId }
  })
  if (pair) await onAccessChanged(pair)
}

/** `level` null stops sharing the domain. The old grant ends and a new one begins; neither is overwritten. */
export async function changeGrant(
  onAccessChanged: AccessChanged,
  actor: Actor,
  args: { relationId: string; domain: Domain; level: Level | null },
  now = Date.now(),
): Promise<void> {
  const { relationId, domain } = args
  const pair = await withActor(actor, [], async (tx) => {
    const relation = await queries.lockRelation(tx, { id: relationId, userId: actor.userId })
    if (!relation || relation.endedAt !== null) throw appError('not_found', NO_RELATION)
    const { athleteId, coachId } = relation
    if (athleteId !== actor.userId) {
      throw appError('forbidden', 'Only the athlete decides what they share. Ask them to change it in their settings.')
    }
    const [wanted] = args.level ? tidyShares([{ domain, level: args.level }]) : []
    const live = await queries.findLiveGrantsOfAthlete(tx, { athleteId })
    const held = live.find((grant) => grant.relationId === relationId && grant.domain === domain)
    if (held?.level === wanted?.level) return null
    const before = held ? { relationId, coachId, domain, level: held.level } : null
    if (held) await queries.endGrants(tx, { athleteId, relationId, domain, at: now, by: athleteId })
    if (wanted) {
      const grants = [{ ...wanted, id: newId() }]
      const textVersion = CONSENT_TEXT_VERSION
      await queries.insertGrants(tx, { athleteId, relationId, coachId, at: now, textVersion, grants })
    }
    const after = wanted ? { relationId, coachId, ...wanted, textVersion: CONSENT_TEXT_VERSION } : null
    await writeAudit(tx, actor, now, {
      action: wanted ? (held ? 'grant.change' : 'grant.begin') : 'grant.end',
      subjectId: athleteId,
      before,
      after,
    })
    return { athleteId, coachId }
  })
  if (pair) await onAccessChanged(pair)
}

export type AthleteOfCoach = {
  relationId: string
  athleteId: string
  name: string
  role: CoachRole
  state: RelationState
  startedAt: number
  shares: Share[]
}
export type RosterPage = {
  athletes: AthleteOfCoach[]
  next: { name: string; id: string } | null
  /** Everyone, whatever was searched for; only with the first page. */
  total: number | null
}

/** The roster by name: one page costs three statements, however many athletes there are. */
export async function listAthletes(
  actor: Actor,
  args: { search: string; after: { name: string; id: string } | null; limit: number },
): Promise<RosterPage> {
  const coachId = actor.userId
  const words = searchWords(args.search)
  return withActor(
    actor,
    [],
    async (tx) => {
      const rows = await queries.findRoster(tx, { coachId, words, after: args.after, limit: args.limit })
      const page = rows.slice(0, args.limit)
      const athleteIds = page.map((row) => row.athleteId)
      const [grants, total] = await Promise.all([
        queries.findLiveGrantsToCoach(tx, { coachId, athleteIds, domain: null }),
        args.after ? null : queries.countRoster(tx, { coachId }),
      ])
      const last = rows.length > args.limit ? page.at(-1) : undefined
      return {
        athletes: page.map(({ sortName: _sortName, ...row }) => ({ ...row, shares: sharesOf(grants, row.relationId) })),
        next: last ? { name: last.sortName, id: last.athleteId } : null,
        total,
      }
    },
    { readOnly: true },
  )
}

/** This coach's live relation with one athlete; null for oneself and for anyone else. */
export async function relationWith(
  actor: Actor,
  args: { athleteId: string },
): Promise<{ relationId: string; name: string; startedAt: number; shares: Share[] } | null> {
  const { userId: coachId } = actor
  return withActor(actor, [], async (tx) => {
    const [found, grants] = await Promise.all([
      queries.findAthleteOfCoach(tx, { athleteId: args.athleteId, coachId }),
      queries.findLiveGrantsToCoach(tx, { coachId, athleteIds: [args.athleteId], domain: null }),
    ])
    return found && { ...found, shares: sharesOf(grants, found.relationId) }
  })
}

export type CoachOfAthlete = {
  relationId: string
  coachId: string
  name: string
  role: CoachRole
  state: RelationState
  startedAt: number
  endedAt: number | null
  shares: Share[]
}

export async function listCoaches(actor: Actor): Promise<CoachOfAthlete[]> {
  const athleteId = actor.userId
  const [coaches, grants] = await withActor(actor, [], (tx) =>
    Promise.all([queries.findCoaches(tx, { athleteId }), queries.findLiveGrantsOfAthlete(tx, { athleteId })]),
  )
  return coaches.map(({ id, coachId, name, role, state, startedAt, endedAt }) => {
    return { relationId: id, coachId, name, role, state, startedAt, endedAt, shares: sharesOf(grants, id) }
  })
}

function sharesOf(grants: readonly queries.GrantOfRelation[], relationId: string): Share[] {
  return tidyShares(grants.filter((grant) => grant.relationId === relationId))
}
