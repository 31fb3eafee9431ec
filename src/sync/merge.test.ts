import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareStamps, isWhole, mergeRow, NO_STAMP, type SyncedRow, stampMs } from './merge.ts'
import type { Stamp } from './protocol.ts'

const stamp: fc.Arbitrary<Stamp> = fc.tuple(fc.nat(4), fc.constantFrom('phone', 'tablet'), fc.nat(2))

/** One write as a mutation makes it: its values follow from its stamp, since one stamp belongs to one mutation. */
const write: fc.Arbitrary<SyncedRow> = fc
  .tuple(stamp, fc.constantFrom('put', 'reps', 'load', 'delete', 'restore'))
  .map(([at, what]) => {
    const value = `${what} ${at.join()}`
    if (what === 'delete' || what === 'restore') return mark(at, at[2] % 2 === 0)
    if (what === 'put')
      return { id: 's', data: { id: 's', reps: at.join(), load: at.join() }, stamps: { row: at }, deleted: false }
    return { id: 's', data: { [what]: value.slice(what.length + 1) }, stamps: { row: at }, deleted: false }
  })

function mark(at: Stamp, deleted: boolean): SyncedRow {
  return { id: 's', data: {}, stamps: { row: NO_STAMP, fields: { deleted: at } }, deleted }
}

function mergeAll(writes: SyncedRow[]): SyncedRow | undefined {
  return writes.reduce<SyncedRow | undefined>((row, next) => mergeRow(row, next), undefined)
}

describe('the merge', () => {
  it('gives the same row, stamps included, in whatever order the writes arrive', () => {
    fc.assert(
      fc.property(
        fc
          .array(write, { minLength: 1, maxLength: 8 })
          .chain((writes) => fc.tuple(fc.constant(writes), fc.shuffledSubarray(writes, { minLength: writes.length }))),
        ([writes, shuffled]) => {
          expect(JSON.stringify(sorted(mergeAll(shuffled)))).toBe(JSON.stringify(sorted(mergeAll(writes))))
        },
      ),
      { numRuns: 2000 },
    )
  })

  it('merges merged rows like single writes, and a row with itself to itself', () => {
    fc.assert(
      fc.property(fc.array(write, { minLength: 1 }), fc.array(write, { minLength: 1 }), (left, right) => {
        const [a, b] = [mergeAll(left), mergeAll(right)]
        if (!a || !b) return
        expect(sorted(mergeRow(a, b))).toEqual(sorted(mergeAll([...left, ...right])))
        expect(sorted(mergeRow(a, a))).toEqual(sorted(a))
      }),
    )
  })

  it('keeps an edit of a deleted row, and shows it after a restore', () => {
    const put: SyncedRow = { id: 's', data: { id: 's', reps: 5 }, stamps: { row: [1, 'a', 1] }, deleted: false }
    const edit: SyncedRow = { id: 's', data: { reps: 8 }, stamps: { row: [3, 'b', 1] }, deleted: false }
    const deleted = mergeAll([put, mark([2, 'a', 2], true), edit])
    expect(deleted).toMatchObject({ deleted: true, data: { reps: 8 } })
    expect(mergeRow(deleted, mark([4, 'a', 3], false))).toMatchObject({ deleted: false, data: { reps: 8 } })
  })

  it('holds edits that come before their row, and is whole once the row is there', () => {
    const edit: SyncedRow = { id: 's', data: { reps: 8 }, stamps: { row: [3, 'b', 1] }, deleted: false }
    const put: SyncedRow = { id: 's', data: { id: 's', reps: 5 }, stamps: { row: [1, 'a', 1] }, deleted: false }
    expect(isWhole(edit)).toBe(false)
    const row = mergeRow(edit, put)
    expect(isWhole(row)).toBe(true)
    expect(row.data.reps).toBe(8)
  })
})

describe('stamps', () => {
  it('order by time, then device, then seq', () => {
    const inOrder: Stamp[] = [
      [1, 'b', 9],
      [2, 'a', 5],
      [2, 'b', 1],
      [2, 'b', 10],
    ]
    expect([...inOrder].reverse().sort(compareStamps)).toEqual(inOrder)
  })

  it('follow the server’s clock, never run backwards on a device and never lie in the future', () => {
    expect(stampMs(1000, 500, 0)).toBe(1500)
    expect(stampMs(1000, 0, 1200)).toBe(1200)
    expect(stampMs(9_000_000, 0, 1200, 5000)).toBe(5000)
  })
})

function sorted(row: SyncedRow | undefined) {
  if (!row) return row
  const byName = (value: Record<string, unknown>) =>
    Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
  return { ...row, data: byName(row.data), stamps: { row: row.stamps.row, fields: byName(row.stamps.fields ?? {}) } }
}
