/** What the import's tests share: one history, and how it is planned. */
import { CATALOGUE } from '../../../exercises/data/catalogue.ts'
import type { WholeWorkout } from '../../model.ts'
import { madeHistory } from './fixtures.ts'
import type { StrongShape } from './fixtures-strong.ts'
import { type PlanContext, planImport } from './plan.ts'
import { readImport } from './read.ts'
import type { ImportAnswers } from './shapes.ts'

export const history = madeHistory(7, 26)
export const madeSets = history.flatMap(({ blocks }) => blocks.flatMap(({ sets }) => sets))
export const context: PlanContext = {
  exercises: CATALOGUE,
  existing: [],
  zone: 'Europe/Berlin',
  now: Date.UTC(2026, 10, 23),
}
export const UNITS: ImportAnswers = { loadUnit: 'kg', distanceUnit: 'km' }

export const plan = (text: string, answers: ImportAnswers = UNITS, over: Partial<PlanContext> = {}) =>
  planImport(readImport(text, { fileName: 'export.csv' }), answers, { ...context, ...over })
export const setsOf = (workouts: readonly WholeWorkout[]) =>
  workouts.flatMap(({ entries }) => entries.flatMap(({ sets }) => sets))
export const sum = (values: (number | null)[]) => values.reduce<number>((total, value) => total + (value ?? 0), 0)
export const kinds = (text: string) => readImport(text, { fileName: 'x.csv' }).questions.map(({ kind }) => kind)

/** What must survive, whatever shape it came in. */
export const essence = (workouts: readonly WholeWorkout[]) =>
  workouts.map(({ workout, entries }) => ({
    title: workout.title,
    day: workout.localDay,
    minute: Math.floor(workout.startedAt / 60_000),
    activeMs: workout.activeMs,
    notes: workout.notes,
    entries: entries.map(({ entry, sets }) => [
      entry.exerciseId,
      ...sets.map((set) =>
        [set.kind, set.loadMode, set.loadG, set.reps, set.rir2, set.durationMs, set.distanceM].join(' '),
      ),
    ]),
  }))

export const SHAPES: readonly StrongShape[] = ['A', 'B', 'C', 'D', 'D-de']
