'use client'
/**
 * One archive from the file to its last row. It lives outside of the screens: leaving the screen stops nothing. Killed in
 * the middle, the same file brings the rest: what is here already is left as it is.
 */
import { newId } from '../../../../shared/id.ts'
import {
  type Archive,
  type ArchiveRefusal,
  type BadRow,
  type ReadArchive,
  readArchive,
} from '../../../../sync/archive.ts'
import { type BringArgs, type MarkArgs, SELF } from '../../../../sync/archive-mutations.ts'
import type { AnyCollection, Phone, Readable } from '../../../../sync/client/api.ts'
import type { WholeLog } from '../../../../sync/client/whole-log.ts'
import type { Collection, Mutation, Row } from '../../../../sync/mutation.ts'
import { type SharedLink, sharedLinks } from '../../model/shares.ts'
import { unposted } from '../../rules/shares.ts'
import type { ArchiveKeep, KeptArchive, RowName } from './archive-keep.ts'

/** Of one collection: what is new here, what is here, and what was deleted here since. */
export type ArchiveCount = { of: string; fresh: number; here: number; deleted: number }

type Review = {
  fileName: string
  counts: ArchiveCount[]
  bad: BadRow[]
  /** Months that the archive itself lacks. */
  missing: readonly string[]
  /** Whether the file holds settings. */
  hasSettings: boolean
  takeSettings: boolean
  revive: boolean
}

export type ArchiveState =
  | { step: 'idle'; refusal: { why: ArchiveRefusal | 'notRead' | 'partHere'; fileName: string } | null }
  | { step: 'reading'; fileName: string; share: number }
  | ({ step: 'review' } & Review)
  | { step: 'bringing'; fileName: string; done: number; total: number }
  | { step: 'stopped'; fileName: string; why: string; done: number }
  | { step: 'done'; kept: KeptArchive; counts: ArchiveCount[]; revived: boolean }

export type ArchiveRun = Readable<ArchiveState> & {
  choose(file: File): Promise<void>
  decide(choice: Partial<Pick<Review, 'takeSettings' | 'revive'>>): void
  start(): Promise<void>
  takeOut(kept: KeptArchive): Promise<void>
  putBack(kept: KeptArchive): Promise<void>
  reset(): void
}

export type ArchiveParts = {
  phone: Phone
  keep: ArchiveKeep
  collections: readonly AnyCollection[]
  mutations: readonly [Mutation<BringArgs>, Mutation<MarkArgs>]
  gather: () => Promise<WholeLog>
  now: () => number
  /** Lets the screen paint between two slices. */
  pause: () => Promise<void>
}

type Line = { of: string; row: Row; isRoot: boolean; is: 'fresh' | 'here' | 'deleted' }
type Named = { of: string; row: Row }

/** As an import's: what a slow phone checks and stores between two frames. */
const CHUNK_BYTES = 24_000
const CHUNK_ROWS = 500

const IDLE: ArchiveState = { step: 'idle', refusal: null }

export function createArchiveRun(parts: ArchiveParts): ArchiveRun {
  const { phone, keep, pause } = parts
  const [bring, mark] = parts.mutations
  const collections = parts.collections as readonly Collection[]
  const listeners = new Set<() => void>()
  let state: ArchiveState = IDLE
  let lines: Line[] = []
  /** Deleted there and unknown here: brought for its name, and deleted here too. */
  let named: Named[] = []
  let settings: KeptArchive['settings'] = []
  let turn = 0

  function set(next: ArchiveState): void {
    state = next
    for (const listener of [...listeners]) listener()
  }

  async function choose(file: File): Promise<void> {
    const mine = ++turn
    const { name: fileName } = file
    const refuse = (why: ArchiveRefusal | 'notRead' | 'partHere') => set({ step: 'idle', refusal: { why, fileName } })
    set({ step: 'reading', fileName, share: 0 })
    const text = await file.text().catch(() => null)
    if (mine !== turn) return
    if (text === null) return refuse('notRead')
    const read = await inSlices(readArchive(parts.collections, text), fileName, mine)
    if (mine !== turn || read === undefined) return
    if (typeof read === 'string') return refuse(read)
    const here = await parts.gather()
    if (mine !== turn) return
    // What can't be looked at could be taken for new, and its undo would delete what was here before.
    if (here.missing.length > 0) return refuse('partHere')
    compare(read.archive, here)
    const isEmpty = collections.every(({ name }) => (here.log.get(name) ?? []).every(({ id }) => id === phone.space))
    const { missing } = read.archive
    const hasSettings = settings.length > 0
    const review = { counts: counted(), bad: read.bad, missing, hasSettings, takeSettings: isEmpty && hasSettings }
    set({ step: 'review', fileName, ...review, revive: false })
  }

  async function inSlices(steps: ReturnType<typeof readArchive>, fileName: string, mine: number) {
    for (;;) {
      const step: IteratorResult<{ done: number; total: number }, ReadArchive | ArchiveRefusal> = steps.next()
      if (step.done) return step.value
      set({ step: 'reading', fileName, share: step.value.total > 0 ? step.value.done / step.value.total : 0 })
      await pause()
      if (mine !== turn) return undefined
    }
  }

  function compare({ log, deleted }: Archive, here: WholeLog): void {
    lines = []
    const isKnown = (of: string, id: string) =>
      here.gone.get(of)?.has(id) || here.log.get(of)?.some((row) => row.id === id)
    named = [...deleted].flatMap(([of, rows]) => rows.filter(({ id }) => !isKnown(of, id)).map((row) => ({ of, row })))
    settings = []
    /** By collection, the rows that are not here: their children come and go with them. */
    const lacking = new Map<string, Set<string>>()
    const isOf = new Map<string, Line['is']>()
    for (const { name: of, parent } of collections) {
      const known = new Set((here.log.get(of) ?? []).map(({ id }) => id))
      const gone = here.gone.get(of) ?? new Set()
      const above = parent && lacking.get(parent.collection)
      const mine = new Set<string>()
      for (const row of log.get(of) ?? []) {
        if (row.id === SELF) {
          const own = (here.log.get(of) ?? []).find(({ id }) => id === phone.space)
          settings.push({ of, taken: row, before: own ? { ...own, id: SELF } : null })
          continue
        }
        const parentId = parent ? String((row as unknown as Record<string, unknown>)[parent.by]) : ''
        const isRoot = !above?.has(parentId)
        const is = known.has(row.id)
          ? 'here'
          : gone.has(row.id) || isOf.get(parentId) === 'deleted'
            ? 'deleted'
            : 'fresh'
        const isLink = of === sharedLinks.name && is !== 'here'
        // What is deleted comes back as it was: nothing comes back into the feed by that.
        if (isLink && is === 'deleted' && (row as unknown as SharedLink).kind === 'post') continue
        if (is !== 'here') mine.add(row.id)
        isOf.set(row.id, is)
        lines.push({ of, row: isLink ? unposted(row as SharedLink) : row, isRoot, is })
      }
      lacking.set(of, mine)
    }
  }

  function counted(): ArchiveCount[] {
    return collections.flatMap(({ name: of, parent }) => {
      const own = lines.filter((line) => line.of === of)
      const count = (is: Line['is']) => own.filter((line) => line.is === is).length
      // What was taken out of a workout by itself is no line of a list; the workouts are.
      const isTold = own.length > 0 && !parent
      return isTold ? [{ of, fresh: count('fresh'), here: count('here'), deleted: count('deleted') }] : []
    })
  }

  async function start(): Promise<void> {
    if (state.step !== 'review') return
    const { fileName, counts, takeSettings, revive } = state
    const fresh = lines.filter(({ is }) => is === 'fresh')
    const back = revive ? lines.filter(({ is }) => is === 'deleted') : []
    const total = named.length + fresh.length + back.length
    let done = 0
    const rows = [...fresh, ...back].filter(({ isRoot }) => isRoot).map(({ of, row }) => ({ of, id: row.id }))
    const taken = takeSettings ? settings : []
    const kept: KeptArchive = { id: newId(), fileName, at: parts.now(), rows, settings: taken, state: 'in' }
    const bringAll = async (some: readonly Named[], isBack: boolean) => {
      for (const chunk of chunksOf(some)) {
        await phone.mutate(bring, { rows: chunk.map(({ of, row }) => ({ of, row })), revive: isBack })
        done += chunk.length
        set({ step: 'bringing', fileName, done, total })
      }
    }
    set({ step: 'bringing', fileName, done, total })
    try {
      // Before the first row: also what was brought by half can be taken out.
      await keep.save(kept).catch(() => {})
      await laySettings(taken.map(({ of, taken: row }) => ({ of, row })))
      await bringAll(named, false)
      await markAll(
        named.map(({ of, row }) => ({ of, id: row.id })),
        true,
      )
      await bringAll(fresh, false)
      await bringAll(back, true)
      set({ step: 'done', kept, counts, revived: revive })
    } catch (error) {
      set({ step: 'stopped', fileName, why: error instanceof Error ? error.message : String(error), done })
    } finally {
      lines = []
    }
  }

  async function markAll(rows: readonly RowName[], deleted: boolean): Promise<void> {
    for (let i = 0; i < rows.length; i += CHUNK_ROWS) {
      await phone.mutate(mark, { undoes: [], rows: rows.slice(i, i + CHUNK_ROWS).map((row) => ({ ...row, deleted })) })
    }
  }

  async function laySettings(rows: BringArgs['rows']): Promise<void> {
    if (rows.length > 0) await phone.mutate(bring, { rows, revive: false })
  }

  return {
    get: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    choose,
    decide(choice) {
      if (state.step === 'review') set({ ...state, ...choice })
    },
    start,
    async takeOut(kept) {
      await markAll(kept.rows, true)
      await laySettings(kept.settings.flatMap(({ of, before }) => (before ? [{ of, row: before }] : [])))
      await keep.save({ ...kept, state: 'out' }).catch(() => {})
    },
    async putBack(kept) {
      await markAll(kept.rows, false)
      await laySettings(kept.settings.map(({ of, taken: row }) => ({ of, row })))
      await keep.save({ ...kept, state: 'in' }).catch(() => {})
    },
    reset() {
      if (state.step === 'bringing') return
      turn++
      lines = []
      set(IDLE)
    },
  }
}

const utf8 = new TextEncoder()

function* chunksOf(lines: readonly Named[]): Generator<Named[]> {
  let chunk: Named[] = []
  let bytes = 0
  for (const line of lines) {
    const size = utf8.encode(JSON.stringify(line.row)).length + 40
    if (chunk.length > 0 && (bytes + size > CHUNK_BYTES || chunk.length >= CHUNK_ROWS)) {
      yield chunk
      chunk = []
      bytes = 0
    }
    chunk.push(line)
    bytes += size
  }
  if (chunk.length > 0) yield chunk
}
