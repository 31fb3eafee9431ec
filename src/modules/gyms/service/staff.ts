/**
 * Who works in a gym. Promises: nobody gives a role above what they may give, or acts on somebody above them; a gym never
 * loses its last owner; what was stays as a row with its dates; every change leaves an audit row; who may not hire any more
 * hires nobody by a link that they made while they could.
 */
import { type Tx, withActor } from '../../../server/db.ts'
import type { Actor } from '../../../shared/actor.ts'
import { appError } from '../../../shared/errors.ts'
import { newId } from '../../../shared/id.ts'
import { writeAudit } from '../../users/service/audit.ts'
import { STAFF_ROLES, type StaffRole } from '../model.ts'
import { revokeStaffInvitesBy } from '../queries/invites.ts'
import * as queries from '../queries/staff.ts'
import { COACHING_ROLES, canChangeStaff, grantableRoles } from '../rules/access.ts'
import { inGym, requireInGym } from './access.ts'

const ABOVE = 'Only an owner can do this: it is about a role that you can’t give.'
const LAST_OWNER = 'This is the gym’s only owner. Make somebody else an owner first.'
const NO_STAFF = 'There is nobody like this among those who work here: reload the list.'

/** For the demo world; people are hired by an invite that they accept. */
export async function addStaff(
  actor: Actor,
  args: { gymId: string; userId: string; role: StaffRole },
  now = Date.now(),
): Promise<void> {
  const { gymId, userId, role } = args
  await inGym(actor, { gymId, action: 'manage_staff' }, async (tx, mine) => {
    if (!grantableRoles(mine).includes(role)) throw appError('forbidden', ABOVE)
    await hire(tx, { gymId, userId, role, now })
    await writeAudit(tx, actor, now, { action: 'staff.add', gymId, subjectId: userId, after: { role } })
  })
}

/** Throws when they work here already: two roles of one person would contradict each other. */
export async function hire(
  tx: Tx,
  args: { gymId: string; userId: string; role: StaffRole; now: number },
): Promise<void> {
  const { now, ...staff } = args
  const added = await queries.insertStaff(tx, { id: newId(), ...staff, at: now })
  if (!added) throw appError('conflict', 'This person works in this gym already: change their role instead.')
}

/** Who coaches here now, with their names. A member whose coach is none of them has none, whatever their row says. */
export async function findCoaches(tx: Tx, args: { gymId: string }): Promise<ReadonlyMap<string, string>> {
  const staff = await queries.findStaff(tx, { ...args, current: true })
  return new Map(staff.flatMap(({ userId, name, role }) => (COACHING_ROLES.includes(role) ? [[userId, name]] : [])))
}

export const currentCoach = (coachId: string | null, coaches: ReadonlyMap<string, string>): string | null =>
  coachId !== null && coaches.has(coachId) ? coachId : null

export type StaffView = queries.StaffRow & {
  /** What this reader can make of them; empty when nothing. */
  canBecome: StaffRole[]
  canEnd: boolean
}

export async function listStaff(actor: Actor, args: { gymId: string }): Promise<StaffView[]> {
  const { gymId } = args
  return inGym(
    actor,
    { gymId, action: 'see_staff' },
    async (tx, mine) => {
      const staff = await queries.findStaff(tx, { gymId })
      const owners = staff.filter(({ role, endedAt }) => role === 'owner' && endedAt === null).length
      return staff.map((one) => {
        const isSelf = one.userId === actor.userId
        const isOver = one.endedAt !== null || (one.role === 'owner' && owners === 1)
        return {
          ...one,
          canBecome: isOver
            ? []
            : grantableRoles(mine).filter((next) => next !== one.role && canChangeStaff(mine, one.role, next)),
          canEnd: !isOver && (isSelf || canChangeStaff(mine, one.role, null)),
        }
      })
    },
    { readOnly: true },
  )
}

/** The old role ends and the new one begins: who was what on which day can be told. */
export async function changeRole(
  actor: Actor,
  args: { gymId: string; staffId: string; role: StaffRole },
  now = Date.now(),
): Promise<void> {
  const { gymId, staffId, role } = args
  await inGym(actor, { gymId, action: 'manage_staff' }, async (tx, mine) => {
    const staff = await queries.lockStaff(tx, { gymId })
    const held = staff.find(({ id }) => id === staffId)
    if (!held) throw appError('not_found', NO_STAFF)
    if (held.role === role) return
    if (!canChangeStaff(mine, held.role, role)) throw appError('forbidden', ABOVE)
    requireAnotherOwner(staff, held)
    await queries.markStaffEnded(tx, { id: staffId, at: now, by: actor.userId })
    await hire(tx, { gymId, userId: held.userId, role, now })
    await takeLinksBack(tx, actor, { gymId, userId: held.userId, role, now })
    const subject = { action: 'staff.role', gymId, subjectId: held.userId }
    await writeAudit(tx, actor, now, { ...subject, before: { role: held.role }, after: { role } })
  })
}

/** One's own end as well: leaving needs nobody's word. Ending what has ended is fine. */
export async function endStaff(
  actor: Actor,
  args: { gymId: string; staffId: string },
  now = Date.now(),
): Promise<void> {
  const { gymId, staffId } = args
  const mine = await requireInGym(actor, { gymId, action: 'see_staff' })
  await withActor(actor, [gymId], async (tx) => {
    const staff = await queries.lockStaff(tx, { gymId })
    const held = staff.find(({ id }) => id === staffId)
    if (!held) throw appError('not_found', NO_STAFF)
    if (held.userId !== actor.userId && !canChangeStaff(mine, held.role, null)) throw appError('forbidden', ABOVE)
    requireAnotherOwner(staff, held)
    await queries.markStaffEnded(tx, { id: staffId, at: now, by: actor.userId })
    await takeLinksBack(tx, actor, { gymId, userId: held.userId, role: null, now })
    const subject = { action: 'staff.end', gymId, subjectId: held.userId }
    await writeAudit(tx, actor, now, { ...subject, before: { role: held.role } })
  })
}

/** The open links that they made for roles that they, as `role`, can't give. */
async function takeLinksBack(
  tx: Tx,
  actor: Actor,
  args: { gymId: string; userId: string; role: StaffRole | null; now: number },
): Promise<void> {
  const { gymId, userId, role, now } = args
  const still = role === null ? [] : grantableRoles(role)
  const roles = STAFF_ROLES.filter((one) => !still.includes(one))
  const taken = await revokeStaffInvitesBy(tx, { gymId, createdBy: userId, roles, at: now })
  const entries = taken.map((one) => ({
    action: 'invite.revoke',
    gymId,
    after: { inviteId: one.id, role: one.role },
  }))
  await writeAudit(tx, actor, now, ...entries)
}

function requireAnotherOwner(staff: readonly { role: StaffRole }[], held: { role: StaffRole }): void {
  if (held.role !== 'owner') return
  if (staff.filter(({ role }) => role === 'owner').length < 2) throw appError('conflict', LAST_OWNER)
}
