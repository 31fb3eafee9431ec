/** What the screen shows, made anew: the server's copies with every unconfirmed mutation run over them, in order. */
import { createView } from '../view.ts'
import { answerFromStore, fillView, type Loaded } from './load.ts'
import { idOfKey, keyOf, rowTable, type StoredRow, type StoreTx } from './store.ts'
import { contextOf, runnableOf, type World } from './world.ts'

/**
 * Replays the outbox over the base copies and writes what differs from the tables. A mutation that can't run any more
 * (its entry belongs to another build, or its rows are gone) shows nothing; the server still gets it and decides.
 */
export async function replay(tx: StoreTx, world: World, deviceId: string): Promise<void> {
  const base = new Map((await tx.all('base')).map(({ key, row }) => [key, row]))
  const outbox = await tx.all('outbox')
  const view = createView(world.collections)
  const seen = new Map<string, StoredRow>()

  for (const entry of outbox) {
    const runnable = runnableOf(world, entry)
    if (!runnable) continue
    const context = contextOf(world, entry)
    const reads = runnable.mutation.reads(runnable.args, context)
    await fillView(view, reads, async (need) => {
      const found = overBase(await answerFromStore(tx, world, need), base, need)
      for (const { entity, row } of found) seen.set(keyOf(entity, row.id), row)
      return found
    })
    const draft = view.begin(reads, [entry.ms, deviceId, entry.seq], context)
    try {
      runnable.mutation.run(draft.tx, runnable.args, context)
      draft.keep()
    } catch {
      draft.drop()
    }
  }

  const dirty = new Map<string, StoredRow>()
  for (const { entity, row } of view.changes()) {
    const key = keyOf(entity, row.id)
    const copy = base.has(key) ? base.get(key) : seen.get(key)
    dirty.set(key, { ...row, v: copy?.v ?? 0 })
    if (!base.has(key)) await tx.put('base', [{ key, row: copy ?? null }])
  }
  const clean = [...base].filter(([key]) => !dirty.has(key))
  await tx.remove(
    'base',
    clean.map(([key]) => key),
  )
  await writeRows(tx, world, [...clean, ...dirty])
}

/** Rows as the server has them: a dirty row's table shows what this phone did to it, its base copy does not. */
function overBase(
  found: readonly Loaded[],
  base: ReadonlyMap<string, StoredRow | null>,
  need: { entity: string } & ({ ids: string[] } | { where: string; values: (string | number)[] }),
): Loaded[] {
  const rows = found.filter(({ entity, row }) => !base.has(keyOf(entity, row.id)))
  for (const [key, row] of base) {
    if (!row || key !== keyOf(need.entity, row.id)) continue
    const isAsked = 'ids' in need ? need.ids.includes(row.id) : need.values.includes(row.data[need.where] as string)
    if (isAsked) rows.push({ entity: need.entity, row })
  }
  return rows
}

/** Writes only what differs, so that no live query runs for nothing. */
async function writeRows(tx: StoreTx, world: World, rows: readonly [string, StoredRow | null][]): Promise<void> {
  for (const [entity, collection] of world.collections) {
    const mine = rows.filter(([key]) => key.startsWith(`${entity}:`))
    if (mine.length === 0) continue
    const table = rowTable(collection.name)
    const before = await tx.getMany(
      table,
      mine.map(([key]) => idOfKey(key)),
    )
    const changed = mine.flatMap(([, row], i) => (row && !isSame(row, before[i]) ? [row] : []))
    const gone = mine.flatMap(([key, row], i) => (!row && before[i] ? [idOfKey(key)] : []))
    if (changed.length > 0) await tx.put(table, changed)
    if (gone.length > 0) await tx.remove(table, gone)
  }
}

function isSame(a: StoredRow, b: StoredRow | undefined): boolean {
  return (
    b !== undefined &&
    a.v === b.v &&
    a.deleted === b.deleted &&
    JSON.stringify([a.data, a.stamps]) === JSON.stringify([b.data, b.stamps])
  )
}
