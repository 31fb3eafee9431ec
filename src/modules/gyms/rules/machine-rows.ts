/**
 * Machines that weigh something of their own, as rows to type: the exercise that is done on one, how it is loaded, and one
 * text for what it weighs. What every stack is like stands in the lines (`equipment-lines.ts`).
 */
import type { GymPlaceFields, Machine, Weight } from '../model/places.ts'
import { readStack, readWeights, stackLine, weightsLine } from './equipment-text.ts'

export const LOADED_BY = ['two', 'one', 'stack'] as const
export type LoadedBy = (typeof LOADED_BY)[number]
/** `text` is a weight without plates, or a stack. */
export type MachineRow = { what: string; by: LoadedBy; text: string }

const ALL_STACKS = ['machine', 'cable']
/** With the two for all stacks, as many as a place holds. */
export const MOST_MACHINES = 58

export function machineRows({ machines, unit }: GymPlaceFields, locale: string): MachineRow[] {
  return machines
    .filter(({ what }) => !ALL_STACKS.includes(what))
    .map(({ what, start, sides, stack, addOns }) => ({
      what,
      by: start ? (sides === 2 ? 'two' : 'one') : 'stack',
      text: start ? weightsLine([start], unit, locale) : stackLine(stack, addOns, unit, locale),
    }))
}

/** `bad`: by machine what can't be read, as it was typed; empty where nothing was. */
export function readMachineRows(
  rows: readonly MachineRow[],
  unit: Weight['unit'],
): { bad: Record<string, string>; machines: Machine[] } {
  const bad: Record<string, string> = {}
  const machines = rows.flatMap(({ what, by, text }): Machine[] => {
    if (by === 'stack') {
      const read = readStack(text, unit)
      if (read.ok && read.stack.length > 0) {
        return [{ what, start: null, sides: 2, stack: read.stack, addOns: read.addOns }]
      }
      bad[what] = read.ok ? '' : read.bad
      return []
    }
    const read = readWeights(text, unit)
    const [start] = read.ok ? read.value : []
    if (read.ok && start && read.value.length === 1) {
      return [{ what, start, sides: by === 'two' ? 2 : 1, stack: [], addOns: [] }]
    }
    bad[what] = read.ok ? text.trim() : read.bad
    return []
  })
  return { bad, machines }
}

/** What a machine has until somebody says better. */
export function usualText(by: LoadedBy, unit: Weight['unit']): string {
  if (by !== 'stack') return unit === 'kg' ? '20' : '45'
  return unit === 'kg' ? '5–100 by 5' : '10–200 by 10'
}
