'use client'
/**
 * One import from the file to its last workout. It lives outside of the screens: leaving the import screen stops
 * nothing. What is asked and planned happens in the worker, what is written goes through the phone like any other change.
 */
import { newId } from '../../../../shared/id.ts'
import type { Phone, Readable } from '../../../../sync/client/api.ts'
import type { Mutation } from '../../../../sync/mutation.ts'
import type { Exercise } from '../../../exercises/model.ts'
import { type ImportBatch, importBatches, workouts } from '../../model.ts'
import { finishImport, importChunk, startImport, toImported } from '../../mutators/import.ts'
import type { Said } from '../../rules/import/problems.ts'
import { headerKey, kept } from '../../rules/import/remembered.ts'
import type { ImportAnswers } from '../../rules/import/shapes.ts'
import { bringExercises } from './import-exercises.ts'
import type { ImportKeep, KeptImport } from './import-keep.ts'
import type { ImportReply, ImportRequest, PlanSummary, ReadSummary } from './import-session.ts'
import { IDLE, type ImportState } from './import-state.ts'

export type ImportRun = Readable<ImportState> & {
  choose(file: File): void
  /** Goes on with a batch: with the kept file, or with the same file chosen again. False when there is no file. */
  goOn(batch: ImportBatch, file?: File): Promise<boolean>
  answer(answers: Partial<ImportAnswers>): void
  /** Plans with the history that is on this phone, though it is not all. */
  goOnWithout(): void
  start(): Promise<void>
  /**
   * The guest's log went over to an account: so does the import, from where it is. Its workouts have the ids they would
   * have had, so that what the guest's log holds already and what is written again are one.
   */
  moveTo(log: Pick<ImportParts, 'phone' | 'keep'>): void
  reset(): void
}

export type ImportParts = {
  phone: Phone
  keep: ImportKeep
  exercises: () => readonly Exercise[]
  zone: string
  openWorker: () => Worker
  now: () => number
}

export function createImportRun(parts: ImportParts): ImportRun {
  let { phone, keep } = parts
  const listeners = new Set<() => void>()
  let state: ImportState = IDLE
  let worker: Worker | null = null
  let file: File | null = null
  /** Who waits for the next chunk. */
  let onChunk: ((reply: Extract<ImportReply, { type: 'chunk' | 'failed' }>) => void) | null = null
  /** The batch that is being written, until it is done: it can go on in another log. */
  let writing: KeptImport | null = null
  /** A batch that goes on starts by itself once it is planned. */
  let continuing: { batchId: string; answers: ImportAnswers } | null = null

  function set(next: ImportState): void {
    state = next
    for (const listener of [...listeners]) listener()
  }

  function ask(request: ImportRequest): void {
    if (!worker) {
      const opened = parts.openWorker()
      worker = opened
      let hasAnswered = false
      opened.onmessage = (event: MessageEvent<ImportReply>) => {
        hasAnswered = true
        // Of a file that was put away meanwhile.
        if (worker === opened) hear(event.data)
      }
      // Before its first word it could not be loaded: no signal and not stored, or the page is of an older build.
      opened.onerror = () => fail({ key: hasAnswered ? 'ours' : 'notLoaded', values: {} })
    }
    worker.postMessage(request)
  }

  function closeWorker(): void {
    worker?.terminate()
    worker = null
  }

  function fail(why: Said): void {
    if (onChunk) onChunk({ type: 'failed', why })
    else {
      closeWorker()
      set({ step: 'idle', refusal: why })
    }
  }

  function hear(reply: ImportReply): void {
    switch (reply.type) {
      case 'progress':
        if (state.step === 'reading') set({ ...state, share: reply.total > 0 ? reply.done / reply.total : 0 })
        return
      case 'refused':
        fail(reply.problem)
        return
      case 'failed':
        fail(reply.why)
        return
      case 'read':
        void review(reply.read)
        return
      case 'plan':
        if (state.step !== 'review') return
        set({ ...state, plan: reply.plan, isPlanning: false })
        if (continuing && isAnswered(reply.plan)) void start()
        continuing = null
        return
      case 'chunk':
        onChunk?.(reply)
    }
  }

  async function review(read: ReadSummary): Promise<void> {
    const asked = worker
    const header = headerKey(read.columns)
    const known = header === null ? undefined : await keep.recall(header).catch(() => undefined)
    // Another file was chosen meanwhile.
    if (worker !== asked || state.step !== 'reading') return
    const { answers = known?.answers ?? {}, batchId = null } = continuing ?? {}
    const rememberedOf = continuing ? null : (known?.fileName ?? null)
    const isWaiting = !hasAllHistory()
    const { fileName } = read
    const first = { plan: undefined, isPlanning: true, isWaiting, answers, rememberedOf, batchId }
    set({ step: 'review', fileName, read, ...first })
    if (isWaiting) waitForHistory()
    else void plan(answers)
  }

  async function plan(answers: ImportAnswers): Promise<void> {
    const asked = worker
    const known = await phone.read(async (rows) => ({
      here: await rows.all(workouts),
      deleted: await rows.deleted(workouts),
      batches: await rows.all(importBatches),
    }))
    // Another file was asked for while the log was read: the answers were about one that nobody has any more.
    if (worker !== asked) return
    const existing = known.here.map(({ id, startedAt }) => ({ id, startedAt }))
    // What the undo of an import hid comes back with its file; what was deleted by itself doesn't.
    const undone = new Set(known.batches.flatMap(({ id, state }) => (state === 'removed' ? [id] : [])))
    const deleted = known.deleted.flatMap(({ id, batchId }) => (batchId && !undone.has(batchId) ? [id] : []))
    const { zone } = parts
    ask({ type: 'plan', answers, context: { exercises: parts.exercises(), existing, deleted, zone, now: parts.now() } })
  }

  /** Months that are still to come may hold what the file holds. */
  const hasAllHistory = () => phone.status.get().here === 'all'

  function waitForHistory(): void {
    const stop = phone.status.subscribe(() => {
      if (state.step !== 'review' || !state.isWaiting) stop()
      else if (hasAllHistory()) goOn()
    })
  }

  function goOn(): void {
    if (state.step !== 'review' || !state.isWaiting) return
    set({ ...state, isWaiting: false })
    void plan(state.answers)
  }

  function choose(chosen: File): void {
    file = chosen
    set({ step: 'reading', fileName: chosen.name, share: 0 })
    ask({ type: 'read', file: chosen })
  }

  function goOnWith(again: File, { batchId, answers }: Pick<KeptImport, 'batchId' | 'answers'>): void {
    continuing = { batchId, answers }
    choose(again)
  }

  function nextChunk(batchId: string): Promise<Extract<ImportReply, { type: 'chunk' | 'failed' }>> {
    return new Promise((resolve) => {
      onChunk = (reply) => {
        onChunk = null
        resolve(reply)
      }
      ask({ type: 'next', batchId })
    })
  }

  /** Once more when the log changed under the write: the log that it went to is closed. */
  async function write<A>(mutation: Mutation<A>, args: NoInfer<A>): Promise<void> {
    const into = phone
    try {
      await into.mutate(mutation, args)
    } catch (error) {
      if (into === phone) throw error
      await phone.mutate(mutation, args)
    }
  }

  async function start(): Promise<void> {
    if (state.step !== 'review' || !state.plan || !isAnswered(state.plan)) return
    const { plan: planned, fileName, answers, read } = state
    const batchId = state.batchId ?? newId()
    const isNew = state.batchId === null
    const total = planned.counts.workouts
    let done = 0
    set({ step: 'importing', fileName, done, total })
    try {
      // Without room for a copy the import still runs; it only can't go on by itself after a closed tab.
      writing = file && { batchId, fileName, file, answers }
      if (writing) await keep.save(writing).catch(() => {})
      const header = headerKey(read.columns)
      // Without room for them they are asked again with the next file.
      if (header !== null) await keep.remember({ header, fileName, answers: kept(answers) }).catch(() => {})
      if (isNew) {
        const batch = { id: batchId, source: planned.source, fileName, createdAt: parts.now(), total }
        await write(startImport, { batch })
      }
      await bringExercises(planned.newExercises, write)
      for (let last = total === 0; !last; ) {
        const reply = await nextChunk(batchId)
        if (reply.type === 'failed') return set({ step: 'stopped', fileName, why: reply.why, done })
        if (reply.workouts.length > 0) {
          await write(importChunk, { batchId, workouts: reply.workouts.map(toImported) })
        }
        done = reply.done
        last = reply.last || reply.workouts.length === 0
        set({ step: 'importing', fileName, done, total })
      }
      await write(finishImport, { id: batchId })
      await keep.drop(batchId).catch(() => {})
      writing = null
      set({ step: 'done', fileName, batchId, workouts: total, sets: planned.counts.sets })
    } catch (error) {
      set({ step: 'stopped', fileName, why: error instanceof Error ? error.message : String(error), done })
    } finally {
      file = null
      closeWorker()
    }
  }

  return {
    get: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    choose(chosen) {
      continuing = null
      choose(chosen)
    },
    async goOn(batch, chosen) {
      const held = await keep.load(batch.id).catch(() => undefined)
      const again = chosen ?? (held && new File([held.file], held.fileName))
      if (!again) return false
      goOnWith(again, { batchId: batch.id, answers: held?.answers ?? {} })
      return true
    },
    answer(answers) {
      if (state.step !== 'review') return
      const all = { ...state.answers, ...answers }
      set({ ...state, answers: all, isPlanning: true })
      if (!state.isWaiting) void plan(all)
    },
    goOnWithout: goOn,
    start,
    moveTo(log) {
      const before = keep
      ;({ phone, keep } = log)
      if (state.step === 'review') {
        set({ ...state, isPlanning: true })
        void plan(state.answers)
      }
      if (!writing) return
      void keep.save(writing).catch(() => {})
      void before.drop(writing.batchId).catch(() => {})
      // It stopped because the guest's log was closed under it.
      if (state.step === 'stopped') goOnWith(new File([writing.file], writing.fileName), writing)
    },
    reset() {
      if (state.step === 'importing') return
      writing = null
      continuing = null
      file = null
      closeWorker()
      set(IDLE)
    },
  }
}

export function isAnswered({ open, unsure }: Pick<PlanSummary, 'open' | 'unsure'>): boolean {
  return open.length === 0 && unsure.length === 0
}
