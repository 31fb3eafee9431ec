/** SQL on relations and grants. Rows end, they are never deleted. */
import type { Tx } from '../../../server/db.ts'
import { folded, likeEachWord } from '../../../shared/folded-sql.ts'
import type { CoachRole, Domain, Grant, Level, RelationState, Share } from '../model.ts'

export type RelationRow = {
  id: string
  athleteId: string
  coachId: string
  gymId: string | null
  role: CoachRole
  state: RelationState
  startedAt: number
  endedAt: number | null
}

/** False when this coach coaches this athlete already. */
export async function insertRelation(tx: Tx, args: Omit<RelationRow, 'state' | 'endedAt'>): Promise<boolean> {
  const rows = await tx`
    insert into relation (athlete_id, id, coach_id, gym_id, role, state, started_at)
    values (${args.athleteId}, ${args.id}, ${args.coachId}, ${args.gymId}, ${args.role}, 'active', ${args.startedAt})
    on conflict (athlete_id, coach_id) where ended_at is null do nothing returning id`
  return rows.length === 1
}

const columns = (tx: Tx) => tx`
  id, athlete_id as "athleteId", coach_id as "coachId", gym_id as "gymId", role, state, started_at as "startedAt",
  ended_at as "endedAt"`

/** The relation, locked until the transaction ends, when `userId` is one of its two sides. */
export async function lockRelation(tx: Tx, args: { id: string; userId: string }): Promise<RelationRow | null> {
  const [row] = await tx<RelationRow[]>`
    select ${columns(tx)} from relation
    where id = ${args.id} and (athlete_id = ${args.userId} or coach_id = ${args.userId}) for update`
  return row ?? null
}

export async function findCurrentRelation(
  tx: Tx,
  args: { athleteId: string; coachId: string },
): Promise<RelationRow | null> {
  const [row] = await tx<RelationRow[]>`
    select ${columns(tx)} from relation
    where athlete_id = ${args.athleteId} and coach_id = ${args.coachId} and ended_at is null`
  return row ?? null
}

/** Those among `athleteIds` whom this coach coaches right now. */
export async function findCurrentAthletes(
  tx: Tx,
  args: { coachId: string; athleteIds: readonly string[] },
): Promise<string[]> {
  const rows = await tx<{ athleteId: string }[]>`
    select athlete_id as "athleteId" from relation
    where coach_id = ${args.coachId} and athlete_id = any (${args.athleteIds as string[]}::uuid[]) and ended_at is null`
  return rows.map(({ athleteId }) => athleteId)
}

export async function markRelationEnded(
  tx: Tx,
  args: { athleteId: string; id: string; at: number; by: string },
): Promise<void> {
  await tx`
    update relation set state = 'ended', ended_at = ${args.at}, ended_by = ${args.by}
    where athlete_id = ${args.athleteId} and id = ${args.id}`
}

export async function insertGrants(
  tx: Tx,
  args: {
    athleteId: string
    relationId: string
    coachId: string
    at: number
    textVersion: number
    grants: (Share & { id: string })[]
  },
): Promise<void> {
  if (args.grants.length === 0) return
  const { athleteId, relationId, coachId } = args
  await tx`
    insert into consent_grant ${tx(
      args.grants.map((grant) => ({
        athlete_id: athleteId,
        id: grant.id,
        relation_id: relationId,
        coach_id: coachId,
        domain: grant.domain,
        level: grant.level,
        started_at: args.at,
        text_version: args.textVersion,
      })),
    )}`
}

/** Ends the live grants of a relation, one domain of it or all; what ended, for the audit log. */
export async function endGrants(
  tx: Tx,
  args: { athleteId: string; relationId: string; domain?: Domain; at: number; by: string },
): Promise<Share[]> {
  return tx<Share[]>`
    update consent_grant set ended_at = ${args.at}, ended_by = ${args.by}
    where athlete_id = ${args.athleteId} and relation_id = ${args.relationId} and ended_at is null
      and domain = coalesce(${args.domain ?? null}::text, domain)
    returning domain, level`
}

/**
 * Every grant of this athlete to this coach, ended ones too: an ended grant is told from one that never was. With `lock`
 * they can't be ended before this transaction does.
 */
export async function findGrants(
  tx: Tx,
  args: { athleteId: string; coachId: string; lock?: boolean },
): Promise<Grant[]> {
  return tx<Grant[]>`
    select domain, level, started_at as "startedAt", ended_at as "endedAt" from consent_grant
    where athlete_id = ${args.athleteId} and coach_id = ${args.coachId} ${args.lock ? tx`for share` : tx``}`
}

export type GrantOfRelation = Grant & { athleteId: string; relationId: string }

export async function findLiveGrantsToCoach(
  tx: Tx,
  args: { coachId: string; athleteIds: readonly string[] | null; domain: Domain | null },
): Promise<GrantOfRelation[]> {
  return tx<GrantOfRelation[]>`
    select athlete_id as "athleteId", relation_id as "relationId", domain, level, started_at as "startedAt",
      ended_at as "endedAt"
    from consent_grant
    where coach_id = ${args.coachId} and ended_at is null
      ${args.athleteIds ? tx`and athlete_id = any (${args.athleteIds as string[]}::uuid[])` : tx``}
      ${args.domain ? tx`and domain = ${args.domain}` : tx``}`
}

export async function findLiveGrantsOfAthlete(
  tx: Tx,
  args: { athleteId: string },
): Promise<(GrantOfRelation & { level: Level })[]> {
  return tx<GrantOfRelation[]>`
    select athlete_id as "athleteId", relation_id as "relationId", domain, level, started_at as "startedAt",
      ended_at as "endedAt"
    from consent_grant where athlete_id = ${args.athleteId} and ended_at is null`
}

export type RosterRow = {
  relationId: string
  athleteId: string
  name: string
  sortName: string
  role: CoachRole
  state: RelationState
  startedAt: number
}

/** A coach's current athletes by name, after `after`; one row more than `limit` says that there is another page. */
export async function findRoster(
  tx: Tx,
  args: { coachId: string; words: readonly string[]; after: { name: string; id: string } | null; limit: number },
): Promise<RosterRow[]> {
  const { after } = args
  return tx<RosterRow[]>`
    select r.id as "relationId", r.athlete_id as "athleteId", p.name, lower(p.name) as "sortName", r.role, r.state,
      r.started_at as "startedAt"
    from relation r join person p on p.id = r.athlete_id
    where r.coach_id = ${args.coachId} and r.ended_at is null
      ${args.words.length > 0 ? tx`and ${tx.unsafe(folded('p.name'))} like all(${likeEachWord(args.words)})` : tx``}
      ${after ? tx`and (lower(p.name), p.id) > (${after.name}, ${after.id}::uuid)` : tx``}
    order by lower(p.name), p.id limit ${args.limit + 1}`
}

export async function findAthleteOfCoach(
  tx: Tx,
  args: { athleteId: string; coachId: string },
): Promise<{ relationId: string; name: string; startedAt: number } | null> {
  const [row] = await tx<{ relationId: string; name: string; startedAt: number }[]>`
    select r.id as "relationId", p.name, r.started_at as "startedAt"
    from relation r join person p on p.id = r.athlete_id
    where r.athlete_id = ${args.athleteId} and r.coach_id = ${args.coachId} and r.ended_at is null`
  return row ?? null
}

export async function countRoster(tx: Tx, args: { coachId: string }): Promise<number> {
  const [row] = await tx<{ count: number }[]>`
    select count(*) from relation where coach_id = ${args.coachId} and ended_at is null`
  return row?.count ?? 0
}

export type CoachRow = RelationRow & { name: string }

/** Everyone who coaches or coached this athlete, current ones first. */
export async function findCoaches(tx: Tx, args: { athleteId: string }): Promise<CoachRow[]> {
  return tx<CoachRow[]>`
    select r.id, r.athlete_id as "athleteId", r.coach_id as "coachId", r.gym_id as "gymId", r.role, r.state,
      r.started_at as "startedAt", r.ended_at as "endedAt", p.name
    from relation r join person p on p.id = r.coach_id
    where r.athlete_id = ${args.athleteId}
    order by r.ended_at desc nulls first, lower(p.name), r.id`
}
