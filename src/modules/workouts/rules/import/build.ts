/** A draft and its exercises become rows. Ids come from the facts alone: any file, phone or time gives the same. */
import { generateNKeysBetween } from 'fractional-indexing'
import { parseLoad } from '../../../../shared/entered-number.ts'
import { idFromFacts } from '../../../../shared/id-from-facts.ts'
import { dayOf } from '../../../../shared/local-day.ts'
import { instantOfLocal } from '../../../../shared/local-instant.ts'
import type { LoadMode } from '../../../exercises/model.ts'
import type { LoadUnit, LoggedSet, Source, WholeWorkout } from '../../model.ts'
import type { WallClock } from './dates.ts'
import { factsOf, type SetDraft, type WorkoutDraft } from './group.ts'
import type { DecimalMark } from './numbers.ts'
import { badRow, type Problem, warning } from './problems.ts'

export type KnownExercise = { id: string; loadMode: LoadMode }
export type BuildContext = {
  source: Source
  zone: string
  /** Null for one that the athlete chose to leave out. */
  exerciseOf: (name: string) => KnownExercise | null
  /** How the file writes the athlete's own weight. */
  bodyweight: { unit: LoadUnit; decimal: DecimalMark }
}

const HOUR_MS = 3_600_000
const NOON = 12

export function instantOf(clock: WallClock, zone: string): number {
  const hour = clock.timed ? clock.hour : NOON
  if (clock.offsetMin === null)
    return instantOfLocal(clock.year, clock.month, clock.day, hour, clock.minute, clock.second, zone)
  return Date.UTC(clock.year, clock.month - 1, clock.day, hour, clock.minute, clock.second) - clock.offsetMin * 60_000
}

export function idOf(source: Source, draft: WorkoutDraft): string {
  return idFromFacts(source, ...factsWithTwin(draft))
}

function factsWithTwin(draft: WorkoutDraft): string[] {
  return draft.nth === 1 ? [factsOf(draft.place)] : [factsOf(draft.place), `twin ${draft.nth}`]
}

/** How a set of this exercise carries its load; null when the figures can't be one of it. */
export function loadModeOf(
  set: { load: { grams: number; negative: boolean } | null },
  exercise: Pick<KnownExercise, 'loadMode'>,
  name: string,
): LoadMode | null {
  const usesBodyweight =
    exercise.loadMode === 'bodyweight' || exercise.loadMode === 'bodyweight_plus' || exercise.loadMode === 'assisted'
  const loaded = (set.load?.grams ?? 0) > 0
  if (set.load?.negative) return usesBodyweight ? 'assisted' : null
  if (exercise.loadMode === 'assisted') return 'assisted'
  if (!usesBodyweight) return exercise.loadMode === 'none' && loaded ? 'external' : exercise.loadMode
  // Only the name says that a load helps; the files write it as a positive number.
  if (loaded && /\bassisted\b/i.test(name)) return 'assisted'
  return loaded ? 'bodyweight_plus' : 'bodyweight'
}

/** When it ended and how long it lasted, as far as the file says; an end nobody can have trained to is left open. */
function endOf(draft: WorkoutDraft, startedAt: number, zone: string, say: (problem: Problem) => void) {
  const { end, activeMs } = draft.place
  const lasted = activeMs ?? lastSetOf(draft, startedAt, zone)
  const ms = end ? instantOf(end, zone) - startedAt : lasted
  if (ms === null) return { endedAt: startedAt, activeMs: null }
  if (ms >= 0 && ms <= 24 * HOUR_MS) return { endedAt: startedAt + ms, activeMs: ms }
  const { title } = draft.place
  const named = { titled: title === '' ? 'no' : 'yes', title } as const
  const hours = Math.round(ms / HOUR_MS)
  say(warning(draft.line, ms < 0 ? { key: 'endsFirst', values: named } : { key: 'lasts', values: { ...named, hours } }))
  return { endedAt: startedAt, activeMs: null }
}

/** When it was done, as far as that can be: within a day of the start. */
function doneAtOf({ at }: SetDraft, startedAt: number, zone: string): number {
  const done = at ? instantOf(at, zone) : startedAt
  return done >= startedAt && done <= startedAt + 24 * HOUR_MS ? done : startedAt
}

/** From the start to the last set, ms; null where the file doesn't say when its sets were done. */
function lastSetOf({ blocks }: WorkoutDraft, startedAt: number, zone: string): number | null {
  const times = blocks.flatMap(({ sets }) => sets.map((set) => doneAtOf(set, startedAt, zone)))
  const last = Math.max(...times)
  return last > startedAt ? last - startedAt : null
}

/** Grams on the day; null for nothing, and for what nobody weighs. */
function bodyweightOf({ place }: WorkoutDraft, { unit, decimal }: BuildContext['bodyweight']): number | null {
  const parsed = parseLoad(place.bodyweight, unit, { decimal, maxG: 700_000 })
  return parsed.ok && parsed.grams > 0 ? parsed.grams : null
}

/** Null when no set of it is left. */
export function buildWorkout(
  draft: WorkoutDraft,
  context: BuildContext,
  say: (problem: Problem) => void,
): WholeWorkout | null {
  const { source, zone } = context
  const { place } = draft
  const facts = factsWithTwin(draft)
  const startedAt = instantOf(place.start, zone)
  const workoutId = idOf(source, draft)
  const supersets = supersetNumbers(draft)
  const clip = (text: string, most: number, key: 'cutTitle' | 'cutNote' | 'cutWorkoutNote') => {
    if (text.length > most) say(warning(draft.line, { key, values: { most } }))
    return text.slice(0, most)
  }
  const entries: WholeWorkout['entries'] = []
  const positions = generateNKeysBetween(null, null, draft.blocks.length)
  draft.blocks.forEach((block, i) => {
    const exercise = context.exerciseOf(block.exercise)
    if (!exercise) return
    const entryId = idFromFacts(source, ...facts, i)
    const shared = sharedNote(block.sets)
    const places = generateNKeysBetween(null, null, block.sets.length)
    const sets: LoggedSet[] = []
    block.sets.forEach((set, n) => {
      const loadMode = loadModeOf(set, exercise, block.exercise)
      if (loadMode === null) {
        const { entered: load = '', unit = 'kg' } = set.load ?? {}
        say(badRow(set.line, { key: 'neverNegative', values: { load, unit } }))
        return
      }
      const withLoad = set.load !== null && (set.load.grams > 0 || loadMode === 'external')
      sets.push({
        id: idFromFacts(source, ...facts, i, set.index),
        workoutId,
        entryId,
        position: places[n] ?? 'a0',
        kind: set.kind,
        loadMode,
        loadG: withLoad ? (set.load?.grams ?? null) : null,
        enteredLoad: withLoad ? (set.load?.entered ?? null) : null,
        enteredUnit: withLoad ? (set.load?.unit ?? null) : null,
        reps: set.reps,
        rir2: set.rir2,
        durationMs: set.durationMs,
        distanceM: set.distance?.metres ?? null,
        enteredDistance: set.distance?.entered ?? null,
        distanceUnit: set.distance?.unit ?? null,
        doneAt: doneAtOf(set, startedAt, zone),
        notes: shared ? '' : clip(set.notes, 2000, 'cutNote'),
      })
    })
    if (sets.length === 0) return
    const notes = [block.notes, shared].filter((note) => note !== '').join('\n')
    entries.push({
      entry: {
        id: entryId,
        workoutId,
        exerciseId: exercise.id,
        position: positions[i] ?? 'a0',
        notes: clip(notes, 5000, 'cutNote'),
        restS: block.restS,
        superset: supersets.get(block.superset) ?? null,
      },
      sets,
    })
  })
  if (entries.length === 0) return null
  return {
    workout: {
      id: workoutId,
      title: clip(place.title, 200, 'cutTitle'),
      state: 'done',
      startedAt,
      zone,
      localDay: dayOf(startedAt, zone),
      ...endOf(draft, startedAt, zone, say),
      notes: clip(place.notes, 5000, 'cutWorkoutNote'),
      bodyweightG: bodyweightOf(draft, context.bodyweight),
      holder: null,
      source,
      batchId: null,
    },
    entries,
  }
}

/** A note that stands on each of several sets is the exercise's. */
function sharedNote(sets: readonly SetDraft[]): string {
  const [first] = sets
  return sets.length > 1 && first && sets.every(({ notes }) => notes === first.notes) ? first.notes : ''
}

/** The file's superset ids, numbered from 0 in the workout; one exercise alone is no superset. */
function supersetNumbers(draft: WorkoutDraft): Map<string, number> {
  const members = new Map<string, number>()
  for (const { superset } of draft.blocks) if (superset !== '') members.set(superset, (members.get(superset) ?? 0) + 1)
  const together = [...members].filter(([, blocks]) => blocks > 1).slice(0, 100)
  return new Map(together.map(([superset], i) => [superset, i]))
}
