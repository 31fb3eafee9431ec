import { createHmac } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { codeOfDigest, qrText, readCheckInText, spokenText, stepBytes, stepOf, stepsAround } from './check-in-code.ts'

const GYM = '019a0000-0000-7000-8000-00000000abcd'

/** RFC 6238, appendix B, SHA-256: its eight digits end in our six. */
const SEED = Buffer.from('12345678901234567890123456789012')
test.each([
  [59, '46119246'],
  [1111111109, '68084774'],
  [1111111111, '67062674'],
  [1234567890, '91819424'],
  [2000000000, '90698825'],
  [20000000000, '77737706'],
])('at %i s the code is that of RFC 6238', (seconds, eight) => {
  const digest = createHmac('sha256', SEED)
    .update(stepBytes(stepOf(seconds * 1000)))
    .digest()
  expect(codeOfDigest(digest)).toBe(eight.slice(2))
})

describe('what a camera reads or a hand types', () => {
  test('the picture says which gym it is for', () => {
    expect(readCheckInText(qrText({ gymId: GYM, number: 7, code: '004213' }))).toEqual({
      gymId: GYM,
      number: 7,
      code: '004213',
    })
  })

  test.each(['1042 481902', '1042-481-902', '1042481902', ' 1042 481 902 '])('%s is number and code', (typed) => {
    expect(readCheckInText(typed)).toEqual({ gymId: null, number: 1042, code: '481902' })
  })

  test('is what was read out', () => {
    expect(readCheckInText(spokenText({ number: 3, code: '000001' }))).toEqual({
      gymId: null,
      number: 3,
      code: '000001',
    })
  })

  test.each(['', '481902', 'https://example.test', 'SPOTTER:x:1:123456', '1'.repeat(20), '12a 345678'])(
    '“%s” is none of ours',
    (text) => {
      expect(readCheckInText(text)).toBeNull()
    },
  )
})

test('a code is looked for from now outwards', () => {
  expect(stepsAround(30_000 * 100 + 5)).toEqual([100, 101, 99, 102, 98])
})
