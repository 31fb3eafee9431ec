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

function readWeight(item: string, usual: Unit): Weight | null {
  const [, number = '', unit] = WEIGHT.exec(item) ?? []
  const milli = typedMilli(number)
  return milli === null ? null : { milli, unit: unitOf(unit, usual) }
}

export function readWeights(line: string, usual: Unit): ReadLine<Weight> {
  return readItems(line, (item) => readWeight(item, usual))
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

function readRun(item: string, usual: Unit): Run | null {
  const [, first = '', u1, last = '', u2, by = '', u3] = RUN.exec(item) ?? []
  if (WEIGHT.test(item)) {
    const one = readWeight(item, usual)
    return one && { from: one.milli, to: one.milli, step: 0, unit: one.unit }
  }
  const [from, to, step] = [first, last, by].map(typedMilli)
  if (from == null || to == null || step == null) return null
  const run = { from, to, step, unit: unitOf(u1 ?? u2 ?? u3, usual) }
  return isRun(run) ? run : null
}

export function readRuns(line: string, usual: Unit): ReadLine<Run> {
  return readItems(line, (item) => readRun(item, usual))
}

/** A stack, and behind a plus the small weights that go on top of it: “5–100 by 5, +2.5”. */
export function readStack(
  line: string,
  usual: Unit,
): { ok: true; stack: Run[]; addOns: Weight[] } | { ok: false; bad: string } {
  const items = readItems(line, (item): { run: Run } | { addOn: Weight } | null => {
    const addOn = item.startsWith('+') ? readWeight(item.slice(1).trim(), usual) : null
    if (addOn) return { addOn }
    const run = readRun(item, usual)
    return run && { run }
  })
  if (!items.ok) return items
  const stack = items.value.flatMap((item) => ('run' in item ? [item.run] : []))
  const addOns = items.value.flatMap((item) => ('addOn' in item ? [item.addOn] : []))
  const isTooMuch = stack.length > 12 || addOns.length > 4 || (stack.length === 0 && addOns.length > 0)
  return isTooMuch ? { ok: false, bad: line } : { ok: true, stack, addOns }
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

export function stackLine(stack: readonly Run[], addOns: readonly Weight[], usual: Unit, locale: string): string {
  const runs = stack.length > 0 ? [runsLine(stack, usual, locale)] : []
  return [...runs, ...addOns.map(({ milli, unit }) => `+${stamped(milli, unit, usual, locale)}`)].join(', ')
}
