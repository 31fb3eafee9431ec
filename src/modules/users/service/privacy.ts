/**
 * What a person may ask about their own data. Promises: what the server holds is told whole and tells nothing of others
 * but names that they may know anyway; an account is deleted only by who has its password or has just signed in, and
 * until its day it can be kept.
 */
import { withActor } from '../../../server/db.ts'
import { siteUrl } from '../../../server/env.ts'
import { queueMail } from '../../../server/mail/queue.ts'
import { takePoint } from '../../../server/rate-limit.ts'
import type { Actor } from '../../../shared/actor.ts'
import { newId } from '../../../shared/id.ts'
import { keptLetter, leavingLetter } from '../mail/leaving.ts'
import * as generic from '../queries/personal-data.ts'
import * as queries from '../queries/privacy.ts'
import * as accounts from '../queries.ts'
import { findingsOf, isAboutPeople, type Registry, toldOf } from '../rules/personal-data.ts'
import { writeAudit } from './audit.ts'
import { mustBeThem } from './reauthentication.ts'
import { announceEnded } from './sessions.ts'

export type Held = {
  format: 'spotter-account'
  version: 1
  /** By section, by table: the rows about the person. Instants are ISO texts. */
  sections: Record<string, Record<string, generic.Found[]>>
  /** Names of people and gyms that the rows name by id, as far as the person may know them. */
  names: Record<string, string>
  /** What is not in here, table by table, and why. */
  left_out: Record<string, string>
}

/** Tables with names of what ids stand for. */
const NAMED = ['person', 'gym']
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/** Everything the server holds about the actor that is not in the archive of their log. */
export async function exportAccount(actor: Actor, registry: Registry): Promise<Held> {
  await takePoint('export-user', actor.userId)
  const { userId: personId } = actor
  const sections: Held['sections'] = {}
  const left_out: Held['left_out'] = {}
  const names = await withActor(
    actor,
    [personId],
    async (tx) => {
      for (const [table, entry] of Object.entries(registry)) {
        if (!isAboutPeople(entry)) continue
        const { exported: section, secret: without = [], why = '' } = entry
        if (section === 'log') left_out[table] = 'In the archive of your log.'
        else if (section === null) left_out[table] = why
        else {
          const rows = await generic.findRowsAbout(tx, { table, findings: findingsOf(entry), without, personId })
          sections[section] = {
            ...sections[section],
            [table]: rows.map((row) => readable(toldOf(row, entry, personId))),
          }
        }
      }
      const ids = [...idsIn(sections)].filter((id) => id !== personId)
      const found = []
      for (const table of NAMED) found.push(...(await generic.findNames(tx, { table, ids })))
      return Object.fromEntries(found.map(({ id, name }) => [String(id), String(name)]))
    },
    { readOnly: true },
  )
  return { format: 'spotter-account', version: 1, sections, names, left_out }
}

/** Milliseconds since 1970 become a date that people read. */
function readable(row: generic.Found): generic.Found {
  const isInstant = (key: string, value: unknown): value is number =>
    typeof value === 'number' && /(^|_)at$/.test(key) && Math.abs(value) < 8.64e15
  return Object.fromEntries(
    Object.entries(row).map(([key, value]) => [key, isInstant(key, value) ? new Date(value).toISOString() : value]),
  )
}

function* idsIn(value: unknown): Generator<string> {
  if (typeof value === 'string' && UUID.test(value)) yield value
  if (typeof value === 'object' && value !== null) for (const inner of Object.values(value)) yield* idsIn(inner)
}

const DAY_MS = 86_400_000
export const GRACE_MS = 7 * DAY_MS

export type Leaving = { dueAt: number } | null

/** Whether the actor's account is about to be deleted. */
export async function findLeaving(actor: Actor): Promise<Leaving> {
  const found = await withActor(actor, [], (tx) => queries.findPendingDeletion(tx, { userId: actor.userId }))
  return found && { dueAt: found.dueAt }
}

/** Signs the person out everywhere, and lets seven days pass. Asking again changes nothing. */
export async function askDeletion(
  actor: Actor,
  args: { password?: string | undefined },
  now = Date.now(),
): Promise<{ dueAt: number }> {
  const { userId } = actor
  await mustBeThem(actor, args.password, now)
  const deletion = { id: newId(), askedAt: now, dueAt: now + GRACE_MS }
  const { dueAt, ended } = await withActor(actor, [], async (tx) => {
    const isNew = await queries.insertDeletion(tx, { ...deletion, userId })
    if (!isNew) return { dueAt: (await queries.findPendingDeletion(tx, { userId }))?.dueAt ?? now, ended: [] }
    const sessions = await accounts.revokeSessions(tx, { userId, at: now })
    const email = (await accounts.findCredentialByUser(tx, { userId }))?.email
    const after = { requestId: deletion.id, endedSessions: sessions.length }
    await writeAudit(tx, actor, now, { action: 'account.leave', subjectId: userId, after })
    if (email) {
      const letter = leavingLetter({ dueAt: deletion.dueAt, link: `${siteUrl()}/account` })
      await queueMail(tx, { to: email, ...letter, at: now, until: deletion.dueAt, userId })
    }
    return { dueAt: deletion.dueAt, ended: sessions }
  })
  await announceEnded(ended)
  return { dueAt }
}

/** Takes it back. Too late once its day has come: then, and where nothing was asked, `kept` is false. */
export async function keepAccount(actor: Actor, now = Date.now()): Promise<{ kept: boolean }> {
  const { userId, sessionId } = actor
  const isKept = await withActor(actor, [], async (tx) => {
    const kept = await queries.endDeletion(tx, { userId, at: now })
    if (!kept) return false
    await writeAudit(tx, actor, now, { action: 'account.keep', subjectId: userId, after: { requestId: kept.id } })
    const email = (await accounts.findCredentialByUser(tx, { userId }))?.email
    if (email) await queueMail(tx, { to: email, ...keptLetter({ link: `${siteUrl()}/account` }), at: now, userId })
    return true
  })
  // It was remembered as one of an account that leaves.
  if (sessionId) await announceEnded([sessionId])
  return { kept: isKept }
}

/** Of a cookie whose session is gone: whether the whole account is. Only who holds a cookie of ours asks. */
export async function isErased(userId: string): Promise<boolean> {
  const at = await withActor({ userId, sessionId: null }, [], (tx) => queries.findErasedAt(tx, { userId }))
  return at !== null
}
