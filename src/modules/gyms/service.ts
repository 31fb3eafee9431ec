/**
 * Gyms and who belongs to them. Promises: a gym that one has no part in answers exactly like one that does not exist;
 * every change to people and roles leaves an audit row in the same transaction.
 */
import { withActor } from '../../server/db.ts'
import type { Actor } from '../../shared/actor.ts'
import { appError } from '../../shared/errors.ts'
import { searchWords } from '../../shared/fold-letters.ts'
import { newId } from '../../shared/id.ts'
import { writeAudit } from '../users/service/audit.ts'
import type { StaffRole } from './model.ts'
import * as queries from './queries.ts'
import { canInGym, type GymAction } from './rules/access.ts'

export async function createGym(
  actor: Actor,
  args: { name: string; zone: string; id?: string },
  now = Date.now(),
): Promise<{ gymId: string }> {
  if (!isZone(args.zone)) {
    throw appError('bad_input', `“${args.zone}” is not a time zone. Use a name such as Europe/Ljubljana.`)
  }
  const gymId = args.id ?? newId()
  const { userId } = actor
  await withActor(actor, [gymId], async (tx) => {
    await queries.insertGym(tx, { id: gymId, name: args.name, zone: args.zone, at: now })
    await queries.insertStaff(tx, { id: newId(), gymId, userId, role: 'owner', at: now })
    await writeAudit(
      tx,
      actor,
      now,
      { action: 'gym.create', gymId, after: { name: args.name, zone: args.zone } },
      { action: 'staff.add', gymId, subjectId: userId, after: { role: 'owner' } },
    )
  })
  return { gymId }
}

/** Throws like for an unknown gym when the actor does not work there, and says so when the role may not do it. */
export async function requireInGym(actor: Actor, args: { gymId: string; action: GymAction }): Promise<StaffRole> {
  const role = await withActor(actor, [], (tx) => queries.findRole(tx, { gymId: args.gymId, userId: actor.userId }))
  if (!role) throw appError('not_found', 'There is no such gym, or you don’t work there. Open it from your own list.')
  if (!canInGym(role, args.action)) {
    throw appError('forbidden', 'Your role in this gym doesn’t include this. Ask an owner or a manager.')
  }
  return role
}

/** For the demo world and later the staff's invites; no procedure hires somebody by a bare id. */
export async function addStaff(
  actor: Actor,
  args: { gymId: string; userId: string; role: StaffRole },
  now = Date.now(),
): Promise<void> {
  await requireInGym(actor, { gymId: args.gymId, action: 'add_staff' })
  await withActor(actor, [args.gymId], async (tx) => {
    const added = await queries.insertStaff(tx, { id: newId(), ...args, at: now })
    if (!added) throw appError('conflict', 'This person works in this gym already: change their role instead.')
    const { gymId, userId, role } = args
    await writeAudit(tx, actor, now, { action: 'staff.add', gymId, subjectId: userId, after: { role } })
  })
}

export async function addMember(
  actor: Actor,
  args: { gymId: string; name: string; email?: string | null; userId?: string | null },
  now = Date.now(),
): Promise<{ memberId: string }> {
  await requireInGym(actor, { gymId: args.gymId, action: 'add_member' })
  const memberId = newId()
  const { gymId, name, email = null, userId = null } = args
  await withActor(actor, [gymId], async (tx) => {
    const added = await queries.insertMember(tx, { id: memberId, gymId, userId, name, email, at: now })
    if (!added) throw appError('conflict', 'This person is a member of this gym already.')
    await writeAudit(tx, actor, now, { action: 'member.add', gymId, subjectId: userId, after: { memberId, name } })
  })
  return { memberId }
}

export async function listGyms(actor: Actor): Promise<queries.GymOfStaff[]> {
  return withActor(actor, [], (tx) => queries.findGymsByStaff(tx, { userId: actor.userId }))
}

/** For an invite that names a gym: whoever holds the invite may know its name. */
export async function findGymName(actor: Actor, args: { gymId: string }): Promise<string | null> {
  return withActor(actor, [args.gymId], (tx) => queries.findGymName(tx, args))
}

export type MemberPage = {
  members: { id: string; name: string; email: string | null; startedAt: number }[]
  next: { name: string; id: string } | null
}

export async function listMembers(
  actor: Actor,
  args: { gymId: string; search: string; after: { name: string; id: string } | null; limit: number },
): Promise<MemberPage> {
  await requireInGym(actor, { gymId: args.gymId, action: 'see_members' })
  const words = searchWords(args.search)
  const rows = await withActor(actor, [args.gymId], (tx) => queries.findMembers(tx, { ...args, words }))
  const page = rows.slice(0, args.limit)
  const last = rows.length > args.limit ? page.at(-1) : undefined
  return {
    members: page.map(({ sortName: _sortName, ...member }) => member),
    next: last ? { name: last.sortName, id: last.id } : null,
  }
}

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
}
