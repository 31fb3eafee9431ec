/**
 * Faces of members, for who works in their gym. Promise: only while the membership lasts, and of those alone who set a
 * picture; who has none and who is nobody's are left out alike.
 */
import type { Actor } from '../../../shared/actor.ts'
import { findPhotos } from '../../media/service/photos.ts'
import { findAccounts } from '../queries/members.ts'
import { inGym } from './access.ts'

/** For a list: the smallest that is kept. */
const SIZE = 64

export async function findMemberPhotos(
  actor: Actor,
  args: { gymId: string; memberIds: readonly string[] },
  now = Date.now(),
): Promise<{ memberId: string; url: string }[]> {
  const { gymId } = args
  const found = await inGym(actor, { gymId, action: 'see_members' }, (tx) => findAccounts(tx, args), { readOnly: true })
  if (found.length === 0) return []
  const memberOf = new Map(found.map(({ memberId, userId }) => [userId, memberId]))
  // That they are members here was just read: there is nobody else to ask.
  const photos = await findPhotos(async (_, ids) => ids, actor, { personIds: [...memberOf.keys()], size: SIZE }, now)
  return photos.flatMap(({ personId, url }) => {
    const memberId = memberOf.get(personId)
    return memberId ? [{ memberId, url }] : []
  })
}
