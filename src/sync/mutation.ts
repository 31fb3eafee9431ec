/**
 * What a module hands to sync: collections (what is synced) and mutations (how it changes). One definition, run on the
 * phone and on the server; see sync/README.md. Types only, plus two constructors that freeze nothing and do nothing.
 */
import type * as z from 'zod/mini'

export type Row = { id: string }

/** A synced table. `name` is the entity on the wire, the phone's store and (in snake_case) the table on the server. */
export type Collection<R extends Row = Row> = {
  readonly name: string
  readonly row: z.ZodMiniType<R>
  /** Field names; the id is always the first. */
  readonly fields: readonly string[]
  /** Fields that `reads` may ask a range of, and that live queries may use. */
  readonly indexes: readonly string[]
  /** The field with the local day number by which months are cut; children take their parent's. */
  readonly dated?: string
  readonly parent?: { readonly collection: string; readonly by: string }
  /** Indexed fields that name another child of the same parent: whoever shares it lies in the same month. */
  readonly siblings?: readonly string[]
  /** The collection whose rows these are read by (their `by` names one): a change there makes the days of these dirty. */
  readonly readBy?: { readonly collection: string; readonly by: string }
  /**
   * Fields that only the coach writes; where there are any, all others are the athlete's alone. A patch of another's
   * field is refused; in a put it gives way to whatever its owner wrote.
   */
  readonly coachFields: readonly string[]
  /** What the athlete has to share for others to see it; without a domain it is never shown to anyone else. */
  readonly domain?: string
  /** Fields that need another domain than the collection's; null for those that are never shown to anyone else. */
  readonly fieldDomains: Readonly<Record<string, string | null>>
  /** What has to be shared besides for others to see this very row. */
  rowDomain?(data: Readonly<Record<string, unknown>>): string | undefined
}

export function defineCollection<S extends z.ZodMiniObject>(
  name: string,
  row: S,
  options: {
    indexes: readonly string[]
    dated?: string
    parent?: { collection: string; by: string }
    siblings?: readonly string[]
    readBy?: { collection: string; by: string }
    coachFields?: readonly string[]
    domain?: string
    fieldDomains?: { readonly [F in keyof z.output<S> & string]?: string | null }
    rowDomain?: (data: Readonly<Record<string, unknown>>) => string | undefined
  },
): Collection<z.output<S> & Row> {
  const fields = ['id', ...Object.keys(row.shape).filter((field) => field !== 'id')]
  const rowType = row as unknown as z.ZodMiniType<z.output<S> & Row>
  return { name, row: rowType, fields, coachFields: [], ...options, fieldDomains: { ...options.fieldDomains } as never }
}

/**
 * What a mutation must see before it runs, the rows that it writes among it (new ones too, by id: they may exist on the
 * other end). Both ends load exactly this; reading or writing anything else throws on both.
 */
export type Read =
  | { from: Collection<never> | Collection; id: string }
  | { from: Collection<never> | Collection; where: string; is: string | number }
  /** Children: the rows whose `where` is the id of a row that `of` yields. */
  | { from: Collection<never> | Collection; where: string; of: Read }

/** The rows a mutation works on. Deleted rows are not seen by `get` and `find`. Synchronous on both ends. */
export type Tx = {
  get<R extends Row>(collection: Collection<R>, id: string): R | undefined
  find<R extends Row>(collection: Collection<R>, where: keyof R & string, is: string | number): R[]
  /** Creates the row; where it exists, merges field by field. */
  put<R extends Row>(collection: Collection<R>, row: R): void
  /** Changes the named fields. A row that is unknown stays unknown; a deleted one takes the change and stays deleted. */
  patch<R extends Row>(collection: Collection<R>, id: string, fields: Partial<Omit<R, 'id'>>): void
  delete(collection: Collection<never> | Collection, id: string): void
  restore(collection: Collection<never> | Collection, id: string): void
}

export type MutationContext = {
  /** The person who acts; differs from the space's athlete when a coach writes. */
  actor: string
  /** The athlete whose data this is. */
  space: string
  /** The phone's raw clock when it was done, ms since 1970; the same on both ends. */
  at: number
  /** The mutation's own id. */
  mid: string
  /** The nth id derived from `mid`, n from 1. */
  id(n: number): string
}

export type Mutation<A = never> = {
  readonly name: string
  /** Version of the arguments. */
  readonly v: number
  readonly args: z.ZodMiniType<A>
  /** Log data is quarantined, never rejected, when it can't be applied. */
  readonly isLog: boolean
  /** Others who may write in the athlete's log may run it too; without it only the athlete. */
  readonly byWriters: boolean
  /** Mids of the mutations that it takes back; see undo.ts. */
  undoes?(args: A): readonly string[]
  /** Turns the arguments of an older version into those of the next: `upcasters[1]` makes v1 into v2. */
  readonly upcasters: Readonly<Record<number, (args: never) => unknown>>
  reads(args: A, ctx: MutationContext): Read[]
  /** Pure and synchronous. Throws an AppError only for what no later arrival can change (arguments, ownership). */
  run(tx: Tx, args: A, ctx: MutationContext): void
}

export function defineMutation<A>(mutation: {
  name: string
  v: number
  args: z.ZodMiniType<A>
  isLog?: boolean
  byWriters?: boolean
  undoes?: (args: A) => readonly string[]
  upcasters?: Record<number, (args: never) => unknown>
  reads: (args: A, ctx: MutationContext) => Read[]
  run: (tx: Tx, args: A, ctx: MutationContext) => void
}): Mutation<A> {
  return { isLog: true, byWriters: false, upcasters: {}, ...mutation }
}

/** A put under an id that may have been undone: said anew, the row is there again. */
export function putAnew<R extends Row>(tx: Tx, collection: Collection<R>, row: R): void {
  if (!tx.get(collection, row.id)) tx.restore(collection as never, row.id)
  tx.put(collection, row)
}

/** Only the fields that were named: for `patch`, where an absent field must not become a change to "nothing". */
export function given<F extends object>(fields: F): { [K in keyof F]?: Exclude<F[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never
}
