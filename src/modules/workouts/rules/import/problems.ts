/**
 * What is wrong with a file, a line of it or its import: a key and its values. The sentences are the catalogue's, below
 * `import.problem`: what happened, to which line, and what to do.
 */

/** What a file is that is no CSV. */
export type FileKind =
  | 'zip'
  | 'oldExcel'
  | 'pdf'
  | 'compressed'
  | 'picture'
  | 'database'
  | 'settings'
  | 'program'
  | 'json'
  | 'page'
  | 'binary'

type OfFile = { name: string }
type Nothing = Record<string, never>

/** By sentence, what it is said of; a line's number comes by itself. */
export type SaidValues = {
  tooLarge: OfFile & { megabytes: number; most: number }
  binary: OfFile & { kind: FileKind }
  empty: OfFile
  noRows: OfFile
  notCsv: OfFile
  tooManyColumns: OfFile & { columns: number; most: number }
  measurements: OfFile
  unknownColumns: OfFile & { headers: string }

  openQuote: Nothing
  tooManyCells: { cells: number; width: number }
  noDate: Nothing
  badDate: { date: string }
  oldDate: { year: string }
  futureDate: { date: string }
  noExercise: Nothing
  badLoad: { cell: string }
  badReps: { cell: string }
  badDistance: { cell: string }
  badDuration: { cell: string }
  badLoadUnit: { unit: string }
  negativeLoad: { cell: string; unit: string }
  negativeReps: { cell: string }
  negativeDistance: { cell: string; unit: string }
  brokenReps: { cell: string }
  tooMuchLoad: { cell: string; unit: string; most: number }
  tooManyReps: { cell: string; most: number }
  tooFar: { cell: string; unit: string; most: number }
  tooLong: { cell: string }
  tooMuch: { cell: string; unit: string }
  neverNegative: { load: string; unit: string }
  tooManySets: { titled: 'yes' | 'no'; title: string; sets: number; most: number }

  unknownKind: { kind: string }
  longAgo: { year: string }
  heavy: { cell: string; unit: string }
  manyReps: { reps: number }
  badEffort: { scale: string; cell: string }
  endsFirst: { titled: 'yes' | 'no'; title: string }
  lasts: { titled: 'yes' | 'no'; title: string; hours: number }
  cutTitle: { most: number }
  cutNote: { most: number }
  cutWorkoutNote: { most: number }
  noFigures: { n: number; first: number }
  noTimes: Nothing

  noFile: Nothing
  noPlan: Nothing
  openQuestions: OfFile
  openExercises: OfFile & { names: string }
  unknownZone: { zone: string }
  notRead: Nothing
  ours: Nothing
  notLoaded: Nothing
}

export type SaidKey = keyof SaidValues
export type Said = { [K in SaidKey]: { key: K; values: SaidValues[K] } }[SaidKey]

export type Problem = Said & {
  /** What it costs: the whole file, its line, or nothing. `unknown` asks which column is which. */
  kind: 'refused' | 'unknown' | 'badRow' | 'warning'
  /** Line of the file, from 1; null when the whole file is meant. */
  line: number | null
}

/** Ten years of daily training are about 6 MB. */
export const MAX_FILE_BYTES = 25_000_000
/** The widest export known has 30 columns. */
export const MAX_COLUMNS = 500
/** A list longer than this is no longer read; the rest is counted. */
export const MAX_LISTED = 500

const megabytes = (bytes: number) => Math.round(bytes / 1_000_000)

export function refused(said: Said): Problem {
  return { ...said, kind: 'refused', line: null }
}

export function tooLarge(name: string, bytes: number): Problem {
  return refused({
    key: 'tooLarge',
    values: { name, megabytes: megabytes(bytes), most: megabytes(MAX_FILE_BYTES) },
  })
}

export function unknownColumns(name: string, headers: readonly string[]): Problem {
  // A file without headers has its columns numbered.
  const shown = headers.slice(0, 6).map((header, i) => header || String(i + 1))
  const values = { name, headers: [...shown, ...(headers.length > 6 ? ['…'] : [])].join(', ') }
  return { key: 'unknownColumns', values, kind: 'unknown', line: null }
}

/** The line is left out. */
export function badRow(line: number, said: Said): Problem {
  return { ...said, kind: 'badRow', line }
}

/** Nothing is left out; null for the whole file. */
export function warning(line: number | null, said: Said): Problem {
  return { ...said, kind: 'warning', line }
}

/** What the catalogue's sentence is filled with. */
export function valuesOf(said: Said | Problem): Record<string, string | number> {
  return 'line' in said && said.line !== null ? { ...said.values, line: said.line } : { ...said.values }
}
