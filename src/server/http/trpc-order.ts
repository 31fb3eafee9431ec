/**
 * One order (a mutation, unbatched) of tRPC, answered as its own adapter would, without the web Request and Response that
 * the adapter makes of every call: those took a third of a push's work.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import {
  type AnyTRPCRouter,
  callTRPCProcedure,
  getTRPCErrorFromUnknown,
  getTRPCErrorShape,
  TRPCError,
} from '@trpc/server'
import { getHTTPStatusCodeFromError } from '@trpc/server/http'
import { retryAfterS, toRefusal } from '../refusal.ts'
import type { Context } from '../trpc.ts'
import { sendJson } from './probes.ts'

/** What else there is (questions, batches, streams) goes through tRPC's adapter. */
export function isOrder(req: IncomingMessage): boolean {
  return (
    req.method === 'POST' &&
    !req.url?.includes('?') &&
    (req.headers['content-type']?.startsWith('application/json') ?? false) &&
    req.headers.accept !== 'text/event-stream' &&
    req.headers['trpc-accept'] === undefined
  )
}

export async function answerOrder(
  req: IncomingMessage,
  res: ServerResponse,
  options: { router: AnyTRPCRouter; path: string; maxBytes: number; createContext: () => Promise<Context> },
): Promise<void> {
  const { router, path } = options
  let ctx: Context | undefined
  let input: unknown
  try {
    // Both are read before the procedure starts: a body that is cut off must not leave half of it running.
    const [context, body] = await Promise.all([options.createContext(), readBody(req, options.maxBytes)])
    ctx = context
    input = parse(body)
    const data: unknown = await callTRPCProcedure({
      router,
      path,
      getRawInput: async () => input,
      ctx,
      type: 'mutation',
      signal: undefined,
      batchIndex: 0,
    })
    sendJson(res, 200, { result: { data } })
  } catch (cause) {
    const error = toRefusal(cause) ?? getTRPCErrorFromUnknown(cause)
    const shape = getTRPCErrorShape({ config: router._def._config, error, type: 'mutation', path, input, ctx })
    const again = retryAfterS(error)
    if (again !== null) res.setHeader('retry-after', again)
    sendJson(res, getHTTPStatusCodeFromError(error), { error: shape })
  }
}

function parse(body: string): unknown {
  try {
    return body === '' ? undefined : JSON.parse(body)
  } catch {
    throw new TRPCError({ code: 'PARSE_ERROR', message: 'The request’s body is no JSON: send it again.' })
  }
}

function readBody(req: IncomingMessage, maxBytes: number): Promise<string> {
  return new Promise((done, fail) => {
    const chunks: Buffer[] = []
    let bytes = 0
    req.on('data', (chunk: Buffer) => {
      bytes += chunk.length
      if (bytes <= maxBytes) chunks.push(chunk)
    })
    req.on('end', () => {
      if (bytes <= maxBytes) return done(Buffer.concat(chunks).toString('utf8'))
      const most = `${Math.floor(maxBytes / 1024 / 1024)} MB`
      fail(
        new TRPCError({ code: 'PAYLOAD_TOO_LARGE', message: `The request is larger than ${most}: send less at once.` }),
      )
    })
    req.on('error', () => fail(new TRPCError({ code: 'CLIENT_CLOSED_REQUEST', message: 'The request was cut off.' })))
    req.on('close', () => fail(new TRPCError({ code: 'CLIENT_CLOSED_REQUEST', message: 'The request was cut off.' })))
  })
}
