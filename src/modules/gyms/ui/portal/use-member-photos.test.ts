import { describe, expect, test } from 'vitest'
import { PHOTOS_A_PART, partsInView, withPart } from './use-member-photos.ts'

const rows = Array.from({ length: 1000 }, (_, n) => ({ id: `m${n}`, hasAccount: n % 100 === 0 }))

describe('whose pictures are asked for', () => {
  test('those with an account in the parts that the view touches', () => {
    expect(partsInView(rows, 0, 40)).toEqual([['m0']])
    expect(partsInView(rows, 90, 130)).toEqual([['m100']])
    expect(partsInView(rows, 95, 205)).toEqual([['m100'], ['m200']])
    expect(partsInView(rows, 0, -1)).toEqual([])
    expect(partsInView([], 0, -1)).toEqual([])
  })

  test('a part is the same wherever in it the view stands', () => {
    for (let first = 100; first < 100 + PHOTOS_A_PART; first++) {
      expect(partsInView(rows, first, first + 3)[0]).toEqual(['m100'])
    }
  })
})

describe('what is known of them', () => {
  const known = new Map([
    ['a', '/a'],
    ['b', '/b'],
  ])

  test('stays the same map while nothing is new', () => {
    expect(withPart(known, ['a'], [{ memberId: 'a', url: '/a' }])).toBe(known)
    expect(withPart(known, ['c'], [])).toBe(known)
  })

  test('an address that is new takes the place of the old one, and a picture that is gone goes', () => {
    expect([...withPart(known, ['a', 'b'], [{ memberId: 'b', url: '/b2' }])]).toEqual([['b', '/b2']])
  })
})
