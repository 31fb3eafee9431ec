/** Places to begin with: what usually stands there, to be corrected by who sees it. */
import type { Equipment, Machine, PlateStock, Run, Weight } from '../model/places.ts'

export const TEMPLATES = ['gym_kg', 'gym_lb', 'home_kg', 'home_lb', 'hotel_kg', 'hotel_lb'] as const
export type Template = (typeof TEMPLATES)[number]

type Unit = Weight['unit']
const of = (unit: Unit, value: number): Weight => ({ milli: value * 1000, unit })
const bar = (kind: Equipment['bars'][number]['kind'], unit: Unit, value: number) => ({ kind, ...of(unit, value) })
const run = (unit: Unit, from: number, to: number, step: number): Run => ({
  from: from * 1000,
  to: to * 1000,
  step: step * 1000,
  unit,
})
const plates = (unit: Unit, ...stock: [value: number, pairs: number | null][]): PlateStock[] =>
  stock.map(([value, pairs]) => ({ ...of(unit, value), pairs }))
const stack = (what: 'machine' | 'cable', ...steps: Run[]): Machine => ({
  what,
  start: null,
  sides: 2,
  stack: steps,
  addOns: [],
})

/** A place of which nothing is said yet. */
export const NO_EQUIPMENT: Equipment = {
  bars: [],
  collars: null,
  plates: [],
  dumbbells: [],
  handles: [],
  kettlebells: [],
  machines: [],
}

const EQUIPMENT: Record<Template, Equipment> = {
  gym_kg: {
    ...NO_EQUIPMENT,
    bars: [bar('barbell', 'kg', 20), bar('barbell', 'kg', 15), bar('ez_bar', 'kg', 10), bar('trap_bar', 'kg', 25)],
    plates: plates('kg', [25, null], [20, null], [15, null], [10, null], [5, null], [2.5, null], [1.25, null]),
    dumbbells: [run('kg', 1, 10, 1), run('kg', 12, 40, 2)],
    kettlebells: [run('kg', 4, 32, 4)],
    machines: [stack('machine', run('kg', 5, 100, 5)), stack('cable', run('kg', 2.5, 80, 2.5))],
  },
  gym_lb: {
    ...NO_EQUIPMENT,
    bars: [bar('barbell', 'lb', 45), bar('barbell', 'lb', 35), bar('ez_bar', 'lb', 25), bar('trap_bar', 'lb', 55)],
    plates: plates('lb', [45, null], [35, null], [25, null], [10, null], [5, null], [2.5, null]),
    dumbbells: [run('lb', 5, 100, 5)],
    kettlebells: [run('lb', 10, 70, 5)],
    machines: [stack('machine', run('lb', 10, 250, 10)), stack('cable', run('lb', 5, 200, 5))],
  },
  home_kg: {
    ...NO_EQUIPMENT,
    bars: [bar('barbell', 'kg', 20)],
    plates: plates('kg', [20, 2], [15, 1], [10, 1], [5, 1], [2.5, 1], [1.25, 1]),
    dumbbells: [run('kg', 2, 24, 2)],
  },
  home_lb: {
    ...NO_EQUIPMENT,
    bars: [bar('barbell', 'lb', 45)],
    plates: plates('lb', [45, 2], [35, 1], [25, 1], [10, 2], [5, 1], [2.5, 1]),
    dumbbells: [run('lb', 5, 50, 5)],
  },
  hotel_kg: { ...NO_EQUIPMENT, dumbbells: [run('kg', 2, 20, 2)], machines: [stack('cable', run('kg', 5, 70, 5))] },
  hotel_lb: { ...NO_EQUIPMENT, dumbbells: [run('lb', 5, 50, 5)], machines: [stack('cable', run('lb', 10, 150, 10))] },
}

export function templateEquipment(template: Template): { unit: Unit; equipment: Equipment } {
  return { unit: template.endsWith('lb') ? 'lb' : 'kg', equipment: EQUIPMENT[template] }
}
