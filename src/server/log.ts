/** JSON lines with ids, never with mail addresses, tokens or health data: only named, plain fields are passed in. */
import { AsyncLocalStorage } from 'node:async_hooks'
import pino from 'pino'
import { once } from './process.ts'

type RequestScope = { requestId: string }
const scopes = () => once('log.scopes', () => new AsyncLocalStorage<RequestScope>())

export function withRequestId<T>(requestId: string, fn: () => T): T {
  return scopes().run({ requestId }, fn)
}

export function currentRequestId(): string | null {
  return scopes().getStore()?.requestId ?? null
}

export const log = () =>
  once('log', () =>
    pino({
      level: process.env.LOG_LEVEL ?? 'info',
      base: { service: 'spotter' },
      timestamp: pino.stdTimeFunctions.isoTime,
      messageKey: 'message',
      formatters: { level: (label) => ({ level: label }) },
      mixin: () => {
        const requestId = currentRequestId()
        return requestId ? { requestId } : {}
      },
      redact: { paths: ['email', '*.email', 'password', '*.password', 'token', '*.token', 'cookie', 'authorization'] },
    }),
  )

/** What may be said of an error: its name, code and stack; of a database error no detail, since that holds values. */
export function safeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { error: typeof error }
  const { code, constraint_name, table_name } = error as Error & Record<string, unknown>
  const isDatabase = error.name === 'PostgresError'
  return {
    error: error.name,
    code,
    ...(isDatabase ? { constraint: constraint_name, table: table_name } : {}),
    stack: isDatabase ? undefined : error.stack,
  }
}
