import { expect, it } from 'vitest'
import type { SetKind } from '../model.ts'
import { nextSetId, restAfterS, roundOf, supersetLabels } from './next-set.ts'

/** "W! 1! 2" is a warm-up and a set that are done, and one that isn't; done in the order of the times given. */
function block(id: string, sets: string, options: { superset?: number; from?: number } = {}) {
  let at = options.from ?? 1
  return {
    entry: { id, superset: options.superset ?? null },
    sets: sets.split(' ').map((text, i) => {
      const kind: SetKind = text.startsWith('W') ? 'warmup' : text.startsWith('D') ? 'drop' : 'normal'
      return { id: `${id}${i + 1}`, kind, doneAt: text.endsWith('!') ? at++ : null }
    }),
  }
}

it('begins at the top', () => {
  expect(nextSetId([block('a', 'W 1 2'), block('b', '1')])).toBe('a1')
})

it('goes down an exercise and on to the one below', () => {
  expect(nextSetId([block('a', '1! 2'), block('b', '1')])).toBe('a2')
  expect(nextSetId([block('a', '1! 2!'), block('b', '1')])).toBe('b1')
})

it('follows whoever jumped ahead, and comes back for what was left', () => {
  expect(nextSetId([block('a', '1 2'), block('b', '1! 2'), block('c', '1')])).toBe('b2')
  expect(nextSetId([block('a', '1'), block('b', '1!')])).toBe('a1')
})

it('has nothing more when all is done', () => {
  expect(nextSetId([block('a', '1!')])).toBeNull()
  expect(nextSetId([])).toBeNull()
})

it('alternates in a superset, warm-ups first', () => {
  expect(nextSetId([block('a', 'W! W 1', { superset: 1 }), block('b', '1 2', { superset: 1 })])).toBe('a2')
  expect(nextSetId([block('a', '1! 2', { superset: 1 }), block('b', '1 2', { superset: 1 })])).toBe('b1')
  const even = [block('a', 'W! W! 1! 2! 3 4', { superset: 1 }), block('b', '1! 2! 3', { superset: 1, from: 9 })]
  expect(nextSetId(even)).toBe('a5')
})

it('rests after the round of a superset, not inside it', () => {
  const inside = [block('a', '1! 2', { superset: 1 }), block('b', '1 2', { superset: 1 })]
  expect(restAfterS(inside, 'a1', 120)).toBe(0)
  const round = [block('a', '1! 2', { superset: 1 }), block('b', '1! 2', { superset: 1, from: 2 })]
  expect(restAfterS(round, 'b1', 120)).toBe(120)
})

it('rests shorter after a warm-up, not before a drop, and longer behind the last', () => {
  expect(restAfterS([block('a', 'W! 1')], 'a1', 180)).toBe(60)
  expect(restAfterS([block('a', 'W! 1')], 'a1', 180, { warmupRestS: 90, chainRestS: 0 })).toBe(90)
  expect(restAfterS([block('a', '1! D')], 'a1', 180)).toBe(0)
  expect(restAfterS([block('a', '1! D! D')], 'a2', 180)).toBe(0)
  expect(restAfterS([block('a', '1! D! D! 1')], 'a3', 180)).toBe(210)
  expect(restAfterS([block('a', '1! 2')], 'a1', 180)).toBe(180)
})

it('names supersets by letter and place; an exercise alone has no name', () => {
  const blocks = [
    block('a', '1', { superset: 4 }),
    block('b', '1', { superset: 4 }),
    block('c', '1'),
    block('d', '1', { superset: 9 }),
  ]
  expect(supersetLabels(blocks)).toEqual(['A1', 'A2', null, null])
})

it('says where a round ends: with the last exercise of its letter', () => {
  const labels = ['A1', null, 'A2', 'B1', 'B2', null]
  expect(labels.map((_, i) => roundOf(labels, i))).toEqual(['open', null, 'end', 'open', 'end', null])
})
