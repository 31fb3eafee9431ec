import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import type { SyncedRow } from './merge.ts'
import { type Collection, defineCollection, type Read } from './mutation.ts'
import { createView } from './view.ts'

const lists = defineCollection('list', z.object({ id: z.string(), state: z.string() }), { indexes: ['state'] })
const items = defineCollection(
  'item',
  z.object({ id: z.string(), listId: z.string(), count: z.int().check(z.gte(0)) }),
  {
    indexes: ['listId'],
  },
)
const all = new Map<string, Collection>([
  [lists.name, lists],
  [items.name, items],
])

const item = (id: string, listId: string, count = 1): { entity: string; row: SyncedRow } => ({
  entity: 'item',
  row: { id, data: { id, listId, count }, stamps: { row: [1, 'old', 1] }, deleted: false },
})
const list = (id: string, state: string): { entity: string; row: SyncedRow } => ({
  entity: 'list',
  row: { id, data: { id, state }, stamps: { row: [1, 'old', 1] }, deleted: false },
})
const openLists: Read = { from: lists, where: 'state', is: 'open' }
const itemsOfOpen: Read = { from: items, where: 'listId', of: openLists }

describe('a view', () => {
  it('asks for children once it knows their parents', () => {
    const view = createView(all)
    expect(view.needs([itemsOfOpen])).toEqual([{ entity: 'list', where: 'state', values: ['open'] }])
    view.lay(view.needs([itemsOfOpen]), [list('l1', 'open')])
    expect(view.needs([itemsOfOpen])).toEqual([{ entity: 'item', where: 'listId', values: ['l1'] }])
    view.lay(view.needs([itemsOfOpen]), [item('i1', 'l1')])
    expect(view.needs([itemsOfOpen])).toEqual([])
    const { tx } = view.begin([itemsOfOpen], [2, 'd', 1])
    expect(tx.find(items, 'listId', 'l1')).toHaveLength(1)
  })

  it('asks again when an earlier mutation of the batch brought in another parent', () => {
    const view = createView(all)
    view.lay(
      [
        { entity: 'list', where: 'state', values: ['open'] },
        { entity: 'list', ids: ['l2'] },
      ],
      [list('l2', 'done')],
    )
    const reopen = view.begin([{ from: lists, id: 'l2' }], [2, 'd', 1])
    reopen.tx.patch(lists, 'l2', { state: 'open' })
    reopen.keep()
    expect(view.needs([itemsOfOpen])).toEqual([{ entity: 'item', where: 'listId', values: ['l2'] }])
  })

  it('refuses what the reads do not name, reading and writing', () => {
    const view = createView(all)
    const { tx } = view.begin([{ from: items, id: 'i1' }], [2, 'd', 1])
    expect(tx.get(items, 'i1')).toBeUndefined()
    expect(() => tx.get(items, 'i2')).toThrow('do not name')
    expect(() => tx.get(lists, 'l1')).toThrow('do not name')
    expect(() => tx.find(items, 'listId', 'l1')).toThrow('do not name')
    expect(() => tx.put(items, { id: 'i2', listId: 'l1', count: 1 })).toThrow('do not name')
  })

  it('lets the next mutation see what was kept, and forgets what was dropped', () => {
    const view = createView(all)
    const reads: Read[] = [{ from: items, id: 'i1' }]
    const rejected = view.begin(reads, [2, 'd', 1])
    rejected.tx.put(items, { id: 'i1', listId: 'l1', count: 1 })
    rejected.drop()
    expect(view.begin(reads, [3, 'd', 2]).tx.get(items, 'i1')).toBeUndefined()
    const kept = view.begin(reads, [3, 'd', 2])
    kept.tx.put(items, { id: 'i1', listId: 'l1', count: 2 })
    expect(kept.tx.get(items, 'i1')).toMatchObject({ count: 2 })
    kept.keep()
    expect(view.begin(reads, [4, 'd', 3]).tx.get(items, 'i1')).toMatchObject({ count: 2 })
    expect(view.changes()).toMatchObject([{ entity: 'item', before: undefined, row: { stamps: { row: [3, 'd', 2] } } }])
  })

  it('checks rows before it keeps them, and keeps none of a bad draft', () => {
    const view = createView(all)
    const draft = view.begin(
      [
        { from: items, id: 'i1' },
        { from: items, id: 'i2' },
      ],
      [2, 'd', 1],
    )
    draft.tx.put(items, { id: 'i1', listId: 'l1', count: 1 })
    draft.tx.put(items, { id: 'i2', listId: 'l1', count: -1 })
    expect(() => draft.keep()).toThrow('item i2 was not changed: count is not valid')
    expect(view.changes()).toEqual([])
  })

  it('hides deleted rows, merges edits into them and shows them after a restore', () => {
    const view = createView(all)
    view.lay([], [item('i1', 'l1')])
    const reads: Read[] = [{ from: items, id: 'i1' }]
    const { tx } = view.begin(reads, [2, 'd', 1])
    tx.delete(items, 'i1')
    tx.patch(items, 'i1', { count: 7 })
    expect(tx.get(items, 'i1')).toBeUndefined()
    tx.restore(items, 'i1')
    expect(tx.get(items, 'i1')).toMatchObject({ count: 7 })
  })

  it('keeps a patch of an unknown row as a part that no mutation sees', () => {
    const view = createView(all)
    const reads: Read[] = [{ from: items, id: 'i1' }]
    const early = view.begin(reads, [2, 'd', 1])
    early.tx.patch(items, 'i1', { count: 7 })
    expect(early.tx.get(items, 'i1')).toBeUndefined()
    early.keep()
    const late = view.begin(reads, [1, 'c', 1])
    late.tx.put(items, { id: 'i1', listId: 'l1', count: 1 })
    expect(late.tx.get(items, 'i1')).toEqual({ id: 'i1', listId: 'l1', count: 7 })
  })
})
