/**
 * The local outbox: where letters are shown when no mail server is configured. Letters hold links that sign in, so the
 * page has an address that only `npm start` knows and prints, and no process that sends mail answers it.
 */
import { createHash, timingSafeEqual } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import { jobsPool } from '../db.ts'
import { env } from '../env.ts'
import { escapeHtml } from './layout.ts'
import { findShownLetters, type ShownLetter } from './queue.ts'

const digest = (text: string) => createHash('sha256').update(text).digest()

/** False when this is not its address: then the address is one like any other that leads nowhere. */
export async function answerOutbox(res: ServerResponse, path: string): Promise<boolean> {
  const { SMTP_URL, SPOTTER_OUTBOX } = env()
  if (SMTP_URL || !SPOTTER_OUTBOX) return false
  if (!timingSafeEqual(digest(path), digest(`/outbox/${SPOTTER_OUTBOX}`))) return false
  const html = outboxPage(await findShownLetters(jobsPool()))
  res.setHeader('content-type', 'text/html; charset=utf-8')
  res.setHeader('cache-control', 'no-store')
  res.setHeader('referrer-policy', 'no-referrer')
  res.setHeader('x-robots-tag', 'noindex')
  res.setHeader('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'")
  res.end(html)
  return true
}

function article({ toAddress, subject, text, createdAt }: ShownLetter): string {
  const body = escapeHtml(text).replace(/https?:\/\/[^\s<]+/g, (link) => `<a href="${link}">${link}</a>`)
  return `<article><header><strong>${escapeHtml(subject)}</strong><span>to ${escapeHtml(toAddress)}</span><time>${new Date(createdAt).toISOString().replace('T', ' ').slice(0, 19)} UTC</time></header><pre>${body}</pre></article>`
}

function outboxPage(letters: readonly ShownLetter[]): string {
  const list = letters.length > 0 ? letters.map(article).join('\n') : '<p>No letter yet.</p>'
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark"><title>Outbox · Spotter</title>
<style>
body{margin:0 auto;max-width:44rem;padding:2rem 1.25rem;font:15px/1.55 system-ui,sans-serif}
h1{font-size:1.25rem;margin:0 0 .25rem}
p{margin:0 0 1.5rem;opacity:.75}
article{border-top:1px solid color-mix(in srgb,currentColor 20%,transparent);padding:1rem 0}
header{display:flex;flex-wrap:wrap;gap:.25rem 1rem}
header span{flex:1;min-width:12rem;opacity:.75;overflow-wrap:anywhere}
time{opacity:.75;font-variant-numeric:tabular-nums}
pre{margin:.75rem 0 0;white-space:pre-wrap;overflow-wrap:anywhere;font:inherit}
</style></head><body><main><h1>Outbox</h1>
<p>No mail server is configured, so letters are shown here instead of being sent, newest first, for a day. <a href="">Reload</a></p>
${list}
</main></body></html>`
}
