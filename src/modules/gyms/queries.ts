/** SQL on gyms and their people. */
import type { Tx } from '../../server/db.ts'
import { folded, likeEachWord } from '../../server/folded.ts'
import type { StaffRole } from './model.ts'

export async function insertGym(tx: Tx, args: { id: string; name: string; zone: string; at: number }): Promise<void> {
  await tx`insert into gym (id, name, zone, created_at) values (${args.id}, ${args.name}, ${args.zone}, ${args.at})`
}

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

export async function insertMember(
  tx: Tx,
  args: { id: string; gymId: string; userId: string | null; name: string; email: string | null; at: number },
): Promise<boolean> {
  const rows = await tx`
    insert into gym_member (id, gym_id, user_id, name, email, started_at)
    values (${args.id}, ${args.gymId}, ${args.userId}, ${args.name}, ${args.email}, ${args.at})
    on conflict (gym_id, user_id) where ended_at is null do nothing returning id`
  return rows.length === 1
}

export async function findRole(tx: Tx, args: { gymId: string; userId: string }): Promise<StaffRole | null> {
  const [row] = await tx<{ role: StaffRole }[]>`
    select role from gym_staff where gym_id = ${args.gymId} and user_id = ${args.userId} and ended_at is null`
  return row?.role ?? null
}

export type GymOfStaff = { id: string; name: string; role: StaffRole }

export async function findGymsByStaff(tx: Tx, args: { userId: string }): Promise<GymOfStaff[]> {
  return tx<GymOfStaff[]>`
    select g.id, g.name, s.role from gym_staff s join gym g on g.id = s.gym_id
    where s.user_id = ${args.userId} and s.ended_at is null order by lower(g.name), g.id`
}

export async function findGymName(tx: Tx, args: { gymId: string }): Promise<string | null> {
  const [row] = await tx<{ name: string }[]>`select name from gym where id = ${args.gymId}`
  return row?.name ?? null
}

export type MemberRow = { id: string; name: string; email: string | null; startedAt: number; sortName: string }

/** The page of members after `after`, by name; one row more than `limit` says that there is another page. */
export async function findMembers(
  tx: Tx,
  args: { gymId: string; words: readonly string[]; after: { name: string; id: string } | null; limit: number },
): Promise<MemberRow[]> {
  const { after } = args
  return tx<MemberRow[]>`
    select id, name, email, started_at as "startedAt", lower(name) as "sortName" from gym_member
    where gym_id = ${args.gymId} and ended_at is null
      ${args.words.length > 0 ? tx`and ${folded(tx, tx`name`)} like all(${likeEachWord(args.words)})` : tx``}
      ${after ? tx`and (lower(name), id) > (${after.name}, ${after.id}::uuid)` : tx``}
    order by lower(name), id limit ${args.limit + 1}`
}
