/**
 * What a mutation did, told so that it can be taken back without running anything again: which rows it made, what it
 * overwrote in the others, and what of it lost against a later write that was there already. See undo.ts.
 */
import { compareStamps, isWhole, mergeRow, NO_STAMP, type SyncedRow } from './merge.ts'
import type { Mutation } from './mutation.ts'
import type { Stamp } from './protocol.ts'

/**
 * One call of put, patch, delete or restore, and the row as it found it. Of a row that was made the id is enough: what a
 * file brings is not kept twice.
 */
export type Write =
  | { entity: string; incoming: SyncedRow; before: SyncedRow | undefined }
  | [entity: string, id: string]

/** Without a third part: it made the row, and nothing of it was known. `deleted` is a field like the others. */
export type Effect = readonly [of: string, id: string, how?: How]
export type How = {
  /** It put the row whole; `made`: nobody had before it. */
  put?: 'made' | 'over'
  /** What it overwrote, by the stamp that it had; NO_STAMP where nothing was written yet. */
  was?: [Stamp, Record<string, unknown>][]
  /** What it wrote and what lost against a greater stamp. */
  lost?: Record<string, unknown>
}

/** What was mutated and is known to the server, or waits on this phone: one entry of the journal. */
export type Told = {
  mid: string
  name: string
  /** The phone's raw clock, ms. */
  at: number
  stamp: Stamp
  actor: string
  /** Mids of what this took back. */
  undoes: readonly string[]
  effects: readonly Effect[]
}
/** What of it is stored with its receipt, which says the rest. */
export type Journal = { name: string; at: number; ms: number; undoes?: readonly string[]; effects: readonly Effect[] }

/** Undefined where nothing was written: that is no item of the timeline. */
export function journalOf(
  { name, undoes }: Mutation,
  args: never,
  at: number,
  [ms]: Stamp,
  writes: readonly Write[],
): Journal | undefined {
  const effects = effectsOf(writes)
  const undone = undoes?.(args) ?? []
  return effects.length + undone.length === 0
    ? undefined
    : { name, at, ms, ...(undone.length > 0 && { undoes: undone }), effects }
}

/** Each row once, in the order of the first write to it. */
export function effectsOf(writes: readonly Write[]): Effect[] {
  const rows = new Map<string, { entity: string; own: SyncedRow; before: SyncedRow | undefined }>()
  for (const write of writes) {
    const { entity, incoming, before } = Array.isArray(write) ? making(write) : write
    const key = `${entity}:${incoming.id}`
    const known = rows.get(key)
    if (known) known.own = mergeRow(known.own, incoming)
    else rows.set(key, { entity, own: incoming, before })
  }
  return [...rows.values()].map(({ entity, own, before }) => effectOf(entity, own, before))
}

const making = ([entity, id]: [entity: string, id: string]) => {
  const incoming: SyncedRow = { id, data: { id }, stamps: { row: NO_STAMP }, deleted: false }
  return { entity, incoming, before: undefined }
}

function effectOf(entity: string, own: SyncedRow, before: SyncedRow | undefined): Effect {
  const isPut = isWhole(own)
  if (isPut && !before && !own.deleted) return [entity, own.id]
  const was = new Map<string, [Stamp, Record<string, unknown>]>()
  const lost: Record<string, unknown> = {}
  const found = before ? registersOf(before) : new Map<string, Register>()
  for (const [field, { value, stamp }] of registersOf(own)) {
    const old = found.get(field) ?? { value: field !== 'deleted' && null, stamp: NO_STAMP }
    if (compareStamps(old.stamp, stamp) > 0) lost[field] = value
    else {
      const key = stampKey(old.stamp)
      const [, fields] = was.get(key) ?? [old.stamp, {}]
      was.set(key, [old.stamp, { ...fields, [field]: old.value }])
    }
  }
  const how: How = {
    ...(isPut && { put: before && isWhole(before) ? 'over' : 'made' }),
    ...(was.size > 0 && { was: [...was.values()] }),
    ...(Object.keys(lost).length > 0 && { lost }),
  }
  return [entity, own.id, how]
}

/** Its device and number: the same for ever, also where the server has corrected the time. */
export function stampKey([, device, seq]: Stamp): string {
  return `${device} ${seq}`
}

export type Register = { value: unknown; stamp: Stamp }

/** Everything that was ever written of a row, but its id: fields, and whether it is deleted where somebody said so. */
export function registersOf({ data, stamps, deleted }: SyncedRow): Map<string, Register> {
  const all = new Map<string, Register>()
  for (const field in data) {
    if (field !== 'id') all.set(field, { value: data[field] ?? null, stamp: stamps.fields?.[field] ?? stamps.row })
  }
  const said = stamps.fields?.deleted
  if (said) all.set('deleted', { value: deleted, stamp: said })
  return all
}
