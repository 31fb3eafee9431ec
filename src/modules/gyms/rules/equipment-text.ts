/**
 * Equipment as a line of text, for a desk with a keyboard: “20, 20, 15”, “25 × 4, 1.25”, “2–20 by 2, 22.5–40 by 2.5”. What
 * is written is read back as it was. Items are parted by a comma and a space, or a semicolon: a comma alone is a decimal.
 */
import type { PlateStock, Run, Weight } from '../model/places.ts'
import { milliText, typedMilli } from './amount.ts'
import { isRun } from './check-equipment.ts'

type Unit = Weight['unit']
/** `bad`: the first item that can't be read, as it was typed. */
export type ReadLine<T> = { ok: true; value: T[] } | { ok: false; bad: string }

const NUMBER = '([\\d.,]+)'
const UNIT = '\\s*(kg|lbs?)?'
const WEIGHT = new RegExp(`^${NUMBER}${UNIT}$`, 'i')
const PLATE = new RegExp(`^${NUMBER}${UNIT}(?:\\s*[×x*]\\s*(\\d{1,2}))?$`, 'i')
const RUN = new RegExp(`^${NUMBER}${UNIT}\\s*(?:-|–|to)\\s*${NUMBER}${UNIT}\\s*(?:by|/|step)\\s*${NUMBER}${UNIT}$`, 'i')

function readItems<T>(line: string, read: (item: string) => T | null): ReadLine<T> {
  const value: T[] = []
  for (const item of line.split(/;|,(?=\s)|\n/).map((part) => part.trim())) {
    if (item === '') continue
    const one = read(item)
    if (one === null) return { ok: false, bad: item }
    value.push(one)
  }
  return { ok: true, value }
}

const unitOf = (written: string | undefined, usual: Unit): Unit =>
  written ? (written.toLowerCase().startsWith('k') ? 'kg' : 'lb') : usual

export function readWeights(line: string, usual: Unit): ReadLine<Weight> {
  return readItems(line, (item) => {
    const [, number = '', unit] = WEIGHT.exec(item) ?? []
    const milli = typedMilli(number)
    return milli === null ? null : { milli, unit: unitOf(unit, usual) }
  })
}

/** Without a count there are as many as fit. Counted are pairs. */
export function readPlates(line: string, usual: Unit): ReadLine<PlateStock> {
  return readItems(line, (item) => {
    const [, number = '', unit, count] = PLATE.exec(item) ?? []
    const milli = typedMilli(number)
    const pairs = count === undefined ? null : Number(count)
    return milli === null || milli === 0 || (pairs !== null && pairs > 20)
      ? null
      : { milli, unit: unitOf(unit, usual), pairs }
  })
}

export function readRuns(line: string, usual: Unit): ReadLine<Run> {
  return readItems(line, (item) => {
    const [, first = '', u1, last = '', u2, by = '', u3] = RUN.exec(item) ?? []
    const one = WEIGHT.exec(item)
    if (one) {
      const milli = typedMilli(one[1] ?? '')
      return milli === null ? null : { from: milli, to: milli, step: 0, unit: unitOf(one[2], usual) }
    }
    const [from, to, step] = [first, last, by].map(typedMilli)
    if (from == null || to == null || step == null) return null
    const run = { from, to, step, unit: unitOf(u1 ?? u2 ?? u3, usual) }
    return isRun(run) ? run : null
  })
}

const stamped = (milli: number, unit: Unit, usual: Unit, locale: string) =>
  unit === usual ? milliText(milli, locale) : `${milliText(milli, locale)} ${unit}`

export function weightsLine(weights: readonly Weight[], usual: Unit, locale: string): string {
  return weights.map(({ milli, unit }) => stamped(milli, unit, usual, locale)).join(', ')
}

export function platesLine(plates: readonly PlateStock[], usual: Unit, locale: string): string {
  return plates
    .map(({ milli, unit, pairs }) => stamped(milli, unit, usual, locale) + (pairs === null ? '' : ` × ${pairs}`))
    .join(', ')
}

export function runsLine(runs: readonly Run[], usual: Unit, locale: string): string {
  return runs
    .map(({ from, to, step, unit }) => {
      if (from === to) return stamped(from, unit, usual, locale)
      return `${milliText(from, locale)}–${stamped(to, unit, usual, locale)} by ${milliText(step, locale)}`
    })
    .join(', ')
}
