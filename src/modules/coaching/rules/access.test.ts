import { describe, expect, test } from 'vitest'
import type { Grant } from '../model.ts'
import { approvedSubjects, canPush, canRead, inviteState, tidyShares, withinAsked } from './access.ts'

const reading: Grant = { domain: 'training', level: 'read', startedAt: 1000, endedAt: null }
const writing: Grant = { ...reading, level: 'write' }

describe('what a grant opens', () => {
  test('reading is for its domain only', () => {
    expect(canRead('training', [reading], 1000)).toBe(true)
    expect(canRead('measurements', [reading], 1000)).toBe(false)
    expect(canRead('training', [], 1000)).toBe(false)
  })

  test('a coach who may read may not write; one who may write may read', () => {
    expect(canPush('training', [reading], 2000)).toBe(false)
    expect(canPush('training', [writing], 2000)).toBe(true)
    expect(canRead('training', [writing], 2000)).toBe(true)
  })

  test('it holds from its start up to the moment it ends', () => {
    const ended = { ...writing, endedAt: 5000 }
    expect(canRead('training', [ended], 999)).toBe(false)
    expect(canRead('training', [ended], 4999)).toBe(true)
    expect(canRead('training', [ended], 5000)).toBe(false)
    expect(canPush('training', [ended], 5000)).toBe(false)
  })

  test('a grant that ended does not hide the one that followed it', () => {
    expect(
      canRead(
        'training',
        [
          { ...reading, endedAt: 2000 },
          { ...reading, startedAt: 3000 },
        ],
        4000,
      ),
    ).toBe(true)
  })
})

describe('whose rows a query may see', () => {
  const grants = [
    { ...reading, athleteId: 'ana' },
    { ...reading, athleteId: 'ben', endedAt: 2000 },
    { ...reading, athleteId: 'cem', domain: 'photos' as const },
  ]
  const of = (wanted: string[], actorId = 'coach') =>
    approvedSubjects({ actorId, wanted, domain: 'training', grants, now: 3000 })

  test('only athletes with a live grant of the domain are approved', () => {
    expect(of(['ana', 'ben', 'cem', 'stranger'])).toEqual(['ana'])
  })

  test('one’s own rows need no grant', () => {
    expect(of(['coach', 'ben'])).toEqual(['coach'])
  })

  test('nobody is approved who was not asked for', () => {
    expect(of([])).toEqual([])
    expect(of(['ana', 'ana'])).toEqual(['ana'])
  })
})

describe('what an invite may ask and an athlete agree to', () => {
  test('a domain is asked once, the stronger level counting, and only training can be written', () => {
    const asked = tidyShares([
      { domain: 'photos', level: 'write' },
      { domain: 'training', level: 'read' },
      { domain: 'training', level: 'write' },
    ])
    expect(asked).toEqual([
      { domain: 'training', level: 'write' },
      { domain: 'photos', level: 'read' },
    ])
  })

  test('an athlete can share less than was asked, never more', () => {
    const asked = [{ domain: 'training', level: 'read' } as const]
    expect(
      withinAsked(
        [
          { domain: 'training', level: 'write' },
          { domain: 'photos', level: 'read' },
        ],
        asked,
      ),
    ).toEqual(asked)
    expect(withinAsked([], asked)).toEqual([])
  })

  test('an invite closes when it is taken back, used up or too old', () => {
    const invite = { expiresAt: 5000, maxUses: 2, uses: 1, revokedAt: null }
    expect(inviteState(invite, 4999)).toBe('open')
    expect(inviteState(invite, 5000)).toBe('expired')
    expect(inviteState({ ...invite, uses: 2 }, 0)).toBe('used')
    expect(inviteState({ ...invite, revokedAt: 1 }, 0)).toBe('revoked')
  })
})
