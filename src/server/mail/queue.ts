/**
 * Letters. Promise: a letter is written in the transaction of what it tells about, so that neither is there without the
 * other; whoever asked never waits for a mail server. The worker sends it (`postman.ts`) and then deletes it.
 */
import { newId } from '../../shared/id.ts'
import { afterCommit, type Sql, type Tx } from '../db.ts'
import { once } from '../process.ts'

const DAY_MS = 86_400_000
const MOST_TRIES = 12
const FIRST_WAIT_MS = 10_000
const LONGEST_WAIT_MS = 3_600_000

export type NewLetter = {
  to: string
  subject: string
  text: string
  html: string
  /** Now, milliseconds. */
  at: number
  /** From then on it is not worth sending (a link that has expired); two days without. */
  until?: number
  /** Whose account it is about, so that it goes with the account. */
  userId?: string
}
export type Letter = { id: string; toAddress: string; subject: string; text: string; html: string; attempts: number }

/** Wakes this process's postman: most letters leave within milliseconds of their commit. */
export const wakers = () => once('mail.wakers', () => new Set<() => void>())

/** Inside a transaction of `withActor`. */
export async function queueMail(tx: Tx, letter: NewLetter): Promise<void> {
  await tx`
    insert into letter (id, user_id, to_address, subject, text, html, created_at, due_at, expires_at)
    values (${newId()}, ${letter.userId ?? null}, ${letter.to}, ${letter.subject}, ${letter.text}, ${letter.html},
      ${letter.at}, ${letter.at}, ${letter.until ?? letter.at + 2 * DAY_MS})`
  afterCommit(tx, () => {
    for (const wake of wakers()) wake()
  })
}

/** Letters that were not sent in their time, or not in all their tries, as reasons; they are tried no more. */
export async function giveUpLetters(sql: Sql, args: { now: number }): Promise<('expired' | 'given_up')[]> {
  const rows = await sql<{ reason: 'expired' | 'given_up' }[]>`
    update letter set dead_at = ${args.now}
    where shown_at is null and dead_at is null and due_at <= ${args.now}
      and (expires_at <= ${args.now} or attempts >= ${MOST_TRIES})
    returning case when expires_at <= ${args.now} then 'expired' else 'given_up' end as reason`
  return rows.map(({ reason }) => reason)
}

/** Counted and put off before it is tried: a process that dies in it is followed by another after that time. */
export async function claimLetters(sql: Sql, args: { now: number; most: number }): Promise<Letter[]> {
  return sql<Letter[]>`
    update letter set attempts = attempts + 1,
      due_at = ${args.now} + least(${LONGEST_WAIT_MS}::bigint, ${FIRST_WAIT_MS}::bigint << least(attempts, 20))
    where id in (
      select id from letter where shown_at is null and dead_at is null and due_at <= ${args.now}
      order by due_at, id limit ${args.most} for update skip locked)
    returning id, to_address as "toAddress", subject, text, html, attempts`
}

export async function deleteLetter(sql: Sql, args: { id: string }): Promise<void> {
  await sql`delete from letter where id = ${args.id}`
}

export async function showLetter(sql: Sql, args: { id: string; now: number }): Promise<void> {
  await sql`update letter set shown_at = ${args.now} where id = ${args.id}`
}

/** `isFinal`: this address will not take it, however often it is tried. */
export async function noteFailure(
  sql: Sql,
  args: { id: string; error: string; isFinal: boolean; now: number },
): Promise<void> {
  await sql`
    update letter set error = ${args.error}, dead_at = ${args.isFinal ? args.now : null} where id = ${args.id}`
}

/** Not tried after all: the try is given back. */
export async function putLetterBack(sql: Sql, args: { id: string; dueAt: number }): Promise<void> {
  await sql`update letter set attempts = greatest(attempts - 1, 0), due_at = ${args.dueAt} where id = ${args.id}`
}

export async function countWaitingLetters(sql: Sql): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    select count(*)::int as count from letter where shown_at is null and dead_at is null`
  return row?.count ?? 0
}

export type ShownLetter = Letter & { createdAt: number }

export async function findShownLetters(sql: Sql): Promise<ShownLetter[]> {
  return sql<ShownLetter[]>`
    select id, to_address as "toAddress", subject, text, html, attempts, created_at as "createdAt"
    from letter where dead_at is null order by created_at desc, id desc limit 100`
}

/** What was shown or given up is kept for a day; what nobody sent goes a day after its time. */
export async function removeOldLetters(sql: Sql, now: number): Promise<void> {
  await sql`delete from letter where coalesce(shown_at, dead_at, expires_at) < ${now - DAY_MS}`
}
