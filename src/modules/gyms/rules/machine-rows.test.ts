import { expect, it } from 'vitest'
import type { GymPlaceFields, Machine } from '../model/places.ts'
import { linesOf, readLines } from './equipment-lines.ts'
import { LOADED_BY, machineRows, readMachineRows, usualText } from './machine-rows.ts'
import { templateEquipment } from './place-templates.ts'

const kg = (value: number) => ({ milli: value * 1000, unit: 'kg' as const })
const MACHINES: Machine[] = [
  { what: 'leg-press', start: kg(47.5), sides: 2, stack: [], addOns: [] },
  { what: 't-bar-row', start: { milli: 20_000, unit: 'lb' }, sides: 1, stack: [], addOns: [] },
  {
    ...{ what: 'pec-deck', start: null, sides: 2, addOns: [kg(2.5), kg(1)] },
    stack: [
      { from: 7000, to: 70_000, step: 7000, unit: 'kg' },
      { from: 80_000, to: 80_000, step: 0, unit: 'kg' },
    ],
  },
]
const floor = (machines: Machine[]): GymPlaceFields => {
  const { unit, equipment } = templateEquipment('gym_kg')
  return { name: 'Floor', unit, ...equipment, machines: [...equipment.machines, ...machines] }
}

it('are the same machines after they were written down, whatever the decimal sign', () => {
  for (const locale of ['en', 'de']) {
    const place = floor(MACHINES)
    const rows = machineRows(place, locale)
    expect(rows.map(({ what, by }) => [what, by])).toEqual([
      ['leg-press', 'two'],
      ['t-bar-row', 'one'],
      ['pec-deck', 'stack'],
    ])
    const { bad, machines } = readMachineRows(rows, 'kg')
    expect({ bad, machines }).toEqual({ bad: {}, machines: MACHINES })
    expect(readLines(linesOf(place, locale), { ...place, machines })).toEqual({ bad: {}, place })
  }
  expect(machineRows(floor(MACHINES), 'en').map(({ text }) => text)).toEqual([
    '47.5',
    '20 lb',
    '7–70 by 7, 80, +2.5, +1',
  ])
})

it('says by machine what can’t be read, and that there is nothing', () => {
  const { bad, machines } = readMachineRows(
    [
      { what: 'leg-press', by: 'two', text: '40, 50' },
      { what: 'hack-squat', by: 'one', text: ' ' },
      { what: 'pec-deck', by: 'stack', text: '+2.5' },
      { what: 'leg-extension', by: 'stack', text: '5–100 in fives' },
      { what: 'lat-pulldown', by: 'stack', text: '' },
      { what: 'belt-squat', by: 'two', text: '0' },
    ],
    'kg',
  )
  expect(bad).toEqual({
    ...{ 'leg-press': '40, 50', 'hack-squat': '', 'pec-deck': '+2.5' },
    ...{ 'leg-extension': '5–100 in fives', 'lat-pulldown': '' },
  })
  expect(machines.map(({ what }) => what)).toEqual(['belt-squat'])
})

it('begin with something that can be read', () => {
  for (const unit of ['kg', 'lb'] as const) {
    const rows = LOADED_BY.map((by) => ({ what: by, by, text: usualText(by, unit) }))
    expect(readMachineRows(rows, unit).bad).toEqual({})
  }
})
