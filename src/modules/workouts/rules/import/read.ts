/**
 * First half of an import: cuts the file into rows, recognises its columns and says what must still be asked. Whatever
 * the file itself says is not asked. Runs in steps, so that a worker can report progress and be stopped.
 */
import { countHeaders, readColumns } from './columns.ts'
import { type CsvRow, csvRows, sniffDelimiter } from './csv.ts'
import { readDate } from './dates.ts'
import { refuseText } from './file.ts'
import { foldHeader, type Role } from './headers.ts'
import { sniffDecimalMark } from './numbers.ts'
import { badRow, MAX_COLUMNS, type Problem, refused, unknownColumns } from './problems.ts'
import { questionsFor } from './questions.ts'
import type { Progress, ReadImport } from './shapes.ts'
import { asWrittenBy, sourceOf } from './sources.ts'

/** Rows between two reports. */
const SLICE = 2000

/** Runs the steps to their end where nobody watches. */
export function finish<T>(steps: Generator<Progress, T>): T {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

export function readImport(text: string, file: { fileName: string }): ReadImport {
  return finish(readImportSteps(text, file))
}

export function* readImportSteps(text: string, { fileName }: { fileName: string }): Generator<Progress, ReadImport> {
  const nothing: ReadImport = {
    fileName,
    source: 'csv',
    columns: [],
    rows: [],
    delimiter: ',',
    decimal: '.',
    questions: [],
    problems: [],
  }
  const refusal = refuseText(fileName, text)
  if (refusal) return { ...nothing, problems: [refusal] }
  const delimiter = sniffDelimiter(text, countHeaders)
  const rows: CsvRow[] = []
  let widest = 0
  for (const { line, cells, damaged, at } of csvRows(text, delimiter)) {
    if (cells.length > MAX_COLUMNS) {
      const values = { name: fileName, columns: cells.length, most: MAX_COLUMNS }
      return { ...nothing, problems: [refused({ key: 'tooManyColumns', values })] }
    }
    widest = Math.max(widest, cells.length)
    rows.push({ line, cells, damaged })
    if (rows.length % SLICE === 0) yield { phase: 'reading', done: at, total: text.length }
  }
  if (widest < 2) return { ...nothing, problems: [refused({ key: 'notCsv', values: { name: fileName } })] }
  return { ...nothing, delimiter, ...interpret(fileName, rows, delimiter) }
}

function interpret(fileName: string, all: CsvRow[], delimiter: string): Partial<ReadImport> {
  const { headers, rows } = splitHeader(all)
  const known = readColumns(headers)
  const source = sourceOf(known)
  const columns = asWrittenBy(source, known)
  const measured = headers.filter((header) => BODY.has(foldHeader(header).split(' ')[0] ?? '')).length
  if (measured >= 3 && !columns.some(({ role }) => role === 'exercise')) {
    return { problems: [refused({ key: 'measurements', values: { name: fileName } })] }
  }
  if (rows.length === 0) return { columns, problems: [refused({ key: 'noRows', values: { name: fileName } })] }
  const problems: Problem[] = []
  if (columns.every(({ role }) => role === null || !TELLING.has(role))) {
    problems.push(unknownColumns(fileName, headers))
  }
  const { whole, broken } = checkWidths(rows, headers.length)
  const numeric = columns.filter(({ role }) => role !== null && NUMERIC.has(role)).map(({ index }) => index)
  const decimal = sniffDecimalMark(cellsOf(whole, numeric), delimiter)
  const read: ReadImport = {
    fileName,
    source,
    columns,
    rows: whole,
    delimiter,
    decimal,
    questions: [],
    problems: [...problems, ...broken],
  }
  read.questions = questionsFor(read, {})
  return read
}

const NUMERIC = new Set<Role>(['load', 'reps', 'distance', 'rpe', 'duration', 'bodyweight'])
/** A date or a note alone is in every file of the world. */
const TELLING = new Set<Role>(['exercise', 'load', 'reps', 'order', 'workoutName', 'rpe'])
const BODY = new Set(
  'fat muscle neck shoulder chest waist hips thigh calf bicep biceps forearm abdomen lean bmi'.split(' '),
)

function* cellsOf(rows: readonly CsvRow[], columns: readonly number[]): Generator<string> {
  for (const { cells } of rows) for (const index of columns) yield cells[index] ?? ''
}

/** The header is the first of the leading rows with headers that we know; a file may begin with a title or `sep=;`. */
function splitHeader(all: CsvRow[]): { headers: string[]; rows: CsvRow[] } {
  const head = all.slice(0, 10)
  const at = head.findIndex(({ cells }) => countHeaders(cells) >= 2)
  const start = at >= 0 ? at : head.findIndex(({ cells }) => cells.length > 1)
  const cells = all[Math.max(start, 0)]?.cells ?? []
  // No header at all: the first row is data already.
  const headless = at < 0 && cells.some((cell) => readDate(cell, 'dmy') !== null)
  if (headless) return { headers: cells.map(() => ''), rows: all.slice(start) }
  return { headers: cells.map((cell) => cell.replace(/^\ufeff/, '').trim()), rows: all.slice(start + 1) }
}

/** Missing cells at the end are empty ones; cells too many mean that every cell behind some comma is another column's. */
function checkWidths(rows: CsvRow[], width: number): { whole: CsvRow[]; broken: Problem[] } {
  const whole: CsvRow[] = []
  const broken: Problem[] = []
  for (const row of rows) {
    if (row.damaged) broken.push(badRow(row.line, { key: 'openQuote', values: {} }))
    else if (row.cells.length > width && row.cells.slice(width).some((cell) => cell.trim() !== ''))
      broken.push(badRow(row.line, { key: 'tooManyCells', values: { cells: row.cells.length, width } }))
    else whole.push(row)
  }
  return { whole, broken }
}
