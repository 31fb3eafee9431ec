import { describe, expect, it } from 'vitest'
import { mutationSpace } from '../../test/mutation-space.ts'
import { places } from './model/places.ts'
import { addPlace, editPlace, removePlace, restorePlace } from './mutators.ts'
import { TEMPLATES, templateEquipment } from './rules/place-templates.ts'

const id = '01920000-0000-7000-8000-0000000000ff'
const { unit, equipment } = templateEquipment('home_kg')
const garage = { id, name: 'Garage', unit, ...equipment, published: null }

describe('places', () => {
  it('are added, changed field by field, removed and brought back whole', () => {
    const phone = mutationSpace()
    phone.do(addPlace, { place: garage })
    phone.do(editPlace, { id, fields: { collars: { milli: 500, unit: 'kg' } } })
    phone.do(editPlace, { id, fields: { name: 'Cellar' } })
    expect(phone.row(places, id)).toMatchObject({ name: 'Cellar', collars: { milli: 500 }, bars: garage.bars })
    phone.do(removePlace, { id })
    expect(phone.row(places, id)).toMatchObject({ deleted: true })
    phone.do(restorePlace, { id })
    expect(phone.row(places, id)).toMatchObject({ deleted: false, name: 'Cellar' })
  })

  it('begin with any of the templates', () => {
    for (const template of TEMPLATES) {
      const phone = mutationSpace()
      const ready = templateEquipment(template)
      phone.do(addPlace, { place: { id, name: template, unit: ready.unit, ...ready.equipment, published: null } })
      expect(phone.row(places, id)).toMatchObject({ name: template, unit: template.endsWith('kg') ? 'kg' : 'lb' })
    }
  })

  it('need a name, and rows of weights that end', () => {
    const phone = mutationSpace()
    expect(() => phone.do(addPlace, { place: { ...garage, name: ' ' } })).toThrow(/no name/)
    const rows = [
      { from: 20_000, to: 10_000, step: 1000, unit: 'kg' as const },
      { from: 0, to: 10_000, step: 0, unit: 'kg' as const },
      { from: 0, to: 1_000_000, step: 1, unit: 'kg' as const },
    ]
    for (const row of rows) {
      expect(() => phone.do(addPlace, { place: { ...garage, kettlebells: [row] } })).toThrow(/no row of weights/)
      const machine = { what: 'cable', start: null, sides: 2 as const, stack: [row], addOns: [] }
      expect(() => phone.do(addPlace, { place: { ...garage, machines: [machine] } })).toThrow(/no row of weights/)
    }
    expect(phone.row(places, id)).toBeUndefined()
  })
})
