/** SQL on who was there. */
import type { Tx } from '../../../server/db.ts'
import type { CheckInWay } from '../model.ts'

export type NewVisit = {
  id: string
  gymId: string
  memberId: string
  locationId: string | null
  at: number
  way: CheckInWay
  byId: string
  codeStep: number | null
}

/** False when this call, or this very code, was counted before. */
export async function insertVisit(tx: Tx, args: NewVisit): Promise<boolean> {
  const rows = await tx`
    insert into attendance (id, gym_id, member_id, location_id, at, way, by_id, code_step)
    values (${args.id}, ${args.gymId}, ${args.memberId}, ${args.locationId}, ${args.at}, ${args.way}, ${args.byId},
      ${args.codeStep})
    on conflict do nothing returning id`
  return rows.length === 1
}

export type Visit = { id: string; at: number }

/** The latest that counts, and how many there are. */
export async function findLastVisit(
  tx: Tx,
  args: { gymId: string; memberId: string },
): Promise<{ last: Visit | null; visits: number }> {
  const [row] = await tx<{ id: string | null; at: number | null; visits: number }[]>`
    select (select id from attendance where gym_id = ${args.gymId} and member_id = ${args.memberId}
        and undone_at is null order by at desc, id limit 1) as id,
      max(at) as at, count(*) as visits
    from attendance where gym_id = ${args.gymId} and member_id = ${args.memberId} and undone_at is null`
  const { id = null, at = null, visits = 0 } = row ?? {}
  return { last: id !== null && at !== null ? { id, at } : null, visits }
}

export type DeskRow = {
  id: string
  memberId: string
  number: number
  name: string
  at: number
  way: CheckInWay
  locationId: string | null
  byId: string
}

/** Who came since `from`, the latest first. */
export async function findVisitsSince(
  tx: Tx,
  args: { gymId: string; from: number; limit: number },
): Promise<DeskRow[]> {
  return tx<DeskRow[]>`
    select a.id, a.member_id as "memberId", m.number, m.name, a.at, a.way, a.location_id as "locationId",
      a.by_id as "byId"
    from attendance a join gym_member m on m.id = a.member_id
    where a.gym_id = ${args.gymId} and a.at >= ${args.from} and a.undone_at is null
    order by a.at desc, a.id limit ${args.limit}`
}

export async function findVisitsOfMember(
  tx: Tx,
  args: { gymId: string; memberId: string; limit: number },
): Promise<(Visit & { way: CheckInWay; locationId: string | null })[]> {
  return tx<(Visit & { way: CheckInWay; locationId: string | null })[]>`
    select id, at, way, location_id as "locationId" from attendance
    where gym_id = ${args.gymId} and member_id = ${args.memberId} and undone_at is null
    order by at desc, id limit ${args.limit}`
}

/** Whose visit it was that no longer counts; null when there is none in this gym. Twice is once. */
export async function markVisitUndone(
  tx: Tx,
  args: { gymId: string; id: string; at: number; by: string },
): Promise<{ memberId: string; first: boolean } | null> {
  const [row] = await tx<{ memberId: string; first: boolean }[]>`
    with was as (
      select id, undone_at from attendance where gym_id = ${args.gymId} and id = ${args.id} for update)
    update attendance a set undone_at = coalesce(a.undone_at, ${args.at}), undone_by = coalesce(a.undone_by, ${args.by})
    from was where a.id = was.id returning a.member_id as "memberId", was.undone_at is null as first`
  return row ?? null
}
