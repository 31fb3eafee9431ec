/**
 * One import as a conversation: a file, then answers as often as they change, then the workouts chunk by chunk. What
 * runs long is done in slices, so that progress is shown and a newer request ends an older one. Spoken by
 * `import.worker.ts`; knows neither worker nor screen.
 */

import { isZone } from '../../../../shared/local-day.ts'
import type { WholeWorkout } from '../../model.ts'
import { chunks, stillOpen } from '../../rules/import/chunks.ts'
import { decodeText, refuseFile } from '../../rules/import/file.ts'
import { type ImportPlan, type PlanContext, planImportSteps } from '../../rules/import/plan.ts'
import type { Problem, Said } from '../../rules/import/problems.ts'
import { readImportSteps } from '../../rules/import/read.ts'
import type { ImportAnswers, Progress, ReadImport } from '../../rules/import/shapes.ts'

/** What a File is, as far as reading it goes. */
export type ImportFile = Pick<Blob, 'size' | 'slice' | 'arrayBuffer'> & { name: string }

export type ImportRequest =
  | { type: 'read'; file: ImportFile }
  | { type: 'plan'; answers: ImportAnswers; context: PlanContext }
  /** The next workouts of the plan; the first request of a batch begins at its start. */
  | { type: 'next'; batchId: string }

export type ReadSummary = Omit<ReadImport, 'rows'> & { rowCount: number; sampleRows: string[][] }
export type PlanSummary = Omit<ImportPlan, 'workouts'> & {
  /** The newest, to look at. */
  sample: WholeWorkout[]
}

export type ImportReply =
  | ({ type: 'progress' } & Progress)
  | { type: 'read'; read: ReadSummary }
  | { type: 'refused'; problem: Problem }
  | { type: 'plan'; plan: PlanSummary }
  /** `done` workouts of `total` are handed out with this chunk; it is empty when nothing is left. */
  | { type: 'chunk'; batchId: string; workouts: WholeWorkout[]; done: number; total: number; last: boolean }
  | { type: 'failed'; why: Said }

const HEAD_BYTES = 4096
const SAMPLES = 5

export function createImportSession(post: (reply: ImportReply) => void, pause: () => Promise<void>) {
  let read: ReadImport | null = null
  let plan: ImportPlan | null = null
  let sending: { batchId: string; next: Generator<WholeWorkout[]>; done: number } | null = null
  let newest = 0
  const fail = (why: Said) => post({ type: 'failed', why })

  /** Null when a newer request has come meanwhile. */
  const inSlices = async <T>(steps: Generator<Progress, T>, turn: number): Promise<T | null> => {
    for (;;) {
      const step = steps.next()
      if (step.done) return step.value
      post({ type: 'progress', ...step.value })
      await pause()
      if (turn !== newest) return null
    }
  }

  const readFile = async (file: ImportFile, turn: number) => {
    read = null
    plan = null
    const head = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer())
    if (turn !== newest) return
    const refused = refuseFile(file.name, file.size, head)
    if (refused) return post({ type: 'refused', problem: refused })
    const text = decodeText(new Uint8Array(await file.arrayBuffer()))
    if (turn !== newest) return
    const result = await inSlices(readImportSteps(text, { fileName: file.name }), turn)
    if (!result) return
    const fatal = result.problems.find(({ kind }) => kind === 'refused')
    if (fatal) return post({ type: 'refused', problem: fatal })
    read = result
    const { rows, ...summary } = result
    const sampleRows = rows.slice(0, SAMPLES).map(({ cells }) => cells)
    post({ type: 'read', read: { ...summary, rowCount: rows.length, sampleRows } })
  }

  const planAgain = async (answers: ImportAnswers, context: PlanContext, turn: number) => {
    plan = null
    sending = null
    if (!read) return fail({ key: 'noFile', values: {} })
    const zone = answers.zone ?? context.zone
    if (!isZone(zone)) return fail({ key: 'unknownZone', values: { zone } })
    const result = await inSlices(planImportSteps(read, answers, context), turn)
    if (!result) return
    plan = result
    const { workouts, ...summary } = result
    const sample = workouts.slice(-SAMPLES).reverse()
    post({ type: 'plan', plan: { ...summary, sample } })
  }

  const sendNext = (batchId: string) => {
    if (!plan) return fail({ key: 'noPlan', values: {} })
    const open = stillOpen(plan)
    if (open) return fail(open)
    if (sending?.batchId !== batchId) sending = { batchId, next: chunks(plan, batchId), done: 0 }
    const total = plan.workouts.length
    const step = sending.next.next()
    const workouts = step.done ? [] : step.value
    sending.done += workouts.length
    post({ type: 'chunk', batchId, workouts, done: sending.done, total, last: sending.done === total })
  }

  return async (request: ImportRequest): Promise<void> => {
    // Handing out chunks interrupts nothing: it follows on a plan that is there.
    const turn = request.type === 'next' ? newest : ++newest
    try {
      if (request.type === 'read') await readFile(request.file, turn)
      else if (request.type === 'plan') await planAgain(request.answers, request.context, turn)
      else sendNext(request.batchId)
    } catch (error) {
      if (turn === newest) throw error
    }
  }
}
