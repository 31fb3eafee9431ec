/** Undoing items of the timeline on this phone, and doing them again: as one more edit, which other devices take as such. */
import type { Phone } from '../../sync/client/api.ts'
import { markArgs, planOnPhone, readEntries } from '../../sync/client/journal.ts'
import { journaled, type UndoneRow } from '../../sync/undo.ts'
import { phoneArchive, phoneCollections } from '../../wiring/sync-phone.ts'
import { type Item, itemsOf, targetsOf, withoutExercises } from './timeline-items.ts'

export type UndoAnswer =
  | { done: true }
  /** What stands on it, latest first, and with what it could be undone together. */
  | { because: Item[]; together: string[] | null }
  | { gone: true }
  /** Not all of it is on this phone yet. */
  | { behind: true }

/** More at once is no slip of the thumb any more. */
const MOST_TOGETHER = 20
const [, mark] = phoneArchive

/** `keys` of items, all of which stand, or all of which are undone. `sessionOf`: the program's session of an item. */
export async function undoItems(
  phone: Phone,
  keys: readonly string[],
  sessionOf: (item: Item) => string | undefined,
  now: number,
): Promise<UndoAnswer> {
  const entries = await readEntries(phone.store, phone.space, now)
  const journal = journaled(entries)
  const items = itemsOf(entries, journal)
  const byMid = new Map(items.flatMap((item) => item.entries.map(({ mid }) => [mid, item] as const)))
  const planOf = (some: readonly Item[]) => {
    const targets = [...new Set(some.flatMap((item) => targetsOf(item, journal, sessionOf(item))))]
    return planOnPhone(phone.store, phoneCollections, journal, targets).then((plan) => ({ plan, targets }))
  }
  const itemsIn = (mids: readonly string[]) => [...new Set(mids.flatMap((mid) => byMid.get(mid) ?? []))]

  const asked = items.filter(({ key }) => keys.includes(key))
  let { plan, targets } = await planOf(asked)
  if ('because' in plan && asked.some(({ entries, undos }) => undos.length === 0 && entries.length > 1)) {
    // Exercises out of a file stay where something else needs them.
    const spared = asked.map((item) => ({ ...item, entries: withoutExercises(item) }))
    const next = await planOf(spared)
    if ('rows' in next.plan) [plan, targets] = [next.plan, next.targets]
  }
  if ('gone' in plan || 'behind' in plan) return plan
  // Other items by now: what came meanwhile put them together anew.
  if (targets.length === 0) return { behind: true }
  if ('rows' in plan) {
    for (const args of markArgs(plan.rows.map(asRemovedBatch), targets)) await phone.mutate(mark, args)
    return { done: true }
  }
  const because = itemsIn(plan.because)
  const all = new Set(asked)
  for (let found = because; found.length > 0 && all.size <= MOST_TOGETHER; ) {
    for (const item of found) all.add(item)
    const next = await planOf([...all])
    if ('rows' in next.plan) return { because, together: [...all].map(({ key }) => key) }
    if (!('because' in next.plan)) break
    found = itemsIn(next.plan.because).filter((item) => !all.has(item))
  }
  return { because, together: null }
}

/** As the list of imports says it; what of the file is still under way stays hidden by it. */
function asRemovedBatch(row: UndoneRow): UndoneRow {
  return row.of === 'import_batch' && row.deleted ? { of: row.of, id: row.id, fields: { state: 'removed' } } : row
}
