import { describe, expect, it } from 'vitest'
import { ATHLETE, mutationSpace } from '../../test/mutation-space.ts'
import { profiles } from './model.ts'
import { editProfile } from './mutators.ts'

describe('settings', () => {
  it('the first change of a setting makes the profile, the next keeps the rest', () => {
    const phone = mutationSpace()
    phone.do(editProfile, { fields: { loadUnit: 'lb' } })
    phone.do(editProfile, { fields: { weeklyGoal: 4 } })
    expect(phone.row(profiles, ATHLETE)).toMatchObject({ loadUnit: 'lb', weeklyGoal: 4, weekStart: 1 })
  })
})
