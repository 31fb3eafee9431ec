/** A guard before a service of others that may hang or be away: a time limit for each call, and a pause after failures in a row. */
import {
  BrokenCircuitError,
  ConsecutiveBreaker,
  circuitBreaker,
  handleWhen,
  TaskCancelledError,
  TimeoutStrategy,
  timeout,
  wrap,
} from 'cockatiel'
import { appError, isAppError } from '../shared/errors.ts'
import { log, safeError } from './log.ts'

const MOST_FAILURES = 5

type Guarding = {
  /** For the log: 'the picture store'. */
  name: string
  timeoutMs: number
  /** How long nothing is tried after too many failures. */
  pauseMs: number
  /** For who waits: what can't be done now, and what to do. */
  sentence: string
}

/** Runs each piece of work within the limit; what fails, hangs or is not tried at all is told as `unavailable`. */
export function makeGuard({ name, timeoutMs, pauseMs, sentence }: Guarding) {
  const breaker = circuitBreaker(
    handleWhen((error) => !isAppError(error)),
    { halfOpenAfter: pauseMs, breaker: new ConsecutiveBreaker(MOST_FAILURES) },
  )
  const guard = wrap(breaker, timeout(timeoutMs, TimeoutStrategy.Aggressive))
  breaker.onBreak(() => log().error(`${name} does not answer: nothing is asked of it for a while`))
  breaker.onReset(() => log().info(`${name} answers again`))
  return async function guarded<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    try {
      return await guard.execute(({ signal }) => work(signal))
    } catch (error) {
      if (isAppError(error)) throw error
      if (!(error instanceof BrokenCircuitError || error instanceof TaskCancelledError)) {
        log().warn(safeError(error), `${name} failed`)
      }
      throw appError('unavailable', sentence)
    }
  }
}
