/** A place as one line of text a kind of equipment, and back: how a gym's office writes it down. */
import { BAR_KINDS, type GymPlaceFields, type Machine } from '../model/places.ts'
import {
  platesLine,
  type ReadLine,
  readPlates,
  readRuns,
  readStack,
  readWeights,
  runsLine,
  stackLine,
  weightsLine,
} from './equipment-text.ts'

export const LINES = [
  ...BAR_KINDS,
  'collars',
  'plates',
  'dumbbells',
  'handles',
  'kettlebells',
  'machine',
  'cable',
] as const
type Line = (typeof LINES)[number]
const STACKS = ['machine', 'cable'] as const

export function linesOf(place: GymPlaceFields, locale: string): Record<Line, string> {
  const { unit } = place
  const bars = (kind: string) =>
    weightsLine(
      place.bars.filter((bar) => bar.kind === kind),
      unit,
      locale,
    )
  const stack = (what: string) => {
    const { stack: runs = [], addOns = [] } = place.machines.find((one) => one.what === what) ?? {}
    return stackLine(runs, addOns, unit, locale)
  }
  return {
    ...{ barbell: bars('barbell'), ez_bar: bars('ez_bar'), trap_bar: bars('trap_bar') },
    smith_machine: bars('smith_machine'),
    collars: place.collars ? weightsLine([place.collars], unit, locale) : '',
    plates: platesLine(place.plates, unit, locale),
    dumbbells: runsLine(place.dumbbells, unit, locale),
    handles: weightsLine(place.handles, unit, locale),
    kettlebells: runsLine(place.kettlebells, unit, locale),
    ...{ machine: stack('machine'), cable: stack('cable') },
  }
}

/**
 * The place that the lines make, its name aside; null with the first item of each line that can't be read. Machines of
 * their own are rows beside the lines (`machine-rows.ts`), and stay as they are.
 */
export function readLines(
  lines: Record<Line, string>,
  place: GymPlaceFields,
): { bad: Partial<Record<Line, string>>; place: GymPlaceFields | null } {
  const bad: Partial<Record<Line, string>> = {}
  function of<T>(line: Line, read: (text: string, unit: 'kg' | 'lb') => ReadLine<T>, most: number): T[] {
    const found = read(lines[line], place.unit)
    if (!found.ok) bad[line] = found.bad
    else if (found.value.length > most) bad[line] = lines[line]
    return found.ok ? found.value : []
  }
  const bars = BAR_KINDS.flatMap((kind) => of(kind, readWeights, 3).map((weight) => ({ ...weight, kind })))
  const [collars = null] = of('collars', readWeights, 1)
  const stacks = STACKS.flatMap((what): Machine[] => {
    const found = readStack(lines[what], place.unit)
    if (!found.ok) bad[what] = found.bad
    if (!found.ok || found.stack.length === 0) return []
    return [{ what, start: null, sides: 2, addOns: found.addOns, stack: found.stack }]
  })
  const others = place.machines.filter(({ what }) => !STACKS.some((one) => one === what))
  const made: GymPlaceFields = {
    ...{ name: place.name, unit: place.unit, bars, collars, machines: [...stacks, ...others] },
    plates: of('plates', readPlates, 16),
    dumbbells: of('dumbbells', readRuns, 12),
    handles: of('handles', readWeights, 4),
    kettlebells: of('kettlebells', readRuns, 12),
  }
  return { bad, place: Object.keys(bad).length === 0 ? made : null }
}
