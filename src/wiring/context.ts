/** What every tRPC procedure knows of the request. */
import type { IncomingMessage } from 'node:http'
import { ADDRESS_HEADER } from '../server/http/client-address.ts'
import type { Context } from '../server/trpc.ts'
import { principalFromRequest } from './principal.ts'

export async function createContext(req: IncomingMessage, requestId: string): Promise<Context> {
  return {
    actor: await principalFromRequest(req),
    requestId,
    ip: String(req.headers[ADDRESS_HEADER] ?? req.socket.remoteAddress ?? 'unknown'),
    userAgent: String(req.headers['user-agent'] ?? ''),
  }
}
