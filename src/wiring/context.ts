/** What every tRPC procedure knows of the request. */
import type { IncomingMessage } from 'node:http'
import { ADDRESS_HEADER } from '../server/http/client-address.ts'
import type { Context } from '../server/trpc.ts'
import { erasedFromRequest, principalFromRequest } from './principal.ts'

export async function createContext(req: IncomingMessage, requestId: string): Promise<Context> {
  const actor = await principalFromRequest(req)
  // A phone syncs one person's log. Under somebody else's cookie (a coach signed in to the portal in the same browser)
  // it is as good as signed out: its sets must never be recorded as theirs.
  const account = req.headers['x-spotter-account']
  const erased = actor ? null : await erasedFromRequest(req)
  return {
    actor: account === undefined || account === actor?.userId ? actor : null,
    isErased: erased !== null && (account === undefined || account === erased),
    requestId,
    ip: String(req.headers[ADDRESS_HEADER] ?? req.socket.remoteAddress ?? 'unknown'),
    userAgent: String(req.headers['user-agent'] ?? ''),
  }
}
