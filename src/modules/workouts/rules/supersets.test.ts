import { describe, expect, it } from 'vitest'
import { nextSetId, restAfterS, supersetLabels } from './next-set.ts'
import { inOrder } from './place-in-order.ts'
import { joinSuperset, leaveSuperset, type SupersetEdit } from './supersets.ts'

const entry = (id: string, position: string, superset: number | null = null) => ({ id, position, superset })
type Entries = ReturnType<typeof entry>[]

function edited(entries: Entries, edits: readonly SupersetEdit[]): Entries {
  return inOrder(entries.map((one) => ({ ...one, ...edits.find(({ id }) => id === one.id) })))
}
const told = (entries: Entries) => entries.map(({ id, superset }) => `${id}${superset ?? ''}`).join(' ')

const FOUR = [entry('bench', 'a1'), entry('squat', 'a2'), entry('row', 'a3'), entry('curl', 'a4')]

describe('a superset', () => {
  it('is made of two, the second moved to the first', () => {
    expect(told(edited(FOUR, joinSuperset(FOUR, 'bench', 'row')))).toBe('bench1 row1 squat curl')
  })

  it('leaves who stands right behind where it is', () => {
    expect(joinSuperset(FOUR, 'bench', 'squat')).toEqual([
      { id: 'bench', superset: 1 },
      { id: 'squat', superset: 1 },
    ])
  })

  it('grows to a circuit of any size, in the order in which exercises join', () => {
    let circuit = edited(FOUR, joinSuperset(FOUR, 'bench', 'curl'))
    circuit = edited(circuit, joinSuperset(circuit, 'bench', 'row'))
    circuit = edited(circuit, joinSuperset(circuit, 'row', 'squat'))
    expect(told(circuit)).toBe('bench1 curl1 row1 squat1')
    const blocks = circuit.map((one) => ({ entry: one, sets: [set(`${one.id} 1`), set(`${one.id} 2`)] }))
    expect(supersetLabels(blocks)).toEqual(['A1', 'A2', 'A3', 'A4'])
    // Done in turn: rest only behind the last of a round.
    const rests: number[] = []
    for (let at = 1; ; at++) {
      const id = nextSetId(blocks)
      const found = blocks.flatMap(({ sets }) => sets).find((one) => one.id === id)
      if (!found) break
      found.doneAt = at
      rests.push(restAfterS(blocks, found.id, 90))
    }
    expect(rests).toEqual([0, 0, 0, 90, 0, 0, 0, 90])
  })

  it('takes nobody who is in it already, and takes from another what joins', () => {
    const pairs = [entry('bench', 'a1', 1), entry('row', 'a2', 1), entry('squat', 'a3', 2), entry('curl', 'a4', 2)]
    expect(joinSuperset(pairs, 'bench', 'row')).toEqual([])
    expect(told(edited(pairs, joinSuperset(pairs, 'row', 'squat')))).toBe('bench1 row1 squat1 curl')
  })

  it('ends when one is left', () => {
    const three = [entry('bench', 'a1', 7), entry('row', 'a2', 7), entry('curl', 'a3', 7)]
    const two = edited(three, leaveSuperset(three, 'row'))
    expect(told(two)).toBe('bench7 row curl7')
    expect(told(edited(two, leaveSuperset(two, 'bench')))).toBe('bench row curl')
    expect(leaveSuperset(FOUR, 'bench')).toEqual([])
    expect(leaveSuperset(FOUR, 'nobody')).toEqual([])
  })
})

function set(id: string) {
  return { id, kind: 'normal' as const, doneAt: null as number | null }
}
