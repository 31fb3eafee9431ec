import { expect, it } from 'vitest'
import type { GymPlaceFields } from '../model/places.ts'
import { linesOf, readLines } from './equipment-lines.ts'
import { TEMPLATES, templateEquipment } from './place-templates.ts'

const placeOf = (template: (typeof TEMPLATES)[number]): GymPlaceFields => {
  const { unit, equipment } = templateEquipment(template)
  return { name: 'Floor', unit, ...equipment }
}

it('every template is the same place after it was written down', () => {
  for (const template of TEMPLATES) {
    for (const locale of ['en', 'de']) {
      const place = placeOf(template)
      expect(readLines(linesOf(place, locale), place)).toEqual({ bad: {}, place })
    }
  }
})

it('says per line what can’t be read, and keeps machines that are no line', () => {
  const own = {
    what: 'leg-press',
    start: { milli: 47_000, unit: 'kg' as const },
    sides: 2 as const,
    stack: [],
    addOns: [],
  }
  const place = { ...placeOf('gym_kg'), machines: [own] }
  const lines = { ...linesOf(place, 'en'), cable: '5–50 by 5' }
  expect(readLines(lines, place).place?.machines).toEqual([
    { what: 'cable', start: null, sides: 2, addOns: [], stack: [{ from: 5000, to: 50_000, step: 5000, unit: 'kg' }] },
    own,
  ])
  const withTop = readLines({ ...lines, machine: '5–50 by 5, +2,5' }, place).place?.machines[0]
  expect(withTop).toMatchObject({ what: 'machine', addOns: [{ milli: 2500, unit: 'kg' }] })
  const bad = { ...lines, plates: '25 × 4, some', collars: '2.5, 2.5', dumbbells: '10–2 by 1' }
  expect(readLines(bad, place)).toEqual({
    bad: { plates: 'some', collars: '2.5, 2.5', dumbbells: '10–2 by 1' },
    place: null,
  })
})
