/** What each role in a gym may do. Nothing here opens training data: that takes an athlete's grant. */
import type { StaffRole } from '../model.ts'

export type GymAction = 'see_members' | 'add_member' | 'add_staff' | 'invite_athletes'

const ALLOWED: Record<GymAction, readonly StaffRole[]> = {
  see_members: ['owner', 'manager', 'coach', 'desk'],
  add_member: ['owner', 'manager', 'desk'],
  add_staff: ['owner', 'manager'],
  invite_athletes: ['owner', 'manager', 'coach'],
}

export function canInGym(role: StaffRole | null, action: GymAction): boolean {
  return role !== null && ALLOWED[action].includes(role)
}
