/** A track as it is written: an ordinary workout with one set, and beside it what the track adds. */
import { idFromFacts } from '../../../../shared/id-from-facts.ts'
import { dayOf } from '../../../../shared/local-day.ts'
import { LIMITS } from '../../../../shared/set-limits.ts'
import type { CardioSession } from '../../model/cardio.ts'
import type { WholeWorkout } from '../../model.ts'
import type { CardioFigures } from './figures.ts'
import { exerciseOf, type Sport, type TrackFormat } from './track.ts'

export type PlannedSession = {
  format: TrackFormat
  sport: Sport
  isIndoors: boolean
  title: string
  zone: string
  figures: CardioFigures
}

export const trackId = (startAt: number) => idFromFacts('track', startAt)

export function workoutOfTrack(
  { format, sport, isIndoors, title, zone, figures }: PlannedSession,
  file: CardioSession['file'],
): { whole: WholeWorkout; cardio: CardioSession } {
  const { startAt, elapsedMs, movingMs, distanceM, bests, ...told } = figures
  const id = trackId(startAt)
  const [entryId, setId] = [idFromFacts(id, 'entry'), idFromFacts(id, 'set')]
  const endedAt = startAt + elapsedMs
  const lasted = Math.min(movingMs, LIMITS.durationMs)
  const whole: WholeWorkout = {
    workout: {
      ...{ id, title, state: 'done', startedAt: startAt, zone, localDay: dayOf(startAt, zone), endedAt },
      ...{ activeMs: movingMs, notes: '', bodyweightG: null, holder: null, source: format, batchId: null },
    },
    entries: [
      {
        entry: {
          ...{ id: entryId, workoutId: id, exerciseId: exerciseOf(sport, isIndoors), position: 'a0', notes: '' },
          ...{ restS: null, superset: null },
        },
        sets: [
          {
            ...{ id: setId, workoutId: id, entryId, position: 'a0', kind: 'normal', loadMode: 'none', loadG: null },
            ...{ enteredLoad: null, enteredUnit: null, reps: null, rir2: null, durationMs: lasted, distanceM },
            ...{ enteredDistance: null, distanceUnit: null, doneAt: endedAt, notes: '' },
            // Told with the figures they go with: a distance that is put right by hand leaves them behind.
            bests: bests.length > 0 ? [distanceM, lasted, ...bests] : null,
          },
        ],
      },
    ],
  }
  const cardio: CardioSession = { id: setId, workoutId: id, ...told, file }
  return { whole, cardio }
}
