import fc from 'fast-check'
import { expect, it } from 'vitest'
import { shownLoad } from '../../../shared/entered-number.ts'
import { catalogueExercise } from '../../exercises/data/catalogue.ts'
import type { Exercise } from '../../exercises/model.ts'
import type { Place } from '../../gyms/model/places.ts'
import { templateEquipment } from '../../gyms/rules/place-templates.ts'
import type { LoggedSet } from '../model.ts'
import { done, planned } from './fixtures.ts'
import { roundWorkout } from './round-at-place.ts'

const placeOf = (template: Parameters<typeof templateEquipment>[0], change: Partial<Place> = {}): Place => {
  const { unit, equipment } = templateEquipment(template)
  return { id: 'p', name: 'Here', unit, published: null, ...equipment, ...change }
}
const block = (id: string, ...sets: LoggedSet[]) => ({
  exercise: catalogueExercise(id) as Exercise,
  sets: sets.map((set, i) => ({ set: { ...set, id: `${id}-${i}` }, figures: set })),
})
const round = (place: Place, ...blocks: ReturnType<typeof block>[]) =>
  roundWorkout({ place, unit: 'kg', decimalSign: '.' }, blocks).map(({ setId, from, to }) => [
    setId,
    from.enteredLoad,
    `${to.enteredLoad} ${to.enteredUnit}`,
  ])

it('rounds what is not done to the nearest there is, and of two as near to the lighter', () => {
  expect(
    round(
      placeOf('home_kg'),
      block('back-squat', done(101, 5), planned(101, 5), planned(80, 5)),
      block('dumbbell-bench-press', planned(23, 8), planned(32, 8)),
    ),
  ).toEqual([
    // 20, 15, 5 and 1.25 a side is 102.5; without the 1.25 it is 100.
    ['back-squat-1', '101', '100 kg'],
    ['dumbbell-bench-press-0', '23', '22 kg'],
    ['dumbbell-bench-press-1', '32', '24 kg'],
  ])
})

it('a place in pounds says pounds', () => {
  expect(
    round(placeOf('gym_lb'), block('back-squat', planned(100, 5)), block('dumbbell-bench-press', planned(30, 8))),
  ).toEqual([
    ['back-squat-0', '100', '220 lb'],
    ['dumbbell-bench-press-0', '30', '65 lb'],
  ])
})

it('leaves alone what the place can’t load at all, what has no load, and what nothing is known of', () => {
  const hotel = placeOf('hotel_kg')
  expect(round(hotel, block('back-squat', planned(100, 5)), block('push-up', planned(null, 20)))).toEqual([])
})

it('is what it says: shown as it was rounded, at rest when it is rounded again, and never a set that is done', () => {
  const templates = fc.constantFrom('gym_kg', 'gym_lb', 'home_kg', 'home_lb', 'hotel_kg', 'hotel_lb' as const)
  const loads = fc.array(fc.tuple(fc.integer({ min: 1, max: 400 }), fc.boolean()), { minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(
      templates,
      fc.constantFrom('back-squat', 'dumbbell-bench-press', 'leg-extension'),
      loads,
      (template, id, all) => {
        const place = placeOf(template)
        const sets = all.map(([half, isDone]) => (isDone ? done(half / 2, 5) : planned(half / 2, 5)))
        const of = block(id, ...sets)
        const rounding = { place, unit: 'kg', decimalSign: ',' } as const
        const rounded = roundWorkout(rounding, [of])
        for (const { setId, to } of rounded) {
          const at = of.sets.find(({ set }) => set.id === setId)
          expect(at?.set.doneAt).toBeNull()
          const shown = shownLoad(to, 'kg', 'de')
          expect(shown).toEqual({ number: to.enteredLoad, unit: place.unit })
          if (at) at.figures = { ...at.figures, ...to }
        }
        expect(roundWorkout(rounding, [of])).toEqual([])
      },
    ),
  )
})
