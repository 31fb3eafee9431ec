/**
 * Loads are integer grams, distances integer metres; pounds and miles are exact by definition. Decimal fractions are
 * whole numbers with a scale, so 62.5 lb never becomes 62.49999: no float touches a value on its way in.
 */

/** `digits` / 10^`scale`: 62.5 is { digits: 625n, scale: 1 }. Never negative. */
export type Decimal = { digits: bigint; scale: number }

export type LoadUnit = 'kg' | 'lb'
export type DistanceUnit = 'm' | 'km' | 'mi'

/** Grams in a unit as a fraction: 1 lb = 453.59237 g. */
const GRAMS: Record<LoadUnit, { num: bigint; den: bigint }> = {
  kg: { num: 1000n, den: 1n },
  lb: { num: 45_359_237n, den: 100_000n },
}

/** Metres in a unit: 1 mi = 1609.344 m. */
const METRES: Record<DistanceUnit, { num: bigint; den: bigint }> = {
  m: { num: 1n, den: 1n },
  km: { num: 1000n, den: 1n },
  mi: { num: 1_609_344n, den: 1000n },
}

/** Nearest whole gram, halves up. */
export function gramsOf(value: Decimal, unit: LoadUnit): number {
  return scaled(value, GRAMS[unit])
}

/** Nearest whole metre, halves up. */
export function metresOf(value: Decimal, unit: DistanceUnit): number {
  return scaled(value, METRES[unit])
}

/** Reps in reserve × 2 of a rating of perceived exertion × 2: RPE 8.5 (17) is 1.5 in reserve (3). */
export function rir2OfRpe2(rpe2: number): number {
  return 20 - rpe2
}

function scaled({ digits, scale }: Decimal, { num, den }: { num: bigint; den: bigint }): number {
  return Number(divideRounded(digits * num, den * 10n ** BigInt(scale)))
}

/** Halves up; both not negative. */
function divideRounded(num: bigint, den: bigint): bigint {
  return (2n * num + den) / (2n * den)
}

/** A load as a number in a unit, for showing and for charts' axes: grams show exactly in kg, pounds to a hundredth. */
export function loadIn(grams: number, unit: LoadUnit): number {
  if (unit === 'kg') return grams / 1000
  const { num, den } = GRAMS.lb
  const hundredths = divideRounded(BigInt(Math.abs(grams)) * den * 100n, num)
  return (Math.sign(grams) * Number(hundredths)) / 100
}

export function distanceIn(metres: number, unit: DistanceUnit): number {
  if (unit === 'm') return metres
  if (unit === 'km') return metres / 1000
  const { num, den } = METRES.mi
  return Number(divideRounded(BigInt(metres) * den * 1000n, num)) / 1000
}

const formats = new Map<string, Intl.NumberFormat>()

function numberFormat(locale: string, digits: number, grouped: boolean): Intl.NumberFormat {
  const key = `${locale} ${digits} ${grouped}`
  let format = formats.get(key)
  if (!format) {
    format = new Intl.NumberFormat(locale, { maximumFractionDigits: digits, useGrouping: grouped })
    formats.set(key, format)
  }
  return format
}

/** The number alone, ungrouped, as it would be typed: "62.5", "62,5". */
export function loadNumber(grams: number, unit: LoadUnit, locale: string): string {
  return numberFormat(locale, unit === 'kg' ? 3 : 2, false).format(loadIn(grams, unit))
}

/** Two decimals; a kilogram's third only where somebody may have typed it, not where a tenth of a pound comes to it. */
function readDecimals(grams: number, unit: LoadUnit): number {
  const tenthG = 45.359237
  return unit === 'lb' || Math.round(Math.round(grams / tenthG) * tenthG) === grams ? 2 : 3
}

/** To be read: "62.5 lb", with a space that doesn't break. 210 lb are "95.25 kg". */
export function formatLoad(grams: number, unit: LoadUnit, locale: string): string {
  const number = numberFormat(locale, readDecimals(grams, unit), true).format(loadIn(grams, unit))
  return `${number}\u00a0${unit}`
}

/** "5.25 km", "400 m". */
export function formatDistance(metres: number, unit: DistanceUnit, locale: string): string {
  return `${numberFormat(locale, unit === 'mi' ? 2 : 3, true).format(distanceIn(metres, unit))}\u00a0${unit}`
}

/** A sum of loads in whole units: "12,450 kg". Sums are for comparing weeks, not for reading grams. */
export function formatTonnage(grams: number, unit: LoadUnit, locale: string): string {
  return `${numberFormat(locale, 0, true).format(Math.round(loadIn(grams, unit)))}\u00a0${unit}`
}
