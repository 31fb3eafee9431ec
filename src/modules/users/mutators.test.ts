import { describe, expect, it } from 'vitest'
import { ATHLETE, mutationSpace } from '../../test/mutation-space.ts'
import { profiles } from './model.ts'
import { editProfile, setUpProfile } from './mutators.ts'

describe('settings', () => {
  it('the first change of a setting makes the profile, the next keeps the rest', () => {
    const phone = mutationSpace()
    phone.do(editProfile, { fields: { loadUnit: 'lb' } })
    phone.do(editProfile, { fields: { weeklyGoal: 4 } })
    expect(phone.row(profiles, ATHLETE)).toMatchObject({ loadUnit: 'lb', weeklyGoal: 4, weekStart: 1 })
  })

  it('units are set up once: the guess of a second phone changes nothing', () => {
    const phone = mutationSpace()
    phone.do(setUpProfile, { fields: { loadUnit: 'lb', distanceUnit: 'mi', weekStart: 7 } })
    phone.do(editProfile, { fields: { distanceUnit: 'km' } })
    phone.do(setUpProfile, { fields: { loadUnit: 'kg', distanceUnit: 'mi', weekStart: 1 } })
    expect(phone.row(profiles, ATHLETE)).toMatchObject({ loadUnit: 'lb', distanceUnit: 'km', weekStart: 7 })
  })
})
