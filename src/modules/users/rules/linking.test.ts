import { expect, test } from 'vitest'
import { linkingOf } from './linking.ts'

test.each([
  [true, null, 'make'],
  [true, { isVerified: true }, 'open'],
  [true, { isVerified: false }, 'unverified-here'],
  [false, null, 'unverified-there'],
  [false, { isVerified: true }, 'unverified-there'],
  [false, { isVerified: false }, 'unverified-there'],
] as const)('verified there: %s, here: %o → %s', (isVerifiedThere, here, linking) => {
  expect(linkingOf({ isVerifiedThere, here })).toBe(linking)
})
