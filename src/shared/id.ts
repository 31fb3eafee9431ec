/** Identities. Whoever creates a row makes its id: UUIDv7, so that ids sort by the time of making. */
import { v7 } from 'uuid'

export const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/** A new UUIDv7. Reads the clock and randomness, so never in `rules` or mutators: those use `ctx.id(n)`. */
export function newId(): string {
  return v7()
}

/** A UUIDv7 from a given clock and 16 given random bytes, for engines whose clock and dice are handed in. */
export function idFrom(ms: number, random: Uint8Array): string {
  return v7({ msecs: ms, random })
}

export function isId(value: unknown): value is string {
  return typeof value === 'string' && UUID.test(value)
}

const LOW_48_BITS = 2n ** 48n - 1n

/**
 * The nth id derived from a mutation's id, the same on the phone and on the server: the last 48 random bits plus n.
 * n starts at 1; 0 would be the mutation's own id.
 */
export function derivedId(mid: string, n: number): string {
  const tail = (BigInt(`0x${mid.slice(24)}`) + BigInt(n)) & LOW_48_BITS
  return mid.slice(0, 24) + tail.toString(16).padStart(12, '0')
}
