/**
 * Access tokens for scripts and other apps. Promises: a token is shown once and never stored; it opens its owner's own log
 * and nothing else, to read or also to write; one that was taken back opens nothing from then on; a new password by letter
 * takes all of them back; the owner hears of every new one by letter.
 */
import { randomBytes } from 'node:crypto'
import { NOBODY, withActor } from '../../../server/db.ts'
import { siteUrl } from '../../../server/env.ts'
import { sha256 } from '../../../server/hash.ts'
import { queueMail } from '../../../server/mail/queue.ts'
import { takePoint } from '../../../server/rate-limit.ts'
import type { Actor } from '../../../shared/actor.ts'
import { appError } from '../../../shared/errors.ts'
import { newId } from '../../../shared/id.ts'
import { tokenLetter } from '../mail/letters.ts'
import type { TokenScope, TokenView } from '../model.ts'
import { findPendingDeletion } from '../queries/privacy.ts'
import * as queries from '../queries.ts'
import { writeAudit } from './audit.ts'

const MOST_TOKENS = 20
/** How often `last_used_at` is written. */
const TOUCH_MS = 60_000
/** Known by its beginning, so that whoever finds one in a file knows what it opens. */
const TOKEN = /^spotter_[\w-]{43}$/

export async function listTokens(actor: Actor): Promise<TokenView[]> {
  const rows = await withActor(actor, [], (tx) => queries.findTokens(tx, { userId: actor.userId }))
  return rows.map(({ userId: _, ...view }) => view)
}

/** The token itself is in this answer and nowhere else. */
export async function makeToken(
  actor: Actor,
  args: { name: string; scope: TokenScope },
  now = Date.now(),
): Promise<TokenView & { token: string }> {
  const { userId } = actor
  const { name, scope } = args
  await takePoint('token-make', userId)
  const token = `spotter_${randomBytes(32).toString('base64url')}`
  const made = { id: newId(), name, tail: token.slice(-4), scope, createdAt: now }
  await withActor(actor, [], async (tx) => {
    const held = await queries.findTokens(tx, { userId })
    if (held.length >= MOST_TOKENS) {
      throw appError('conflict', `There are ${held.length} tokens already: take one back that is no longer used.`)
    }
    await queries.insertToken(tx, { ...made, userId, tokenHash: sha256(token) })
    await writeAudit(tx, actor, now, { action: 'token.add', subjectId: userId, after: { name, scope } })
    const address = await queries.findCredentialByUser(tx, { userId })
    if (address) await queueMail(tx, { to: address.email, ...tokenLetter({ name, site: siteUrl() }), at: now, userId })
  })
  return { ...made, lastUsedAt: null, token }
}

export async function removeToken(actor: Actor, args: { tokenId: string }, now = Date.now()): Promise<void> {
  const { userId } = actor
  await withActor(actor, [], async (tx) => {
    const name = await queries.deleteToken(tx, { id: args.tokenId, userId })
    if (name === null) throw appError('not_found', 'This token is not in the list any more: reload it.')
    await writeAudit(tx, actor, now, { action: 'token.remove', subjectId: userId, before: { name } })
  })
}

export type TokenHolder = { actor: Actor; tokenId: string; name: string; scope: TokenScope }

const REFUSED =
  'This token opens nothing: it was taken back, or a part of it is missing. Make another under your account’s settings.'

/** Who comes with this token. `ip` for the limit on guesses: a right token takes nothing from it. */
export async function holderOfToken(args: { token: string; ip: string }, now = Date.now()): Promise<TokenHolder> {
  const found = TOKEN.test(args.token)
    ? await withActor(NOBODY, [], (tx) => queries.findToken(tx, { tokenHash: sha256(args.token) }))
    : null
  if (!found) {
    await takePoint('token-ip', args.ip)
    throw appError('unauthenticated', REFUSED)
  }
  const { id: tokenId, userId, name, scope, lastUsedAt } = found
  const actor = { userId, sessionId: null }
  await takePoint('api-user', userId)
  await withActor(actor, [], async (tx) => {
    if (await findPendingDeletion(tx, { userId })) {
      throw appError('unauthenticated', 'This account is about to be deleted: open your account to keep it.')
    }
    if (lastUsedAt === null || now - lastUsedAt > TOUCH_MS) {
      await queries.touchToken(tx, { id: tokenId, userId, at: now })
    }
  })
  return { actor, tokenId, name, scope }
}
