/** The caller's address, for rate limits only: of IPv6 the network, since one line at home has as many addresses as it likes. */
import type { IncomingMessage } from 'node:http'
import { isIPv6 } from 'node:net'

/** Set on every request by our server, whatever the caller sent, so that Next's handlers can read it. */
export const ADDRESS_HEADER = 'x-spotter-address'

/** With n proxies of ours in front, the nth entry from the end of X-Forwarded-For was written by the outermost one. */
export function clientAddress(req: IncomingMessage, trustedProxies: number): string {
  const socket = req.socket.remoteAddress ?? 'unknown'
  if (trustedProxies === 0) return networkOf(socket)
  const forwarded = String(req.headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
  return networkOf(forwarded.at(-trustedProxies) ?? socket)
}

/** An IPv4 address as it is, however it is written; of an IPv6 address its first 64 bits, as `2001:db8:0:1::/64`. */
export function networkOf(address: string): string {
  if (!isIPv6(address)) return address
  const plain = address.replace(/%.*$/, '').toLowerCase()
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(plain)
  if (mapped?.[1]) return mapped[1]
  const [before = '', after] = plain.split('::')
  const groups = (text: string) => (text === '' ? [] : text.split(':'))
  const known = groups(before)
  const tail = groups(after ?? '')
  // An IPv4 address at the end stands for two groups.
  const tailLength = tail.length + (tail.at(-1)?.includes('.') ? 1 : 0)
  const zeros = after === undefined ? 0 : 8 - known.length - tailLength
  const all = [...known, ...Array<string>(Math.max(0, zeros)).fill('0'), ...tail]
  return `${all
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`
}
