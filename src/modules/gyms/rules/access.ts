/**
 * What each role in a gym may do: one line an action, the whole of it. Nothing here opens training data: that takes an
 * athlete's grant. Shown where somebody is invited to work here, asked before everything that is done.
 */
import type { StaffRole } from '../model.ts'

export const GYM_ACTIONS = [
  'see_members',
  'check_in',
  'add_member',
  'invite_member',
  'see_contact',
  'edit_member',
  'assign_coach',
  'end_member',
  'import_members',
  'export_members',
  'invite_athletes',
  'see_staff',
  'manage_staff',
  'edit_gym',
  'see_places',
  'edit_places',
  'see_log',
] as const
export type GymAction = (typeof GYM_ACTIONS)[number]

const EVERYBODY: readonly StaffRole[] = ['owner', 'manager', 'coach', 'desk']
const OFFICE: readonly StaffRole[] = ['owner', 'manager']
const FRONT: readonly StaffRole[] = ['owner', 'manager', 'desk']

const ALLOWED: Record<GymAction, readonly StaffRole[]> = {
  see_members: EVERYBODY,
  check_in: EVERYBODY,
  add_member: FRONT,
  invite_member: FRONT,
  see_contact: OFFICE,
  edit_member: OFFICE,
  assign_coach: OFFICE,
  end_member: OFFICE,
  import_members: OFFICE,
  export_members: OFFICE,
  invite_athletes: ['owner', 'manager', 'coach'],
  see_staff: EVERYBODY,
  manage_staff: OFFICE,
  edit_gym: OFFICE,
  see_places: EVERYBODY,
  edit_places: OFFICE,
  see_log: OFFICE,
}

export function canInGym(role: StaffRole | null, action: GymAction): boolean {
  return role !== null && ALLOWED[action].includes(role)
}

/** A coach reaches the members they look after; address and telephone are nobody else's outside the office. */
export function canSeeContact(role: StaffRole, args: { isTheirCoach: boolean }): boolean {
  return canInGym(role, 'see_contact') || (role === 'coach' && args.isTheirCoach)
}

const RANK: Record<StaffRole, number> = { owner: 2, manager: 1, coach: 0, desk: 0 }

/** The roles that somebody may give: an owner any, a manager those below their own, the others none. */
export function grantableRoles(mine: StaffRole): readonly StaffRole[] {
  if (mine === 'owner') return EVERYBODY
  return canInGym(mine, 'manage_staff') ? EVERYBODY.filter((role) => RANK[role] < RANK[mine]) : []
}

/** Whether somebody may change who holds `theirs`, into `next` or (null) out of the gym. Nobody acts above themself. */
export function canChangeStaff(mine: StaffRole, theirs: StaffRole, next: StaffRole | null): boolean {
  const reach = grantableRoles(mine)
  return reach.includes(theirs) && (next === null || reach.includes(next))
}

/** Who can be a member's coach. */
export const COACHING_ROLES: readonly StaffRole[] = ['owner', 'manager', 'coach']

export type GymInviteState = 'open' | 'expired' | 'used' | 'revoked'

export function gymInviteState(
  invite: { expiresAt: number; maxUses: number; uses: number; revokedAt: number | null },
  now: number,
): GymInviteState {
  if (invite.revokedAt !== null) return 'revoked'
  if (invite.uses >= invite.maxUses) return 'used'
  return invite.expiresAt <= now ? 'expired' : 'open'
}
