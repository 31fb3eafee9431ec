/** SQL on a coach's invites. Without being the coach or naming the token's hash, nobody sees one. */
import type { Tx } from '../../../server/db.ts'
import type { CoachRole, Share } from '../model.ts'

export type InviteRow = {
  id: string
  coachId: string
  gymId: string | null
  role: CoachRole
  domains: Share[]
  createdAt: number
  expiresAt: number
  maxUses: number
  uses: number
  revokedAt: number | null
}

const columns = (tx: Tx) => tx`
  id, coach_id as "coachId", gym_id as "gymId", role, domains, created_at as "createdAt", expires_at as "expiresAt",
  max_uses as "maxUses", uses, revoked_at as "revokedAt"`

export async function insertInvite(
  tx: Tx,
  args: Omit<InviteRow, 'uses' | 'revokedAt'> & { tokenHash: string },
): Promise<void> {
  await tx`
    insert into invite (id, coach_id, gym_id, role, token_hash, domains, created_at, expires_at, max_uses)
    values (${args.id}, ${args.coachId}, ${args.gymId}, ${args.role}, ${args.tokenHash}, ${tx.json(args.domains)},
      ${args.createdAt}, ${args.expiresAt}, ${args.maxUses})`
}

/** Names the hash to row-level security, in a statement of its own before the read; then the rest may use it too. */
function nameHash(tx: Tx, tokenHash: string): Promise<unknown> {
  return tx`select set_config('app.lookup', ${tokenHash}, true)`.execute()
}

export async function findInviteByHash(
  tx: Tx,
  args: { tokenHash: string },
): Promise<(InviteRow & { coachName: string }) | null> {
  const [, rows] = await Promise.all([
    nameHash(tx, args.tokenHash),
    tx<(InviteRow & { coachName: string })[]>`
      select ${columns(tx)}, (select name from person where person.id = coach_id) as "coachName"
      from invite where token_hash = ${args.tokenHash}`,
  ])
  return rows[0] ?? null
}

/** Locked, so that the last use of an invite is used once. */
export async function lockInviteByHash(tx: Tx, args: { tokenHash: string }): Promise<InviteRow | null> {
  const [, rows] = await Promise.all([
    nameHash(tx, args.tokenHash),
    tx<InviteRow[]>`select ${columns(tx)} from invite where token_hash = ${args.tokenHash} for update`,
  ])
  return rows[0] ?? null
}

/** After `lockInviteByHash` in the same transaction, which named the hash. */
export async function countUse(tx: Tx, args: { id: string }): Promise<void> {
  await tx`update invite set uses = uses + 1 where id = ${args.id}`
}

export async function findInvitesByCoach(tx: Tx, args: { coachId: string; now: number }): Promise<InviteRow[]> {
  return tx<InviteRow[]>`
    select ${columns(tx)} from invite
    where coach_id = ${args.coachId} and revoked_at is null and uses < max_uses and expires_at > ${args.now}
    order by created_at desc, id limit 200`
}

export async function revokeInvite(tx: Tx, args: { id: string; coachId: string; at: number }): Promise<boolean> {
  const rows = await tx`
    update invite set revoked_at = coalesce(revoked_at, ${args.at})
    where id = ${args.id} and coach_id = ${args.coachId} returning id`
  return rows.length === 1
}
