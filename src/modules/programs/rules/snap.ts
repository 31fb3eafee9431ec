/** Loads that can be made: at the place where one trains, and without one on the bar that stands everywhere. */
import type { LoadUnit } from '../../../shared/units.ts'
import type { Exercise } from '../../exercises/model.ts'
import type { Place } from '../../gyms/model/places.ts'
import { amountG } from '../../gyms/rules/amount.ts'
import { loadingAt } from '../../workouts/rules/loading.ts'
import { nearestLoad } from '../../workouts/rules/round-at-place.ts'
import type { Snap } from './progression.ts'

type Loaded = Pick<Exercise, 'id' | 'equipment' | 'implements'>

export function snapAt(place: Place | null, exerciseOf: (id: string) => Loaded, unit: LoadUnit): Snap {
  return (exerciseId, loadG) => {
    const loading = loadingAt(place, exerciseOf(exerciseId), unit)
    if (!loading || loading === 'none') return null
    const amount = nearestLoad(loading.sources, loadG)
    return amount && amountG(amount)
  }
}
