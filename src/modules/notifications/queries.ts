/** SQL on subscriptions and timers. */
import type { Sql, Tx } from '../../server/db.ts'
import type { PushSubscriptionInput } from './model.ts'

export async function upsertSubscription(
  tx: Tx,
  args: PushSubscriptionInput & { id: string; userId: string; sessionId: string; endpointHash: string; at: number },
): Promise<void> {
  const { id, userId, sessionId, endpoint, endpointHash, p256dh, auth, at } = args
  // One a session: its browser has made itself another address.
  await tx`delete from push_subscription where session_id = ${sessionId} and endpoint_hash <> ${endpointHash}`
  await tx`
    insert into push_subscription
      (id, user_id, session_id, endpoint, endpoint_hash, p256dh, auth, created_at, renewed_at)
    values (${id}, ${userId}, ${sessionId}, ${endpoint}, ${endpointHash}, ${p256dh}, ${auth}, ${at}, ${at})
    on conflict (endpoint_hash) do update set
      user_id = excluded.user_id, session_id = excluded.session_id, p256dh = excluded.p256dh, auth = excluded.auth,
      renewed_at = excluded.renewed_at`
}

/** By the jobs' role. */
export async function deleteSubscriptionsOf(sql: Sql, args: { sessionIds: readonly string[] }): Promise<void> {
  await sql`delete from push_subscription where session_id = any (${args.sessionIds as string[]}::uuid[])`
}

export type NewTimer = {
  userId: string
  name: string
  sessionId: string
  saidAt: number
  endsAt: number
  title: string
  body: string
}

/** False when this phone has said something newer, or this already: words may overtake each other, and come twice. */
export async function putTimer(tx: Tx, timer: NewTimer): Promise<boolean> {
  const { userId, name, sessionId, saidAt, endsAt, title, body } = timer
  const rows = await tx`
    insert into timer as held (user_id, name, session_id, said_at, state, ends_at, due_at, attempts, title, body)
    values (${userId}, ${name}, ${sessionId}, ${saidAt}, 'waits', ${endsAt}, ${endsAt}, 0, ${title}, ${body})
    on conflict (user_id) do update set
      name = excluded.name, session_id = excluded.session_id, said_at = excluded.said_at, state = 'waits',
      ends_at = excluded.ends_at, due_at = excluded.due_at, attempts = 0, title = excluded.title, body = excluded.body
    where held.session_id <> excluded.session_id or held.said_at < excluded.said_at
    returning 1`
  return rows.length === 1
}

/**
 * Ends it if it has this name, or any. Waits for one that is being sent at this moment. Of a rest that this phone has not
 * spoken of yet a row is left, so that a word that was overtaken by this one rings nothing.
 */
export async function endTimer(
  tx: Tx,
  args: { userId: string; sessionId: string; name: string | null; saidAt: number; at: number },
): Promise<void> {
  const { userId, sessionId, name, saidAt, at } = args
  await tx`
    insert into timer as held (user_id, name, session_id, said_at, state, ends_at, due_at, attempts, title, body)
    values (${userId}, ${name ?? ''}, ${sessionId}, ${saidAt}, 'over', ${at}, ${at}, 0, '', '')
    on conflict (user_id) do update set
      state = case when held.state = 'waits' then 'over' else held.state end, title = '', body = '',
      session_id = excluded.session_id, said_at = excluded.said_at
    where (held.session_id = excluded.session_id and held.said_at < excluded.said_at)
      or (held.session_id <> excluded.session_id and ${name === null})`
}

export type DueTimer = {
  userId: string
  name: string
  endsAt: number
  attempts: number
  title: string
  body: string
  subscriptionId: string | null
  endpoint: string | null
  p256dh: string | null
  auth: string | null
}

/**
 * The one that is due for the longest, locked until the transaction ends: nobody else sends it meanwhile, and who cancels
 * it waits. A process that dies lets go of it at once. Without an address when its session or its subscription has ended.
 */
export async function takeDueTimer(tx: Tx, args: { now: number }): Promise<DueTimer | null> {
  const [row] = await tx<DueTimer[]>`
    select t.user_id as "userId", t.name, t.ends_at as "endsAt", t.attempts, t.title, t.body,
      s.id as "subscriptionId", s.endpoint, s.p256dh, s.auth
    from (
      select * from timer where state = 'waits' and due_at <= ${args.now} order by due_at limit 1 for update skip locked
    ) t
    left join auth_session a on a.id = t.session_id and a.revoked_at is null and a.expires_at > ${args.now}
    left join push_subscription s on s.session_id = a.id and s.user_id = t.user_id`
  return row ?? null
}

export async function decideTimer(tx: Tx, args: { userId: string; state: 'rang' | 'late' | 'failed' }): Promise<void> {
  await tx`
    update timer set state = ${args.state}, title = '', body = '', attempts = attempts + 1
    where user_id = ${args.userId}`
}

export async function putTimerOff(tx: Tx, args: { userId: string; dueAt: number }): Promise<void> {
  await tx`update timer set due_at = ${args.dueAt}, attempts = attempts + 1 where user_id = ${args.userId}`
}

export async function deleteSubscription(tx: Tx, args: { id: string }): Promise<void> {
  await tx`delete from push_subscription where id = ${args.id}`
}

/** By the jobs' role; null when none waits. */
export async function findNextDue(sql: Sql): Promise<number | null> {
  const [row] = await sql<{ dueAt: number | null }[]>`select min(due_at) as "dueAt" from timer where state = 'waits'`
  return row?.dueAt ?? null
}

/** By the jobs' role: rests that ended long ago, and subscriptions of sessions that ended or of browsers long unseen. */
export async function deleteAged(
  sql: Sql,
  args: { now: number; timersBefore: number; seenBefore: number },
): Promise<void> {
  await sql`delete from timer where ends_at < ${args.timersBefore}`
  await sql`
    delete from push_subscription s where renewed_at < ${args.seenBefore} or exists (
      select 1 from auth_session a
      where a.id = s.session_id and (a.revoked_at is not null or a.expires_at <= ${args.now}))`
}
