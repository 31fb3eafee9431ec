import { thisDevice } from '../../../../client/device-memory.ts'
import type { Workout } from '../../model.ts'

/** Logged on this phone, or by nobody in particular. */
export function isHeldHere({ holder }: Pick<Workout, 'holder'>): boolean {
  return holder === null || holder === thisDevice()
}
