/** Who may do what in a gym. Promise: a gym that one has no part in answers exactly like one that does not exist. */
import { type Tx, withActor } from '../../../server/db.ts'
import type { Actor } from '../../../shared/actor.ts'
import { appError } from '../../../shared/errors.ts'
import type { StaffRole } from '../model.ts'
import { findMembersAmong } from '../queries/members.ts'
import { findGymsOfStaff, findRole } from '../queries/staff.ts'
import { canInGym, type GymAction } from '../rules/access.ts'

/** Throws like for an unknown gym when the actor does not work there, and says so when the role may not do it. */
export async function requireInGym(actor: Actor, args: { gymId: string; action: GymAction }): Promise<StaffRole> {
  const role = await withActor(actor, [], (tx) => findRole(tx, { gymId: args.gymId, userId: actor.userId }))
  if (!role) throw appError('not_found', 'There is no such gym, or you don’t work there. Open it from your own list.')
  if (!canInGym(role, args.action)) {
    throw appError('forbidden', 'Your role in this gym doesn’t include this. Ask an owner or a manager.')
  }
  return role
}

/** The same, and then one transaction with the gym's rows in it. */
export async function inGym<T>(
  actor: Actor,
  args: { gymId: string; action: GymAction },
  work: (tx: Tx, role: StaffRole) => Promise<T>,
  options: { readOnly?: boolean } = {},
): Promise<T> {
  const role = await requireInGym(actor, args)
  return withActor(actor, [args.gymId], (tx) => work(tx, role), options)
}

/** Those among `userIds` who are members right now of a gym where the actor works. */
export async function membersAmong(actor: Actor, userIds: readonly string[]): Promise<string[]> {
  const gymIds = await withActor(actor, [], (tx) => findGymsOfStaff(tx, { userId: actor.userId }))
  if (gymIds.length === 0) return []
  return withActor(actor, gymIds, (tx) => findMembersAmong(tx, { gymIds, userIds }))
}
