/** SQL on people, credentials and sessions. */
import type { Sql, Tx } from '../../server/db.ts'
import type { Profile, TokenScope } from './model.ts'

/**
 * Names the exact key of the row that the next statement may see besides one's own: an address or a secret's hash.
 * Sent as a statement of its own before the read, in the same pipeline; a setting in the same statement comes too late.
 */
export function nameKey(tx: Tx, key: string): Promise<unknown> {
  return tx`select set_config('app.lookup', ${key}, true)`.execute()
}

const UNIQUE_VIOLATION = '23505'

export type CredentialRow = { userId: string; passwordHash: string | null; verifiedAt: number | null }

export async function findCredentialByEmail(tx: Tx, args: { email: string }): Promise<CredentialRow | null> {
  const [, rows] = await Promise.all([
    nameKey(tx, args.email),
    tx<CredentialRow[]>`
      select user_id as "userId", password_hash as "passwordHash", verified_at as "verifiedAt"
      from credential where email = ${args.email}`,
  ])
  return rows[0] ?? null
}

export async function findCredentialByUser(
  tx: Tx,
  args: { userId: string },
): Promise<(CredentialRow & { email: string }) | null> {
  const [row] = await tx<(CredentialRow & { email: string })[]>`
    select user_id as "userId", password_hash as "passwordHash", email, verified_at as "verifiedAt"
    from credential where user_id = ${args.userId}`
  return row ?? null
}

/** True when it was not verified before. The address has to be the one that the proof was sent to. */
export async function verifyAddress(tx: Tx, args: { userId: string; email: string; at: number }): Promise<boolean> {
  const rows = await tx`
    update credential set verified_at = ${args.at}
    where user_id = ${args.userId} and email = ${args.email} and verified_at is null returning 1`
  return rows.length === 1
}

export async function insertPerson(tx: Tx, args: { id: string; name: string; at: number }): Promise<void> {
  await tx`insert into person (id, name, created_at) values (${args.id}, ${args.name}, ${args.at})`
}

/** False when the address is taken; nothing is written then. */
export async function insertCredential(
  tx: Tx,
  args: { userId: string; email: string; passwordHash: string | null; verifiedAt: number | null; at: number },
): Promise<boolean> {
  const rows = await tx`
    insert into credential (user_id, email, password_hash, verified_at, changed_at)
    values (${args.userId}, ${args.email}, ${args.passwordHash}, ${args.verifiedAt}, ${args.at})
    on conflict (email) do nothing returning user_id`
  return rows.length === 1
}

export async function updatePassword(
  tx: Tx,
  args: { userId: string; passwordHash: string | null; at: number },
): Promise<void> {
  await tx`
    update credential set password_hash = ${args.passwordHash}, changed_at = ${args.at} where user_id = ${args.userId}`
}

/** An address that just showed itself to be theirs. False when it is taken: the transaction can only be given up then. */
export async function updateAddress(tx: Tx, args: { userId: string; email: string; at: number }): Promise<boolean> {
  try {
    await tx`
      update credential set email = ${args.email}, verified_at = ${args.at}, changed_at = ${args.at}
      where user_id = ${args.userId}`
    return true
  } catch (error) {
    if ((error as { code?: string }).code === UNIQUE_VIOLATION) return false
    throw error
  }
}

export async function findPerson(tx: Tx, args: { id: string }): Promise<{ name: string; createdAt: number } | null> {
  const [row] = await tx<{ name: string; createdAt: number }[]>`
    select name, created_at as "createdAt" from person where id = ${args.id}`
  return row ?? null
}

export type SessionRow = {
  id: string
  userId: string
  deviceLabel: string
  madeBy: string
  createdAt: number
  lastSeenAt: number
  expiresAt: number
}

export async function insertSession(tx: Tx, args: SessionRow & { sidHash: string }): Promise<void> {
  await tx`
    insert into auth_session (id, user_id, sid_hash, device_label, made_by, created_at, last_seen_at, expires_at)
    values (${args.id}, ${args.userId}, ${args.sidHash}, ${args.deviceLabel}, ${args.madeBy}, ${args.createdAt},
      ${args.lastSeenAt}, ${args.expiresAt})`
}

export async function findLiveSession(
  tx: Tx,
  args: { sidHash: string; now: number },
): Promise<(SessionRow & { leavingAt: number | null }) | null> {
  const [, rows] = await Promise.all([
    nameKey(tx, args.sidHash),
    tx<(SessionRow & { leavingAt: number | null })[]>`
      select id, user_id as "userId", device_label as "deviceLabel", made_by as "madeBy", created_at as "createdAt",
        last_seen_at as "lastSeenAt", expires_at as "expiresAt",
        (select due_at from privacy_request r where r.user_id = s.user_id and r.state = 'pending') as "leavingAt"
      from auth_session s
      where sid_hash = ${args.sidHash} and revoked_at is null and expires_at > ${args.now}`,
  ])
  return rows[0] ?? null
}

/** After `findLiveSession` in the same transaction, which named the key. */
export async function touchSession(tx: Tx, args: { sidHash: string; at: number; expiresAt: number }): Promise<void> {
  await tx`
    update auth_session set last_seen_at = ${args.at}, expires_at = ${args.expiresAt} where sid_hash = ${args.sidHash}`
}

export async function findSessionsByUser(tx: Tx, args: { userId: string; now: number }): Promise<SessionRow[]> {
  return tx<SessionRow[]>`
    select id, user_id as "userId", device_label as "deviceLabel", made_by as "madeBy", created_at as "createdAt",
      last_seen_at as "lastSeenAt", expires_at as "expiresAt"
    from auth_session
    where user_id = ${args.userId} and revoked_at is null and expires_at > ${args.now}
    order by last_seen_at desc, id
    limit 200`
}

/** Ids of the sessions that ended by this. */
export async function revokeSessions(
  tx: Tx,
  args: { userId: string; at: number; only?: string; except?: string | null },
): Promise<string[]> {
  const rows = await tx<{ id: string }[]>`
    update auth_session set revoked_at = ${args.at}
    where user_id = ${args.userId} and revoked_at is null
      and id = coalesce(${args.only ?? null}::uuid, id)
      and id is distinct from ${args.except ?? null}::uuid
    returning id`
  return rows.map((row) => row.id)
}

export async function findProfile(tx: Tx, args: { athleteId: string }): Promise<Profile | null> {
  const [row] = await tx<Profile[]>`
    select id, name, load_unit as "loadUnit", distance_unit as "distanceUnit", week_start as "weekStart", theme, effort,
      bodyweight_g as "bodyweightG", weekly_goal as "weeklyGoal",
      warmup_rest_s as "warmupRestS", chain_rest_s as "chainRestS", set_up_at::float8 as "setUpAt", bests
    from profile where athlete_id = ${args.athleteId} and not deleted`
  return row ?? null
}

/** By the jobs' role, across people: sessions that ended before `before` are of no use to their owner any more. */
export async function deleteEndedSessions(sql: Sql, args: { before: number }): Promise<number> {
  const rows = await sql`
    delete from auth_session where least(revoked_at, expires_at) < ${args.before} returning 1`
  return rows.length
}

export type AuditEntry = {
  id: string
  at: number
  actorId: string
  onBehalfOf: string | null
  subjectId: string | null
  gymId: string | null
  action: string
  before: Record<string, unknown> | null
  after: Record<string, unknown> | null
  reason: string | null
}

export async function insertAudit(tx: Tx, entries: AuditEntry[]): Promise<void> {
  await tx`
    insert into audit ${tx(
      entries.map((entry) => ({
        id: entry.id,
        at: entry.at,
        actor_id: entry.actorId,
        on_behalf_of: entry.onBehalfOf,
        subject_id: entry.subjectId,
        gym_id: entry.gymId,
        action: entry.action,
        before: entry.before && tx.json(entry.before as never),
        after: entry.after && tx.json(entry.after as never),
        reason: entry.reason,
      })),
    )}`
}

/** A gym's log, the latest first, after `after`. What was done to many at once is told once: `batch` rows stay out. */
export async function findAuditByGym(
  tx: Tx,
  args: { gymId: string; after: { at: number; id: string } | null; limit: number },
): Promise<AuditEntry[]> {
  const { after } = args
  return tx<AuditEntry[]>`
    select id, at, actor_id as "actorId", on_behalf_of as "onBehalfOf", subject_id as "subjectId", gym_id as "gymId",
      action, before, after, reason
    from audit
    where gym_id = ${args.gymId} and coalesce(after ->> 'batch', '') <> 'part'
      ${after ? tx`and (at, id) < (${after.at}::bigint, ${after.id}::uuid)` : tx``}
    order by at desc, id desc limit ${args.limit}`
}

/** Members whom the log tells of since then: of `byAnybody`, or of `byOthers` than the reader. */
export async function findMembersTold(
  tx: Tx,
  args: { gymId: string; since: number; byAnybody: readonly string[]; byOthers: readonly string[]; readerId: string },
): Promise<string[]> {
  const rows = await tx<{ id: string }[]>`
    select distinct coalesce(after, before) ->> 'memberId' as id from audit
    where gym_id = ${args.gymId} and at >= ${args.since} and (action = any (${args.byAnybody as string[]}::text[])
      or (actor_id <> ${args.readerId} and action = any (${args.byOthers as string[]}::text[])))`
  return rows.map(({ id }) => id)
}

export type TokenRow = {
  id: string
  userId: string
  name: string
  tail: string
  scope: TokenScope
  createdAt: number
  lastUsedAt: number | null
}

const tokenColumns = (tx: Tx) => tx`
  id, user_id as "userId", name, tail, scope, created_at as "createdAt", last_used_at as "lastUsedAt"`

/** Oldest first. */
export async function findTokens(tx: Tx, args: { userId: string }): Promise<TokenRow[]> {
  return tx<
    TokenRow[]
  >`select ${tokenColumns(tx)} from api_token where user_id = ${args.userId} order by created_at, id`
}

export async function findToken(tx: Tx, args: { tokenHash: string }): Promise<TokenRow | null> {
  const [, rows] = await Promise.all([
    nameKey(tx, args.tokenHash),
    tx<TokenRow[]>`select ${tokenColumns(tx)} from api_token where token_hash = ${args.tokenHash}`,
  ])
  return rows[0] ?? null
}

export async function insertToken(tx: Tx, row: Omit<TokenRow, 'lastUsedAt'> & { tokenHash: string }): Promise<void> {
  await tx`
    insert into api_token (id, user_id, name, token_hash, tail, scope, created_at)
    values (${row.id}, ${row.userId}, ${row.name}, ${row.tokenHash}, ${row.tail}, ${row.scope}, ${row.createdAt})`
}

export async function touchToken(tx: Tx, args: { id: string; userId: string; at: number }): Promise<void> {
  await tx`update api_token set last_used_at = ${args.at} where id = ${args.id} and user_id = ${args.userId}`
}

/** Its name; null when there is none. */
export async function deleteToken(tx: Tx, args: { id: string; userId: string }): Promise<string | null> {
  const [row] = await tx<{ name: string }[]>`
    delete from api_token where id = ${args.id} and user_id = ${args.userId} returning name`
  return row?.name ?? null
}

/** How many there were. */
export async function deleteTokensOf(tx: Tx, args: { userId: string }): Promise<number> {
  return (await tx`delete from api_token where user_id = ${args.userId} returning 1`).length
}
