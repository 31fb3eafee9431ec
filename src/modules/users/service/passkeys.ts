/**
 * Passkeys. Promises: each challenge is answered once; only a key that was added while signed in opens the account, after
 * the person showed themselves to it; one whose count goes back is refused; the owner hears of every new one by letter.
 */
import {
  type AuthenticationResponseJSON,
  type AuthenticatorTransport,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { NOBODY, withActor } from '../../../server/db.ts'
import { siteUrl } from '../../../server/env.ts'
import { queueMail } from '../../../server/mail/queue.ts'
import { takePoint } from '../../../server/rate-limit.ts'
import type { Actor } from '../../../shared/actor.ts'
import { appError } from '../../../shared/errors.ts'
import { passkeyLetter } from '../mail/letters.ts'
import * as queries from '../queries/passkeys.ts'
import { findCredentialByUser, findPerson } from '../queries.ts'
import { writeAudit } from './audit.ts'
import { deviceLabel } from './device-label.ts'
import { keepChallenge, takeChallenge } from './proofs.ts'
import { beginSession, type NewSession } from './sessions.ts'

const ADD_MS = 5 * 60_000
/** A sign-in page offers passkeys for as long as it is open. */
const SIGN_IN_MS = 60 * 60_000
const MOST_PASSKEYS = 20

const rpID = () => new URL(siteUrl()).hostname
/** EdDSA, ES256, RS256: what every authenticator has and this Node checks without an experiment. */
const ALGORITHMS = [-8, -7, -257]
const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'base64url'))

/** The challenge that was answered; whether we gave it, and that it was answered once, is asked of the table. */
function challengeOf({ response }: { response: { clientDataJSON: string } }): string {
  try {
    const told = JSON.parse(Buffer.from(response.clientDataJSON, 'base64url').toString()) as { challenge?: unknown }
    return String(told.challenge)
  } catch {
    return ''
  }
}

/** What the browser needs to make one. */
export async function startPasskey(actor: Actor, now = Date.now()) {
  const { userId } = actor
  await takePoint('passkey-user', userId)
  const [person, credential, held] = await withActor(actor, [], (tx) =>
    Promise.all([
      findPerson(tx, { id: userId }),
      findCredentialByUser(tx, { userId }),
      queries.findPasskeys(tx, { userId }),
    ]),
  )
  if (!person || !credential)
    throw appError('unauthenticated', 'This account is gone. Sign in with another, or sign up.')
  if (held.length >= MOST_PASSKEYS) {
    throw appError('conflict', `There are ${held.length} passkeys already: remove one that you no longer use.`)
  }
  const options = await generateRegistrationOptions({
    rpName: 'Spotter',
    rpID: rpID(),
    userName: credential.email,
    userDisplayName: person.name,
    userID: new Uint8Array(Buffer.from(userId.replaceAll('-', ''), 'hex')),
    attestationType: 'none',
    supportedAlgorithmIDs: ALGORITHMS,
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    excludeCredentials: held.map(({ id, transports }) => ({
      id,
      transports: transports as AuthenticatorTransport[],
    })),
  })
  await withActor(actor, [], (tx) =>
    keepChallenge(tx, { kind: 'passkey-add', userId, challenge: options.challenge, now, forMs: ADD_MS }),
  )
  return options
}

const NOT_RIGHT = 'The passkey’s answer does not fit. Nothing was changed; try again.'

export async function addPasskey(
  actor: Actor,
  args: { response: RegistrationResponseJSON; userAgent: string },
  now = Date.now(),
): Promise<{ id: string; name: string }> {
  const { userId } = actor
  await takePoint('passkey-user', userId)
  const challenge = challengeOf(args.response)
  const { verified, registrationInfo } = await verifyRegistrationResponse({
    response: args.response,
    expectedChallenge: challenge,
    expectedOrigin: siteUrl(),
    expectedRPID: rpID(),
    requireUserVerification: true,
    supportedAlgorithmIDs: ALGORITHMS,
  }).catch(() => ({ verified: false, registrationInfo: undefined }))
  if (!verified || !registrationInfo) throw appError('bad_input', NOT_RIGHT)
  const { credential, credentialBackedUp: backedUp } = registrationInfo
  const name = deviceLabel(args.userAgent)
  await withActor(actor, [], async (tx) => {
    const open = await takeChallenge(tx, { kind: 'passkey-add', userId, challenge, now })
    if (!open) throw appError('conflict', 'That took too long, or was sent twice. Add the passkey once more.')
    const { id, counter, transports = [] } = credential
    const publicKey = Buffer.from(credential.publicKey).toString('base64url')
    const isNew = await queries.insertPasskey(tx, {
      ...{ id, userId, publicKey, counter, transports, name, backedUp, createdAt: now },
    })
    if (!isNew) throw appError('conflict', 'This passkey opens an account already.')
    await writeAudit(tx, actor, now, { action: 'passkey.add', subjectId: userId, after: { name } })
    const address = await findCredentialByUser(tx, { userId })
    if (address)
      await queueMail(tx, { to: address.email, ...passkeyLetter({ name, site: siteUrl() }), at: now, userId })
  })
  return { id: credential.id, name }
}

export type PasskeyView = { id: string; name: string; backedUp: boolean; createdAt: number; lastUsedAt: number | null }

export async function listPasskeys(actor: Actor): Promise<PasskeyView[]> {
  const rows = await withActor(actor, [], (tx) => queries.findPasskeys(tx, { userId: actor.userId }))
  return rows.map(({ id, name, backedUp, createdAt, lastUsedAt }) => ({ id, name, backedUp, createdAt, lastUsedAt }))
}

const GONE = 'This passkey is not in the list any more: reload it.'

export async function renamePasskey(actor: Actor, args: { passkeyId: string; name: string }): Promise<void> {
  const { passkeyId: id, name } = args
  const isThere = await withActor(actor, [], (tx) => queries.renamePasskey(tx, { id, userId: actor.userId, name }))
  if (!isThere) throw appError('not_found', GONE)
}

export async function removePasskey(actor: Actor, args: { passkeyId: string }, now = Date.now()): Promise<void> {
  const { userId } = actor
  await withActor(actor, [], async (tx) => {
    const name = await queries.deletePasskey(tx, { id: args.passkeyId, userId })
    if (name === null) throw appError('not_found', GONE)
    await writeAudit(tx, actor, now, { action: 'passkey.remove', subjectId: userId, before: { name } })
  })
}

/** For any passkey of this site: which one is the person's to choose, so no address is asked for. */
export async function startPasskeySignIn(args: { ip: string }, now = Date.now()) {
  await takePoint('passkey-ip', args.ip)
  const options = await generateAuthenticationOptions({ rpID: rpID(), userVerification: 'required' })
  await withActor(NOBODY, [], (tx) =>
    keepChallenge(tx, { kind: 'passkey-sign-in', userId: null, challenge: options.challenge, now, forMs: SIGN_IN_MS }),
  )
  return options
}

const UNKNOWN = 'This passkey opens no account here. Sign in another way, and remove it from your device.'
const REFUSED = 'The passkey did not sign in. Try it once more, or sign in another way.'

export async function enterByPasskey(
  args: { response: AuthenticationResponseJSON; ip: string; userAgent: string },
  now = Date.now(),
): Promise<NewSession> {
  await takePoint('passkey-ip', args.ip)
  const held = await withActor(NOBODY, [], (tx) => queries.findPasskey(tx, { id: args.response.id }))
  if (!held) throw appError('unauthenticated', UNKNOWN)
  const { userId, id } = held
  const challenge = challengeOf(args.response)
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response: args.response,
    expectedChallenge: challenge,
    expectedOrigin: siteUrl(),
    expectedRPID: rpID(),
    credential: {
      ...{ id, counter: held.counter, publicKey: bytes(held.publicKey) },
      transports: held.transports as AuthenticatorTransport[],
    },
    requireUserVerification: true,
  }).catch(() => ({ verified: false, authenticationInfo: undefined }))
  if (!verified || !authenticationInfo) throw appError('unauthenticated', REFUSED)
  const { newCounter: counter, credentialBackedUp: backedUp } = authenticationInfo
  return withActor({ userId, sessionId: null }, [], async (tx) => {
    const open = await takeChallenge(tx, { kind: 'passkey-sign-in', userId: null, challenge, now })
    const isForward = open && (await queries.notePasskeyUse(tx, { id, userId, counter, backedUp, at: now }))
    if (!isForward) throw appError('unauthenticated', REFUSED)
    return beginSession(tx, { userId, userAgent: args.userAgent, madeBy: 'passkey', now })
  })
}
