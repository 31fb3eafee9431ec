import { describe, expect, test } from 'vitest'
import { erasedBy, idsOnly } from './personal-data.ts'

const ID = '018f0000-0000-7000-8000-00000000a11c'

describe('a log of changes that forgets words', () => {
  test('keeps ids, numbers and states, and no name, address, note or zone', () => {
    const said = {
      ...{
        memberId: ID,
        name: 'Ida Kos',
        email: 'ida@example.test',
        zone: 'Europe/Berlin',
        state: 'ended',
        role: 'owner',
      },
      ...{ endedSessions: 3, domains: [{ domain: 'training', level: 'read', note: 'left knee' }], reason: null },
    }
    expect(idsOnly(said)).toEqual({
      ...{ memberId: ID, state: 'ended', role: 'owner', endedSessions: 3 },
      domains: [{ domain: 'training', level: 'read' }],
    })
    expect(idsOnly(null)).toBe(null)
    expect(idsOnly('Ida Kos')).toBe(null)
  })
})

describe('what becomes of a row', () => {
  const base = { exported: null }
  test('is one answer for all columns, or one for each, and for columns beyond them', () => {
    expect(erasedBy({ ...base, person: ['a', 'b'], erased: 'delete' })).toEqual([
      [{ column: 'a' }, 'delete'],
      [{ column: 'b' }, 'delete'],
    ])
    const set = { set: { state: 'ended' } }
    expect(erasedBy({ ...base, person: ['a'], erased: { a: 'delete', b: set } })).toEqual([
      [{ column: 'a' }, 'delete'],
      [{ column: 'b' }, set],
    ])
    const through = { table: 'member', by: 'member_id', of: 'user_id' }
    expect(erasedBy({ ...base, person: [], through, erased: 'keep' })).toEqual([[{ through }, 'keep']])
  })

  test('must be said of each column', () => {
    expect(() => erasedBy({ ...base, person: ['a', 'b'], erased: { a: 'delete' } })).toThrow(/by b/)
  })
})
