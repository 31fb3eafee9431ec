/** What the two halves of an import hand to each other and to the screen; plain data that a worker can post. */
import type { DistanceUnit, LoadUnit, Source } from '../../model.ts'
import type { Column } from './columns.ts'
import type { CsvRow } from './csv.ts'
import type { DateOrder } from './dates.ts'
import type { Role } from './headers.ts'
import type { DecimalMark } from './numbers.ts'
import type { Problem } from './problems.ts'

export type ReadImport = {
  fileName: string
  source: Source
  columns: Column[]
  rows: CsvRow[]
  delimiter: string
  decimal: DecimalMark
  questions: Question[]
  problems: Problem[]
}

/** What the athlete answered, and may change while the preview is open. */
export type ImportAnswers = {
  /** Column index to its role; null for "leave it out". */
  columns?: Record<number, Role | null>
  /** Whether a line is one set or holds several side by side; as the headers say where it was not answered. */
  layout?: 'rows' | 'wide'
  loadUnit?: LoadUnit
  distanceUnit?: DistanceUnit
  dateOrder?: DateOrder
  zone?: string
  /** Name in the file to an exercise's id, `own` for a new one of the athlete's, or `skip`. */
  exercises?: Record<string, string>
}

export type Progress = { phase: 'reading' | 'planning'; done: number; total: number }

export type Question =
  | {
      kind: 'column'
      role: Role
      /** The file can't be imported without an answer. */
      required: boolean
      candidates: { index: number; header: string; sample: string }[]
      guess: number | null
    }
  | { kind: 'loadUnit'; guess: LoadUnit; samples: string[] }
  | { kind: 'distanceUnit'; guess: DistanceUnit; samples: string[] }
  | { kind: 'dateOrder'; guess: DateOrder; sample: string }
  /** The guess is the device's zone, which rules don't know. */
  | { kind: 'zone'; sample: string }
