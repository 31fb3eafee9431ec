/** Athletes who follow a program for weeks, for tests: what they can lift is known, what the program asks is not. */
import type { LoadUnit } from '../../../shared/units.ts'
import { catalogueExercise } from '../../exercises/data/catalogue.ts'
import type { Place } from '../../gyms/model/places.ts'
import type { Override, PlannedSession, PlannedSet, ProgramVersion } from '../model.ts'
import type { DoneSet } from './judge.ts'
import { daysToCome, type PlannedPlace, planDay, type SessionFact } from './next-session.ts'
import { snapAt } from './snap.ts'

/** What this athlete does of one set that is asked, in week `week` (from 0); null leaves it out. */
export type Lifter = (set: PlannedSet, place: PlannedPlace, week: number, i: number) => DoneSet | null
/** The load they take where the program leaves it open: 20 kg, 50 lb. */
export const FOUND_G = { kg: 20_000, lb: 22_680 } as const

export type Session = { session: PlannedSession; places: PlannedPlace[]; week: number }

const stock = (unit: LoadUnit, pairs: [number, number][]) =>
  pairs.map(([plate, n]) => ({ milli: plate * 1000, unit, pairs: n }))
const run = (unit: LoadUnit, from: number, to: number, step: number) => [
  { from: from * 1000, to: to * 1000, step: step * 1000, unit },
]

/** A usual gym: pairs of plates that run out, dumbbells and stacks in their steps. */
export function usualPlace(unit: LoadUnit): Place {
  const isKg = unit === 'kg'
  const bar = { milli: isKg ? 20_000 : 45_000, unit }
  const stack = {
    start: null,
    sides: 2 as const,
    stack: isKg ? run(unit, 5, 100, 5) : run(unit, 10, 200, 10),
    addOns: [],
  }
  const plates: [number, number][] = isKg
    ? [[25, 2], [20, 4], [15, 1], [10, 2], [5, 2], [2.5, 2], [1.25, 2]] // biome-ignore format: a table
    : [[45, 6], [35, 1], [25, 2], [10, 2], [5, 2], [2.5, 2]] // biome-ignore format: a table
  return {
    ...{ id: 'place', name: 'Gym', unit, collars: null, handles: [], published: null },
    bars: [
      { ...bar, kind: 'barbell' },
      { milli: isKg ? 10_000 : 20_000, unit, kind: 'ez_bar' },
    ],
    plates: stock(unit, plates),
    dumbbells: isKg ? run(unit, 2, 50, 2) : run(unit, 5, 100, 5),
    kettlebells: isKg ? run(unit, 8, 48, 4) : run(unit, 18, 106, 9),
    machines: [
      { what: 'machine', ...stack },
      { what: 'cable', ...stack },
    ],
  }
}

export function exerciseFacts(id: string) {
  const found = catalogueExercise(id)
  if (!found) throw new Error(`No exercise ${id}`)
  return found
}

/** Session by session, until the program or the weeks are over. */
export function follow(
  program: ProgramVersion,
  weeks: number,
  unit: LoadUnit,
  lifter: Lifter,
  { place, overrides = [] }: { place?: Place; overrides?: Override[] } = {},
): Session[] {
  const facts: SessionFact[] = []
  const snap = place && snapAt(place, exerciseFacts, unit)
  const all: Session[] = []
  for (let n = 0; n < weeks * program.daysAWeek; n++) {
    const week = Math.floor(n / program.daysAWeek)
    const [next] = daysToCome(program, facts)
    if (!next) break
    const places = planDay(next, facts, overrides, unit, snap)
    const session: PlannedSession = {
      ...{ id: `s${n}`, assignmentId: 'a', round: next.round, day: next.day.id, localDay: n },
      ...{ workoutId: `w${n}`, skippedAt: null, exercises: [] },
    }
    const results = new Map(
      places.map((one) => {
        const done = one.sets.map((set, i) =>
          lifter(set.loadG === null && one.why === 'find' ? { ...set, loadG: FOUND_G[unit] } : set, one, week, i),
        )
        return [one.slot.slot, { planned: one.sets, done, from: one.state, round: next.round }]
      }),
    )
    facts.push({ session, state: 'done', results, at: n })
    all.push({ session, places, week })
  }
  return all
}
