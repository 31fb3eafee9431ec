/** Where a workout that starts is: nobody who has said where they train should have to say it again. */
import { type Place, places } from '../../modules/gyms/model/places.ts'
import { workouts } from '../../modules/workouts/model.ts'
import type { Rows } from '../../sync/client/api.ts'
import { FIRST_DAY, LAST_DAY, newestFirst } from './reads.ts'

/** The only place; of several the one of the last workout, while it is there. */
export async function readStartPlace(rows: Rows): Promise<Place | undefined> {
  const own = await rows.all(places)
  if (own.length < 2) return own[0]
  const lately = await rows.between(workouts, 'localDay', FIRST_DAY, LAST_DAY, { limit: 4, newestFirst: true })
  const placeId = lately.toSorted(newestFirst).at(0)?.placeId
  return own.find(({ id }) => id === placeId)
}
