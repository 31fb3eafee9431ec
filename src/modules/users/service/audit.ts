/**
 * The log of who changed what about whom. Promises: a row is written in the transaction of the change it tells of, or
 * neither is; it never holds a password, a token or an address.
 */
import type { Tx } from '../../../server/db.ts'
import type { Actor } from '../../../shared/actor.ts'
import { newId } from '../../../shared/id.ts'
import * as queries from '../queries.ts'

export type Audited = Pick<queries.AuditEntry, 'action'> &
  Partial<Pick<queries.AuditEntry, 'onBehalfOf' | 'subjectId' | 'gymId' | 'before' | 'after' | 'reason'>>

/** Writes what changed into the log, in the transaction that changes it, which runs as the actor. */
export async function writeAudit(tx: Tx, actor: Actor, now: number, ...entries: Audited[]): Promise<void> {
  if (entries.length === 0) return
  const rows = entries.map((entry) => ({
    id: newId(),
    at: now,
    actorId: actor.userId,
    onBehalfOf: entry.onBehalfOf ?? null,
    subjectId: entry.subjectId ?? null,
    gymId: entry.gymId ?? null,
    action: entry.action,
    before: entry.before ?? null,
    after: entry.after ?? null,
    reason: entry.reason ?? null,
  }))
  // A statement takes 65,535 values at most.
  for (let from = 0; from < rows.length; from += 5_000) await queries.insertAudit(tx, rows.slice(from, from + 5_000))
}

/** A gym's log, the latest first, for who was approved for the gym. */
export const findAuditByGym = queries.findAuditByGym

/** Whom of a gym's members something was done with, for who was approved for the gym. */
export const findMembersTold = queries.findMembersTold
