/**
 * Web Push: one encrypted message (RFC 8291) to one browser, signed as ours (VAPID, RFC 8292). The caller has asked whether
 * the address is one that we call at all. Promises: within seconds there is an answer; a service that fails or hangs is
 * left alone for a while, without holding up the others; neither address nor words are in a log.
 */
import { BrokenCircuitError, type CircuitBreakerPolicy, ConsecutiveBreaker, circuitBreaker, handleAll } from 'cockatiel'
import webPush from 'web-push'
import { env, siteUrl } from './env.ts'
import { log } from './log.ts'
import { metrics } from './metrics.ts'
import { once } from './process.ts'

export type PushTarget = { endpoint: string; p256dh: string; auth: string }
export type PushMessage = {
  payload: string
  /** At most 32 letters of base64url: a newer one takes the place of one that waits. */
  topic: string
  ttlS: number
  urgency: 'high' | 'normal'
}
/**
 * `gone`: this address will never take one again. `refused`: this one message, or we, are not taken. `later`: the service
 * is busy, away or slow; `afterMs` as it says, where it does.
 */
export type PushOutcome = { is: 'taken' | 'gone' | 'refused' } | { is: 'later'; afterMs: number | null }

/** Half a rest's grace: a slow service is tried again within it. */
const TIMEOUT_MS = 4_000
const PAUSE_MS = 2_000
const MOST_FAILURES = 5
const MOST_HOSTS = 50
const SIGNED_MS = 3_600_000

export type PushKeys = { publicKey: string; privateKey: string; subject: string }

/** Null where the server has none: then nothing is promised to phones. */
export function pushKeys(): PushKeys | null {
  const { VAPID_PUBLIC_KEY: publicKey, VAPID_PRIVATE_KEY: privateKey } = env()
  return publicKey && privateKey ? { publicKey, privateKey, subject: pushSubject() } : null
}

/** Whom a push service can reach about us. Apple refuses every push under one that is not a real address. */
function pushSubject(): string {
  const { VAPID_SUBJECT, OPERATOR_CONTACT = '', MAIL_FROM = '' } = env()
  if (VAPID_SUBJECT) return VAPID_SUBJECT
  const mail = [OPERATOR_CONTACT, MAIL_FROM]
    .map((text) => /[^\s<>@]+@[^\s<>@]+\.[^\s<>@]+/.exec(text)?.[0])
    .find(Boolean)
  if (mail) return `mailto:${mail}`
  return siteUrl().startsWith('https:') ? siteUrl() : 'mailto:nobody@example.com'
}

/** One a service, so that one that hangs does not silence the others. */
function breakerOf(host: string): CircuitBreakerPolicy {
  const all = once('push.breakers', () => new Map<string, CircuitBreakerPolicy>())
  const known = all.get(host)
  if (known) return known
  const made = circuitBreaker(handleAll, { halfOpenAfter: PAUSE_MS, breaker: new ConsecutiveBreaker(MOST_FAILURES) })
  made.onBreak(() => log().error({ host }, 'a push service does not answer: nothing is sent to it for a while'))
  made.onReset(() => log().info({ host }, 'a push service answers again'))
  if (all.size >= MOST_HOSTS) all.clear()
  all.set(host, made)
  return made
}

class Unavailable extends Error {
  readonly afterMs: number | null
  constructor(afterMs: number | null) {
    super('a push service is not available')
    this.afterMs = afterMs
  }
}

export async function sendPush(target: PushTarget, message: PushMessage): Promise<PushOutcome> {
  const outcome = await send(target, message)
  metrics().pushes.inc({ outcome: outcome.is })
  return outcome
}

async function send({ endpoint, p256dh, auth }: PushTarget, message: PushMessage): Promise<PushOutcome> {
  const keys = pushKeys()
  if (!keys) return { is: 'refused' }
  let request: ReturnType<typeof webPush.generateRequestDetails>
  try {
    request = webPush.generateRequestDetails({ endpoint, keys: { p256dh, auth } }, message.payload, {
      TTL: message.ttlS,
      topic: message.topic,
      urgency: message.urgency,
      contentEncoding: 'aes128gcm',
    })
  } catch {
    // Keys that are no point of the curve: nothing can be written to them.
    return { is: 'gone' }
  }
  const { origin, host } = new URL(endpoint)
  try {
    return await breakerOf(host).execute(() => post(endpoint, request, signatureFor(origin, keys)))
  } catch (error) {
    const afterMs = error instanceof Unavailable ? error.afterMs : error instanceof BrokenCircuitError ? PAUSE_MS : null
    return { is: 'later', afterMs }
  }
}

type Signature = { authorization: string; until: number }

/** One an hour for each service: it says who sends, and nothing of what. Its own time ends after twelve hours. */
function signatureFor(origin: string, { subject, publicKey, privateKey }: PushKeys): string {
  const all = once('push.signatures', () => new Map<string, Signature>())
  const name = `${origin} ${publicKey} ${subject}`
  const known = all.get(name)
  if (known && known.until > Date.now()) return known.authorization
  const { Authorization: authorization } = webPush.getVapidHeaders(origin, subject, publicKey, privateKey, 'aes128gcm')
  if (all.size >= MOST_HOSTS) all.clear()
  all.set(name, { authorization, until: Date.now() + SIGNED_MS })
  return authorization
}

async function post(
  endpoint: string,
  { method, headers, body }: ReturnType<typeof webPush.generateRequestDetails>,
  authorization: string,
): Promise<PushOutcome> {
  const { 'Content-Length': _length, ...own } = headers as Record<string, string>
  const ask = () =>
    fetch(endpoint, {
      method,
      headers: {
        ...Object.fromEntries(Object.entries(own).map(([name, value]) => [name, String(value)])),
        authorization,
      },
      body: new Uint8Array(body ?? []),
      // Where it sends us next nobody has allowed.
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
  const answer = await ask().catch((error: unknown) => {
    if (isClosed(error)) return ask()
    throw error
  })
  await answer.body?.cancel()
  const { status } = answer
  if (status >= 200 && status < 300) return { is: 'taken' }
  if (status === 404 || status === 410) return { is: 'gone' }
  const afterMs = retryAfterMs(answer.headers.get('retry-after'))
  // Too many for this one browser: no reason to leave the service alone.
  if (status === 429) return { is: 'later', afterMs }
  if (status >= 500) throw new Unavailable(afterMs)
  log().warn({ host: new URL(endpoint).host, status }, 'a push service refused a push')
  return { is: 'refused' }
}

/** A service ends connections that were idle for a while: one that was about to be used again says nothing of the service. */
function isClosed(error: unknown): boolean {
  const { code } = ((error as Error).cause ?? {}) as { code?: string }
  return code === 'UND_ERR_SOCKET' || code === 'ECONNRESET' || code === 'EPIPE'
}

function retryAfterMs(said: string | null): number | null {
  if (said === null) return null
  const seconds = /^\d+$/.test(said) ? Number(said) : (Date.parse(said) - Date.now()) / 1000
  return Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : null
}
