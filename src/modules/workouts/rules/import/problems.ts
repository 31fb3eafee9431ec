/** What is wrong with a file or a line of it, as a sentence: what happened, to which line, and what to do. */

export type ProblemCode =
  | 'too_large'
  | 'binary'
  | 'empty'
  | 'no_rows'
  | 'not_csv'
  | 'too_many_columns'
  | 'measurements'
  | 'unknown_columns'
  | 'bad_row'
  | 'warning'

export type Problem = {
  code: ProblemCode
  message: string
  /** Line of the file, from 1; null when the whole file is meant. */
  line: number | null
  /** Nothing of the file can be read. */
  fatal: boolean
}

/** Ten years of daily training are about 6 MB. */
export const MAX_FILE_BYTES = 25_000_000
/** The widest export known has 30 columns. */
export const MAX_COLUMNS = 500
/** A list longer than this is no longer read; the rest is counted. */
export const MAX_LISTED = 500

const megabytes = (bytes: number) => `${Math.round(bytes / 1_000_000)} MB`
const count = (value: number) => value.toLocaleString('en')

const fatal = (code: ProblemCode, message: string): Problem => ({ code, message, line: null, fatal: true })

export const fileProblem = {
  tooLarge: (name: string, bytes: number) =>
    fatal(
      'too_large',
      `${name} is ${megabytes(bytes)}; files up to ${megabytes(MAX_FILE_BYTES)} can be imported, which is decades of training. Check that it is the export of your workouts, or split it by year and import the parts one by one.`,
    ),
  binary: (name: string, kind: string) =>
    fatal(
      'binary',
      `${name} is ${kind}, not a CSV file, whatever its name says. Export your workouts as CSV and choose that file.`,
    ),
  empty: (name: string) => fatal('empty', `${name} is empty. Export your workouts again and choose the new file.`),
  noRows: (name: string) =>
    fatal(
      'no_rows',
      `${name} has a row of headers and no workouts below it. Export your workouts again and choose the new file.`,
    ),
  notCsv: (name: string) =>
    fatal(
      'not_csv',
      `${name} can't be cut into columns: no sign separates its header and its rows alike. Choose the CSV export of your workouts, or name the sign in a first line: sep=^`,
    ),
  tooManyColumns: (name: string, columns: number) =>
    fatal(
      'too_many_columns',
      `${name} has ${count(columns)} columns; a workout export has about 15, and up to ${MAX_COLUMNS} can be read. Choose the CSV export of your workouts.`,
    ),
  measurements: (name: string) =>
    fatal(
      'measurements',
      `${name} holds body measurements and no workouts. Choose the file with your workouts; exports usually have one file for each.`,
    ),
  unknownColumns: (name: string, headers: readonly string[]): Problem => ({
    code: 'unknown_columns',
    message: `None of the columns of ${name} (${headers.slice(0, 6).join(', ')}${headers.length > 6 ? ', …' : ''}) is known from a workout export. If it is one, say which column is which; if its headers are in another language, exporting in English helps.`,
    line: null,
    fatal: false,
  }),
}

export function badRow(line: number, why: string): Problem {
  return { code: 'bad_row', message: `Line ${line} is left out: ${why}`, line, fatal: false }
}

export function warning(line: number | null, message: string): Problem {
  return { code: 'warning', message: line === null ? message : `Line ${line}: ${message}`, line, fatal: false }
}
