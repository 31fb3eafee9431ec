import { describe, expect, test } from 'vitest'
import { STAFF_ROLES } from '../model.ts'
import { canChangeStaff, canInGym, canSeeContact, GYM_ACTIONS, grantableRoles, gymInviteState } from './access.ts'

test('the desk sees and adds members, and hires nobody', () => {
  expect(canInGym('desk', 'see_members')).toBe(true)
  expect(canInGym('desk', 'add_member')).toBe(true)
  expect(canInGym('desk', 'manage_staff')).toBe(false)
  expect(canInGym('desk', 'invite_athletes')).toBe(false)
})

test('who does not work there may do nothing; the owner may do all', () => {
  expect(GYM_ACTIONS.filter((action) => canInGym(null, action))).toEqual([])
  expect(GYM_ACTIONS.filter((action) => !canInGym('owner', action))).toEqual([])
})

test('an address shows to the office, and to the coach who looks after the member', () => {
  const shows = (isTheirCoach: boolean) => STAFF_ROLES.filter((role) => canSeeContact(role, { isTheirCoach }))
  expect(shows(false)).toEqual(['owner', 'manager'])
  expect(shows(true)).toEqual(['owner', 'manager', 'coach'])
})

describe('staff', () => {
  test('nobody gives a role that is not below their own, but owners', () => {
    expect(grantableRoles('owner')).toEqual(['owner', 'manager', 'coach', 'desk'])
    expect(grantableRoles('manager')).toEqual(['coach', 'desk'])
    expect(grantableRoles('coach')).toEqual([])
    expect(grantableRoles('desk')).toEqual([])
  })

  test.each([
    ['manager', 'coach', 'desk', true],
    ['manager', 'desk', null, true],
    ['manager', 'desk', 'manager', false],
    ['manager', 'manager', null, false],
    ['manager', 'owner', 'desk', false],
    ['owner', 'owner', 'desk', true],
    ['desk', 'desk', 'coach', false],
  ] as const)('a %s turns a %s into %s: %s', (mine, theirs, next, allowed) => {
    expect(canChangeStaff(mine, theirs, next)).toBe(allowed)
  })
})

test('an invite is open until it is used up, taken back or too old', () => {
  const invite = { expiresAt: 10, maxUses: 1, uses: 0, revokedAt: null }
  expect(gymInviteState(invite, 9)).toBe('open')
  expect(gymInviteState(invite, 10)).toBe('expired')
  expect(gymInviteState({ ...invite, uses: 1 }, 9)).toBe('used')
  expect(gymInviteState({ ...invite, revokedAt: 3 }, 9)).toBe('revoked')
})
