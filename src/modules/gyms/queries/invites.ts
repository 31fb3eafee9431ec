/** SQL on a gym's links. Without being approved for the gym or naming the token's hash, nobody sees one. */
import type { Tx } from '../../../server/db.ts'
import type { StaffRole } from '../model.ts'

export type GymInviteRow = {
  id: string
  gymId: string
  role: StaffRole | null
  memberId: string | null
  createdBy: string
  createdAt: number
  expiresAt: number
  maxUses: number
  uses: number
  revokedAt: number | null
}

const columns = (tx: Tx) => tx`
  id, gym_id as "gymId", role, member_id as "memberId", created_by as "createdBy", created_at as "createdAt",
  expires_at as "expiresAt", max_uses as "maxUses", uses, revoked_at as "revokedAt"`

export type NewInvite = Pick<
  GymInviteRow,
  'id' | 'gymId' | 'role' | 'memberId' | 'createdBy' | 'createdAt' | 'expiresAt' | 'maxUses'
> & { tokenHash: string; mailedAt: number | null }

export async function insertInvites(tx: Tx, invites: readonly NewInvite[]): Promise<void> {
  for (let at = 0; at < invites.length; at += 1_000) {
    await tx`
      insert into gym_invite ${tx(
        invites.slice(at, at + 1_000).map((one) => ({
          id: one.id,
          gym_id: one.gymId,
          role: one.role,
          member_id: one.memberId,
          token_hash: one.tokenHash,
          created_by: one.createdBy,
          created_at: one.createdAt,
          expires_at: one.expiresAt,
          max_uses: one.maxUses,
          mailed_at: one.mailedAt,
        })),
      )}`
  }
}

/** A newer letter takes the place of the one before: one link works for one person. */
export async function revokeInvitesOfMembers(
  tx: Tx,
  args: { gymId: string; memberIds: readonly string[]; at: number },
): Promise<string[]> {
  const rows = await tx<{ id: string }[]>`
    update gym_invite set revoked_at = ${args.at}
    where gym_id = ${args.gymId} and member_id = any (${args.memberIds as string[]}::uuid[]) and revoked_at is null
      and uses < max_uses and expires_at > ${args.at}
    returning id`
  return rows.map(({ id }) => id)
}

/** Their address is another now: what went to the one before opens nothing, and no letter has gone to this one. */
export async function forgetLettersOfMembers(
  tx: Tx,
  args: { gymId: string; memberIds: readonly string[]; at: number },
): Promise<void> {
  await tx`
    update gym_invite set revoked_at = coalesce(revoked_at, ${args.at}), mailed_at = null
    where gym_id = ${args.gymId} and member_id = any (${args.memberIds as string[]}::uuid[])`
}

/** Whom of them a letter went to since, whether its link still works or not. */
export async function findMailedSince(
  tx: Tx,
  args: { gymId: string; memberIds: readonly string[]; since: number },
): Promise<string[]> {
  const rows = await tx<{ id: string }[]>`
    select distinct member_id as id from gym_invite
    where gym_id = ${args.gymId} and member_id = any (${args.memberIds as string[]}::uuid[]) and mailed_at > ${args.since}`
  return rows.map(({ id }) => id)
}

/** What is taken from their maker with the right to make them: links for staff of these roles that still work. */
export async function revokeStaffInvitesBy(
  tx: Tx,
  args: { gymId: string; createdBy: string; roles: readonly StaffRole[]; at: number },
): Promise<{ id: string; role: StaffRole }[]> {
  return tx<{ id: string; role: StaffRole }[]>`
    update gym_invite set revoked_at = ${args.at}
    where gym_id = ${args.gymId} and created_by = ${args.createdBy} and role = any (${args.roles as string[]}::text[])
      and revoked_at is null and uses < max_uses and expires_at > ${args.at}
    returning id, role`
}

/** Names the hash to row-level security, in a statement of its own before the read. */
export async function findInviteByHash(tx: Tx, args: { tokenHash: string }): Promise<GymInviteRow | null> {
  const [, rows] = await Promise.all([
    tx`select set_config('app.lookup', ${args.tokenHash}, true)`.execute(),
    tx<GymInviteRow[]>`select ${columns(tx)} from gym_invite where token_hash = ${args.tokenHash}`,
  ])
  return rows[0] ?? null
}

/** Locked, so that the last use is used once. For who is approved for the gym by having found it. */
export async function lockInvite(tx: Tx, args: { id: string }): Promise<GymInviteRow | null> {
  const [row] = await tx<GymInviteRow[]>`select ${columns(tx)} from gym_invite where id = ${args.id} for update`
  return row ?? null
}

export async function countUse(tx: Tx, args: { id: string }): Promise<void> {
  await tx`update gym_invite set uses = uses + 1 where id = ${args.id}`
}

/** Links for staff that still work, the newest first. */
export async function findStaffInvites(tx: Tx, args: { gymId: string; now: number }): Promise<GymInviteRow[]> {
  return tx<GymInviteRow[]>`
    select ${columns(tx)} from gym_invite
    where gym_id = ${args.gymId} and role is not null and revoked_at is null and uses < max_uses
      and expires_at > ${args.now}
    order by created_at desc, id limit 200`
}

/** Of staff: as what it would have hired; null when there is no such link in this gym. */
export async function revokeStaffInvite(
  tx: Tx,
  args: { gymId: string; id: string; at: number },
): Promise<StaffRole | null> {
  const [row] = await tx<{ role: StaffRole }[]>`
    update gym_invite set revoked_at = coalesce(revoked_at, ${args.at})
    where gym_id = ${args.gymId} and id = ${args.id} and role is not null returning role`
  return row?.role ?? null
}

/** Until when a member's link works; null without one. */
export async function findInvitedUntil(
  tx: Tx,
  args: { gymId: string; memberId: string; now: number },
): Promise<number | null> {
  const [row] = await tx<{ until: number | null }[]>`
    select max(expires_at) as until from gym_invite
    where gym_id = ${args.gymId} and member_id = ${args.memberId} and revoked_at is null and uses < max_uses
      and expires_at > ${args.now}`
  return row?.until ?? null
}
