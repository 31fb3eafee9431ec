/** SQL on what people asked about their own data. */
import type { Sql, Tx } from '../../../server/db.ts'

export type Deletion = { id: string; askedAt: number; dueAt: number }

export async function insertDeletion(tx: Tx, args: Deletion & { userId: string }): Promise<boolean> {
  const rows = await tx`
    insert into privacy_request (id, user_id, kind, asked_at, due_at, state)
    values (${args.id}, ${args.userId}, 'delete', ${args.askedAt}, ${args.dueAt}, 'pending')
    on conflict (user_id) where state = 'pending' do nothing returning id`
  return rows.length === 1
}

export async function findPendingDeletion(tx: Tx, args: { userId: string }): Promise<Deletion | null> {
  const [row] = await tx<Deletion[]>`
    select id, asked_at as "askedAt", due_at as "dueAt" from privacy_request
    where user_id = ${args.userId} and state = 'pending'`
  return row ?? null
}

/** Null when nothing was pending, or its time is over and it is being done. */
export async function endDeletion(tx: Tx, args: { userId: string; at: number }): Promise<{ id: string } | null> {
  const [row] = await tx<{ id: string }[]>`
    update privacy_request set state = 'kept', ended_at = ${args.at}
    where user_id = ${args.userId} and state = 'pending' and due_at > ${args.at} returning id`
  return row ?? null
}

/** By the jobs' role, across people: whose time is over, the longest first. */
export async function findDueDeletions(sql: Sql, args: { now: number; limit: number }): Promise<{ userId: string }[]> {
  return sql<{ userId: string }[]>`
    select user_id as "userId" from privacy_request
    where state = 'pending' and due_at <= ${args.now} order by due_at, id limit ${args.limit}`
}

/** False when another process holds it or did it: one erases at a time, until its transaction ends. */
export async function lockDueDeletion(tx: Tx, args: { userId: string; now: number }): Promise<boolean> {
  const rows = await tx`
    select 1 from privacy_request where user_id = ${args.userId} and state = 'pending' and due_at <= ${args.now}
    for update skip locked`
  return rows.length === 1
}

export async function markErased(tx: Tx, args: { userId: string; at: number }): Promise<void> {
  await tx`
    update privacy_request set state = 'erased', ended_at = ${args.at}
    where user_id = ${args.userId} and state = 'pending'`
}

/** When the person was erased; null for everybody else, people that never were among them. */
export async function findErasedAt(tx: Tx, args: { userId: string }): Promise<number | null> {
  const [row] = await tx<{ erasedAt: number | null }[]>`
    select erased_at as "erasedAt" from person where id = ${args.userId}`
  return row?.erasedAt ?? null
}
