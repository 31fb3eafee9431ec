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
export type MarkedRow = { of: string; id: string; deleted?: boolean; fields?: Record<string, unknown> }
export type MarkArgs = { undoes: string[]; rows: MarkedRow[] }

/** `check`: the server's, of fields of rows that may not be here yet. */
export function archiveMutations(
  collections: readonly (Collection<never> | Collection)[],
  check?: (collection: Collection, id: string, fields: object) => void,
) {
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

  /**
   * Rows as they were: what undoes a bring, and any mutation of the timeline (see undo.ts), and what redoes it. An edit
   * like others: it may name no field that only a coach writes, and merges by its stamp.
   */
  const mark = defineMutation<MarkArgs>({
    name: 'archive.mark',
    v: 2,
    args: z.strictObject({
      undoes: z.array(z.string()).check(z.maxLength(MOST)),
      rows: z
        .array(
          z.strictObject({
            of: z.string(),
            id: z.string().check(z.minLength(1)),
            deleted: z.optional(z.boolean()),
            fields: z.optional(z.looseObject({})),
          }),
        )
        .check(z.maxLength(MOST)),
    }),
    // Version 1 said once for all rows whether they are deleted, and knew no fields.
    upcasters: {
      1: ({ rows, deleted }: { rows: object[]; deleted: boolean }) => ({
        undoes: [],
        rows: rows.map((row) => ({ ...row, deleted })),
      }),
    },
    undoes: ({ undoes }) => undoes,
    reads: ({ rows }) => rows.map(({ of, id }) => ({ from: named(of), id })),
    run(tx, { rows }) {
      for (const { of, id, deleted, fields } of rows) {
        if (deleted !== undefined) (deleted ? tx.delete : tx.restore)(named(of), id)
        if (fields) check?.(named(of), id, fields)
        tx.patch(named(of), id, fields ?? {})
      }
    },
  })

  return [bring, mark] as const
}

const idIn = (space: string, id: string) => (id === SELF ? space : id)
