/**
 * What is measured of a body: how it is typed and shown. Promise: stored as whole grams, millimetres or tenths of a percent;
 * what was typed to a twentieth of an inch or a hundredth of a pound is shown as it was typed. Of a day: minutes of sleep,
 * typed as 7:30 or 7.5 hours, whole kcal and whole grams of protein.
 */
import { parseEntered, type Refused } from '../../../shared/entered-number.ts'
import { type Decimal, gramsOf, type LoadUnit, loadIn } from '../../../shared/units.ts'
import type { Measure } from '../model/body.ts'

export type BodyUnits = { load: LoadUnit; length: 'cm' | 'in' }
export type MeasureUnit = LoadUnit | 'cm' | 'in' | '%' | 'h' | 'kcal' | 'g'

type Dimension = 'mass' | 'share' | 'length' | 'sleep' | 'energy' | 'protein'
/** The least and most that a body can be, in stored units: beyond it is a slip. */
const RANGE: Record<Dimension, readonly [number, number]> = {
  mass: [2_000, 700_000],
  share: [10, 900],
  length: [50, 4_000],
  sleep: [1, 1_440],
  energy: [1, 20_000],
  protein: [1, 1_000],
}
/** What is the same wherever one lives. */
const UNIT: Partial<Record<Dimension, MeasureUnit>> = { share: '%', sleep: 'h', energy: 'kcal', protein: 'g' }
/** Tenths of a stored unit in one that is typed; what is weighed has grams of its own (`gramsOf`). */
const TENTHS: Partial<Record<MeasureUnit, bigint>> = { '%': 100n, in: 254n, cm: 100n, h: 600n, kcal: 10n, g: 10n }
const HOURS = /^\s*(\d{1,2}):([0-5]\d)\s*$/

export function dimensionOf(kind: Measure): Dimension {
  if (kind === 'weight' || kind === 'lean_mass') return 'mass'
  if (kind === 'sleep' || kind === 'energy' || kind === 'protein') return kind
  return kind === 'body_fat' ? 'share' : 'length'
}

export function unitOf(kind: Measure, units: BodyUnits): MeasureUnit {
  const dimension = dimensionOf(kind)
  return dimension === 'mass' ? units.load : (UNIT[dimension] ?? units.length)
}

/** Lengths go with the unit of distances: who thinks in miles measures in inches. */
export function unitsOf({ loadUnit, distanceUnit }: { loadUnit: LoadUnit; distanceUnit: 'km' | 'mi' }): BodyUnits {
  return { load: loadUnit, length: distanceUnit === 'mi' ? 'in' : 'cm' }
}

/** Tenths of a stored unit in the shown one: 1 in is 25.4 mm. */
function scaled({ digits, scale }: Decimal, tenths: bigint): number {
  const den = 10n * 10n ** BigInt(scale)
  return Number((2n * digits * tenths + den) / (2n * den))
}

/** `93,5`, `93.5` and `٩٣٫٥` are the same; what no body measures is refused, never guessed. */
export function parseMeasure(
  text: string,
  kind: Measure,
  units: BodyUnits,
): { ok: true; value: number } | Refused | { ok: false; why: 'too_small' } {
  const unit = unitOf(kind, units)
  const clock = unit === 'h' ? HOURS.exec(text) : null
  const parsed = parseEntered(clock ? String(Number(clock[1]) * 60 + Number(clock[2])) : text)
  if (!parsed.ok) return parsed
  const value =
    unit === 'kg' || unit === 'lb'
      ? gramsOf(parsed.value, unit)
      : scaled(parsed.value, clock ? 10n : (TENTHS[unit] ?? 100n))
  const [least, most] = RANGE[dimensionOf(kind)]
  if (value < least) return { ok: false, why: 'too_small' }
  return value > most ? { ok: false, why: 'too_large' } : { ok: true, value }
}

/** In the shown unit, for charts and for typing over it. Inches to a twentieth: finer than a millimetre nothing is known. */
export function measureIn(value: number, kind: Measure, units: BodyUnits): number {
  const unit = unitOf(kind, units)
  if (unit === 'kg' || unit === 'lb') return loadIn(value, unit)
  if (unit === 'in') return Math.round((value * 20) / 25.4) / 20
  if (unit === 'h') return value / 60
  if (unit === 'kcal' || unit === 'g') return value
  return value / 10
}

export function measureNumber(value: number, kind: Measure, units: BodyUnits, locale: string): string {
  const dimension = dimensionOf(kind)
  if (dimension === 'sleep') return `${Math.floor(value / 60)}:${String(value % 60).padStart(2, '0')}`
  const digits = dimension === 'share' ? 1 : 2
  return new Intl.NumberFormat(locale, { maximumFractionDigits: digits, useGrouping: false }).format(
    measureIn(value, kind, units),
  )
}

/** "82.4 kg", "36.25 in", "18.5%", "7:30 h". */
export function formatMeasure(value: number, kind: Measure, units: BodyUnits, locale: string): string {
  const unit = unitOf(kind, units)
  const number = measureNumber(value, kind, units, locale)
  return unit === '%' ? `${number}%` : `${number}\u00a0${unit}`
}

/** As `formatMeasure`, to a tenth of the shown unit: a line through noise, and a change, are no finer than that. */
export function formatRough(value: number, kind: Measure, units: BodyUnits, locale: string): string {
  const unit = unitOf(kind, units)
  const digits = unit === 'kcal' || unit === 'g' ? 0 : 1
  const tenth = new Intl.NumberFormat(locale, {
    maximumFractionDigits: digits,
    minimumFractionDigits: digits,
    useGrouping: false,
  })
  return `${tenth.format(measureIn(value, kind, units))}${unit === '%' ? '%' : `\u00a0${unit}`}`
}

/** "+0.4 kg", "−1.5 cm". */
export function formatChange(change: number, kind: Measure, units: BodyUnits, locale: string): string {
  const size = Math.abs(change)
  const sign = Math.round(measureIn(size, kind, units) * 10) === 0 ? '±' : change < 0 ? '−' : '+'
  return `${sign}${formatRough(size, kind, units, locale)}`
}
