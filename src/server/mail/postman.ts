/**
 * Sends what `queue.ts` holds. Promises: a letter is tried until the server took it, its address was refused, or its
 * time is over, with a wait that grows; a server that hangs opens the breaker, and nothing is tried until it has had
 * time to come back; neither log nor metrics name an address. One that dies between sending and forgetting sends again,
 * under the same Message-ID.
 */
import {
  BrokenCircuitError,
  CircuitState,
  ConsecutiveBreaker,
  circuitBreaker,
  handleWhen,
  TimeoutStrategy,
  timeout,
  wrap,
} from 'cockatiel'
import { createTransport } from 'nodemailer'
import { jobsPool } from '../db.ts'
import { env } from '../env.ts'
import { log, safeError } from '../log.ts'
import { metrics } from '../metrics.ts'
import * as queue from './queue.ts'

export type PostmanSettings = {
  /** `outbox` shows them on a page of this machine; `off` where they can go nowhere. */
  mode: 'smtp' | 'outbox' | 'off'
  smtpUrl: string
  from: string
  timeoutMs: number
  /** How long the breaker stays open before one letter tries whether the server is back. */
  pauseMs: number
  /** Looked at even without being woken. */
  lookMs: number
}

const AT_ONCE = 5
/** What may still be said when the process ends. */
const LAST_WORD_MS = 2_000
/** Failures in a row that open the breaker. */
const MOST_FAILURES = 3

type SmtpError = { code?: string; responseCode?: number }

/** The server answered, about this one letter: an address that is none, a mailbox that is full. */
const isAboutLetter = ({ code, responseCode }: SmtpError) =>
  (code === 'EENVELOPE' || code === 'EMESSAGE') && typeof responseCode === 'number' && responseCode !== 421

export function settingsFromEnv(): PostmanSettings {
  const { SMTP_URL, MAIL_FROM, SPOTTER_OUTBOX } = env()
  return {
    mode: SMTP_URL ? 'smtp' : SPOTTER_OUTBOX ? 'outbox' : 'off',
    smtpUrl: SMTP_URL ?? '',
    from: MAIL_FROM ?? '',
    timeoutMs: 15_000,
    pauseMs: 30_000,
    lookMs: 1_000,
  }
}

export type Postman = { breaker: () => 'closed' | 'open' | 'half-open'; stop: () => Promise<void> }

export function startPostman(settings: PostmanSettings = settingsFromEnv()): Postman {
  const { mode, from, timeoutMs, pauseMs } = settings
  const transport = createTransport(
    {
      ...(mode === 'smtp' ? { url: settings.smtpUrl } : { jsonTransport: true }),
      connectionTimeout: timeoutMs,
      greetingTimeout: timeoutMs,
      socketTimeout: timeoutMs,
      dnsTimeout: timeoutMs,
    },
    { from, disableFileAccess: true, disableUrlAccess: true },
  )
  const breaker = circuitBreaker(
    handleWhen((error) => !isAboutLetter(error as SmtpError)),
    { halfOpenAfter: pauseMs, breaker: new ConsecutiveBreaker(MOST_FAILURES) },
  )
  const guard = wrap(breaker, timeout(timeoutMs, TimeoutStrategy.Aggressive))
  let openUntil = 0
  breaker.onBreak(() => {
    openUntil = Date.now() + pauseMs
    log().error('the mail server does not take letters: they wait, and one tries again in a while')
  })
  breaker.onReset(() => log().info('the mail server takes letters again'))
  breaker.onStateChange((state) =>
    metrics().mailBreaker.set(state === CircuitState.Closed ? 0 : state === CircuitState.Open ? 1 : 2),
  )

  /** What is on its way when the process ends is cut off and tried by the next. */
  const leaving = new AbortController()
  const domain = /@([\w.-]+)/.exec(from)?.[1] ?? 'localhost'

  async function send(letter: queue.Letter): Promise<void> {
    const { id, toAddress: to, subject, text, html } = letter
    await guard.execute(
      () =>
        transport.sendMail({
          to,
          subject,
          text,
          html,
          messageId: `<${id}@${domain}>`,
          headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
        }),
      leaving.signal,
    )
  }

  async function deliver(letter: queue.Letter): Promise<void> {
    const { id, attempts } = letter
    try {
      if (mode === 'outbox') {
        await queue.showLetter(jobsPool(), { id, now: Date.now() })
        return count('shown')
      }
      await send(letter)
      await queue.deleteLetter(jobsPool(), { id })
      count('sent')
    } catch (error) {
      if (leaving.signal.aborted) return
      if (error instanceof BrokenCircuitError) return queue.putLetterBack(jobsPool(), { id, dueAt: openUntil })
      const failure = error as SmtpError
      const isFinal = isAboutLetter(failure) && (failure.responseCode ?? 0) >= 500
      // Never the server's sentence: it repeats the address.
      const why = { code: failure.code ?? (error as Error).name, responseCode: failure.responseCode }
      log().warn(
        { letterId: id, attempts, ...why },
        isFinal ? 'a letter was refused' : 'a letter waits for another try',
      )
      await queue.noteFailure(jobsPool(), { id, error: String(why.responseCode ?? why.code), isFinal, now: Date.now() })
      count(isFinal ? 'refused' : 'failed')
    }
  }

  function count(outcome: string): void {
    metrics().letters.inc({ outcome })
  }

  /** True when there may be more to send now. */
  async function sendDue(): Promise<boolean> {
    const now = Date.now()
    for (const reason of await queue.giveUpLetters(jobsPool(), { now })) count(reason)
    if (breaker.state !== CircuitState.Closed && now < openUntil) return false
    const most = breaker.state === CircuitState.Closed ? AT_ONCE : 1
    const claimed = await queue.claimLetters(jobsPool(), { now, most })
    await Promise.all(claimed.map(deliver))
    metrics().lettersWaiting.set(await queue.countWaitingLetters(jobsPool()))
    return claimed.length > 0
  }

  let stopped = false
  let running: Promise<void> | null = null
  let again = false
  async function run() {
    do again = false
    while (!stopped && ((await sendDue()) || again))
  }
  function wake() {
    again = true
    if (running || stopped) return
    running = run()
      .catch((error: unknown) => log().error(safeError(error), 'sending letters failed and goes on'))
      .finally(() => {
        running = null
      })
  }

  if (mode === 'off') {
    log().warn('SMTP_URL is not set: letters are not sent, and nobody can confirm an address or reset a password')
    return { breaker: () => 'closed', stop: async () => {} }
  }
  queue.wakers().add(wake)
  const timer = setInterval(wake, settings.lookMs)
  wake()
  return {
    breaker: () => (['closed', 'open', 'half-open', 'open'] as const)[breaker.state],
    async stop() {
      stopped = true
      queue.wakers().delete(wake)
      clearInterval(timer)
      const limit = setTimeout(() => leaving.abort(), LAST_WORD_MS)
      await running
      clearTimeout(limit)
      transport.close()
    },
  }
}
