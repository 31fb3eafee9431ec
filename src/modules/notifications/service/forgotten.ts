/**
 * A workout that was left open: after an hour in which nobody touched it, its athlete is asked once whether they still train.
 * Promises: what is there at that moment decides, so a set, a finish or a discard needs to cancel nothing; a workout is
 * asked about once, in the browser that was opened last, and only where notices were allowed; the row is locked while it
 * is sent, so that no second process asks as well.
 */
import { jobsPool, type Sql, sendingPool, type Tx, withActor } from '../../../server/db.ts'
import { env } from '../../../server/env.ts'
import { type PushOutcome, sendPush } from '../../../server/web-push.ts'
import type { PushedNotice } from '../model.ts'
import * as queries from '../queries/forgotten.ts'
import { deleteSubscription } from '../queries.ts'
import { isPushAddress } from '../rules/push-hosts.ts'

/** Nobody in particular: it asks whoever left one open. */
const ASKER = { userId: '00000000-0000-0000-0000-000000000004', sessionId: null }
const HOUR_MS = 3_600_000
/** As long as the app itself waits before it asks (`MAX_IDLE_MS` of workouts). */
const UNTOUCHED_MS = HOUR_MS
/** A day later the question is about yesterday: the app asks when it is opened. */
const LATE_MS = 24 * HOUR_MS
/** What the push service may keep for a phone without a signal. */
const TTL_S = 900
const FIRST_WAIT_MS = 5_000
const MOST_ATTEMPTS = 8
const KEPT_MS = 30 * 24 * HOUR_MS

type Which = { athleteId: string; workoutId: string }
/** When somebody last changed anything in it, by the server's clock; null when it is not open (any more). */
export type LastTouch = (tx: Tx, which: Which) => Promise<number | null>

const NOTICE: PushedNotice = {
  tag: 'still-training',
  title: 'Still training?',
  body: 'Your workout is open, and nothing was logged for an hour. Go on, or finish it.',
  url: '/train/workout',
}

/** From its start on. The first look finds out when it is to be asked about. */
export async function watchWorkout(tx: Tx, which: Which, now = Date.now()): Promise<void> {
  await queries.insertOpenWorkout(tx, { ...which, dueAt: now })
}

/** Looks at the one that is due for the longest; false when none is, or when somebody else has it. */
export async function askNext(lastTouch: LastTouch, now = Date.now(), sql: Sql = sendingPool()): Promise<boolean> {
  const which = await queries.findDue(jobsPool(), { now })
  if (!which) return false
  return withActor(
    ASKER,
    [which.athleteId],
    async (tx) => {
      const due = await queries.takeDue(tx, { ...which, now })
      if (!due) return false
      const touchedAt = await lastTouch(tx, which)
      if (touchedAt === null) await queries.deleteOpenWorkout(tx, which)
      else if (touchedAt + UNTOUCHED_MS > now)
        await queries.putOff(tx, { ...which, dueAt: touchedAt + UNTOUCHED_MS, attempts: 0 })
      else if (touchedAt + UNTOUCHED_MS + LATE_MS < now) await queries.decide(tx, { ...which, state: 'late' })
      else await ask(tx, which, due.attempts, now)
      return true
    },
    { sql },
  )
}

async function ask(tx: Tx, which: Which, attempts: number, now: number): Promise<void> {
  const address = await queries.findNewestAddress(tx, { userId: which.athleteId, now })
  if (!address) return queries.decide(tx, { ...which, state: 'nowhere' })
  const outcome: PushOutcome = isPushAddress(address.endpoint, env().PUSH_TEST_PEER ?? null)
    ? await sendPush(address, { payload: JSON.stringify(NOTICE), topic: NOTICE.tag, ttlS: TTL_S, urgency: 'normal' })
    : { is: 'gone' }
  if (outcome.is === 'taken') return queries.decide(tx, { ...which, state: 'asked' })
  // Another browser of theirs may still be there.
  if (outcome.is === 'gone') return deleteSubscription(tx, { id: address.subscriptionId })
  if (outcome.is !== 'later' || attempts + 1 >= MOST_ATTEMPTS) {
    return queries.decide(tx, { ...which, state: 'failed' })
  }
  const wait = Math.max(outcome.afterMs ?? 0, FIRST_WAIT_MS * 2 ** attempts)
  return queries.putOff(tx, { ...which, dueAt: now + wait, attempts: attempts + 1 })
}

export async function forgetOpenWorkouts(now = Date.now()): Promise<void> {
  await queries.deleteAged(jobsPool(), { before: now - KEPT_MS })
}
