/**
 * Which account an account elsewhere opens. Promise: none is ever opened by an address alone that either side has not
 * shown to belong to its owner; otherwise whoever gets hold of such an address would get hold of the account.
 */
export type Linking = 'open' | 'make' | 'unverified-there' | 'unverified-here'

export function linkingOf(found: {
  /** What the other side says of the address. */
  isVerifiedThere: boolean
  /** The account with this address here; null for none. */
  here: { isVerified: boolean } | null
}): Linking {
  if (!found.isVerifiedThere) return 'unverified-there'
  if (!found.here) return 'make'
  return found.here.isVerified ? 'open' : 'unverified-here'
}
