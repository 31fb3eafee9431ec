/**
 * Two phones of one athlete on the real engine at both ends, with every collection and mutation there is: what they do,
 * in what order it arrives, what is undone on one of them, and what the log would be had that never been done.
 */
import { idFrom } from '../shared/id.ts'
import type { AnyMutation, Phone } from '../sync/client/api.ts'
import { markArgs, planOnPhone, readEntries, refreshJournal } from '../sync/client/journal.ts'
import { createMemoryStore } from '../sync/client/memory-store.ts'
import { createPhone } from '../sync/client/phone.ts'
import { contextOf, createWorld, runnableOf } from '../sync/client/world.ts'
import { isWhole, type SyncedRow } from '../sync/merge.ts'
import type { Collection, Mutation } from '../sync/mutation.ts'
import type { Stamp, TimelineOutput, WireMutation } from '../sync/protocol.ts'
import { createEngine } from '../sync/server/engine.ts'
import { pushSteps } from '../sync/server/steps.ts'
import type { SyncStore } from '../sync/server/store.ts'
import { isSame, journaled, undosOf } from '../sync/undo.ts'
import { createView } from '../sync/view.ts'
import { phoneArchive, phoneCollections, phoneMutations } from '../wiring/sync-phone.ts'
import { createUndoDeeds, ON_ONE_PHONE } from './undo-deeds.ts'

const [, mark] = phoneArchive
const collections = phoneCollections as readonly Collection[]
const byName = new Map(collections.map((one) => [one.name, one]))
const mutations = new Map(phoneMutations.map((one) => [one.name, one]))
export const START_MS = 1_780_000_000_000

export type UndoBackend = {
  space: string
  store: SyncStore
  timeline(have: Record<string, number>): Promise<TimelineOutput>
  /** Every row of the space, by `entity:id`. */
  rows(): Promise<Map<string, SyncedRow>>
}
/** A deed, by which phone (0 or 1), and whether that phone is in sync afterwards. */
export type Step = { deed: number; phone: number; syncs: boolean; dice: readonly number[] }
/** Of so many mutations from here on, on which phone. */
export type UndoStep = { at: number; more: number; phone: number; syncs: boolean }
export type Phase = { steps: readonly Step[]; undos: readonly UndoStep[] }

/** Throws where the log is not what it would be, or a refusal names nothing that it could. Tells what was done. */
export async function runUndoHistory(backend: UndoBackend, phases: readonly Phase[]) {
  let now = START_MS
  let random = 1
  const applied: { wire: WireMutation; stamp: Stamp }[] = []
  const undone = new Set<string>()
  const makers = new Map<string, string>()
  const told = { done: 0, redone: 0, refused: 0 }
  const engine = createEngine({
    store: backend.store,
    collections,
    mutations: phoneMutations as unknown as readonly Mutation[],
    mayPush: async () => 'no',
    now: () => now,
    steps: {
      stamp(wire, ...rest) {
        const stamp = pushSteps.stamp(wire, ...rest)
        applied.push({ wire, stamp })
        return stamp
      },
    },
  })
  const me = { id: backend.space }
  /** What the space began with: a name, where there is an account. */
  const first = await backend.rows()

  async function open(): Promise<Phone> {
    const phone = createPhone({
      ...{ space: backend.space, actor: backend.space, build: 'test', store: createMemoryStore() },
      transport: {
        push: (input) => engine.push(me, structuredClone(input)),
        pull: (input) => engine.pull(me, input),
        boot: (input) => engine.boot(me, input),
      },
      ...{ collections: phoneCollections, mutations: phoneMutations },
      clock: { now: () => ++now, setTimeout: () => () => {} },
      random: () => {
        random = (random * 48_271) % 2_147_483_647
        return random / 2_147_483_647
      },
      locks: { ifFree: async (_name, run) => run().then(() => true) },
      rescue: { load: () => [], save: () => {} },
      report: (error) => {
        throw error
      },
    })
    await phone.start()
    return phone
  }
  const phones = [await open(), await open()] as const
  const phoneAt = (at: number) => phones[at % 2] as Phone
  const sync = async (phone: Phone) => {
    const outcome = await phone.sync()
    if (outcome !== 'done') throw new Error(`The phone could not sync: ${outcome}.`)
  }
  const syncAll = async () => {
    for (const phone of [...phones, ...phones]) await sync(phone)
  }

  const setUp = mutations.get('users.setUp') as AnyMutation
  const units = { fields: { loadUnit: 'kg', distanceUnit: 'km', weekStart: 1 } }
  await phones[0].mutate(setUp, units as never)
  await syncAll()

  const names = [...mutations.keys()]
  const deeds = createUndoDeeds((id) => !undone.has(makers.get(id) ?? ''))
  for (const { steps, undos } of phases) {
    for (const { deed: which, phone, syncs, dice } of steps) {
      const name = names[which % names.length] ?? ''
      let at = 0
      const deed = deeds.deed(name, () => dice[at++ % dice.length] ?? 0)
      if (!deed) continue
      const by = ON_ONE_PHONE.has(name) ? phones[0] : phoneAt(phone)
      const { mid } = await by.mutate(mutations.get(name) as AnyMutation, structuredClone(deed.args) as never)
      for (const id of JSON.stringify(deed.args).match(/[0-9a-f]{8}-[0-9a-f-]{27}/g) ?? []) {
        if (!makers.has(id)) makers.set(id, mid)
      }
      if (syncs) await sync(by)
    }
    await syncAll()
    for (const step of undos) {
      await undoOn(phoneAt(step.phone), step)
      await (step.syncs ? syncAll() : sync(phoneAt(step.phone)))
    }
    await syncAll()
    await check()
  }
  return told

  async function undoOn(phone: Phone, { at, more }: UndoStep): Promise<void> {
    await sync(phone)
    await refreshJournal(phone.store, (have) => backend.timeline(have), now)
    const entries = await readEntries(phone.store, backend.space, now)
    const items = entries.filter(({ undoes, name }) => undoes.length === 0 && name !== 'users.setUp')
    if (items.length === 0) return
    const journal = journaled(entries)
    const start = at % items.length
    const chosen = items.slice(start, start + 1 + (more % 3))
    const isRedo = journal.isUndone(chosen[0]?.mid ?? '')
    const some = chosen.filter(({ mid }) => journal.isUndone(mid) === isRedo)
    for (const { mid } of some) must(undone.has(mid) === isRedo, `the journal is wrong about ${mid}`)
    const undosOfSome = some.flatMap(({ mid }) => undosOf(journal, mid))
    const targets = isRedo ? [...new Set(undosOfSome.map(({ mid }) => mid))] : some.map(({ mid }) => mid)
    const plan = await planOnPhone(phone.store, phoneCollections, journal, targets)
    if ('gone' in plan) throw new Error('A row is gone that was never away.')
    if ('because' in plan) {
      told.refused += 1
      const made = new Set(targets.flatMap((mid) => journal.byMid.get(mid)?.effects.map(([, id]) => id) ?? []))
      must(plan.because.length > 0, 'a refusal says why')
      for (const mid of plan.because) {
        const found = journal.byMid.get(mid)
        must(found !== undefined && found.undoes.length === 0 && !undone.has(mid), `${mid} is nothing to wait for`)
        const isLater = targets.some((target) => (journal.byMid.get(target)?.stamp[0] ?? 0) <= (found?.stamp[0] ?? 0))
        const touches = found?.effects.some(([, id]) => made.has(id))
        must(isLater || touches === true, `${found?.name} came before what it is said to stand on`)
      }
      return
    }
    // Everything was in sync: a phone that is behind would be its own mistake.
    if ('behind' in plan) throw new Error('The phone says that it does not have all of it, and it has.')
    for (const args of markArgs(plan.rows, targets)) await phone.mutate(mark, args)
    told[isRedo ? 'redone' : 'done'] += 1
    // A redo brings back all that was undone together.
    if (isRedo) for (const mid of targets) for (const one of journal.byMid.get(mid)?.undoes ?? []) undone.delete(one)
    else for (const mid of targets) undone.add(mid)
  }

  /** The log of a server that only ever saw what stands, in the order in which it came. */
  async function check(): Promise<void> {
    const world = createWorld({
      ...{ space: backend.space, actor: backend.space, collections: phoneCollections, mutations: phoneMutations },
    })
    const view = createView(byName)
    for (const { wire, stamp } of applied) {
      const runnable = runnableOf(world, wire)
      const isUndo = wire.name === 'archive.mark' && (wire.args as { undoes: string[] }).undoes.length > 0
      if (!runnable || isUndo || undone.has(wire.mid)) continue
      const context = contextOf(world, wire)
      const reads = runnable.mutation.reads(runnable.args, context)
      for (let needs = view.needs(reads); needs.length > 0; needs = view.needs(reads)) {
        const found = needs.flatMap((need) =>
          'ids' in need
            ? need.ids.flatMap((id) => ({ entity: need.entity, row: first.get(`${need.entity}:${id}`) }))
            : [],
        )
        view.lay(
          needs,
          found.flatMap(({ entity, row }) => (row ? [{ entity, row }] : [])),
        )
      }
      const draft = view.begin(reads, stamp, context)
      runnable.mutation.run(draft.tx, runnable.args, context)
      draft.keep()
    }
    const expected = new Map(view.changes().map(({ entity, row }) => [`${entity}:${row.id}`, row]))
    compare(await backend.rows(), expected)
    for (const phone of phones) {
      const held = await phone.store.read([], async (tx) => {
        const all = new Map<string, SyncedRow>()
        for (const { name } of collections) {
          for (const row of await tx.all(`row_${name}`)) all.set(`${name}:${row.id}`, row)
        }
        return all
      })
      if (held.size > 0) compare(held, expected)
    }
  }
}

export function newSpace(n: number): string {
  return idFrom(
    START_MS,
    Uint8Array.from({ length: 16 }, (_, i) => (n >> (i % 4)) % 256),
  )
}

function compare(rows: ReadonlyMap<string, SyncedRow>, expected: ReadonlyMap<string, SyncedRow>): void {
  const isSeen = (row: SyncedRow | undefined) => row !== undefined && !row.deleted && isWhole(row)
  // What lies in a row that is not there is not seen either.
  const seen = (all: ReadonlyMap<string, SyncedRow>) =>
    new Map(
      [...all].flatMap(([key, row]) => {
        const parent = byName.get(key.slice(0, key.indexOf(':')))?.parent
        const isIn = !parent || isSeen(all.get(`${parent.collection}:${row.data[parent.by]}`))
        return isSeen(row) && isIn ? [[key, row.data] as const] : []
      }),
    )
  const [is, should] = [seen(rows), seen(expected)]
  for (const key of new Set([...is.keys(), ...should.keys()])) {
    must(
      isSame(is.get(key), should.get(key)),
      `${key} is ${JSON.stringify(is.get(key))}, without what was undone it would be ${JSON.stringify(should.get(key))}`,
    )
  }
}

function must(holds: boolean, sentence: string): void {
  if (!holds) throw new Error(sentence)
}
