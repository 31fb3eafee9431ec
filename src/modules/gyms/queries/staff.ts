/** SQL on who works in a gym. Rows end, they are never deleted; another role is another row. */
import type { Tx } from '../../../server/db.ts'
import type { StaffRole } from '../model.ts'

/** False when this person works in this gym already. */
export async function insertStaff(
  tx: Tx,
  args: { id: string; gymId: string; userId: string; role: StaffRole; at: number },
): Promise<boolean> {
  const rows = await tx`
    insert into gym_staff (id, gym_id, user_id, role, started_at)
    values (${args.id}, ${args.gymId}, ${args.userId}, ${args.role}, ${args.at})
    on conflict (gym_id, user_id) where ended_at is null do nothing returning id`
  return rows.length === 1
}

export async function findRole(tx: Tx, args: { gymId: string; userId: string }): Promise<StaffRole | null> {
  const [row] = await tx<{ role: StaffRole }[]>`
    select role from gym_staff where gym_id = ${args.gymId} and user_id = ${args.userId} and ended_at is null`
  return row?.role ?? null
}

/** Where this person works right now. */
export async function findGymsOfStaff(tx: Tx, args: { userId: string }): Promise<string[]> {
  const rows = await tx<{ gymId: string }[]>`
    select gym_id as "gymId" from gym_staff where user_id = ${args.userId} and ended_at is null`
  return rows.map(({ gymId }) => gymId)
}

export type StaffRow = {
  id: string
  userId: string
  name: string
  role: StaffRole
  startedAt: number
  endedAt: number | null
}

/** Everyone who works here, and those who did, the latest to leave first. */
export async function findStaff(tx: Tx, args: { gymId: string; current?: boolean }): Promise<StaffRow[]> {
  return tx<StaffRow[]>`
    select s.id, s.user_id as "userId", p.name, s.role, s.started_at as "startedAt", s.ended_at as "endedAt"
    from gym_staff s join person p on p.id = s.user_id
    where s.gym_id = ${args.gymId} ${args.current ? tx`and s.ended_at is null` : tx``}
    order by s.ended_at desc nulls first, lower(p.name), s.id limit 2000`
}

/** Everyone who works here, locked: who may leave depends on who else is an owner. */
export async function lockStaff(
  tx: Tx,
  args: { gymId: string },
): Promise<{ id: string; userId: string; role: StaffRole }[]> {
  return tx<{ id: string; userId: string; role: StaffRole }[]>`
    select id, user_id as "userId", role from gym_staff
    where gym_id = ${args.gymId} and ended_at is null order by id for update`
}

export async function markStaffEnded(tx: Tx, args: { id: string; at: number; by: string }): Promise<void> {
  await tx`update gym_staff set ended_at = ${args.at}, ended_by = ${args.by} where id = ${args.id}`
}

/** When this person last ceased to be something here; null for who never did. */
export async function findLastEnd(tx: Tx, args: { gymId: string; userId: string }): Promise<number | null> {
  const [row] = await tx<{ at: number | null }[]>`
    select max(ended_at) as at from gym_staff where gym_id = ${args.gymId} and user_id = ${args.userId}`
  return row?.at ?? null
}
