/** Recognises columns by their headers, in any order and in ten languages, and the unit that a header names. */
import { foldHeader, KEYWORDS, ROLES, type Role, roleOfHeader } from './headers.ts'

export const HEADER_UNITS = ['kg', 'lb', 'm', 'km', 'mi', 'ft', 'yd', 'h', 'min', 's', 'ms'] as const
export type HeaderUnit = (typeof HEADER_UNITS)[number]

export type Column = {
  index: number
  /** As the file has it. */
  header: string
  role: Role | null
  unit: HeaderUnit | null
  /** Set for wide files: `Set 2 (Reps)` is 2. */
  set: number | null
  /** False when the header only contains a word that we know. */
  sure: boolean
}

const UNIT_WORDS: Record<string, HeaderUnit> = {}
const UNIT_NAMES: Record<HeaderUnit, string> = {
  kg: 'kg kgs kilo kilos kilogram kilograms kilogramm kilogrammes kilogramos кг',
  lb: 'lb lbs pound pounds pfund libras livres libbre funty фунты',
  m: 'm meter meters metre metres metern metros metri метры м',
  km: 'km kms kilometer kilometers kilometre kilometres kilometros chilometri км',
  mi: 'mi mile miles meilen millas milhas miglia mijl mile',
  ft: 'ft feet foot',
  yd: 'yd yds yard yards',
  h: 'h hr hrs hours',
  min: 'min mins minutes minuten',
  s: 's sec secs second seconds sek sekunden secondes segundos secondi seconden sekunder sekundy сек',
  ms: 'ms milliseconds',
}
for (const unit of HEADER_UNITS) for (const word of UNIT_NAMES[unit].split(' ')) UNIT_WORDS[word] ??= unit

/** The unit that a word names: in a header, or in a unit's own column. */
export function unitOf(word: string): HeaderUnit | null {
  return UNIT_WORDS[foldHeader(word)] ?? null
}

export type ReadHeader = { base: string; whole: string; unit: HeaderUnit | null }

/** `(yyyy/mm/dd)` and `(h:mm)` say how a column is written, not what is in it. */
const FORMAT_HINT = /\(\s*[ymdhs]+(?:[:/.\s-][ymdhs]+)+\s*\)/i

/** `Weight (kg)`, `weight_kg` and `KG` alike: the name without its unit, and the unit. */
export function readHeader(header: string): ReadHeader {
  const whole = foldHeader(header.replace(FORMAT_HINT, ''))
  const words = whole.split(' ')
  const last = words.at(-1) ?? ''
  const unit = UNIT_WORDS[last] ?? null
  if (unit === null || words.length === 1) return { base: whole, whole, unit }
  return { base: words.slice(0, -1).join(' '), whole, unit }
}

const LOAD_UNITS: readonly (HeaderUnit | null)[] = ['kg', 'lb']
const DISTANCES: readonly (HeaderUnit | null)[] = ['m', 'km', 'mi', 'ft', 'yd']
/** `Duration (m)` are minutes. */
const DURATIONS: readonly (HeaderUnit | null)[] = ['h', 'min', 's', 'ms', 'm']

function fits(role: Role, unit: HeaderUnit | null): boolean {
  if (unit === null) return true
  if (role === 'load') return LOAD_UNITS.includes(unit)
  if (role === 'distance') return DISTANCES.includes(unit)
  if (role === 'duration' || role === 'workoutDuration') return DURATIONS.includes(unit)
  return true
}

function roleOf({ base, whole, unit }: ReadHeader): { role: Role; sure: boolean } | null {
  const known = roleOfHeader(whole) ?? roleOfHeader(base)
  if (known && fits(known, unit)) return { role: known, sure: true }
  const words = new Set(whole.split(' '))
  const found = KEYWORDS.filter(({ word, not }) => words.has(word) && !not?.some((other) => words.has(other)))
  const roles = new Set(found.map(({ role }) => role))
  const [role] = roles
  return roles.size === 1 && role && fits(role, unit) ? { role, sure: false } : null
}

const SETS = 'set|satz|serie|seria|sats'
/** `Set 1 (Reps)`, `Set 2 KG`, `Set 3`. */
const SET_FIRST = new RegExp(`^(?:${SETS}) ?(\\d{1,2})(?: (.+))?$`)
/** `Reps 1`, `Weight set 2`, `kg 3`. */
const SET_LAST = new RegExp(`^(.+?) (?:(?:${SETS}) )?(\\d{1,2})$`)
/** What stands side by side in files with several sets in a line. */
export const OF_A_SET: readonly Role[] = ['load', 'reps', 'duration', 'distance', 'rpe', 'rir', 'kind']

/** Files with a set's figures side by side; a number alone below `Set 1` are its reps. */
function wideSet(whole: string): { set: number; role: Role; unit: HeaderUnit | null } | null {
  const first = SET_FIRST.exec(whole)
  if (first) return wideRole(Number(first[1]), first[2] ?? 'reps')
  const last = SET_LAST.exec(whole)
  return last ? wideRole(Number(last[2]), last[1] ?? '') : null
}

function wideRole(set: number, words: string) {
  const read = readHeader(words)
  const unit = read.unit
  const found = roleOfHeader(read.whole) ?? roleOfHeader(read.base)
  const role = found ?? (unit === 'kg' || unit === 'lb' ? 'load' : unit === 's' || unit === 'min' ? 'duration' : null)
  return role && OF_A_SET.includes(role) && fits(role, unit) ? { set, role, unit } : null
}

/** How many of these cells are headers that we know: tells the header row, and the delimiter. */
export function countHeaders(cells: readonly string[]): number {
  const roles = new Set<string>()
  for (const cell of cells.slice(0, 200)) {
    if (cell.length > 60) continue
    const found = roleOf(readHeader(cell))
    if (found?.sure) roles.add(found.role)
  }
  return roles.size
}

/** A role goes to one column, the surest and then the first; only loads may come twice, in kg and in lb. */
export function readColumns(headers: readonly string[]): Column[] {
  const asWide = headers.map((header) => wideSet(readHeader(header).whole))
  // One number alone is part of a name.
  const isWide = new Set(asWide.flatMap((wide) => (wide ? [wide.set] : []))).size > 1
  const columns: Column[] = headers.map((header, index) => {
    const read = readHeader(header)
    const wide = isWide && asWide[index]
    if (wide) return { index, header, role: wide.role, unit: wide.unit, set: wide.set, sure: true }
    const found = roleOf(read)
    return { index, header, role: found?.role ?? null, unit: read.unit, set: null, sure: found?.sure ?? false }
  })
  for (const role of ROLES) {
    const claims = columns.filter((column) => column.role === role && column.set === null)
    if (role === 'load' && claims.every((column) => column.unit !== null)) continue
    const sure = claims.filter((column) => column.sure)
    // `Workout Name` says more than `Workout`, which may be its number.
    const best = sure.find(({ header }) => role === 'workoutName' && NAMED.test(foldHeader(header))) ?? sure[0]
    for (const column of claims) if (column !== (best ?? claims[0])) column.role = null
  }
  return settle(columns)
}

const NAMED = /\b(name|title|titel|nom|nome|nombre|titre|titolo|titulo)\b/

const has = (columns: readonly Column[], role: Role) => columns.some((column) => column.role === role)
const named = (columns: Column[], ...bases: string[]) =>
  columns.find((column) => column.role === null && bases.includes(readHeader(column.header).base))

const DURATION_NAMES =
  'duration dauer duree duracion durata duracao duur varaktighet tid czas длительность продолжительность'.split(' ')

/** Headers that mean one thing beside some columns and another beside others. */
function settle(columns: Column[]): Column[] {
  const give = (column: Column | undefined, role: Role) => {
    if (column && !has(columns, role)) column.role = role
  }
  // "Duration" is the workout's in Strong (which has Seconds too, for the set) and the set's where nothing else is.
  const isOfWorkout =
    has(columns, 'duration') ||
    columns.some(({ set }) => set !== null) ||
    (has(columns, 'workoutName') && !has(columns, 'end') && !has(columns, 'superset'))
  give(named(columns, ...DURATION_NAMES), isOfWorkout ? 'workoutDuration' : 'duration')
  give(named(columns, 'time', 'zeit'), has(columns, 'duration') ? 'startTime' : 'duration')
  give(named(columns, 'start time', 'startzeit', 'start'), 'startTime')
  give(named(columns, 'workout', 'session'), 'workoutNumber')
  const title = named(columns, 'name', 'title', 'titel', 'titre', 'titolo', 'titulo')
  give(title, has(columns, 'exercise') ? 'workoutName' : 'exercise')
  return columns
}
