/** The figures of one set, from the cells of its line: what can't be read is said, never guessed. */

import { parseEffort } from '../../../../shared/entered-effort.ts'
import { parseCount, parseDistance, parseEntered, parseLoad, type Refused } from '../../../../shared/entered-number.ts'
import { LIMITS } from '../../../../shared/set-limits.ts'
import type { DistanceUnit, LoadUnit, SetKind } from '../../model.ts'
import { type Column, unitOf } from './columns.ts'
import { readDuration } from './durations.ts'
import type { Role } from './headers.ts'
import { isNothing, plainSpaces, ungrouped, withoutEndZeros, withoutFloatNoise } from './numbers.ts'
import { cellOf, durationUnit, type RowContext, shorten, unescapeNote } from './place.ts'
import type { Said } from './problems.ts'

export type RowLoad = { grams: number; entered: string; unit: LoadUnit; negative: boolean }
export type RowFigures = {
  kind: SetKind
  load: RowLoad | null
  reps: number | null
  rir2: number | null
  durationMs: number | null
  distance: { metres: number; entered: string; unit: DistanceUnit } | null
  notes: string
}

/** A thing said about one cell: `bad` costs the line, else the line stands without that cell. */
export type Complaint = { bad: boolean; why: Said }

type Complain = (complaint: Complaint) => void

const KINDS: readonly [SetKind, RegExp][] = [
  [
    'warmup',
    /^(w|warm.?up|warmup set|aufw.*|calentamiento|calentando|riscaldamento|échauffement|echauffement|aquecimento)$/i,
  ],
  ['drop', /^(d|drop.?set|drop|dropsatz|reduktionssatz|série dégressive|degressive|serie descendente|drop.?serie)$/i],
  ['failure', /^(f|failure|fail|to failure|versagen|muskelversagen|échec|echec|fallo|al fallo|cedimento|falha)$/i],
  ['amrap', /^(amrap|max reps|as many reps as possible)$/i],
  ['restpause', /^(r|rest.?pause)$/i],
  ['myo', /^(m|myo|myo.?reps?)$/i],
  ['partial', /^(partials?|partial reps|lengthened partials)$/i],
  ['forced', /^(forced|forced reps|assisted reps)$/i],
  ['tempo', /^(tempo|tut|time under tension)$/i],
  ['hold', /^(hold|iso|isometric|isometric hold|static hold)$/i],
  ['normal', /^(n|normal|normale?|working|work|regular|arbeitssatz|standard|\d*)$/i],
]

const isYes = (cell: string) => /^(true|yes|y|x|1|ja|oui|si|sí|sim)$/i.test(cell)

function readKind(context: RowContext, cells: readonly string[], set: number | null, complain: Complain): SetKind {
  if (isYes(cellOf(context, cells, 'warmup'))) return 'warmup'
  if (isYes(cellOf(context, cells, 'amrap'))) return 'amrap'
  const order = cellOf(context, cells, 'order')
  const [own] = columnsOf(context, 'kind', set)
  const cell = (cells[own?.index ?? -1] ?? '').trim() || (/^\d+$/.test(order) ? '' : order)
  if (isNothing(cell)) return 'normal'
  const found = KINDS.find(([, pattern]) => pattern.test(cell))
  if (!found) complain({ bad: false, why: { key: 'unknownKind', values: { kind: shorten(cell) } } })
  return found?.[0] ?? 'normal'
}

/** Of a line with several sets, the set's own columns; what stands there once only is each set's. */
function columnsOf({ columns }: RowContext, role: Role, set: number | null): Column[] {
  const all = columns.filter((column) => column.role === role)
  const isBeside = set !== null && all.some((column) => column.set !== null)
  return all.filter((column) => column.set === (isBeside ? set : null))
}

/** The figures of a line, or of one set of a line that holds several (`set`); null when there are none. */
export function readFigures(
  context: RowContext,
  cells: readonly string[],
  set: number | null,
  complain: Complain,
): RowFigures | null {
  const of = (role: Role) => columnsOf(context, role, set)
  const load = readLoad(context, cells, of('load'), complain)
  const reps = readReps(context, cells, of('reps'), complain)
  const durationMs = readLasting(context, cells, of('duration'), complain)
  const distance = readDistance(context, cells, of('distance'), complain)
  const rir2 = readEffort(context, cells, set, complain)
  const kind = readKind(context, cells, set, complain)
  const zerosAreNothing = context.source !== 'hevy' || set !== null
  const realLoad = load && (load.grams > 0 || !zerosAreNothing) ? load : null
  const realDuration = durationMs || null
  const realDistance = distance && distance.metres > 0 ? distance : null
  // No reps with a load on the bar is an attempt that failed; no reps beside a time or a distance is no figure at all.
  const isAttempt = reps === 0 && set === null && (realLoad?.grams ?? 0) > 0 && !realDuration && !realDistance
  const realReps = reps === 0 && !isAttempt ? null : reps
  const notes = unescapeNote(cellOf(context, cells, 'notes'))
  const isLoaded = realLoad !== null && realLoad.grams > 0 && !isOnlyPlanned(context, set, realReps)
  if (!isLoaded && realReps === null && !realDuration && !realDistance) return null
  return { kind, load: realLoad, reps: realReps, rir2, durationMs: realDuration, distance: realDistance, notes }
}

/** A load without reps says nothing where it stands for several sets, and where the app writes sets nobody did. */
function isOnlyPlanned({ source, columns }: RowContext, set: number | null, reps: number | null): boolean {
  if (reps !== null) return false
  if (source === 'liftosaur') return true
  return set !== null && columns.some(({ role, set: of }) => role === 'reps' && of !== null)
}

/** Where kg and lb stand side by side, the one that was typed is the shorter; the other was converted. */
function readLoad(
  context: RowContext,
  cells: readonly string[],
  columns: Column[],
  complain: Complain,
): RowLoad | null {
  const filled = columns.filter(({ index }) => !isNothing(cells[index] ?? ''))
  const lengthOf = ({ index }: Column) => withoutEndZeros(plainSpaces(cells[index] ?? '')).length
  const [column] = filled.sort((a, b) => lengthOf(a) - lengthOf(b))
  if (!column) return null
  const named = cellOf(context, cells, 'loadUnit')
  const rowUnit = isNothing(named) ? null : unitOf(named)
  const written = plainSpaces(cells[column.index] ?? '')
  const pounds = context.source === 'fitbod' && column.unit === 'kg' ? poundsBehind(written) : null
  const cell = pounds ?? written
  const unit = pounds === null ? (column.unit ?? rowUnit ?? context.loadUnit) : 'lb'
  const negative = /^[-−–]/.test(cell)
  const typed = ungrouped(withoutFloatNoise(cell.replace(/^[-−–+]\s*/, '')), context.decimal)
  const parsed = parseLoad(typed, unit === 'lb' ? 'lb' : 'kg', { decimal: context.decimal, maxG: LIMITS.loadG })
  if (!parsed.ok) {
    complain({ bad: true, why: loadRefusal(parsed, { cell: shorten(cell), unit }) })
    return null
  }
  if (column.unit === null && !isNothing(named) && rowUnit !== 'kg' && rowUnit !== 'lb' && parsed.grams > 0) {
    complain({ bad: true, why: { key: 'badLoadUnit', values: { unit: shorten(named) } } })
    return null
  }
  if (parsed.grams > 600_000) complain({ bad: false, why: { key: 'heavy', values: { cell, unit: parsed.unit } } })
  return { grams: parsed.grams, entered: parsed.entered, unit: parsed.unit, negative: negative && parsed.grams > 0 }
}

const GRAMS_A_POUND = 453.592_37

/**
 * Fitbod writes kilograms whatever was typed. Nobody types 22.679618: many decimals that are a quarter of a pound to a
 * fraction of a gram were pounds. 22.5 stays kilograms.
 */
function poundsBehind(cell: string): string | null {
  if (!/^\d+[.,]\d{4,}$/.test(cell)) return null
  const quarters = (Number(cell.replace(',', '.')) * 4000) / GRAMS_A_POUND
  const whole = Math.round(quarters)
  return whole > 0 && Math.abs(quarters - whole) < 0.002 ? String(whole / 4) : null
}

function readReps(
  context: RowContext,
  cells: readonly string[],
  [column]: Column[],
  complain: Complain,
): number | null {
  const cell = plainSpaces(cells[column?.index ?? -1] ?? '')
  if (isNothing(cell)) return null
  const parsed = parseCount(ungrouped(cell, context.decimal), LIMITS.reps)
  if (!parsed.ok) {
    complain({ bad: true, why: repsRefusal(parsed, { cell: shorten(cell) }) })
    return null
  }
  if (parsed.count > 500) complain({ bad: false, why: { key: 'manyReps', values: { reps: parsed.count } } })
  return parsed.count
}

function readLasting(
  context: RowContext,
  cells: readonly string[],
  [column]: Column[],
  complain: Complain,
): number | null {
  const cell = cells[column?.index ?? -1] ?? ''
  const ms = readDuration(cell, durationUnit(column), context.decimal)
  if (ms !== 'bad' && (ms ?? 0) <= LIMITS.durationMs) return ms
  complain({ bad: true, why: { key: ms === 'bad' ? 'badDuration' : 'tooLong', values: { cell: shorten(cell) } } })
  return null
}

const IN_METRES = { ft: 0.3048, yd: 0.9144 } as const

function readDistance(
  context: RowContext,
  cells: readonly string[],
  [column]: Column[],
  complain: Complain,
): RowFigures['distance'] {
  const cell = plainSpaces(cells[column?.index ?? -1] ?? '')
  if (isNothing(cell)) return null
  const named = unitOf(cellOf(context, cells, 'distanceUnit'))
  const unit = column?.unit ?? named ?? context.distanceUnit
  const digits = ungrouped(withoutFloatNoise(cell.replace(/\s*\p{L}+$/u, '')), context.decimal)
  if (unit === 'ft' || unit === 'yd') {
    const parsed = parseEntered(digits, { decimal: context.decimal })
    if (!parsed.ok) complain({ bad: true, why: distanceRefusal(parsed, { cell: shorten(cell), unit }) })
    if (!parsed.ok) return null
    const metres = Math.round((Number(parsed.value.digits) / 10 ** parsed.value.scale) * IN_METRES[unit])
    return { metres, entered: String(metres), unit: 'm' }
  }
  const inUnit: DistanceUnit = unit === 'mi' || unit === 'm' ? unit : 'km'
  const parsed = parseDistance(digits, inUnit, { decimal: context.decimal, maxM: LIMITS.distanceM })
  if (parsed.ok) return { metres: parsed.metres, entered: parsed.entered, unit: inUnit }
  complain({ bad: true, why: distanceRefusal(parsed, { cell: shorten(cell), unit: inUnit }) })
  return null
}

/** Effort is worth less than the set: what can't be read costs only itself. */
function readEffort(
  context: RowContext,
  cells: readonly string[],
  set: number | null,
  complain: Complain,
): number | null {
  for (const scale of ['rir', 'rpe'] as const) {
    const [column] = columnsOf(context, scale, set)
    const cell = plainSpaces(cells[column?.index ?? -1] ?? '')
    if (isNothing(cell) || (scale === 'rpe' && Number(cell.replace(',', '.')) === 0)) continue
    const value = Number(cell.replace(',', '.'))
    const halves = Number.isFinite(value) ? String(Math.round(value * 2) / 2) : cell
    const parsed = parseEffort(halves, scale)
    if (parsed.ok) return parsed.rir2
    complain({ bad: false, why: { key: 'badEffort', values: { scale: scale.toUpperCase(), cell: shorten(cell) } } })
  }
  return null
}

type Cell = { cell: string; unit: string }

function loadRefusal({ why }: Refused, { cell, unit }: Cell): Said {
  if (why === 'too_large') return { key: 'tooMuchLoad', values: { cell, unit, most: LIMITS.loadG / 1000 } }
  return why === 'negative' ? { key: 'negativeLoad', values: { cell, unit } } : { key: 'badLoad', values: { cell } }
}

function repsRefusal({ why }: Refused, { cell }: Pick<Cell, 'cell'>): Said {
  if (why === 'too_large') return { key: 'tooManyReps', values: { cell, most: LIMITS.reps } }
  if (why === 'negative') return { key: 'negativeReps', values: { cell } }
  return why === 'not_whole' ? { key: 'brokenReps', values: { cell } } : { key: 'badReps', values: { cell } }
}

function distanceRefusal({ why }: Refused, { cell, unit }: Cell): Said {
  if (why === 'too_large' && (unit === 'ft' || unit === 'yd')) return { key: 'tooMuch', values: { cell, unit } }
  if (why === 'too_large') return { key: 'tooFar', values: { cell, unit, most: LIMITS.distanceM / 1000 } }
  return why === 'negative'
    ? { key: 'negativeDistance', values: { cell, unit } }
    : { key: 'badDistance', values: { cell } }
}
