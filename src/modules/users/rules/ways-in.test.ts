import { expect, test } from 'vitest'
import { opensWithoutGoogle } from './ways-in.ts'

const nothing = { hasPassword: false, passkeys: 0, isVerified: false, sendsLetters: true }

test('an account opens without Google by a password, a passkey, or letters that are known to arrive', () => {
  expect(opensWithoutGoogle(nothing)).toBe(false)
  expect(opensWithoutGoogle({ ...nothing, hasPassword: true })).toBe(true)
  expect(opensWithoutGoogle({ ...nothing, passkeys: 1 })).toBe(true)
  expect(opensWithoutGoogle({ ...nothing, isVerified: true })).toBe(true)
  expect(opensWithoutGoogle({ ...nothing, isVerified: true, sendsLetters: false })).toBe(false)
})
