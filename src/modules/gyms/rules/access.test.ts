import { expect, test } from 'vitest'
import { canInGym } from './access.ts'

test('the desk sees and adds members, and hires nobody', () => {
  expect(canInGym('desk', 'see_members')).toBe(true)
  expect(canInGym('desk', 'add_member')).toBe(true)
  expect(canInGym('desk', 'add_staff')).toBe(false)
  expect(canInGym('desk', 'invite_athletes')).toBe(false)
})

test('who does not work there may do nothing', () => {
  expect(canInGym(null, 'see_members')).toBe(false)
})
