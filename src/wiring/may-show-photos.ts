/** Whose picture one sees: that of those whom one coaches, and of the members of a gym where one works. */
import { athletesAmong } from '../modules/coaching/service/access.ts'
import { membersAmong } from '../modules/gyms/service/access.ts'
import type { MayShow } from '../modules/media/service/photos.ts'

export const mayShowPhotos: MayShow = async (actor, personIds) => {
  const found = await Promise.all([athletesAmong(actor, personIds), membersAmong(actor, personIds)])
  return [...new Set(found.flat())]
}
