/** Gyms as both sides speak of them. */
export const STAFF_ROLES = ['owner', 'manager', 'coach', 'desk'] as const
export type StaffRole = (typeof STAFF_ROLES)[number]
