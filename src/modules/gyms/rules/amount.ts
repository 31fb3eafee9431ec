/** Sums of stamped weights, exact in both units, and the grams they come to. */
import { parseEntered } from '../../../shared/entered-number.ts'
import { gramsOf, type LoadUnit } from '../../../shared/units.ts'
import type { Run, Weight } from '../model/places.ts'

/** Thousandths of a kilogram and thousandths of a pound together. */
export type Amount = { kg: number; lb: number }

export const NOTHING: Amount = { kg: 0, lb: 0 }

/** 1 lb = 453.59237 g exactly. */
const LB_G = 0.45359237

export function amountOf({ milli, unit }: Weight): Amount {
  return unit === 'kg' ? { kg: milli, lb: 0 } : { kg: 0, lb: milli }
}

export function addAmounts(...amounts: readonly Amount[]): Amount {
  return amounts.reduce((sum, { kg, lb }) => ({ kg: sum.kg + kg, lb: sum.lb + lb }), NOTHING)
}

export function timesAmount({ kg, lb }: Amount, times: number): Amount {
  return { kg: kg * times, lb: lb * times }
}

/** Nearest whole gram, as a load that was typed is stored. */
export function amountG({ kg, lb }: Amount): number {
  return kg + gramsOf({ digits: BigInt(lb), scale: 3 }, 'lb')
}

/** Grams and fractions of one, for comparing only. */
export function roughG({ milli, unit }: Weight): number {
  return unit === 'kg' ? milli : milli * LB_G
}

/** The unit that all of it is stamped in; null for a mixture. Nothing at all is in `other`. */
export function unitOfAmount({ kg, lb }: Amount, other: LoadUnit): LoadUnit | null {
  if (kg === 0 && lb === 0) return other
  return lb === 0 ? 'kg' : kg === 0 ? 'lb' : null
}

/** The weights of runs in thousandths, each once, lightest first. */
export function weightsOf(runs: readonly Run[]): Weight[] {
  const all = new Map<string, Weight>()
  for (const { from, to, step, unit } of runs) {
    for (let milli = from; milli <= to; milli += step) {
      all.set(`${milli} ${unit}`, { milli, unit })
      if (step <= 0) break
    }
  }
  return [...all.values()].sort((a, b) => roughG(a) - roughG(b))
}

/** Thousandths of what was typed; null where it is no number, or has more than three decimals. */
export function typedMilli(text: string): number | null {
  const typed = parseEntered(text)
  if (!typed.ok || typed.value.scale > 3) return null
  const milli = Number(typed.value.digits) * 10 ** (3 - typed.value.scale)
  return milli <= MOST_MILLI ? milli : null
}

/** A ton of either: as much as the collection takes. */
const MOST_MILLI = 1_000_000

const formats = new Map<string, Intl.NumberFormat>()

/** "1.25", "2,5": as it is stamped. */
export function milliText(milli: number, locale: string): string {
  const format = formats.get(locale) ?? new Intl.NumberFormat(locale, { maximumFractionDigits: 3, useGrouping: false })
  formats.set(locale, format)
  return format.format(milli / 1000)
}

/** "20 kg", with a space that doesn't break. */
export function weightText({ milli, unit }: Weight, locale: string): string {
  return `${milliText(milli, locale)}\u00a0${unit}`
}
