/**
 * Signed-in devices. Promise: a session that was revoked opens nothing anywhere after 10 seconds, since no process
 * believes an earlier look at the table for longer.
 */
import { randomBytes } from 'node:crypto'
import { tell } from '../../../server/bus.ts'
import { jobsPool, NOBODY, type Tx, withActor } from '../../../server/db.ts'
import { sha256 } from '../../../server/hash.ts'
import { once } from '../../../server/process.ts'
import type { Actor } from '../../../shared/actor.ts'
import { appError } from '../../../shared/errors.ts'
import { newId } from '../../../shared/id.ts'
import type { WayIn } from '../model.ts'
import * as queries from '../queries.ts'
import { writeAudit } from './audit.ts'
import { deviceLabel } from './device-label.ts'

const DAY_MS = 86_400_000
/** A device that is not used for this long is signed out. */
export const SESSION_MS = 90 * DAY_MS
export const BELIEVE_MS = 10_000
/** How often `last_seen_at` is written. */
const TOUCH_MS = 5 * 60_000
const MOST_REMEMBERED = 50_000

type Remembered = { actor: Actor; until: number }
const remembered = () => once('users.sessions', () => new Map<string, Remembered>())

export type NewSession = { sid: string; sessionId: string; userId: string }

/** Inside the transaction of whatever signed the person in, which runs as them. */
export async function beginSession(
  tx: Tx,
  args: { userId: string; userAgent: string; madeBy: WayIn; now: number },
): Promise<NewSession> {
  const sid = randomBytes(32).toString('base64url')
  const sessionId = newId()
  await queries.insertSession(tx, {
    id: sessionId,
    userId: args.userId,
    sidHash: sha256(sid),
    deviceLabel: deviceLabel(args.userAgent),
    madeBy: args.madeBy,
    createdAt: args.now,
    lastSeenAt: args.now,
    expiresAt: args.now + SESSION_MS,
  })
  return { sid, sessionId, userId: args.userId }
}

/** Who holds this sid; null when it is unknown, revoked or expired. A database that can't answer is an error, not null. */
export async function actorOfSession(sid: string, now = Date.now()): Promise<Actor | null> {
  const sidHash = sha256(sid)
  const known = remembered().get(sidHash)
  if (known && known.until > now && known.until - now <= BELIEVE_MS) return known.actor
  const session = await withActor(NOBODY, [], async (tx) => {
    const found = await queries.findLiveSession(tx, { sidHash, now })
    if (found && now - found.lastSeenAt > TOUCH_MS) {
      await queries.touchSession(tx, { sidHash, at: now, expiresAt: now + SESSION_MS })
    }
    return found
  })
  if (!session) {
    remembered().delete(sidHash)
    return null
  }
  const { userId, id: sessionId, leavingAt } = session
  const actor: Actor = { userId, sessionId, ...(leavingAt !== null && { leavingAt }) }
  remember(sidHash, { actor, until: Math.min(now + BELIEVE_MS, session.expiresAt) })
  return actor
}

function remember(sidHash: string, entry: Remembered) {
  const map = remembered()
  map.delete(sidHash)
  map.set(sidHash, entry)
  if (map.size <= MOST_REMEMBERED) return
  const oldest = map.keys().next().value
  if (oldest) map.delete(oldest)
}

/** After the commit: this process forgets at once, the others when they hear of it, and within `BELIEVE_MS` in any case. */
export async function announceEnded(sessionIds: readonly string[]): Promise<void> {
  if (sessionIds.length === 0) return
  forgetSessions(sessionIds)
  // One notification holds 8,000 bytes; more devices than that end by the clock.
  await tell('spotter_session', sessionIds.slice(0, 200).join(','))
}

export function forgetSessions(sessionIds: readonly string[]): void {
  const gone = new Set(sessionIds)
  for (const [sidHash, { actor }] of remembered()) {
    if (actor.sessionId && gone.has(actor.sessionId)) remembered().delete(sidHash)
  }
}

export type SessionView = {
  id: string
  device: string
  madeBy: WayIn
  createdAt: number
  lastSeenAt: number
  current: boolean
}

export async function listSessions(actor: Actor, now = Date.now()): Promise<SessionView[]> {
  const rows = await withActor(actor, [], (tx) => queries.findSessionsByUser(tx, { userId: actor.userId, now }))
  return rows.map(({ id, deviceLabel: device, madeBy, createdAt, lastSeenAt }) => {
    return { id, device, madeBy: madeBy as WayIn, createdAt, lastSeenAt, current: id === actor.sessionId }
  })
}

export async function revokeSession(actor: Actor, args: { sessionId: string }, now = Date.now()): Promise<void> {
  const gone = await endSessions(actor, { only: args.sessionId }, now)
  if (gone.length === 0) throw appError('not_found', 'This device is not signed in any more: reload the list.')
}

/** How many devices were signed out. The one that asks stays. */
export async function revokeOtherSessions(actor: Actor, now = Date.now()): Promise<number> {
  const gone = await endSessions(actor, { except: actor.sessionId }, now)
  return gone.length
}

/** The one that asks as well. */
export async function revokeEverySession(actor: Actor, now = Date.now()): Promise<number> {
  const gone = await endSessions(actor, { except: null }, now)
  return gone.length
}

/** Signing out: ending a session that has ended already is fine. */
export async function endSession(sid: string, now = Date.now()): Promise<void> {
  const actor = await actorOfSession(sid, now)
  if (!actor?.sessionId) return
  await endSessions(actor, { only: actor.sessionId }, now)
}

async function endSessions(actor: Actor, which: { only: string } | { except: string | null }, now: number) {
  const { userId } = actor
  const gone = await withActor(actor, [], async (tx) => {
    const ended = await queries.revokeSessions(tx, { userId, at: now, ...which })
    const rows = ended.map((id) => ({ action: 'session.end', subjectId: userId, before: { sessionId: id } }))
    await writeAudit(tx, actor, now, ...rows)
    return ended
  })
  await announceEnded(gone)
  return gone
}

/** Ended sessions stay 30 days, then their rows go: a device's name and dates are personal too. */
export async function removeEndedSessions(now = Date.now()): Promise<number> {
  return queries.deleteEndedSessions(jobsPool(), { before: now - 30 * DAY_MS })
}
