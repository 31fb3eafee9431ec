/** A routine and a workout, each made of the other, and where they differ. */
import type { Exercise } from '../../exercises/model.ts'
import type { RoutineExercise, RoutineSet } from '../model/routines.ts'
import { type LoggedSet, type SetFigures, setFigures, type WholeWorkout } from '../model.ts'
import { blankSet } from './default-sets.ts'
import { plannedKind } from './set-kinds.ts'

type Entry = WholeWorkout['entries'][number]

/** A place's change against the routine; each can be taken over without the others. */
export type RoutineChange =
  /** Other figures, or more or fewer sets. */
  | { kind: 'sets'; slot: string; exerciseId: string; from: RoutineSet[]; to: RoutineSet[] }
  | { kind: 'swapped'; slot: string; exerciseId: string; to: RoutineExercise }
  | { kind: 'removed'; slot: string; exerciseId: string }
  /** `after`: the place that it stood behind; null at the top. */
  | { kind: 'added'; slot: string; exerciseId: string; to: RoutineExercise; after: string | null }
  /** The whole order of the places that are in both. */
  | { kind: 'order'; slots: string[] }

const FIGURES = Object.keys(setFigures) as (keyof SetFigures)[]

/** What was planned or done, without effort, failure, help, and figures that nobody gave: those are what happened, not a plan. */
export function routineSetOf(set: SetFigures): RoutineSet {
  const given = FIGURES.filter((field) => field !== 'rir2' && set[field] != null).map((field) => [field, set[field]])
  return { ...Object.fromEntries(given), kind: plannedKind(set.kind), loadMode: set.loadMode }
}

/** Sets that were done, or all of them where none was. */
function setsToKeep(sets: readonly LoggedSet[]): readonly LoggedSet[] {
  const done = sets.filter(({ doneAt }) => doneAt !== null)
  return done.length > 0 ? done : sets
}

/** The id of the workout's entry that a routine's place is started as; null where it would be longer than ids are. */
export function entryIdOf(workoutId: string, slot: string): string | null {
  const id = `${workoutId}:${slot}`
  return id.length <= 80 ? id : null
}

/** The name of an entry's place: of a routine's, the routine's own. */
const slotOf = (entryId: string) => entryId.slice(entryId.lastIndexOf(':') + 1)

export function routineExerciseOf({ entry, sets }: Entry, slot: string = slotOf(entry.id)): RoutineExercise {
  const { exerciseId, notes, restS, superset, sides = null, everyS = null, workS = null } = entry
  const plan = { exerciseId, notes, restS, superset, sides, everyS, workS }
  return { slot, ...plan, sets: setsToKeep(sets).map(routineSetOf) }
}

/** All of a workout as a routine; its places are named by the workout's entries. */
export function routineExercisesOf({ entries }: Pick<WholeWorkout, 'entries'>): RoutineExercise[] {
  return entries.map((entry) => routineExerciseOf(entry))
}

/** The figures of a planned set as a workout stores them. */
export function figuresOfPlan(set: RoutineSet): SetFigures {
  return { ...blankSet(set), ...set }
}

/**
 * What a finished workout did otherwise than its routine asked for, in the routine's order. An exercise of which nothing
 * was done says nothing, unless it was taken out.
 */
export function routineChanges(
  routine: readonly RoutineExercise[],
  { entries }: Pick<WholeWorkout, 'entries'>,
): RoutineChange[] {
  const pairs = pairUp(routine, entries)
  const pairedSlot = new Map([...pairs].map(([slot, { entry }]) => [entry.id, slot]))
  const changes: RoutineChange[] = []
  for (const place of routine) {
    const entry = pairs.get(place.slot)
    if (!entry) changes.push({ kind: 'removed', slot: place.slot, exerciseId: place.exerciseId })
    else if (entry.entry.exerciseId !== place.exerciseId) {
      const to = routineExerciseOf(entry, place.slot)
      changes.push({ kind: 'swapped', slot: place.slot, exerciseId: place.exerciseId, to })
    } else if (entry.sets.some(({ doneAt }) => doneAt !== null)) {
      const to = setsToKeep(entry.sets).map(routineSetOf)
      const differs = to.length !== place.sets.length || to.some((set, i) => !isSame(set, place.sets[i]))
      if (differs) changes.push({ kind: 'sets', slot: place.slot, exerciseId: place.exerciseId, from: place.sets, to })
    }
  }
  let after: string | null = null
  for (const entry of entries) {
    const slot: string = pairedSlot.get(entry.entry.id) ?? slotOf(entry.entry.id)
    if (!pairedSlot.has(entry.entry.id) && entry.sets.some(({ doneAt }) => doneAt !== null)) {
      const { exerciseId } = entry.entry
      changes.push({ kind: 'added', slot, exerciseId, to: routineExerciseOf(entry, slot), after })
    }
    after = slot
  }
  const before = routine.filter(({ slot }) => pairs.has(slot)).map(({ slot }) => slot)
  const now = entries.flatMap(({ entry }) => pairedSlot.get(entry.id) ?? [])
  if (now.some((slot, i) => slot !== before[i])) changes.push({ kind: 'order', slots: now })
  return changes
}

/** The routine with these of its changes. */
export function withChanges(routine: readonly RoutineExercise[], changes: readonly RoutineChange[]): RoutineExercise[] {
  let places = [...routine]
  for (const change of changes) {
    if (change.kind === 'sets') {
      places = places.map((place) => (place.slot === change.slot ? { ...place, sets: change.to } : place))
    } else if (change.kind === 'swapped') {
      places = places.map((place) => (place.slot === change.slot ? { ...change.to, superset: place.superset } : place))
    } else if (change.kind === 'removed') places = places.filter(({ slot }) => slot !== change.slot)
    else if (change.kind === 'order') places = inOrderOf(places, change.slots)
    else {
      const at = places.findIndex(({ slot }) => slot === change.after) + 1
      places = places.toSpliced(change.after === null || at > 0 ? at : places.length, 0, change.to)
    }
  }
  return places
}

/**
 * Another exercise in a place: its reps and sides stay where both are counted in the same way, its loads were the
 * other's.
 */
export function swapPlace(
  routine: readonly RoutineExercise[],
  slot: string,
  from: Pick<Exercise, 'measure' | 'laterality'>,
  to: Pick<Exercise, 'id' | 'measure' | 'laterality' | 'loadMode'>,
): RoutineExercise[] {
  const { loadMode } = to
  const isAlike = from.measure === to.measure && from.laterality === to.laterality
  return routine.map((place) =>
    place.slot === slot
      ? {
          ...place,
          exerciseId: to.id,
          sets: place.sets.map(({ loadG, enteredLoad, enteredUnit, ...set }) =>
            isAlike ? { ...set, loadMode } : { kind: set.kind, loadMode },
          ),
        }
      : place,
  )
}

/**
 * The place that an entry of a workout was started as, or else the only one with the exercise that it was; undefined
 * where more than one could be meant.
 */
export function placeOfEntry(
  routine: readonly RoutineExercise[],
  { workoutId, id }: { workoutId: string; id: string },
  exerciseId: string,
): RoutineExercise | undefined {
  const started = routine.find(({ slot }) => entryIdOf(workoutId, slot) === id)
  const [only, ...others] = routine.filter((place) => place.exerciseId === exerciseId)
  return started ?? (others.length === 0 ? only : undefined)
}

/** Those that are named stand in that order in the places that they had; all others stay where they are. */
function inOrderOf(places: readonly RoutineExercise[], slots: readonly string[]): RoutineExercise[] {
  const named = slots.flatMap((slot) => places.find((place) => place.slot === slot) ?? [])
  const isNamed = new Set(named)
  let next = 0
  return places.map((place) => (isNamed.has(place) ? (named[next++] ?? place) : place))
}

/**
 * An entry that was started as a place stays that place's, whatever it was swapped for. Of the others, which an older app
 * or another hand put in: the same exercise at the same index, then the same exercise in turn, then what is left over at
 * the same index, which was swapped.
 */
function pairUp(routine: readonly RoutineExercise[], entries: readonly Entry[]): Map<string, Entry> {
  const pairs = new Map<string, Entry>()
  const left = new Set(entries)
  const pair = (find: (place: RoutineExercise, index: number) => Entry | undefined) => {
    for (const [i, place] of routine.entries()) {
      const entry = pairs.has(place.slot) ? undefined : find(place, i)
      if (!entry || !left.delete(entry)) continue
      pairs.set(place.slot, entry)
    }
  }
  pair(({ slot }) => entries.find(({ entry }) => entry.id === entryIdOf(entry.workoutId, slot)))
  pair(({ exerciseId }, i) => (entries[i]?.entry.exerciseId === exerciseId ? entries[i] : undefined))
  pair(({ exerciseId }) => [...left].find(({ entry }) => entry.exerciseId === exerciseId))
  pair((_, i) => entries[i])
  return pairs
}

/** The load as grams: how it was typed is no change. */
const COMPARED = ['kind', 'loadMode', 'loadG', 'reps', 'repsRight', 'durationMs', 'distanceM'] as const

function isSame(a: RoutineSet, b: RoutineSet | undefined): boolean {
  return b !== undefined && COMPARED.every((field) => (a[field] ?? null) === (b[field] ?? null))
}
