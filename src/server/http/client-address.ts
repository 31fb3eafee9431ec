/** The caller's address, for rate limits only. */
import type { IncomingMessage } from 'node:http'

/** Set on every request by our server, whatever the caller sent, so that Next's handlers can read it. */
export const ADDRESS_HEADER = 'x-spotter-address'

/** With n proxies of ours in front, the nth entry from the end of X-Forwarded-For was written by the outermost one. */
export function clientAddress(req: IncomingMessage, trustedProxies: number): string {
  const socket = req.socket.remoteAddress ?? 'unknown'
  if (trustedProxies === 0) return socket
  const forwarded = String(req.headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
  return forwarded.at(-trustedProxies) ?? socket
}
