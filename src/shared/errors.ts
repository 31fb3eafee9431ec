/** Errors that a person can act on. Anything else that is thrown is a bug: a 500 for a request, a retry for sync. */
export const ERROR_CODES = [
  'bad_input',
  'not_found',
  'forbidden',
  'conflict',
  'unauthenticated',
  'rate_limited',
  'unavailable',
  'too_large',
] as const
export type ErrorCode = (typeof ERROR_CODES)[number]

const BRAND = 'spotter.app-error'

export class AppError extends Error {
  readonly brand = BRAND
  readonly code: ErrorCode
  /** Plain data for the caller (a field's name, seconds to wait). Never personal data: it may be logged. */
  readonly details: Readonly<Record<string, string | number>>

  constructor(code: ErrorCode, message: string, details: Record<string, string | number> = {}) {
    super(message)
    this.name = 'AppError'
    this.code = code
    this.details = details
  }
}

/** `message` says what happened, to which thing, and what to do. */
export function appError(code: ErrorCode, message: string, details?: Record<string, string | number>): AppError {
  return new AppError(code, message, details)
}

/** By brand, never by `instanceof`: the server's bundle and Next's hold two copies of the class. */
export function isAppError(error: unknown): error is AppError {
  return typeof error === 'object' && error !== null && (error as { brand?: unknown }).brand === BRAND
}
