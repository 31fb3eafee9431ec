/** Years of training, as an import sends them. */
import type { ImportedWorkout } from '../../src/modules/workouts/mutators/import.ts'
import { idFromFacts } from '../../src/shared/id-from-facts.ts'
import { setFigures } from './training.ts'

const DAY_MS = 86_400_000
export const LIFTS = ['deadlift', 'bench-press', 'back-squat', 'overhead-press']
/** What fits into one entry of the queue, at 20 sets a workout. */
export const CHUNK = 35

export function pastWorkout(daysAgo: number, now: number, sets: number): ImportedWorkout {
  const startedAt = now - daysAgo * DAY_MS
  const id = idFromFacts('bench', startedAt)
  const day = { startedAt, zone: 'UTC', localDay: Math.floor(startedAt / DAY_MS), endedAt: startedAt + 3_600_000 }
  return {
    workout: {
      id,
      title: 'Old',
      state: 'done',
      ...day,
      activeMs: 3_600_000,
      notes: '',
      bodyweightG: null,
      source: 'strong',
    },
    entries: LIFTS.map((exerciseId, at) => ({
      entry: { id: idFromFacts(id, at), exerciseId, position: `a${at}`, notes: '', restS: null, superset: null },
      sets: Array.from({ length: sets / LIFTS.length }, (_, set) => ({
        id: idFromFacts(id, at, set),
        position: `a${set}`,
        ...setFigures(5 + (set % 4), 60_000 + Math.max(0, 20_000 - daysAgo) * 2),
        doneAt: startedAt,
        notes: '',
      })),
    })),
  }
}
