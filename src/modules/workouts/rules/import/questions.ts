/** What a file doesn't say and nobody may guess in silence: each with a guess to start from. */
import type { DistanceUnit, LoadUnit } from '../../model.ts'
import { type Column, OF_A_SET } from './columns.ts'
import { type DateOrder, readDate, sniffDateOrder } from './dates.ts'
import type { Role } from './headers.ts'
import { isNothing } from './numbers.ts'
import type { ImportAnswers, Question, ReadImport } from './shapes.ts'

/** The columns as the athlete left them. */
export function columnsWith(columns: readonly Column[], answers: ImportAnswers): Column[] {
  const chosen = answers.columns ?? {}
  const taken = new Set(Object.values(chosen))
  const isWide = answers.layout === 'wide'
  const left = columns.map((column) => {
    const answer = chosen[column.index]
    if (answer !== undefined) return { ...column, role: answer, set: null, sure: true }
    if (column.role === null) return column
    if (column.set !== null) return answers.layout === 'rows' ? { ...column, role: null, set: null } : column
    const isBeside = isWide && OF_A_SET.includes(column.role)
    return taken.has(column.role) && !isBeside ? { ...column, role: null } : column
  })
  return isWide ? numbered(left) : left
}

/** Side by side, the first column of reps is the first set's, as is the first of loads; one alone is every set's. */
function numbered(columns: readonly Column[]): Column[] {
  const sets = new Map<number, number>()
  for (const role of OF_A_SET) {
    const beside = columns.filter((column) => column.role === role)
    const named = beside.filter(({ set }) => set !== null)
    if (named.length > 0) for (const { index, set } of named) sets.set(index, set ?? 1)
    else if (beside.length > 1) for (const [i, { index }] of beside.entries()) sets.set(index, i + 1)
  }
  return columns.map((column) => ({ ...column, set: sets.get(column.index) ?? null }))
}

const SAMPLE_ROWS = 2000

export function questionsFor(read: ReadImport, answers: ImportAnswers): Question[] {
  const columns = columnsWith(read.columns, answers)
  const rows = read.rows.slice(0, SAMPLE_ROWS)
  const cells = (column: Column) => rows.map((row) => row.cells[column.index]?.trim() ?? '')
  const filled = (role: Role) =>
    columns
      .filter((column) => column.role === role)
      .flatMap((column) => cells(column).filter((cell) => !isNothing(cell)))
  const has = (role: Role) => columns.some((column) => column.role === role)
  const questions: Question[] = []

  const free = columns.filter((column) => column.role === null)
  const candidates = free.map((column) => ({
    index: column.index,
    header: column.header,
    sample: cells(column).find((cell) => cell !== '') ?? '',
  }))
  const ask = (role: Role, required: boolean, looks: (cell: string) => boolean) => {
    if (has(role) || answeredWith(answers, role)) return
    const likely = free.find((column) => {
      const some = cells(column)
        .filter((cell) => !isNothing(cell))
        .slice(0, 50)
      return some.length > 0 && some.every(looks)
    })
    questions.push({ kind: 'column', role, required, candidates, guess: likely?.index ?? null })
  }
  const isNumber = (cell: string) => /^-?\d+([.,]\d+)?$/.test(cell)
  ask('start', true, (cell) => readDate(cell, 'dmy') !== null || readDate(cell, 'mdy') !== null)
  ask('exercise', true, (cell) => /\p{L}{3}/u.test(cell) && readDate(cell, 'dmy') === null)
  const measured = (['load', 'reps', 'duration', 'distance'] as const).some(has)
  if (!measured && candidates.length > 0) {
    ask('reps', true, (cell) => /^\d{1,3}$/.test(cell))
    ask('load', false, isNumber)
  } else if (has('load') && !has('reps') && !has('duration') && candidates.length > 0) ask('reps', false, isNumber)

  const dates = filled('start')
  const start = columns.find(({ role }) => role === 'start')
  const order = sniffDateOrder(start ? read.rows.map((row) => row.cells[start.index] ?? '') : [])
  if (!order.sure && order.sample !== null)
    questions.push({ kind: 'dateOrder', guess: order.order, sample: order.sample })

  const loads = filled('load').filter((cell) => Number.parseFloat(cell.replace(',', '.')) !== 0)
  const unitless = columns.some((column) => column.role === 'load' && column.unit === null)
  if (unitless && loads.length > 0 && !saysUnit(read, columns, 'load', 'loadUnit') && !loads.every(namesUnit)) {
    questions.push({ kind: 'loadUnit', guess: guessLoadUnit(loads), samples: spread(loads) })
  }
  const distances = filled('distance').filter((cell) => Number.parseFloat(cell.replace(',', '.')) !== 0)
  const noUnit = columns.some((column) => column.role === 'distance' && column.unit === null)
  if (noUnit && distances.length > 0 && !saysUnit(read, columns, 'distance', 'distanceUnit')) {
    questions.push({ kind: 'distanceUnit', guess: guessDistanceUnit(distances), samples: spread(distances) })
  }
  const wall = dates.find((cell) => {
    const date = readDate(cell, order.order)
    return date !== null && date.offsetMin === null
  })
  if (wall !== undefined) questions.push({ kind: 'zone', sample: wall })
  return questions
}

/** As the file's own days show it, or else the guess. */
export function dateOrderOf(read: ReadImport, columns: readonly Column[]): DateOrder {
  const start = columns.find(({ role }) => role === 'start')?.index ?? -1
  return sniffDateOrder(read.rows.map(({ cells }) => cells[start] ?? '')).order
}

function answeredWith(answers: ImportAnswers, role: Role): boolean {
  return Object.values(answers.columns ?? {}).includes(role)
}

const namesUnit = (cell: string) => /\d\s*(kgs?|lbs?)\.?$/i.test(cell)

/** Every row that has a figure has its unit too. */
function saysUnit(read: ReadImport, columns: readonly Column[], figure: Role, unit: Role): boolean {
  const of = columns.find((column) => column.role === unit)
  const figures = columns.filter((column) => column.role === figure)
  if (!of) return false
  return read.rows.every(({ cells }) => {
    const has = figures.some(({ index }) => !isNothing(cells[index] ?? '') && Number(cells[index]) !== 0)
    return !has || !isNothing(cells[of.index] ?? '')
  })
}

/** A few loads from small to large, so that the athlete knows them again. */
function spread(cells: readonly string[]): string[] {
  const distinct = [...new Set(cells)].sort((a, b) => Number.parseFloat(a) - Number.parseFloat(b))
  if (distinct.length <= 4) return distinct
  return [0, 1, 2, 3].map((i) => distinct[Math.round((i * (distinct.length - 1)) / 3)] ?? '')
}

/** Bars with plates on them: 45 + 2 × 25, 45 … in pounds; 20 + 2 × 1.25, 2.5 … in kilograms. */
const POUND_LOADS = new Set([45, 55, 65, 85, 95, 115, 135, 155, 185, 205, 225, 245, 275, 295, 315, 365, 405, 495])
const KILO_LOADS = new Set([
  20, 22.5, 32.5, 37.5, 40, 42.5, 47.5, 60, 62.5, 70, 77.5, 80, 82.5, 87.5, 90, 97.5, 100, 102.5, 120, 140, 180,
])

/** A guess to start from, never an answer. */
function guessLoadUnit(cells: readonly string[]): LoadUnit {
  let pounds = 0
  let kilos = 0
  let heaviest = 0
  for (const cell of cells) {
    const load = Number.parseFloat(cell.replace(',', '.'))
    if (!Number.isFinite(load)) continue
    if (POUND_LOADS.has(load)) pounds++
    if (KILO_LOADS.has(load) || (load % 1.25 === 0 && load % 2.5 !== 0)) kilos++
    heaviest = Math.max(heaviest, load)
  }
  if (pounds === kilos) return heaviest > 250 ? 'lb' : 'kg'
  return pounds > kilos ? 'lb' : 'kg'
}

function guessDistanceUnit(cells: readonly string[]): DistanceUnit {
  const values = cells.map((cell) => Number.parseFloat(cell.replace(',', '.'))).filter(Number.isFinite)
  const middle = values.sort((a, b) => a - b)[values.length >> 1] ?? 0
  return middle >= 100 ? 'm' : 'km'
}
