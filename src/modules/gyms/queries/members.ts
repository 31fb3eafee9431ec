/** SQL on a gym's members. */
import type { Tx } from '../../../server/db.ts'

export type NewMember = {
  id: string
  gymId: string
  number: number
  userId: string | null
  name: string
  email: string | null
  phone: string | null
  locationId: string | null
  at: number
}

/** False when this account is a member of this gym already. */
export async function insertMember(tx: Tx, args: NewMember): Promise<boolean> {
  const rows = await tx`
    insert into gym_member (id, gym_id, number, user_id, name, email, phone, location_id, started_at)
    values (${args.id}, ${args.gymId}, ${args.number}, ${args.userId}, ${args.name}, ${args.email}, ${args.phone},
      ${args.locationId}, ${args.at})
    on conflict (gym_id, user_id) where ended_at is null do nothing returning id`
  return rows.length === 1
}

/** Those among `userIds` who are members of one of these gyms right now. */
export async function findMembersAmong(
  tx: Tx,
  args: { gymIds: readonly string[]; userIds: readonly string[] },
): Promise<string[]> {
  const rows = await tx<{ userId: string }[]>`
    select distinct user_id as "userId" from gym_member
    where gym_id = any (${args.gymIds as string[]}::uuid[]) and user_id = any (${args.userIds as string[]}::uuid[])
      and ended_at is null`
  return rows.map(({ userId }) => userId)
}

/** Those of these members who have an account, while their membership lasts. */
export async function findAccounts(
  tx: Tx,
  args: { gymId: string; memberIds: readonly string[] },
): Promise<{ memberId: string; userId: string }[]> {
  return tx<{ memberId: string; userId: string }[]>`
    select id as "memberId", user_id as "userId" from gym_member
    where gym_id = ${args.gymId} and id = any (${args.memberIds as string[]}::uuid[]) and user_id is not null
      and ended_at is null`
}

export type MemberRow = {
  id: string
  number: number
  userId: string | null
  name: string
  email: string | null
  phone: string | null
  locationId: string | null
  coachId: string | null
  startedAt: number
  endedAt: number | null
}

const columns = (tx: Tx) => tx`
  m.id, m.number, m.user_id as "userId", m.name, m.email, m.phone, m.location_id as "locationId",
  m.coach_id as "coachId", m.started_at as "startedAt", m.ended_at as "endedAt"`

export async function findMember(
  tx: Tx,
  args: { gymId: string; memberId: string; lock?: boolean },
): Promise<MemberRow | null> {
  const [row] = await tx<MemberRow[]>`
    select ${columns(tx)} from gym_member m
    where m.gym_id = ${args.gymId} and m.id = ${args.memberId} ${args.lock ? tx`for update` : tx``}`
  return row ?? null
}

export async function lockMemberByNumber(tx: Tx, args: { gymId: string; number: number }): Promise<MemberRow | null> {
  const [row] = await tx<MemberRow[]>`
    select ${columns(tx)} from gym_member m
    where m.gym_id = ${args.gymId} and m.number = ${args.number} for update`
  return row ?? null
}

export async function lockMembers(tx: Tx, args: { gymId: string; memberIds: readonly string[] }): Promise<MemberRow[]> {
  return tx<MemberRow[]>`
    select ${columns(tx)} from gym_member m
    where m.gym_id = ${args.gymId} and m.id = any (${args.memberIds as string[]}::uuid[])
    order by m.number for update`
}

export async function updateContact(
  tx: Tx,
  args: { memberId: string; name: string; email: string | null; phone: string | null },
): Promise<void> {
  await tx`
    update gym_member set name = ${args.name}, email = ${args.email}, phone = ${args.phone}
    where id = ${args.memberId}`
}

export async function setAccount(tx: Tx, args: { memberId: string; userId: string }): Promise<void> {
  await tx`update gym_member set user_id = ${args.userId} where id = ${args.memberId}`
}

type Several = { memberIds: readonly string[] }

export async function setCoach(tx: Tx, args: Several & { coachId: string | null }): Promise<void> {
  await tx`
    update gym_member set coach_id = ${args.coachId} where id = any (${args.memberIds as string[]}::uuid[])`
}

export async function setLocation(tx: Tx, args: Several & { locationId: string | null }): Promise<void> {
  await tx`
    update gym_member set location_id = ${args.locationId} where id = any (${args.memberIds as string[]}::uuid[])`
}

/** `at` null brings a membership back. */
export async function setEnded(tx: Tx, args: Several & { at: number | null; by: string | null }): Promise<void> {
  await tx`
    update gym_member set ended_at = ${args.at}, ended_by = ${args.by}
    where id = any (${args.memberIds as string[]}::uuid[])`
}

/** Accounts that are in this gym by another, current row. */
export async function findCurrentAccounts(
  tx: Tx,
  args: { gymId: string; userIds: readonly string[] },
): Promise<string[]> {
  const rows = await tx<{ userId: string }[]>`
    select user_id as "userId" from gym_member
    where gym_id = ${args.gymId} and user_id = any (${args.userIds as string[]}::uuid[]) and ended_at is null`
  return rows.map(({ userId }) => userId)
}

export type Membership = {
  memberId: string
  gymId: string
  gymName: string
  number: number
  name: string
  email: string | null
  phone: string | null
  startedAt: number
  visits: number
  lastSeenAt: number | null
}

/** The gyms that somebody is a member of, with what each of them knows. Seen by the member alone: no subject is named. */
export async function findMemberships(tx: Tx, args: { userId: string }): Promise<Membership[]> {
  return tx<Membership[]>`
    select m.id as "memberId", m.gym_id as "gymId", g.name as "gymName", m.number, m.name, m.email, m.phone,
      m.started_at as "startedAt", a.visits, a.last as "lastSeenAt"
    from gym_member m join gym g on g.id = m.gym_id
      cross join lateral (
        select count(*) as visits, max(at) as last from attendance
        where gym_id = m.gym_id and member_id = m.id and undone_at is null) a
    where m.user_id = ${args.userId} and m.ended_at is null
    order by lower(g.name), m.id`
}
