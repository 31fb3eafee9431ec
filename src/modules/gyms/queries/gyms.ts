/** SQL on gyms and their locations. */
import type { Tx } from '../../../server/db.ts'
import type { StaffRole } from '../model.ts'

export async function insertGym(tx: Tx, args: { id: string; name: string; zone: string; at: number }): Promise<void> {
  await tx`insert into gym (id, name, zone, created_at) values (${args.id}, ${args.name}, ${args.zone}, ${args.at})`
}

export type GymRow = { id: string; name: string; zone: string; absentWeeks: number; nextNumber: number }

/** Locked on request: numbers of members are given out under this lock. */
export async function findGym(tx: Tx, args: { gymId: string; lock?: boolean }): Promise<GymRow | null> {
  const [row] = await tx<GymRow[]>`
    select id, name, zone, absent_weeks as "absentWeeks", next_number as "nextNumber" from gym
    where id = ${args.gymId} ${args.lock ? tx`for update` : tx``}`
  return row ?? null
}

export async function updateGym(
  tx: Tx,
  args: { gymId: string; name: string; zone: string; absentWeeks: number },
): Promise<void> {
  await tx`
    update gym set name = ${args.name}, zone = ${args.zone}, absent_weeks = ${args.absentWeeks}
    where id = ${args.gymId}`
}

/** The first of `count` numbers that are nobody's; the gym's row stays locked until the transaction ends. */
export async function takeNumbers(tx: Tx, args: { gymId: string; count: number }): Promise<number> {
  const [row] = await tx<{ first: number }[]>`
    update gym set next_number = next_number + ${args.count} where id = ${args.gymId}
    returning next_number - ${args.count} as first`
  return row?.first ?? 1
}

export type GymOfStaff = { id: string; name: string; role: StaffRole }

export async function findGymsByStaff(tx: Tx, args: { userId: string }): Promise<GymOfStaff[]> {
  return tx<GymOfStaff[]>`
    select g.id, g.name, s.role from gym_staff s join gym g on g.id = s.gym_id
    where s.user_id = ${args.userId} and s.ended_at is null order by lower(g.name), g.id`
}

export type LocationRow = { id: string; name: string; closedAt: number | null }

export async function findLocations(tx: Tx, args: { gymId: string }): Promise<LocationRow[]> {
  return tx<LocationRow[]>`
    select id, name, closed_at as "closedAt" from location where gym_id = ${args.gymId}
    order by closed_at nulls first, lower(name), id`
}

export async function insertLocation(
  tx: Tx,
  args: { id: string; gymId: string; name: string; at: number },
): Promise<void> {
  await tx`
    insert into location (id, gym_id, name, created_at) values (${args.id}, ${args.gymId}, ${args.name}, ${args.at})`
}

export async function findLocation(
  tx: Tx,
  args: { gymId: string; locationId: string; lock?: boolean },
): Promise<LocationRow | null> {
  const [row] = await tx<LocationRow[]>`
    select id, name, closed_at as "closedAt" from location
    where gym_id = ${args.gymId} and id = ${args.locationId} ${args.lock ? tx`for update` : tx``}`
  return row ?? null
}

export async function updateLocation(
  tx: Tx,
  args: { locationId: string; name: string; closedAt: number | null },
): Promise<void> {
  await tx`update location set name = ${args.name}, closed_at = ${args.closedAt} where id = ${args.locationId}`
}
