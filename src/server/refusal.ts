/** What an error is to the caller of a procedure: mapped once, for whatever of the request it ended. */
import { type TRPC_ERROR_CODE_KEY, TRPCError } from '@trpc/server'
import { type ErrorCode, isAppError } from '../shared/errors.ts'
import { unstorableSentence } from './unstorable.ts'

const TRPC_CODE: Record<ErrorCode, TRPC_ERROR_CODE_KEY> = {
  bad_input: 'BAD_REQUEST',
  not_found: 'NOT_FOUND',
  forbidden: 'FORBIDDEN',
  conflict: 'CONFLICT',
  unauthenticated: 'UNAUTHORIZED',
  rate_limited: 'TOO_MANY_REQUESTS',
  unavailable: 'SERVICE_UNAVAILABLE',
  too_large: 'PAYLOAD_TOO_LARGE',
}

const codeOf = (cause: unknown) => {
  const { code } = (cause ?? {}) as { code?: unknown }
  return typeof code === 'string' ? code : ''
}

/** PostgreSQL refuses a value that a schema let pass, such as a text with a NUL in it: the input is wrong, not we. */
function isUnstorable(cause: unknown): boolean {
  return (cause as Partial<Error> | null)?.name === 'PostgresError' && codeOf(cause).startsWith('22')
}

/**
 * The database is busy, restarting or gone: a state that passes. By class of SQLSTATE (08 connection, 40 rolled back, 53
 * out of something, 57 cancelled or shut down, 55P03 and 25P03 waited too long) and by what the driver and Node say.
 */
const PASSES = /^(08|40|53|57)...$|^55P03$|^25P03$|^CONNECTION_|^CONNECT_TIMEOUT$/
const REFUSED = /^(ECONN|EPIPE$|ETIMEDOUT$|EHOSTUNREACH$|ENETUNREACH$|ENOTFOUND$|EAI_AGAIN$)/

export function isDatabaseAway(cause: unknown): boolean {
  return PASSES.test(codeOf(cause)) || REFUSED.test(codeOf(cause))
}

/** One that knows what to answer; any other is a bug of ours and stays what it is. `input`: what the caller sent. */
export function toRefusal(error: unknown, input?: unknown): TRPCError | null {
  const cause = error instanceof TRPCError ? (error.cause ?? error) : error
  if (isAppError(cause)) return new TRPCError({ code: TRPC_CODE[cause.code], message: cause.message, cause })
  if (isUnstorable(cause)) {
    return new TRPCError({
      code: 'BAD_REQUEST',
      message: unstorableSentence(input) ?? 'A number is out of the range that can be stored: send a smaller one.',
    })
  }
  if (isDatabaseAway(cause)) {
    return new TRPCError({
      code: 'SERVICE_UNAVAILABLE',
      message: 'The database is busy: try again in a moment.',
      cause,
    })
  }
  return null
}

const SOON_S = 2

/** For the header `Retry-After`, where coming again helps. */
export function retryAfterS(error: TRPCError): number | null {
  if (error.code !== 'TOO_MANY_REQUESTS' && error.code !== 'SERVICE_UNAVAILABLE') return null
  const details = isAppError(error.cause) ? (error.cause.details as { retryAfterS?: number } | undefined) : undefined
  return details?.retryAfterS ?? SOON_S
}
