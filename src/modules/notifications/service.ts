/**
 * The end of a rest, rung on the phone that rests while its page is hidden. Promises: one rest a person, the newest; a rest
 * that was cancelled before the push service took it never rings, since its row is locked and looked at in the transaction
 * that sends; one that the service took is not sent again; one that could not be sent within 30 seconds of its end is
 * dropped. A process that dies while it sends lets go of the row and the next one sends it: a push that the service had
 * taken just before comes again under the same topic, and takes the place of the first.
 */
import { jobsPool, type Sql, sendingPool, withActor } from '../../server/db.ts'
import { env } from '../../server/env.ts'
import { sha256 } from '../../server/hash.ts'
import { takePoint } from '../../server/rate-limit.ts'
import { type PushOutcome, pushKeys, sendPush } from '../../server/web-push.ts'
import type { Actor } from '../../shared/actor.ts'
import { appError } from '../../shared/errors.ts'
import { newId } from '../../shared/id.ts'
import { LATE_MS, type PushedNotice, type PushSubscriptionInput, type RestWord } from './model.ts'
import * as queries from './queries.ts'
import { isPushAddress } from './rules/push-hosts.ts'

/** Nobody in particular: it sends for whoever is due. */
const RINGER = { userId: '00000000-0000-0000-0000-000000000003', sessionId: null }
const FIRST_WAIT_MS = 1_000
const HOUR_MS = 3_600_000
/** A browser that has not opened the app for this long has most likely lost its address, whatever its service says. */
const UNSEEN_MS = 90 * 24 * HOUR_MS

/** What browsers subscribe with; null where this server sends none. */
export function publicKey(): string | null {
  return pushKeys()?.publicKey ?? null
}

/** At each launch: an address may have changed, and may be another account's since. */
export async function keepSubscription(actor: Actor, given: PushSubscriptionInput, now = Date.now()): Promise<void> {
  await takePoint('push-user', actor.userId)
  const { sessionId } = actor
  if (sessionId === null) throw appError('forbidden', 'Only a signed-in browser can be told something.')
  if (!isPushAddress(given.endpoint, env().PUSH_TEST_PEER ?? null)) {
    throw appError(
      'bad_input',
      'Notices are sent over the browser maker’s own push service only. This address is none.',
    )
  }
  const args = { ...given, id: newId(), userId: actor.userId, sessionId, at: now }
  // Of the jobs' role: the address may still stand under who was signed in here before.
  await withActor(
    actor,
    [],
    (tx) => queries.upsertSubscription(tx, { ...args, endpointHash: sha256(given.endpoint) }),
    { sql: jobsPool() },
  )
}

/** What a page says of its rest. Words that came twice, or were overtaken by newer ones, change nothing. */
export async function hearRest(actor: Actor, word: RestWord, now = Date.now()): Promise<void> {
  await takePoint('rest-user', actor.userId)
  const { userId, sessionId } = actor
  if (sessionId === null || word.account !== userId) return
  await withActor(actor, [], async (tx) => {
    if (word.rest === 'over') {
      return queries.endTimer(tx, { userId, sessionId, name: word.name, saidAt: word.saidAt, at: now })
    }
    const { name, saidAt, leftMs, title, body } = word
    await queries.putTimer(tx, { userId, name, sessionId, saidAt, endsAt: now + leftMs, title, body })
  })
}

/** Sends the one that is due for the longest. False when none is. */
export async function ringNext(now = Date.now(), sql: Sql = sendingPool()): Promise<boolean> {
  return withActor(
    RINGER,
    [],
    async (tx) => {
      const due = await queries.takeDueTimer(tx, { now })
      if (!due) return false
      const { userId } = due
      if (now > due.endsAt + LATE_MS) {
        await queries.decideTimer(tx, { userId, state: 'late' })
        return true
      }
      const { subscriptionId, endpoint, p256dh, auth } = due
      if (!subscriptionId || !endpoint || !p256dh || !auth) {
        await queries.decideTimer(tx, { userId, state: 'failed' })
        return true
      }
      const outcome: PushOutcome = isPushAddress(endpoint, env().PUSH_TEST_PEER ?? null)
        ? await sendPush(
            { endpoint, p256dh, auth },
            { payload: JSON.stringify(noticeOf(due)), topic: due.name, ttlS: LATE_MS / 1000, urgency: 'high' },
          )
        : { is: 'gone' }
      if (outcome.is === 'later') {
        const wait = Math.max(outcome.afterMs ?? 0, FIRST_WAIT_MS * 2 ** Math.min(due.attempts, 4))
        await queries.putTimerOff(tx, { userId, dueAt: now + wait })
        return true
      }
      if (outcome.is === 'gone') await queries.deleteSubscription(tx, { id: subscriptionId })
      await queries.decideTimer(tx, { userId, state: outcome.is === 'taken' ? 'rang' : 'failed' })
      return true
    },
    { sql },
  )
}

/** The page uses the same tag: whichever shows it first, there is one. */
function noticeOf({ title, body }: Pick<queries.DueTimer, 'title' | 'body'>): PushedNotice {
  return { tag: 'rest', title, body, url: '/train/workout' }
}

/** When the next one is due, ms since 1970; null when none waits. */
export function nextDueAt(): Promise<number | null> {
  return queries.findNextDue(jobsPool())
}

/** Where nobody is signed in any more nothing is shown any more. Sending asks for itself as well. */
export async function endSubscriptions(sessionIds: readonly string[]): Promise<void> {
  await queries.deleteSubscriptionsOf(jobsPool(), { sessionIds })
}

export async function removeAged(now = Date.now()): Promise<void> {
  await queries.deleteAged(jobsPool(), { now, timersBefore: now - HOUR_MS, seenBefore: now - UNSEEN_MS })
}
