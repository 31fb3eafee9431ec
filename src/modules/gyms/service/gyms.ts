/** Gyms and their locations. Promise: every change leaves an audit row in the same transaction. */
import { NOBODY, type Tx, withActor } from '../../../server/db.ts'
import type { Actor } from '../../../shared/actor.ts'
import { appError } from '../../../shared/errors.ts'
import { newId } from '../../../shared/id.ts'
import { isZone } from '../../../shared/local-day.ts'
import { writeAudit } from '../../users/service/audit.ts'
import type { StaffRole } from '../model.ts'
import * as queries from '../queries/gyms.ts'
import { findStaff, insertStaff } from '../queries/staff.ts'
import { inGym } from './access.ts'

function requireZone(zone: string): void {
  if (isZone(zone)) return
  throw appError('bad_input', `“${zone}” is not a time zone. Use a name such as Europe/Ljubljana.`)
}

export async function createGym(
  actor: Actor,
  args: { name: string; zone: string; id?: string },
  now = Date.now(),
): Promise<{ gymId: string }> {
  requireZone(args.zone)
  const gymId = args.id ?? newId()
  const { userId } = actor
  await withActor(actor, [gymId], async (tx) => {
    await queries.insertGym(tx, { id: gymId, name: args.name, zone: args.zone, at: now })
    await insertStaff(tx, { id: newId(), gymId, userId, role: 'owner', at: now })
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

export async function listGyms(actor: Actor): Promise<queries.GymOfStaff[]> {
  return withActor(actor, [], (tx) => queries.findGymsByStaff(tx, { userId: actor.userId }))
}

/** For an invite that names a gym: whoever holds the invite may know its name. */
export async function findGymName(actor: Actor, args: { gymId: string }): Promise<string | null> {
  const gym = await withActor(actor, [args.gymId], (tx) => queries.findGym(tx, args))
  return gym?.name ?? null
}

export type GymHome = {
  gymId: string
  name: string
  zone: string
  absentWeeks: number
  role: StaffRole
  locations: { id: string; name: string; isClosed: boolean }[]
  /** Who works here now: names for columns, choices of coaches. */
  staff: { userId: string; name: string; role: StaffRole }[]
}

/** What every page of a gym's portal stands in. */
export async function openGym(actor: Actor, args: { gymId: string }): Promise<GymHome> {
  const { gymId } = args
  return inGym(
    actor,
    { gymId, action: 'see_members' },
    async (tx, role) => {
      const [gym, locations, staff] = await Promise.all([
        queries.findGym(tx, { gymId }),
        queries.findLocations(tx, { gymId }),
        findStaff(tx, { gymId, current: true }),
      ])
      if (!gym) throw appError('not_found', 'This gym is not there any more: reload the page.')
      return {
        gymId,
        name: gym.name,
        zone: gym.zone,
        absentWeeks: gym.absentWeeks,
        role,
        locations: locations.map(({ id, name, closedAt }) => ({ id, name, isClosed: closedAt !== null })),
        staff: staff.map(({ userId, name, role: theirs }) => ({ userId, name, role: theirs })),
      }
    },
    { readOnly: true },
  )
}

export async function editGym(
  actor: Actor,
  args: { gymId: string; name: string; zone: string; absentWeeks: number },
  now = Date.now(),
): Promise<void> {
  requireZone(args.zone)
  const { gymId, name, zone, absentWeeks } = args
  await inGym(actor, { gymId, action: 'edit_gym' }, async (tx) => {
    const was = await queries.findGym(tx, { gymId, lock: true })
    if (!was || (was.name === name && was.zone === zone && was.absentWeeks === absentWeeks)) return
    await queries.updateGym(tx, args)
    const before = { name: was.name, zone: was.zone, absentWeeks: was.absentWeeks }
    await writeAudit(tx, actor, now, { action: 'gym.edit', gymId, before, after: { name, zone, absentWeeks } })
  })
}

export async function addLocation(
  actor: Actor,
  args: { gymId: string; name: string },
  now = Date.now(),
): Promise<{ locationId: string }> {
  const { gymId, name } = args
  const locationId = newId()
  await inGym(actor, { gymId, action: 'edit_gym' }, async (tx) => {
    await queries.insertLocation(tx, { id: locationId, gymId, name, at: now })
    await writeAudit(tx, actor, now, { action: 'location.add', gymId, after: { locationId, name } })
  })
  return { locationId }
}

/** `isClosed` leaves it in the past of its members and takes it off every list of choices. */
export async function editLocation(
  actor: Actor,
  args: { gymId: string; locationId: string; name: string; isClosed: boolean },
  now = Date.now(),
): Promise<void> {
  const { gymId, locationId, name, isClosed } = args
  await inGym(actor, { gymId, action: 'edit_gym' }, async (tx) => {
    const was = await queries.findLocation(tx, { gymId, locationId, lock: true })
    if (!was) throw appError('not_found', 'There is no such location in this gym: reload the list.')
    const wasClosed = was.closedAt !== null
    if (was.name === name && wasClosed === isClosed) return
    await queries.updateLocation(tx, { locationId, name, closedAt: isClosed ? (was.closedAt ?? now) : null })
    await writeAudit(tx, actor, now, {
      action: wasClosed === isClosed ? 'location.edit' : isClosed ? 'location.close' : 'location.open',
      gymId,
      before: { locationId, name: was.name },
      after: { locationId, name },
    })
  })
}

/** What an open location is called; throws for one that is closed, another gym's or nobody's. */
export async function requireLocation(
  tx: Tx,
  args: { gymId: string; locationId: string; lock?: boolean },
): Promise<string> {
  const found = await queries.findLocation(tx, args)
  if (!found || found.closedAt !== null) {
    throw appError('not_found', 'There is no such location in this gym: reload the page.')
  }
  return found.name
}

/** The gym of a link that was found by its hash, for a reader who may not be signed in. */
export async function readGym(gymId: string): Promise<queries.GymRow | null> {
  return withActor(NOBODY, [gymId], (tx) => queries.findGym(tx, { gymId }))
}
