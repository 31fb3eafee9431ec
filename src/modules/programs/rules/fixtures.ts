/** Athletes who follow a program for weeks, for tests: what they can lift is known, what the program asks is not. */
import type { LoadUnit } from '../../../shared/units.ts'
import type { Override, PlannedSession, ProgramVersion } from '../model.ts'
import { daysToCome, type PlannedPlace, planDay, type SessionFact } from './next-session.ts'

/** The reps of each set that this athlete does of what is asked, in week `week` (from 0). */
export type Lifter = (place: PlannedPlace, week: number) => number
/** The load they take where the program leaves it open: 20 kg, 50 lb. */
export const FOUND_G = { kg: 20_000, lb: 22_680 } as const

export type Week = { session: PlannedSession; places: PlannedPlace[] }[]

export function follow(program: ProgramVersion, weeks: number, unit: LoadUnit, lifter: Lifter): Week[] {
  const facts: SessionFact[] = []
  const overrides: Override[] = []
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: program.daysAWeek }, (_, i) => {
      const [next] = daysToCome(program, facts)
      if (!next) throw new Error('A program never ends.')
      const places = planDay(next.day, facts, overrides, unit)
      const at = week * 7 + i
      const session: PlannedSession = {
        ...{ id: `s${at}`, assignmentId: 'a', round: next.round, day: next.day.id, localDay: at },
        ...{ workoutId: `w${at}`, skippedAt: null, exercises: [] },
      }
      const results = new Map(
        places.map((place) => {
          const reps = lifter(place, week)
          const done = place.sets.map(({ loadG }) => ({ reps, loadG: place.why === 'find' ? FOUND_G[unit] : loadG }))
          return [place.slot.slot, { planned: place.sets, done }]
        }),
      )
      facts.push({ session, isSettled: true, results, at })
      return { session, places }
    }),
  )
}
