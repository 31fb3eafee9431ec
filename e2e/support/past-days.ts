/** Workouts on days gone by, logged on a phone without screens: what a story about weeks and years looks back on. */
import { addExercise, addSet, finishWorkout, startWorkout } from '../../src/modules/workouts/mutators.ts'
import { newId } from '../../src/shared/id.ts'
import { dayFromCivil, dayOf, weekStartDay } from '../../src/shared/local-day.ts'
import type { Phone } from '../../src/sync/client/api.ts'
import { figures } from './phone.ts'

const DAY_MS = 86_400_000
/** Where the devices of stories are: there it is Monday before it is in London. */
const today = () => dayOf(Date.now(), 'Europe/Berlin')

/** So many weeks ago, on the nth day of that week from Monday. */
export type PastDay = { weeks: number; day: number } | { date: readonly [year: number, month: number, day: number] }

export async function logDays(
  phone: Phone,
  days: readonly PastDay[],
  loadOf = (_at: number) => 100_000,
  exerciseId = 'deadlift',
): Promise<void> {
  for (const [at, one] of days.entries()) {
    const localDay = 'date' in one ? dayFromCivil(...one.date) : weekStartDay(today(), 1) - one.weeks * 7 + one.day
    const startedAt = localDay * DAY_MS + 12 * 3_600_000
    const [id, entryId] = [newId(), newId()]
    await phone.mutate(startWorkout, {
      ...{ id, title: 'Training', startedAt, zone: 'UTC', localDay, bodyweightG: null, holder: null, placeId: null },
    })
    await phone.mutate(addExercise, {
      ...{ workoutId: id, id: entryId, exerciseId, position: 'a0', restS: null, superset: null, sets: [] },
    })
    const set = { id: newId(), position: 'a0', ...figures(5, loadOf(at)), doneAt: startedAt + 60_000 }
    await phone.mutate(addSet, { workoutId: id, entryId, set })
    await phone.mutate(finishWorkout, { id, endedAt: startedAt + 3_600_000, activeMs: 3_600_000, state: 'done' })
  }
}
