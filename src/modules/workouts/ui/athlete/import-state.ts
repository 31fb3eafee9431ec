/** Where an import is: the screen shows one of these at a time. */
import type { Said } from '../../rules/import/problems.ts'
import type { ImportAnswers } from '../../rules/import/shapes.ts'
import type { PlanSummary, ReadSummary } from './import-session.ts'

export type ImportState =
  | { step: 'idle'; refusal: Said | null }
  | { step: 'reading'; fileName: string; share: number }
  | {
      step: 'review'
      fileName: string
      read: ReadSummary
      /** Undefined while it is being made for the first time; an older one stays while answers change. */
      plan: PlanSummary | undefined
      isPlanning: boolean
      /** The file waits for the older months, to be compared with them. */
      isWaiting: boolean
      answers: ImportAnswers
      /** The earlier file whose answers these were at first; null when there was none with the same headers. */
      rememberedOf: string | null
      /** The batch that goes on, when a tab was closed in its middle. */
      batchId: string | null
    }
  | { step: 'importing'; fileName: string; done: number; total: number }
  /** By a text: what the phone's log threw. */
  | { step: 'stopped'; fileName: string; why: Said | string; done: number }
  | { step: 'done'; fileName: string; batchId: string; workouts: number; sets: number }

export const IDLE: ImportState = { step: 'idle', refusal: null }
