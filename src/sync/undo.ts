/**
 * Undo by the journal (see effects.ts): what rows hold without the mutations that are taken back, or which later ones
 * stand on them. Pure, and the same for a redo, which takes an undo back.
 *
 * A field holds the greatest-stamp write among those that stand. An undo writes copies of older writes, so that it is not
 * looked at as a write itself as long as the journal knows what it took back: that says all. Writes that the journal does
 * not know stand.
 */
import { type Effect, registersOf, stampKey, type Told } from './effects.ts'
import { compareStamps, isWhole, NO_STAMP, type SyncedRow } from './merge.ts'
import type { Collection } from './mutation.ts'
import type { Stamp } from './protocol.ts'

export type RowName = { of: string; id: string }
export type UndoneRow = RowName & { deleted?: boolean; fields?: Record<string, unknown> }
/**
 * `because`: mids of what has to be undone first, latest first. `gone`: a row's data is here no more. `behind`: the journal
 * tells of what has not come here yet.
 */
export type UndoPlan = { rows: UndoneRow[] } | { because: string[] } | { gone: true } | { behind: true }

/** A row that names another one, in a field or (`field` is `id`) by its own id. */
export type Kin = { of: string; row: SyncedRow; field: string }

export type Journaled = {
  byMid: ReadonlyMap<string, Told>
  /** By device and number of the stamp. */
  byStamp: ReadonlyMap<string, Told>
  /** Who did something to a row, by `of:id`. */
  byRow: ReadonlyMap<string, { told: Told; effect: Effect }[]>
  /** Whether something stands or is taken back, as the journal says. */
  isUndone(mid: string): boolean
}

const keyOf = (of: string, id: string) => `${of}:${id}`

export function journaled(journal: readonly Told[]): Journaled {
  const byRow = new Map<string, { told: Told; effect: Effect }[]>()
  for (const told of journal) {
    for (const effect of told.effects) {
      const key = keyOf(effect[0], effect[1])
      const known = byRow.get(key)
      if (known) known.push({ told, effect })
      else byRow.set(key, [{ told, effect }])
    }
  }
  return {
    byMid: new Map(journal.map((told) => [told.mid, told])),
    byStamp: new Map(journal.map((told) => [stampKey(told.stamp), told])),
    byRow,
    isUndone: undoneBy(journal),
  }
}

/** An undo that is itself undone takes nothing back. It names only what was there before it: there are no circles. */
function undoneBy(undos: readonly Pick<Told, 'mid' | 'undoes'>[]): (mid: string) => boolean {
  const by = new Map<string, string[]>()
  for (const { mid, undoes } of undos) for (const one of undoes) by.set(one, [...(by.get(one) ?? []), mid])
  const known = new Map<string, boolean>()
  const isUndone = (mid: string): boolean => {
    const found = known.get(mid)
    if (found !== undefined) return found
    // A circle can only be made by hand: it must not hang the phone.
    known.set(mid, false)
    const answer = (by.get(mid) ?? []).some((undo) => !isUndone(undo))
    known.set(mid, answer)
    return answer
  }
  return isUndone
}

/** The undos that hold it back: what a redo takes back. */
export function undosOf({ byMid, isUndone }: Journaled, mid: string): Told[] {
  return [...byMid.values()].filter((told) => told.undoes.includes(mid) && !isUndone(told.mid))
}

/** Targets, what they took back, what that took back in turn: whose rows may change. */
function reach({ byMid }: Journaled, targets: readonly string[]): Told[] {
  const all = new Map<string, Told>()
  const queue = [...targets]
  for (let mid = queue.pop(); mid !== undefined; mid = queue.pop()) {
    const told = byMid.get(mid)
    if (!told || all.has(mid)) continue
    all.set(mid, told)
    queue.push(...told.undoes)
  }
  return [...all.values()]
}

/** The rows that have to be looked up before `planUndo`. */
export function rowsInReach(journal: Journaled, targets: readonly string[]): RowName[] {
  const rows = new Map<string, RowName>()
  for (const { effects } of reach(journal, targets)) {
    for (const [of, id] of effects) rows.set(keyOf(of, id), { of, id })
  }
  return [...rows.values()]
}

/** `look`: a row as it is now, deleted ones too. `kinOf`: the rows that are there and name one of these that will go. */
export function planUndo(
  journal: Journaled,
  targets: readonly string[],
  collections: ReadonlyMap<string, Collection>,
  look: (row: RowName) => SyncedRow | undefined,
  kinOf: (going: readonly RowName[]) => readonly Kin[],
): UndoPlan {
  const isUndone = undoneBy([...journal.byMid.values(), { mid: '', undoes: targets }])
  const stands = (told: Told) => told.undoes.length === 0 && !isUndone(told.mid)
  // An undo of what the journal has forgotten can't be told as its absence any more: its copies are what was written.
  const writes = (told: Told) =>
    !isUndone(told.mid) && (told.undoes.length === 0 || told.undoes.some((mid) => !journal.byMid.has(mid)))
  const aims = new Set(targets.flatMap((mid) => journal.byMid.get(mid) ?? []))
  // What a redo brings back with them stands in nobody's way.
  const reached = new Set(reach(journal, targets))
  const because = new Set<Told>()
  const rows: UndoneRow[] = []
  const going = new Map<string, RowName & { row: SyncedRow }>()
  let isGone = false
  let isBehind = false

  for (const name of rowsInReach(journal, targets)) {
    const history = journal.byRow.get(keyOf(name.of, name.id)) ?? []
    const putters = new Set(history.flatMap(({ told, effect }) => (isPut(effect) ? [told] : [])))
    const isBack = isBroughtBack(look(name), putters, journal, writes)
    const writesHere = (told: Told) => writes(told) || (isBack && putters.has(told))
    const isThere =
      !history.some(({ effect }) => isMaking(effect)) ||
      history.some(({ told, effect }) => isPut(effect) && stands(told)) ||
      isBack
    for (const { told, effect } of history) {
      if (!aims.has(told)) continue
      isBehind ||= !holds(look(name), told, effect)
      for (const one of laterThan(told, effect, history, !isThere))
        if (stands(one) && !reached.has(one)) because.add(one)
    }
    const row = look(name)
    if (!row || !isWhole(row)) isGone ||= isThere
    else if (!isThere) going.set(keyOf(name.of, name.id), { ...name, row })
    else {
      const changed = changesOf(row, history, journal, writesHere)
      for (const field of collections.get(name.of)?.coachFields ?? []) changed.delete(field)
      // What nobody asked to be taken back stays as it is.
      const asked = history.flatMap(({ told, effect }) =>
        // Who puts a row may be all that it is there by.
        reached.has(told) ? [fieldsOf(effect), ...(isPut(effect) ? [new Set(['deleted'])] : [])] : [],
      )
      if (asked.every((fields) => fields !== null))
        for (const field of changed.keys()) if (!asked.some((fields) => fields.has(field))) changed.delete(field)
      const { deleted, ...fields } = Object.fromEntries(changed)
      if (changed.size > 0) {
        rows.push({
          ...name,
          ...(deleted !== undefined && { deleted: deleted === true }),
          ...(Object.keys(fields).length > 0 && { fields }),
        })
      }
    }
  }

  // What lies in a row that goes is hidden with it, and comes back with it: only the row is marked, as when it is deleted.
  const top = [...going.values()].filter(({ of, row }) => {
    const parent = collections.get(of)?.parent
    return !row.deleted && !(parent && going.has(keyOf(parent.collection, String(row.data[parent.by]))))
  })
  for (const { of, id } of top) rows.push({ of, id, deleted: true })
  for (const { of, row, field } of top.length > 0 ? kinOf(top) : []) {
    if (going.has(keyOf(of, row.id)) || row.deleted || !isWhole(row)) continue
    const by = namer(journal, of, row, field)
    if (by && !reached.has(by) && !isUndone(by.mid)) because.add(by)
  }
  if (because.size > 0) {
    return { because: [...because].sort((a, b) => compareStamps(b.stamp, a.stamp)).map(({ mid }) => mid) }
  }
  return isGone ? { gone: true } : isBehind ? { behind: true } : { rows }
}

/** The journal may be ahead of the rows: what was told of, but has not come (or was dropped here), can't be taken back here. */
function holds(row: SyncedRow | undefined, { stamp }: Told, [, , how]: Effect): boolean {
  if (!row) return false
  if (!isWhole(row)) return true
  const now = registersOf(row)
  const wrote = (how?.was ?? []).flatMap(([, values]) => Object.keys(values))
  return wrote.every((field) => {
    const held = now.get(field)
    return held !== undefined && (stampKey(held.stamp) === stampKey(stamp) || compareStamps(held.stamp, stamp) >= 0)
  })
}

/** All who put it were undone before, and after that somebody who stands brought it back as it was (a file that came again). */
function isBroughtBack(
  row: SyncedRow | undefined,
  putters: ReadonlySet<Told>,
  journal: Journaled,
  stands: (told: Told) => boolean,
): boolean {
  const said = row && registersOf(row).get('deleted')
  const by = said && journal.byStamp.get(stampKey(said.stamp))
  if (said?.value !== false || !by || by.undoes.length > 0 || !stands(by)) return false
  return [...putters].every((told) =>
    undosOf(journal, told.mid).some((undo) => compareStamps(undo.stamp, said.stamp) < 0),
  )
}

const isMaking = ([, , how]: Effect) => !how || how.put === 'made'
const isPut = ([, , how]: Effect) => !how || how.put !== undefined

/** Null: whatever fields there are. */
function fieldsOf([, , how]: Effect): ReadonlySet<string> | null {
  if (!how) return null
  const fields = [...(how.was ?? []).flatMap(([, values]) => Object.keys(values)), ...Object.keys(how.lost ?? {})]
  return how.put === 'made' ? null : new Set(fields)
}

/** Who wrote the same field later; of a row that goes, who did anything to it. */
function laterThan(
  told: Told,
  effect: Effect,
  history: readonly { told: Told; effect: Effect }[],
  isGoing: boolean,
): Told[] {
  const mine = fieldsOf(effect)
  return history.flatMap(({ told: other, effect: others }) => {
    if (other === told) return []
    if (isGoing) return [other]
    if (compareStamps(other.stamp, told.stamp) <= 0) return []
    const theirs = fieldsOf(others)
    const isShared = !mine || !theirs || [...mine].some((field) => theirs.has(field))
    return isShared ? [other] : []
  })
}

/** Of every field that the journal knows: what the greatest of those that stand wrote, where the row holds another. */
function changesOf(
  row: SyncedRow,
  history: readonly { told: Told; effect: Effect }[],
  { byStamp }: Journaled,
  stands: (told: Told) => boolean,
): Map<string, unknown> {
  const now = registersOf(row)
  const best = new Map<string, { stamp: Stamp; value: unknown }>()
  const offer = (field: string, value: unknown, stamp: Stamp) => {
    const by = byStamp.get(stampKey(stamp))
    if (by && !stands(by)) return
    const known = best.get(field)
    if (!known || compareStamps(stamp, known.stamp) > 0) best.set(field, { stamp, value })
  }
  offer('deleted', false, NO_STAMP)
  for (const [field, { value, stamp }] of now) {
    // Before anybody wrote it: of a row that two made, each with fields of its own.
    if (field !== 'deleted') offer(field, null, NO_STAMP)
    offer(field, value, stamp)
  }
  for (const { told, effect } of history) {
    for (const [field, value] of Object.entries(effect[2]?.lost ?? {})) offer(field, value, told.stamp)
    for (const [stamp, values] of effect[2]?.was ?? []) {
      for (const [field, value] of Object.entries(values)) offer(field, value, stamp)
    }
  }
  const changed = new Map<string, unknown>()
  for (const [field, { value }] of best) {
    const held = now.get(field)?.value ?? (field === 'deleted' ? false : null)
    if (!isSame(held, value)) changed.set(field, value)
  }
  return changed
}

/** Who wrote the name: who made the row, where it is named by its own id, or by an undo's copy. */
function namer({ byStamp, byRow }: Journaled, of: string, row: SyncedRow, field: string): Told | undefined {
  const wrote = registersOf(row).get(field)
  const by = wrote && byStamp.get(stampKey(wrote.stamp))
  if (by && by.undoes.length === 0) return by
  return byRow.get(keyOf(of, row.id))?.find(({ effect }) => isMaking(effect))?.told
}

/** Nothing and null are the same; the order of an object's keys (PostgreSQL has its own) says nothing. */
export function isSame(a: unknown, b: unknown): boolean {
  if (a === b || (a ?? null) === (b ?? null)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  const [mine, theirs] = [a as Record<string, unknown>, b as Record<string, unknown>]
  return [...new Set([...Object.keys(mine), ...Object.keys(theirs)])].every((key) => isSame(mine[key], theirs[key]))
}
