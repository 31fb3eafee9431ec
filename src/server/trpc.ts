/** tRPC's base: who asks, how errors are told, how long each procedure takes. Knows no business. */
import { initTRPC, type TRPC_ERROR_CODE_KEY } from '@trpc/server'
import type { Actor } from '../shared/actor.ts'
import { appError, isAppError } from '../shared/errors.ts'
import { inputSentence } from '../shared/input-error.ts'
import { log, safeError } from './log.ts'
import { metrics } from './metrics.ts'
import { toRefusal } from './refusal.ts'

export type Context = {
  /** Null while nobody is signed in. */
  actor: Actor | null
  /** The cookie is of somebody who was erased. */
  isErased?: boolean
  requestId: string
  /** Address of the caller, for rate limits only: never logged. */
  ip: string
  userAgent: string
}

type Issues = { issues: Parameters<typeof inputSentence>[0] }

function isInputError(cause: unknown): cause is Issues & Error {
  return typeof cause === 'object' && cause !== null && Array.isArray((cause as Partial<Issues>).issues)
}

/** tRPC's own refusals, in sentences. */
const REFUSED: Partial<Record<TRPC_ERROR_CODE_KEY, string>> = {
  INTERNAL_SERVER_ERROR: 'Something went wrong on our side. Nothing was changed; try again in a moment.',
  NOT_FOUND: 'This server does not know what was asked for: reload the page to get its newest version.',
  METHOD_NOT_SUPPORTED: 'This can’t be asked in this way: reload the page to get its newest version.',
  UNSUPPORTED_MEDIA_TYPE: 'The request has to be JSON: send it again as application/json.',
}

const t = initTRPC.context<Context>().create({
  errorFormatter({ shape, error, input }) {
    const { cause } = error
    const app = isAppError(cause) ? cause : null
    const message = app
      ? app.message
      : isInputError(cause)
        ? inputSentence(cause.issues, input)
        : (REFUSED[error.code] ?? shape.message)
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
const measured = t.middleware(async ({ path, type, next, getRawInput }) => {
  const end = metrics().procedureSeconds.startTimer({ procedure: path, type })
  const result = await next()
  const failed = result.ok ? null : result.error
  const refusal = failed && toRefusal(failed, await getRawInput())
  if (refusal) {
    if (refusal.code === 'SERVICE_UNAVAILABLE') log().warn({ procedure: path, ...safeError(refusal.cause) }, 'not now')
    end({ outcome: refusal.code })
    throw refusal
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
  if (ctx.isErased) throw appError('unauthenticated', 'This account was deleted, with everything that was in it.')
  if (!ctx.actor) throw appError('unauthenticated', 'You are signed out: sign in to go on.')
  return next({ ctx: { ...ctx, actor: ctx.actor } })
})
