/** For the stories of an import: a keep in memory, a worker in this thread, and waiting for a step. */
import type { ImportKeep, KeptImport, Remembered } from './import-keep.ts'
import type { ImportRun } from './import-run.ts'
import { createImportSession, type ImportRequest } from './import-session.ts'
import type { ImportState } from './import-state.ts'

export function keepInMemory(): ImportKeep & { kept: Map<string, KeptImport> } {
  const kept = new Map<string, KeptImport>()
  const headers = new Map<string, Remembered>()
  return {
    kept,
    save: async (one) => void kept.set(one.batchId, one),
    load: async (id) => kept.get(id),
    drop: async (id) => void kept.delete(id),
    recall: async (header) => headers.get(header),
    remember: async (one) => void headers.set(one.header, one),
  }
}

/** The worker's conversation in this thread. It dies after so many chunks, as a closed tab does. */
export function workerThatGives(chunks: number): Worker {
  const worker = { onmessage: null, onerror: null, terminate() {} } as unknown as Worker
  let given = 0
  const handle = createImportSession(
    (reply) => {
      if (reply.type !== 'chunk' || given++ < chunks) worker.onmessage?.({ data: reply } as MessageEvent)
    },
    () => Promise.resolve(),
  )
  worker.postMessage = (request: ImportRequest) => void handle(request)
  return worker
}

export const until = <S extends ImportState['step']>(
  run: ImportRun,
  step: S,
  also: (state: ImportState) => boolean = () => true,
) =>
  new Promise<Extract<ImportState, { step: S }>>((resolve) => {
    const look = () => {
      const state = run.get()
      if (state.step === step && also(state)) resolve(state as Extract<ImportState, { step: S }>)
    }
    run.subscribe(look)
    look()
  })
export const planned = (run: ImportRun) =>
  until(run, 'review', (state) => state.step === 'review' && !state.isPlanning && state.plan !== undefined)
