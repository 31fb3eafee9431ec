/** Where a line of the file belongs: its workout, its exercise. Or that it is no set at all. */
import { unguardFormula } from '../../../../shared/formula-guard.ts'
import { civilOf, dayFromCivil } from '../../../../shared/local-day.ts'
import type { DistanceUnit, LoadUnit, Source } from '../../model.ts'
import type { Column } from './columns.ts'
import { type DateOrder, readClock, readDate, type WallClock } from './dates.ts'
import { type DurationUnit, readDuration } from './durations.ts'
import type { Role } from './headers.ts'
import { type DecimalMark, isNothing, plainSpaces } from './numbers.ts'
import type { Said } from './problems.ts'

export type RowContext = {
  source: Source
  columns: readonly Column[]
  decimal: DecimalMark
  order: DateOrder
  /** What holds where neither header nor row names a unit. */
  loadUnit: LoadUnit
  distanceUnit: DistanceUnit
  /** Dates past this day have not happened yet. */
  now: number
  dates: Map<string, WallClock | null>
}

export type Place = {
  key: string
  number: string
  title: string
  start: WallClock
  end: WallClock | null
  activeMs: number | null
  notes: string
  /** As the file writes the bodyweight on the day. */
  bodyweight: string
  exercise: string
  superset: string
  exerciseNotes: string
  order: string
}

const DAY_MS = 86_400_000

export function cellOf(context: RowContext, cells: readonly string[], role: Role): string {
  const column = context.columns.find((one) => one.role === role && one.set === null)
  return column ? (cells[column.index] ?? '').trim() : ''
}

function dateOf(context: RowContext, cell: string): WallClock | null {
  const known = context.dates.get(cell)
  if (known !== undefined) return known
  const date = readDate(cell, context.order)
  context.dates.set(cell, date)
  return date
}

export const shorten = (text: string) => (text.length > 40 ? `${text.slice(0, 39)}…` : text)

/** Apps write a line break in a note as the two characters `\n`. */
export function unescapeNote(text: string): string {
  return text
    .replace(/\\r\\n|\\n/g, '\n')
    .replace(/\r\n?/g, '\n')
    .trim()
}

/** Where a set belongs, or why that can't be told. */
export function readPlace(context: RowContext, cells: readonly string[]): Place | { why: Said } {
  // Whoever exports for spreadsheets writes an apostrophe before what one would run.
  const cell = (role: Role) => unguardFormula(cellOf(context, cells, role))
  const startCell = cell('start')
  if (isNothing(startCell)) return { why: { key: 'noDate', values: {} } }
  const date = dateOf(context, startCell)
  if (!date) return { why: { key: 'badDate', values: { date: shorten(startCell) } } }
  const clock = date.timed ? null : readClock(cell('startTime'))
  const start = clock ? { ...date, ...clock, timed: true } : date
  if (start.year < 1970) return { why: { key: 'oldDate', values: { year: String(start.year).padStart(4, '0') } } }
  if (Date.UTC(start.year, start.month - 1, start.day) > context.now + 2 * DAY_MS) {
    return { why: { key: 'futureDate', values: { date: shorten(startCell) } } }
  }
  const exercise = plainSpaces(cell('exercise'))
  if (exercise === '' || isNothing(exercise)) return { why: { key: 'noExercise', values: {} } }
  const title = plainSpaces(cell('workoutName'))
  const number = cell('workoutNumber')
  const endCell = cell('end')
  const active = readDuration(
    cell('workoutDuration'),
    durationUnit(context.columns.find(({ role }) => role === 'workoutDuration')),
    context.decimal,
  )
  return {
    // LiftLog writes when each set was done; only its id says which of them are one workout.
    key: context.source === 'liftlog' ? number : [number, title, startCell, cell('startTime'), endCell].join('\u0000'),
    number,
    title,
    start,
    end: dateOf(context, endCell) ?? endByClock(start, endCell),
    activeMs: active === 'bad' ? null : active,
    notes: unescapeNote(cell('workoutNotes')),
    bodyweight: cell('bodyweight'),
    exercise,
    superset: isNothing(cell('superset')) ? '' : cell('superset'),
    exerciseNotes: unescapeNote(cell('exerciseNotes')),
    order: cell('order'),
  }
}

/** `8:37 PM` on the day of the start, or on the next one when it would lie before it. */
function endByClock(start: WallClock, cell: string): WallClock | null {
  const clock = start.timed ? readClock(cell) : null
  if (!clock) return null
  const minutes = ({ hour, minute }: { hour: number; minute: number }) => hour * 60 + minute
  const day = dayFromCivil(start.year, start.month, start.day) + (minutes(clock) < minutes(start) ? 1 : 0)
  return { ...start, ...civilOf(day), ...clock }
}

/** `Duration (m)` is in minutes, a bare number in seconds. */
export function durationUnit(column: Column | undefined): DurationUnit {
  const unit = column?.unit
  return unit === 'h' || unit === 'min' || unit === 'ms' ? unit : unit === 'm' ? 'min' : 's'
}

const REST =
  /^(rest timer|rest|pausentimer|ruhetimer|erholungstimer|minuteur de repos|minuterie de repos|temporizador de descanso|cron[oô]metro de descanso|timer de descanso|timer di riposo|timer di recupero|rusttimer|vilotimer)$/i
const NOTE = /^(note|notiz|nota|remarque|notitie|anteckning|notatka|заметка)$/i

export function isPseudoName(exercise: string): boolean {
  return REST.test(exercise) || NOTE.test(exercise)
}

/** Strong writes rests and notes as lines of their own among the sets. */
export function pseudoRow(context: RowContext, cells: readonly string[]): 'rest' | 'note' | null {
  const order = cellOf(context, cells, 'order')
  const exercise = cellOf(context, cells, 'exercise')
  if (REST.test(order) || REST.test(exercise)) return 'rest'
  return NOTE.test(order) || (exercise.toLowerCase() === 'note' && order === '') ? 'note' : null
}
