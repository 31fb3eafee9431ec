import { describe, expect, test } from 'vitest'
import { CATALOGUE } from '../../exercises/data/catalogue.ts'
import { MUSCLES } from '../../exercises/model.ts'
import { GROUP_OF, groupSets, groupWeights, mainGroup, shownSets, USUAL_RANGE } from './muscle-groups.ts'

const row = { muscles: { lats: 0.75, upper_back: 1, biceps: 0.5 } }

describe('hard sets by the parts people speak of', () => {
  test('a row is one set for the back, though it trains two muscles of it', () => {
    expect(groupWeights(row)).toEqual({ back: 100, biceps: 50 })
    expect(mainGroup(row)).toBe('back')
  })

  test('a week adds up exercise by exercise', () => {
    const day = (exerciseId: string, hardSets: number) => ({ exercises: [{ exerciseId, hardSets }] }) as never
    const sums = groupSets([day('row', 4), day('row', 3), day('unknown', 9)], (id) =>
      id === 'row' ? ({ ...row, measure: 'load_reps' } as never) : undefined,
    )
    expect(sums).toMatchObject({ back: 700, biceps: 350, chest: 0 })
  })

  test('are written to a tenth, not to the nearest half', () => {
    expect([540, 75, 1085, 150, 0].map(shownSets)).toEqual([5.4, 0.8, 10.9, 1.5, 0])
  })

  test('every muscle is in a group, and every group but the rest has a range', () => {
    for (const muscle of MUSCLES) expect(GROUP_OF[muscle]).toBeDefined()
    for (const [group, range] of Object.entries(USUAL_RANGE)) {
      if (group === 'other') expect(range).toBeNull()
      else expect(range?.[0]).toBeLessThan(range?.[1] ?? 0)
    }
  })

  test('shipped strength exercises are found under a part, not under the rest', () => {
    const astray = CATALOGUE.filter(
      ({ measure, pattern, ...exercise }) =>
        measure === 'load_reps' &&
        !['grip', 'neck', 'hip_isolation'].includes(pattern) &&
        mainGroup(exercise) === 'other',
    )
    expect(astray.map(({ id }) => id)).toEqual([])
  })
})
