import { expect, test } from 'vitest'
import { BARBELL } from '../../workouts/rules/fixtures.ts'
import { ownGroupSets, ownGroups } from './own-groups.ts'

test('groups of one’s own come by name, with the muscles that are known', () => {
  expect(ownGroups({ Push: ['triceps', 'chest', 'wings'], Legs: ['quads'] })).toEqual([
    { name: 'Legs', muscles: ['quads'] },
    { name: 'Push', muscles: ['chest', 'triceps'] },
  ])
  expect(ownGroups(null)).toEqual([])
})

test('a set counts once in a group, by the muscle that it trains most', () => {
  const days = [
    { exerciseId: 'bench', hardSets: 4 },
    { exerciseId: 'squat', hardSets: 3 },
  ]
  const factsOf = (id: string) => (id === 'bench' ? BARBELL : { ...BARBELL, muscles: { quads: 1, glutes: 0.7 } })
  expect(ownGroupSets(days, factsOf, { muscles: ['chest', 'triceps'] })).toBe(400)
  expect(ownGroupSets(days, factsOf, { muscles: ['triceps'] })).toBe(200)
  expect(ownGroupSets(days, factsOf, { muscles: ['triceps', 'glutes'] })).toBe(410)
  expect(ownGroupSets(days, factsOf, { muscles: [] })).toBe(0)
})
