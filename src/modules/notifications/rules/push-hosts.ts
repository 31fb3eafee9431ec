/**
 * Which addresses our server calls when a browser names them: those of the browsers' makers' push services, and no other,
 * so that nobody makes it knock at doors inside of its own network.
 */

/** A host, or with a dot in front all hosts below it. */
const HOSTS = [
  // Chrome, Edge on Android, Opera, Samsung Internet
  'fcm.googleapis.com',
  // Firefox
  '.push.services.mozilla.com',
  // Safari
  '.push.apple.com',
  // Edge on Windows
  '.notify.windows.com',
] as const

/** `peer`: the origin of the tests' own push service on this machine, where one is named. */
export function isPushAddress(address: string, peer: string | null = null): boolean {
  if (!URL.canParse(address)) return false
  const { origin, protocol, hostname, port, username, password } = new URL(address)
  if (username || password) return false
  if (peer !== null && origin === new URL(peer).origin) return true
  if (protocol !== 'https:' || port !== '') return false
  return HOSTS.some((host) => (host.startsWith('.') ? hostname.endsWith(host) : hostname === host))
}
