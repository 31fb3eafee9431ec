/** Security headers and each page's content security policy. */
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'

/** Where files are that are not served by us: a bucket's own address. */
let filesFrom = ''
export function allowFilesFrom(origin: string): void {
  filesFrom = ` ${origin}`
}

/** `style-src` keeps unsafe-inline: React's style attributes and Next's own styles need it. */
function policy(script: string): string {
  return [
    "default-src 'self'",
    `script-src 'self' ${script}`,
    "style-src 'self' 'unsafe-inline'",
    `img-src 'self' data: blob:${filesFrom}`,
    "font-src 'self'",
    `connect-src 'self'${filesFrom}`,
    "worker-src 'self'",
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/** Scripts that stand in every page, prerendered or not: the one that sets the theme before the first paint. */
const ANY_PAGE = '*'

export type PagePolicies = Record<string, string[]>

/** Hashes of the inline scripts of each prerendered page, written after the build; none in development. */
export function readPagePolicies(dist: string): PagePolicies {
  try {
    const pages = JSON.parse(readFileSync(join(dist, 'csp.json'), 'utf8')) as PagePolicies
    // In several pages, not in all: one that is not found in production is an error page without our own script.
    const all = Object.entries(pages).flatMap(([page, hashes]) => (page.startsWith('/_') ? [] : hashes))
    const shared = new Set(all.filter((hash, at) => all.indexOf(hash) !== at))
    // An address that is none is answered with the prerendered page that says so.
    for (const hash of pages['/_not-found'] ?? []) shared.add(hash)
    return { ...pages, [ANY_PAGE]: [...shared] }
  } catch {
    return {}
  }
}

/** `own` = over a certificate of this machine: its name may be another server's tomorrow, and localhost is everybody's. */
export function setSecurityHeaders(res: ServerResponse, { own }: { own: boolean }): void {
  res.setHeader('x-content-type-options', 'nosniff')
  res.setHeader('referrer-policy', 'same-origin')
  res.setHeader('x-frame-options', 'DENY')
  res.setHeader('cross-origin-opener-policy', 'same-origin')
  res.setHeader('permissions-policy', 'camera=(self), microphone=(), geolocation=(), payment=()')
  if (!own) res.setHeader('strict-transport-security', 'max-age=31536000; includeSubDomains')
}

/**
 * A prerendered page gets the hashes of its own inline scripts; any other a nonce, which Next reads off the request's
 * header and puts on its scripts. In development nothing is prerendered, and Next's refresh needs eval.
 */
export function setPagePolicy(
  req: IncomingMessage,
  res: ServerResponse,
  page: string,
  pages: PagePolicies,
  dev: boolean,
) {
  const hashes = pages[page]
  if (hashes) {
    res.setHeader('content-security-policy', policy(hashes.join(' ')))
    return
  }
  const nonce = randomBytes(16).toString('base64')
  const everywhere = (pages[ANY_PAGE] ?? []).map((hash) => ` ${hash}`).join('')
  const value = policy(dev ? "'unsafe-inline' 'unsafe-eval'" : `'nonce-${nonce}'${everywhere}`)
  req.headers['content-security-policy'] = value
  res.setHeader('content-security-policy', value)
}
