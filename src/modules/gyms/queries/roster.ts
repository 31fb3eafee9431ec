/** SQL of the roster: everybody who is or was a member, in one read. */
import type { Tx } from '../../../server/db.ts'

export type RosterRecord = {
  id: string
  number: number
  name: string
  email: string | null
  hasAccount: boolean
  locationId: string | null
  coachId: string | null
  startedAt: number
  endedAt: number | null
  lastSeenAt: number | null
  invitedUntil: number | null
}

/**
 * Last seen is looked up in an index that holds nothing else, once a member: their visits are not read. By number, which
 * is the order of the index on it.
 */
export async function findRoster(tx: Tx, args: { gymId: string; now: number }): Promise<RosterRecord[]> {
  return tx<RosterRecord[]>`
    select m.id, m.number, m.name, m.email, m.user_id is not null as "hasAccount", m.location_id as "locationId",
      m.coach_id as "coachId", m.started_at as "startedAt", m.ended_at as "endedAt",
      (select max(a.at) from attendance a
        where a.gym_id = m.gym_id and a.member_id = m.id and a.undone_at is null) as "lastSeenAt",
      i.until as "invitedUntil"
    from gym_member m
      left join (
        select member_id, max(expires_at) as until from gym_invite
        where gym_id = ${args.gymId} and revoked_at is null and uses < max_uses and expires_at > ${args.now}
        group by member_id) i on i.member_id = m.id
    where m.gym_id = ${args.gymId} order by m.number`
}
