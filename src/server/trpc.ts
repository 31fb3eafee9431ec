/** tRPC's base: who asks, how errors are told, how long each procedure takes. Knows no business. */
import { initTRPC, type TRPC_ERROR_CODE_KEY, TRPCError } from '@trpc/server'
import type { Actor } from '../shared/actor.ts'
import { appError, type ErrorCode, isAppError } from '../shared/errors.ts'
import { inputSentence } from '../shared/input-error.ts'
import { log, safeError } from './log.ts'
import { metrics } from './metrics.ts'

export type Context = {
  /** Null while nobody is signed in. */
  actor: Actor | null
  requestId: string
  /** Address of the caller, for rate limits only: never logged. */
  ip: string
  userAgent: string
}

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

type Issues = { issues: Parameters<typeof inputSentence>[0] }

function isInputError(cause: unknown): cause is Issues & Error {
  return typeof cause === 'object' && cause !== null && Array.isArray((cause as Partial<Issues>).issues)
}

const t = initTRPC.context<Context>().create({
  errorFormatter({ shape, error, input }) {
    const { cause } = error
    const app = isAppError(cause) ? cause : null
    const message = app
      ? app.message
      : isInputError(cause)
        ? inputSentence(cause.issues, input)
        : error.code === 'INTERNAL_SERVER_ERROR'
          ? 'Something went wrong on our side. Nothing was changed; try again in a moment.'
          : shape.message
    return {
      message,
      code: shape.code,
      data: { code: error.code, httpStatus: shape.data.httpStatus, app: app?.code, details: app?.details },
    }
  },
})

export const router = t.router
export const createCallerFactory = t.createCallerFactory

/** Times every procedure, and turns our own errors into tRPC's once. */
const measured = t.middleware(async ({ path, type, next }) => {
  const end = metrics().procedureSeconds.startTimer({ procedure: path, type })
  const result = await next()
  const failed = result.ok ? null : result.error
  if (failed && isAppError(failed.cause)) {
    const mapped = new TRPCError({
      code: TRPC_CODE[failed.cause.code],
      message: failed.cause.message,
      cause: failed.cause,
    })
    end({ outcome: mapped.code })
    throw mapped
  }
  if (failed && failed.code === 'INTERNAL_SERVER_ERROR') {
    log().error({ procedure: path, ...safeError(failed.cause ?? failed) }, 'a procedure failed')
  }
  end({ outcome: failed ? failed.code : 'OK' })
  return result
})

export const publicProcedure = t.procedure.use(measured)

/** For signed-in people; `ctx.actor` is set. */
export const signedInProcedure = publicProcedure.use(({ ctx, next }) => {
  if (!ctx.actor) throw appError('unauthenticated', 'You are signed out: sign in to go on.')
  return next({ ctx: { ...ctx, actor: ctx.actor } })
})
