import { expect, test } from 'vitest'
import { makeCode } from './check-in-keys.ts'

/** RFC 6238, appendix B, SHA-256: its eight digits end in our six. */
const SEED = Buffer.from('12345678901234567890123456789012').toString('base64url')

test.each([
  [59, '119246'],
  [1111111109, '084774'],
  [2000000000, '698825'],
])('the phone’s own cryptography makes the code that the server expects, at %i s', async (seconds, code) => {
  expect(await makeCode(SEED, seconds * 1000)).toBe(code)
})
