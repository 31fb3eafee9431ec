/** A passkey of software: signs as an authenticator does (WebAuthn level 3, §6.3.3), whatever a test wants it to. */
import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import type { AuthenticationResponseJSON } from '@simplewebauthn/server'

const base64 = (bytes: Buffer | string) => Buffer.from(bytes).toString('base64url')
const sha256 = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest()

export type SoftKey = { id: string; publicKey: string; privateKey: KeyObject }

export function newSoftKey(id: string): SoftKey {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  // COSE as CBOR: { 1: 2 (EC2), 3: -7 (ES256), -1: 1 (P-256), -2: x, -3: y }.
  const cose = Buffer.concat([
    Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20]),
    Buffer.from(x, 'base64url'),
    Buffer.from([0x22, 0x58, 0x20]),
    Buffer.from(y, 'base64url'),
  ])
  return { id: base64(id), publicKey: base64(cose), privateKey }
}

export function answerWith(
  key: SoftKey,
  given: { challenge: string; origin: string; counter: number; userVerified?: boolean },
): AuthenticationResponseJSON {
  const counter = Buffer.alloc(4)
  counter.writeUInt32BE(given.counter)
  const flags = Buffer.from([given.userVerified === false ? 0x01 : 0x05])
  const authenticatorData = Buffer.concat([sha256(new URL(given.origin).hostname), flags, counter])
  const { challenge, origin } = given
  const clientDataJSON = Buffer.from(JSON.stringify({ type: 'webauthn.get', challenge, origin, crossOrigin: false }))
  const signature = sign('sha256', Buffer.concat([authenticatorData, sha256(clientDataJSON)]), key.privateKey)
  return {
    id: key.id,
    rawId: key.id,
    type: 'public-key',
    clientExtensionResults: {},
    response: {
      clientDataJSON: base64(clientDataJSON),
      authenticatorData: base64(authenticatorData),
      signature: base64(signature),
    },
  }
}
