import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { catalogueExercise } from '../../exercises/data/catalogue.ts'
import type { Exercise } from '../../exercises/model.ts'
import type { Place } from '../../gyms/model/places.ts'
import { amountG } from '../../gyms/rules/amount.ts'
import { TEMPLATES, templateEquipment } from '../../gyms/rules/place-templates.ts'
import { findLoad, type Loading, loadingAt, type Source, stepLoad } from './loading.ts'
import { ROUNDING_G } from './plates.ts'

const placeOf = (template: (typeof TEMPLATES)[number], change: Partial<Place> = {}): Place => {
  const { unit, equipment } = templateEquipment(template)
  return { id: 'p', name: 'Here', unit, published: null, ...equipment, ...change }
}
const exerciseOf = (id: string): Exercise => {
  const exercise = catalogueExercise(id)
  if (!exercise) throw new Error(`No ${id} in the catalogue.`)
  return exercise
}
const sourcesOf = (loading: Loading): readonly Source[] => {
  if (!loading || loading === 'none') throw new Error('Nothing to load.')
  return loading.sources
}
const at = (place: Place, id: string) => sourcesOf(loadingAt(place, exerciseOf(id), place.unit))
const kg = (milli: number) => ({ milli, unit: 'kg' as const })

describe('what a place has for an exercise', () => {
  it('no place: a standard bar and plates, and every other load', () => {
    expect(findLoad(sourcesOf(loadingAt(null, exerciseOf('back-squat'), 'kg')), 100_000)).toMatchObject({
      isExact: true,
    })
    expect(loadingAt(null, exerciseOf('goblet-squat'), 'kg')).toBeNull()
  })

  it('a row of dumbbells: what is there, or the nearest below and above', () => {
    const rack = at(placeOf('gym_kg'), 'dumbbell-bench-press')
    expect(findLoad(rack, 24_000)).toMatchObject({ isExact: true })
    expect(findLoad(rack, 23_000)).toMatchObject({
      isExact: false,
      below: { kg: 22_000, lb: 0 },
      above: { kg: 24_000, lb: 0 },
    })
    expect(findLoad(rack, 45_000)).toMatchObject({ below: { kg: 40_000, lb: 0 }, above: null })
  })

  it('handles with the plates of the place: a pair of dumbbells shares them, one has them all', () => {
    const place = placeOf('home_kg', {
      dumbbells: [],
      handles: [kg(2000)],
      plates: [
        { ...kg(5000), pairs: 2 },
        { ...kg(1250), pairs: 1 },
      ],
    })
    expect(findLoad(at(place, 'dumbbell-bench-press'), 22_000)).toMatchObject({
      below: { kg: 12_000, lb: 0 },
      above: null,
    })
    const single = { ...exerciseOf('dumbbell-bench-press'), implements: 1 as const }
    expect(findLoad(sourcesOf(loadingAt(place, single, 'kg')), 22_000)).toMatchObject({ isExact: true })
  })

  it('less than the usual bar takes a lighter one', () => {
    const bars = at(placeOf('gym_kg'), 'back-squat')
    expect(findLoad(bars, 17_500)).toMatchObject({ isExact: true, by: { start: { kg: 15_000, lb: 0 } } })
    expect(findLoad(bars, 10_000)).toMatchObject({ isExact: false, below: null, above: { kg: 15_000, lb: 0 } })
    expect(findLoad(bars, 60_000)).toMatchObject({ isExact: true, by: { start: { kg: 20_000, lb: 0 } } })
  })

  it('collars weigh too', () => {
    const place = placeOf('gym_kg', { collars: kg(5000) })
    expect(findLoad(at(place, 'back-squat'), 65_000)).toMatchObject({
      isExact: true,
      by: { plating: { side: [{ milli: 20_000 }] } },
    })
  })

  it('a stack with small weights on top, and a machine with a start weight of its own', () => {
    const place = placeOf('gym_kg', {
      machines: [
        {
          what: 'machine',
          start: null,
          sides: 2,
          stack: [{ from: 5000, to: 50_000, step: 5000, unit: 'kg' }],
          addOns: [kg(1250), kg(2500)],
        },
        { what: 'leg-press', start: kg(47_000), sides: 2, stack: [], addOns: [] },
      ],
    })
    expect(findLoad(at(place, 'leg-extension'), 23_750)).toMatchObject({ isExact: true })
    expect(findLoad(at(place, 'leg-extension'), 24_000)).toMatchObject({
      below: { kg: 23_750, lb: 0 },
      above: { kg: 25_000, lb: 0 },
    })
    expect(findLoad(at(place, 'leg-press'), 87_000)).toMatchObject({ isExact: true })
    expect(findLoad(at(place, 'leg-press'), 40_000)).toMatchObject({ below: null, above: { kg: 47_000, lb: 0 } })
    // Which plates a hack squat here starts with nobody said: no stack is made up for it.
    expect(loadingAt(place, exerciseOf('hack-squat'), 'kg')).toBeNull()
  })

  it('says so where there is nothing of the kind, and leaves bodies alone', () => {
    const hotel = placeOf('hotel_kg')
    expect(loadingAt(hotel, exerciseOf('back-squat'), 'kg')).toBe('none')
    expect(loadingAt(hotel, exerciseOf('pull-up'), 'kg')).toBeNull()
    expect(loadingAt(placeOf('gym_kg'), exerciseOf('smith-machine-squat'), 'kg')).toBeNull()
  })

  it('steps over what is there: the next dumbbell, a pair of the smallest real plates, a lighter bar', () => {
    const gym = placeOf('gym_kg', {
      plates: [...templateEquipment('gym_kg').equipment.plates, { ...kg(500), pairs: 1 }, { ...kg(250), pairs: 1 }],
    })
    const step = (id: string, fromG: number, way: 1 | -1) => {
      const next = stepLoad(at(gym, id), fromG, way, 'kg')
      return next && amountG(next)
    }
    expect(step('dumbbell-bench-press', 10_000, 1)).toBe(12_000)
    expect(step('dumbbell-bench-press', 10_000, -1)).toBe(9000)
    expect(step('dumbbell-bench-press', 1000, -1)).toBeNull()
    expect(step('back-squat', 100_000, 1)).toBe(102_500)
    expect(step('back-squat', 101_000, 1)).toBe(102_500)
    expect(step('back-squat', 101_000, -1)).toBe(100_000)
    expect(step('back-squat', 20_000, -1)).toBe(17_500)
    expect(step('back-squat', 0, 1)).toBe(15_000)
    expect(step('leg-extension', 20_000, 1)).toBe(25_000)
  })

  it('up and then down is where one was, at every place and for every load it has', () => {
    const ids = ['back-squat', 'dumbbell-bench-press', 'leg-extension', 'barbell-curl']
    fc.assert(
      fc.property(
        fc.constantFrom(...TEMPLATES),
        fc.constantFrom(...ids.filter((id) => catalogueExercise(id))),
        fc.integer({ min: 0, max: 150_000 }),
        (template, id, loadG) => {
          const place = placeOf(template)
          const loading = loadingAt(place, exerciseOf(id), place.unit)
          if (!loading || loading === 'none') return
          const up = stepLoad(loading.sources, loadG, 1, place.unit)
          if (!up) return
          expect(amountG(up)).toBeGreaterThan(loadG)
          expect(findLoad(loading.sources, amountG(up)).isExact).toBe(true)
          const down = stepLoad(loading.sources, amountG(up), -1, place.unit)
          if (down) expect(amountG(down)).toBeLessThanOrEqual(loadG + ROUNDING_G)
        },
      ),
    )
  })
})
