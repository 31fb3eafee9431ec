/**
 * The first rows of a roster and its counts, told by the database: what rules/roster.ts does with everybody in hand, for
 * views without a search and in an order that an index or a number has. A property test holds the two together.
 */
import type { Tx } from '../../../server/db.ts'
import { ROSTER_STATES, type RosterSort, type RosterState, type RosterView } from '../model.ts'
import { DAY_MS, NEW_DAYS, NOBODY } from '../rules/roster.ts'
import type { RosterRecord } from './roster.ts'

type Args = {
  gymId: string
  view: RosterView
  now: number
  /** The gym's own measure of absence. */
  absentWeeks: number
  /** Who coaches there now: a member of anybody else has no coach. */
  coachIds: readonly string[]
  limit: number
}

const COLUMNS = { number: 'number', seen: 'last_seen_at', since: 'started_at' } as const

/** Coaches and locations are sorted by names that stand elsewhere, and a search looks into what readers may see. */
export const isToldBySql = ({ search, sort }: RosterView): boolean => search.trim() === '' && !isNamed(sort)
export const isNamed = (sort: RosterSort): boolean => sort === 'coach' || sort === 'location'

export async function findRosterStart(
  tx: Tx,
  args: Args,
): Promise<{ records: RosterRecord[]; shown: number; counts: Record<RosterState, number> }> {
  const { gymId, view, now, limit } = args
  const coachIds = args.coachIds as string[]
  const hasNoCoach = tx`(coach_id is null or coach_id <> all (${coachIds}))`
  const isCurrent = tx`(ended_at is null or ended_at > ${now})`
  const isIn = (state: RosterState, absentWeeks: number) => {
    switch (state) {
      case 'all':
        return tx`true`
      case 'ended':
        return tx`not ${isCurrent}`
      case 'current':
        return isCurrent
      case 'new':
        return tx`${isCurrent} and started_at > ${now - NEW_DAYS * DAY_MS}`
      case 'invited':
        return tx`${isCurrent} and user_id is null and until > ${now}`
      case 'no_account':
        return tx`${isCurrent} and user_id is null`
      case 'absent':
        return tx`${isCurrent} and last_seen_at <= ${now - absentWeeks * 7 * DAY_MS}`
      case 'never':
        return tx`${isCurrent} and last_seen_at is null`
      case 'no_coach':
        return tx`${isCurrent} and ${hasNoCoach}`
    }
  }
  const ofCoach =
    view.coach === null
      ? tx`true`
      : view.coach === NOBODY
        ? hasNoCoach
        : tx`(coach_id::text = ${view.coach} and not ${hasNoCoach})`
  const ofLocation =
    view.location === null
      ? tx`true`
      : view.location === NOBODY
        ? tx`location_id is null`
        : tx`location_id::text = ${view.location}`
  const isShown = tx`(${isIn(view.state, view.weeks ?? args.absentWeeks)}) and ${ofCoach} and ${ofLocation}`
  const everybody = tx`
    select m.*, i.until from gym_member m
      left join (
        select member_id, max(expires_at) as until from gym_invite
        where gym_id = ${gymId} and revoked_at is null and uses < max_uses and expires_at > ${now}
        group by member_id) i on i.member_id = m.id
    where m.gym_id = ${gymId}`
  const down = tx.unsafe(view.down ? 'desc' : 'asc')
  // Those whose name is gone come after every letter there is.
  const byName = view.down ? tx`name_key = '' desc, name_key desc, number desc` : tx`name_key = '', name_key, number`
  const order =
    view.sort in COLUMNS
      ? tx`${tx(COLUMNS[view.sort as keyof typeof COLUMNS])} ${down} nulls last, name_key = '', name_key, number`
      : byName
  const states = ROSTER_STATES.map(
    (state, at) => tx`count(*) filter (where ${isIn(state, args.absentWeeks)}) as ${tx(`s${at}`)},`,
  )
  const [[told], records] = await Promise.all([
    tx<Record<string, number>[]>`
      select ${states.reduce((all, one) => tx`${all} ${one}`)} count(*) filter (where ${isShown}) as shown
      from (${everybody}) m`,
    tx<RosterRecord[]>`
      select id, number, name, email, user_id is not null as "hasAccount", location_id as "locationId",
        coach_id as "coachId", started_at as "startedAt", ended_at as "endedAt", last_seen_at as "lastSeenAt",
        until as "invitedUntil"
      from (${everybody}) m where ${isShown} order by ${order} limit ${limit}`,
  ])
  const counts = Object.fromEntries(ROSTER_STATES.map((state, at) => [state, told?.[`s${at}`] ?? 0]))
  return { records: [...records], shown: told?.shown ?? 0, counts: counts as Record<RosterState, number> }
}
