/** Where a workout that starts is: nobody who has said where they train should have to say it again. */
import { type Place, places } from '../../modules/gyms/model/places.ts'
import { workouts } from '../../modules/workouts/model.ts'
import type { Rows } from '../../sync/client/api.ts'
import { FIRST_DAY, LAST_DAY, newestFirst } from './reads.ts'

/** The only place; of several the one of the last workout but `newId`, while it is there; null for none. */
export async function readStartPlace(rows: Rows, newId?: string): Promise<Place | null> {
  const own = await rows.all(places)
  if (own.length < 2) return own[0] ?? null
  const lately = await rows.between(workouts, 'localDay', FIRST_DAY, LAST_DAY, { limit: 4, newestFirst: true })
  const placeId = lately
    .filter(({ id }) => id !== newId)
    .toSorted(newestFirst)
    .at(0)?.placeId
  return own.find(({ id }) => id === placeId) ?? null
}
