/**
 * What there is to lift in the demo: the gym's floor as a commercial one is fitted out, with machines that weigh each
 * something else, and a garage with plates that end. The demo's loads can all be made on that floor.
 */
import type { GymPlaceFields, Machine, Run, Weight } from '../modules/gyms/model/places.ts'

const kg = (value: number): Weight => ({ milli: value * 1000, unit: 'kg' })
const run = (from: number, to: number, step: number): Run => ({
  ...{ from: from * 1000, to: to * 1000, step: step * 1000 },
  unit: 'kg',
})
const stack = (what: string, stack: Run[], addOns: number[] = []): Machine => ({
  ...{ what, start: null, sides: 2, stack },
  addOns: addOns.map(kg),
})
const loaded = (what: string, start: number, sides: 1 | 2 = 2): Machine => ({
  ...{ what, start: kg(start), sides },
  ...{ stack: [], addOns: [] },
})

export const FLOOR: GymPlaceFields = {
  name: 'Ironbridge, Wharf Street',
  unit: 'kg',
  bars: [
    { kind: 'barbell', ...kg(20) },
    { kind: 'barbell', ...kg(15) },
    { kind: 'ez_bar', ...kg(10) },
    { kind: 'trap_bar', ...kg(25) },
    { kind: 'smith_machine', ...kg(15) },
  ],
  collars: null,
  // Of the smallest there are two pairs, at the desk; of the others there is more than a bar holds.
  plates: [
    ...[25, 20, 15, 10, 5, 2.5, 1.25].map((value) => ({ ...kg(value), pairs: null })),
    ...[1, 0.5].map((value) => ({ ...kg(value), pairs: 2 })),
  ],
  dumbbells: [run(1, 20, 1), run(22, 60, 2)],
  handles: [],
  kettlebells: [run(4, 32, 4), run(40, 48, 8)],
  machines: [
    stack('machine', [run(5, 100, 5)], [2.5]),
    stack('cable', [run(2.5, 100, 2.5)]),
    stack('lat-pulldown', [run(5, 120, 5)], [2.5]),
    stack('leg-extension', [run(5, 140, 5)], [2.5]),
    stack('lying-leg-curl', [run(5, 100, 5)], [2.5]),
    stack('seated-leg-curl', [run(5, 120, 5)]),
    stack('pec-deck', [run(7, 112, 7)]),
    loaded('leg-press', 48),
    loaded('hack-squat', 35),
    loaded('pendulum-squat', 28),
    loaded('iso-lateral-row', 4),
    loaded('seated-calf-raise', 8, 1),
    loaded('t-bar-row', 10, 1),
  ],
}

export const GARAGE: GymPlaceFields = {
  name: 'Home',
  unit: 'kg',
  bars: [{ kind: 'barbell', ...kg(20) }],
  collars: kg(0.5),
  plates: [
    { ...kg(20), pairs: 2 },
    { ...kg(10), pairs: 1 },
    { ...kg(5), pairs: 1 },
    { ...kg(2.5), pairs: 1 },
    { ...kg(1.25), pairs: 1 },
  ],
  dumbbells: [run(2, 24, 2)],
  handles: [],
  kettlebells: [run(16, 24, 8)],
  machines: [],
}
