/** Passwords: argon2id on the native thread pool, so that a sign-in never holds up the event loop. */
import { randomBytes } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import { once } from './process.ts'

/** OWASP's argon2id figures: 19 MiB, two passes, one lane. */
const COST = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

export function hashPassword(password: string): Promise<string> {
  return hash(password, COST)
}

/** Without a hash (nobody has this address) the work is done all the same, so that the time tells nothing. */
export async function isRightPassword(passwordHash: string | null, password: string): Promise<boolean> {
  const stand = passwordHash ?? (await once('password.stand-in', () => hashPassword(randomBytes(24).toString('hex'))))
  const right = await verify(stand, password).catch(() => false)
  return right && passwordHash !== null
}
