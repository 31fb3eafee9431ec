/** Which ways lead into an account. Promise: none is taken away while it is the last one. */
export type WaysIn = {
  hasPassword: boolean
  passkeys: number
  /** Letters to its address are known to arrive. */
  isVerified: boolean
  /** This server sends letters at all. */
  sendsLetters: boolean
}

/** Whether the account opens without Google. */
export function opensWithoutGoogle({ hasPassword, passkeys, isVerified, sendsLetters }: WaysIn): boolean {
  return hasPassword || passkeys > 0 || (isVerified && sendsLetters)
}
