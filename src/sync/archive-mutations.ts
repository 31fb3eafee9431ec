/**
 * How rows of an archive come into a log, and go out of it again: as they are, with the ids they had. Made over all
 * collections, so that a new one is in archives without a word about it here.
 */
import * as z from 'zod/mini'
import { appError } from '../shared/errors.ts'
import { type Collection, defineMutation, type Row } from './mutation.ts'

/** Stands for the athlete's own id, which another account would not have. */
export const SELF = 'self'
/** Rows that one mutation takes. */
const MOST = 2000

export type BringArgs = { rows: { of: string; row: Row }[]; revive: boolean }
export type MarkArgs = { rows: { of: string; id: string }[]; deleted: boolean }

export function archiveMutations(collections: readonly (Collection<never> | Collection)[]) {
  const byName = new Map(collections.map((collection) => [collection.name, collection as Collection]))
  const named = (name: string): Collection => {
    const found = byName.get(name)
    if (!found) throw appError('bad_input', `This version of the app does not know "${name}": update it.`)
    return found
  }

  /**
   * What is here already stays as it is, but the athlete's own row (their settings), which the archive's is laid over.
   * What was deleted here comes back only with `revive`, and then as it was when it was deleted.
   */
  const bring = defineMutation<BringArgs>({
    name: 'archive.bring',
    v: 1,
    args: z.strictObject({
      rows: z
        .array(z.strictObject({ of: z.string(), row: z.looseObject({ id: z.string().check(z.minLength(1)) }) }))
        .check(z.maxLength(MOST)),
      revive: z.boolean(),
    }),
    reads: ({ rows }, { space }) => rows.map(({ of, row }) => ({ from: named(of), id: idIn(space, row.id) })),
    run(tx, { rows, revive }, { space }) {
      for (const { of, row } of rows) {
        const [collection, id] = [named(of), idIn(space, row.id)]
        if (revive && !tx.get(collection, id)) tx.restore(collection, id)
        if (row.id === SELF || !tx.get(collection, id)) tx.put(collection, { ...row, id })
      }
    },
  })

  /** The undo of a bring, and its redo. */
  const mark = defineMutation<MarkArgs>({
    name: 'archive.mark',
    v: 1,
    args: z.strictObject({
      rows: z.array(z.strictObject({ of: z.string(), id: z.string().check(z.minLength(1)) })).check(z.maxLength(MOST)),
      deleted: z.boolean(),
    }),
    reads: ({ rows }) => rows.map(({ of, id }) => ({ from: named(of), id })),
    run(tx, { rows, deleted }) {
      for (const { of, id } of rows) (deleted ? tx.delete : tx.restore)(named(of), id)
    },
  })

  return [bring, mark] as const
}

const idIn = (space: string, id: string) => (id === SELF ? space : id)
