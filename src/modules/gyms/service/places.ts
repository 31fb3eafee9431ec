/**
 * What a gym has to lift. Promises: members see what was published and nothing that is being worked on; every change
 * leaves an audit row in the same transaction.
 */
import { withActor } from '../../../server/db.ts'
import type { Actor } from '../../../shared/actor.ts'
import { appError } from '../../../shared/errors.ts'
import { writeAudit } from '../../users/service/audit.ts'
import type { GymPlaceFields } from '../model/places.ts'
import * as queries from '../queries/places.ts'
import { requireEquipment, requirePlaceName } from '../rules/check-equipment.ts'
import { inGym } from './access.ts'

const MOST_PLACES = 50

export type GymPlace = {
  placeId: string
  place: GymPlaceFields
  version: number
  publishedAt: number | null
  /** Worked on since it was published, or never published. */
  isChanged: boolean
}

export async function listGymPlaces(actor: Actor, args: { gymId: string }): Promise<GymPlace[]> {
  const { gymId } = args
  const rows = await inGym(actor, { gymId, action: 'see_places' }, (tx) => queries.findGymPlaces(tx, { gymId }), {
    readOnly: true,
  })
  return rows.map(({ id, draft, published, version, publishedAt }) => ({
    placeId: id,
    place: draft,
    version,
    publishedAt,
    isChanged: JSON.stringify(draft) !== JSON.stringify(published),
  }))
}

/** Makes it, or lays the new draft over the old one; the id is the caller's, so that saving twice is saving once. */
export async function saveGymPlace(
  actor: Actor,
  args: { gymId: string; placeId: string; place: GymPlaceFields },
  now = Date.now(),
): Promise<void> {
  const { gymId, placeId, place } = args
  requirePlaceName(place.name)
  requireEquipment(place)
  await inGym(actor, { gymId, action: 'edit_places' }, async (tx) => {
    const was = await queries.lockGymPlace(tx, { gymId, placeId })
    if (was) {
      if (!(await queries.updateGymPlace(tx, { gymId, placeId, draft: place }))) return
      const before = was.draft.name === place.name ? undefined : { name: was.draft.name }
      await writeAudit(tx, actor, now, { action: 'place.edit', gymId, before, after: { placeId, name: place.name } })
      return
    }
    const all = await queries.findGymPlaces(tx, { gymId })
    if (all.length >= MOST_PLACES) {
      throw appError('too_large', `A gym has at most ${MOST_PLACES} places. Remove one that is not used any more.`)
    }
    const isNew = await queries.insertGymPlace(tx, { id: placeId, gymId, draft: place, at: now })
    if (!isNew) throw noPlace()
    await writeAudit(tx, actor, now, { action: 'place.add', gymId, after: { placeId, name: place.name } })
  })
}

/** From now on the gym's members are offered it as it stands. */
export async function publishGymPlace(
  actor: Actor,
  args: { gymId: string; placeId: string },
  now = Date.now(),
): Promise<void> {
  const { gymId, placeId } = args
  await inGym(actor, { gymId, action: 'edit_places' }, async (tx) => {
    const was = await queries.lockGymPlace(tx, { gymId, placeId })
    if (!was) throw noPlace()
    if (JSON.stringify(was.draft) === JSON.stringify(was.published)) return
    await queries.publishGymPlace(tx, { gymId, placeId, at: now })
    const after = { placeId, name: was.draft.name, version: was.version + 1 }
    await writeAudit(tx, actor, now, { action: 'place.publish', gymId, after })
  })
}

/** No member is offered it any more. Who has copied it keeps the copy. */
export async function removeGymPlace(
  actor: Actor,
  args: { gymId: string; placeId: string },
  now = Date.now(),
): Promise<void> {
  const { gymId, placeId } = args
  await inGym(actor, { gymId, action: 'edit_places' }, async (tx) => {
    const was = await queries.lockGymPlace(tx, { gymId, placeId })
    if (!was) throw noPlace()
    await queries.removeGymPlace(tx, { gymId, placeId, at: now })
    await writeAudit(tx, actor, now, { action: 'place.remove', gymId, before: { placeId, name: was.draft.name } })
  })
}

/** For a member's phone: what their gyms have published. */
export async function listPublishedPlaces(actor: Actor): Promise<queries.PublishedRow[]> {
  return withActor(actor, [], (tx) => queries.findPublishedPlaces(tx, { userId: actor.userId }), { readOnly: true })
}

function noPlace() {
  return appError('not_found', 'There is no such place in this gym: it was removed. Reload the list.')
}
