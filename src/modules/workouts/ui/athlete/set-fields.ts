/**
 * What a set asks for and how each figure is typed and shown: the columns by measure, the pad's format of each, the
 * way from a set to a draft and back. Pure.
 */

import { parseDistance, parseLoad, shownLoad } from '../../../../shared/entered-number.ts'
import { LIMITS } from '../../../../shared/set-limits.ts'
import { distanceIn } from '../../../../shared/units.ts'
import { draftText, draftValue, type PadFormat } from '../../../../ui/pad-input.ts'
import { countedOf, type Equipment, type Exercise, type LoadMode, type Measure } from '../../../exercises/model.ts'
import type { DistanceUnit, LoadUnit, LoggedSet, SetFigures } from '../../model.ts'
import type { RestHabits } from '../../rules/rest-of-kind.ts'

/** `left` and `right` stand for `reps` where each side's are logged. */
export type FieldName = 'load' | 'reps' | 'left' | 'right' | 'effort' | 'duration' | 'distance'

/** How the athlete likes figures. */
export type Habits = {
  loadUnit: LoadUnit
  distanceUnit: 'km' | 'mi'
  effort: 'rpe' | 'rir' | 'off'
  locale: string
  decimalSign: string
  /** How long to rest after a warm-up and after a chain, see `restAfterS`. */
  rest: RestHabits
  /** Beside a set stands what was done last, whichever routine it was in. */
  isAnyRoutine: boolean
  /** Seconds of rest between the sides, by exercise. */
  sideRests: Readonly<Record<string, number>>
}

const COLUMNS: Record<Measure, readonly FieldName[]> = {
  load_reps: ['load', 'reps', 'effort'],
  reps: ['reps', 'effort'],
  duration: ['duration'],
  load_duration: ['load', 'duration'],
  distance_duration: ['distance', 'duration'],
  load_distance: ['load', 'distance'],
  floors_duration: ['reps', 'duration'],
  steps_duration: ['reps', 'duration'],
}

const SIDES: FieldName[] = ['left', 'right']

const lists = new Map<string, readonly FieldName[]>()

/** The same list for the same answer: a row renders only when what it is given is another. */
export function fieldsOf(
  { measure, loadMode }: Pick<Exercise, 'measure' | 'loadMode'>,
  effort: Habits['effort'],
  sides = false,
): readonly FieldName[] {
  const key = `${measure} ${takesLoad(loadMode)} ${effort !== 'off'} ${sides}`
  const fields =
    lists.get(key) ??
    COLUMNS[measure]
      .filter((field) => (field !== 'effort' || effort !== 'off') && (field !== 'load' || takesLoad(loadMode)))
      .flatMap((field) => (field === 'reps' && sides && !countedOf(measure) ? SIDES : field))
  lists.set(key, fields)
  return fields
}

function takesLoad(mode: LoadMode): boolean {
  return mode === 'external' || mode === 'bodyweight_plus' || mode === 'assisted'
}

export function loadUnitOf(set: Pick<SetFigures, 'enteredUnit'>, habits: Habits): LoadUnit {
  return set.enteredUnit ?? habits.loadUnit
}

/** Last time's kilograms in the pounds that are typed now: a number must never be read in the unit of another. */
export function inUnit(figures: SetFigures, unit: LoadUnit): SetFigures {
  if (figures.loadG === null || figures.enteredUnit === unit) return figures
  return { ...figures, enteredLoad: null, enteredUnit: unit }
}

/** Carries are measured in metres, runs in the athlete's own unit. */
export function distanceUnitOf(set: Pick<SetFigures, 'distanceUnit'>, measure: Measure, habits: Habits): DistanceUnit {
  return set.distanceUnit ?? (measure === 'load_distance' ? 'm' : habits.distanceUnit)
}

/** `counted`: floors or steps stand in the place of reps. */
export type PadUnits = { load: LoadUnit; distance: DistanceUnit; counted?: boolean }

export function formatOf(field: FieldName, unit: PadUnits): PadFormat {
  switch (field) {
    case 'load':
      return { kind: 'number', decimals: 3, max: unit.load === 'kg' ? 2000 : 4409 }
    case 'reps':
    case 'left':
    case 'right':
      return { kind: 'number', decimals: 0, max: unit.counted ? LIMITS.counted : LIMITS.reps }
    case 'effort':
      return { kind: 'number', decimals: 1, max: 10, halves: true }
    case 'duration':
      return { kind: 'time', maxS: LIMITS.durationMs / 1000 }
    case 'distance':
      return unit.distance === 'm'
        ? { kind: 'number', decimals: 0, max: LIMITS.distanceM }
        : { kind: 'number', decimals: 3, max: unit.distance === 'km' ? 1000 : 621 }
  }
}

export function stepOf(
  field: FieldName,
  equipment: Equipment,
  unit: { load: LoadUnit; distance: DistanceUnit },
): number {
  switch (field) {
    case 'load':
      if (equipment === 'dumbbell' || equipment === 'kettlebell') return unit.load === 'kg' ? 2 : 5
      return unit.load === 'kg' ? 2.5 : 5
    case 'reps':
    case 'left':
    case 'right':
      return 1
    case 'effort':
      return 0.5
    case 'duration':
      return 5
    case 'distance':
      return unit.distance === 'm' ? 10 : 0.1
  }
}

/** The figure as the pad holds it: canonical text, empty when there is none. */
export function draftOf(field: FieldName, set: SetFigures, habits: Habits, format: PadFormat): string {
  switch (field) {
    case 'load':
      return shownLoad(set, loadUnitOf(set, habits), 'en')?.number.replace(',', '.') ?? ''
    case 'reps':
    case 'left':
      return String(set.reps ?? '')
    case 'right':
      return String(rightReps(set) ?? '')
    case 'effort':
      return set.rir2 === null ? '' : draftText(effortShown(set.rir2, habits), format)
    case 'duration':
      return draftText(set.durationMs === null ? null : set.durationMs / 1000, format)
    case 'distance':
      if (set.distanceM === null) return ''
      if (set.enteredDistance !== null) return set.enteredDistance.replace(',', '.')
      return draftText(distanceIn(set.distanceM, set.distanceUnit ?? habits.distanceUnit), format)
  }
}

/** What the draft makes of the set. The load and the distance keep what was typed beside the exact figure. */
export function figuresOfDraft(
  field: FieldName,
  text: string,
  format: PadFormat,
  unit: { load: LoadUnit; distance: DistanceUnit },
  habits: Habits,
): Partial<SetFigures> {
  const value = draftValue(text, format)
  const typed = text.replace(/\.$/, '').replace('.', habits.decimalSign)
  switch (field) {
    case 'load': {
      const load = value === null ? null : parseLoad(typed, unit.load)
      return load?.ok
        ? { loadG: load.grams, enteredLoad: typed, enteredUnit: unit.load }
        : { loadG: null, enteredLoad: null, enteredUnit: null }
    }
    case 'reps':
    case 'left':
      return { reps: value }
    case 'right':
      return { repsRight: value }
    case 'effort':
      if (value === null) return { rir2: null }
      return { rir2: Math.round((habits.effort === 'rir' ? value : 10 - value) * 2) }
    case 'duration':
      return { durationMs: value === null ? null : value * 1000 }
    case 'distance': {
      const distance = value === null ? null : parseDistance(typed, unit.distance)
      return distance?.ok
        ? { distanceM: distance.metres, enteredDistance: typed, distanceUnit: unit.distance }
        : { distanceM: null, enteredDistance: null, distanceUnit: null }
    }
  }
}

/** Of the right side: the left's as long as nothing else is said. */
export function rightReps({ reps, repsRight }: Pick<SetFigures, 'reps' | 'repsRight'>): number | null {
  return repsRight ?? reps
}

/** RPE, or reps in reserve, as the athlete counts effort. */
export function effortShown(rir2: number, { effort }: Pick<Habits, 'effort'>): number {
  return effort === 'rir' ? rir2 / 2 : 10 - rir2 / 2
}

/** Only the figures of a set. */
export function figuresOf(set: SetFigures): SetFigures {
  const { kind, loadMode, loadG, enteredLoad, enteredUnit, reps, repsRight, rir2 } = set
  const { durationMs, distanceM, enteredDistance, distanceUnit } = set
  return {
    kind,
    loadMode,
    loadG,
    enteredLoad,
    enteredUnit,
    reps,
    ...(repsRight != null && { repsRight }),
    rir2,
    durationMs,
    distanceM,
    enteredDistance,
    distanceUnit,
  }
}

type Proposing = { sets: readonly LoggedSet[]; beside: readonly (LoggedSet | null)[] }

/**
 * What the row of a set shows. Where a set that is not done has no figures of its own it shows, and takes when it is
 * checked, last time's; without a last time those of the set above that was done.
 */
export function shownFigures({ sets, beside }: Proposing, index: number): SetFigures | null {
  const set = sets[index]
  if (!set) return null
  const isWarmup = set.kind === 'warmup'
  const above = () =>
    sets.slice(0, index).findLast(({ doneAt, kind }) => doneAt !== null && (kind === 'warmup') === isWarmup)
  const from = set.doneAt === null ? (beside[index] ?? above()) : undefined
  const last = lastShown.get(set)
  if (last && last.from === from) return last.figures
  const figures = from ? proposed(figuresOf(set), from) : figuresOf(set)
  lastShown.set(set, { from, figures })
  return figures
}

/** The same object while the set and what is proposed for it are the same, as with the columns. */
const lastShown = new WeakMap<LoggedSet, { from: LoggedSet | undefined; figures: SetFigures }>()

function proposed(own: SetFigures, from: SetFigures): SetFigures {
  return {
    ...own,
    ...(own.loadG === null && from.loadMode === own.loadMode && copyOf('load', from)),
    ...(own.reps === null && copyOf('reps', from)),
    ...(own.durationMs === null && copyOf('duration', from)),
    ...(own.distanceM === null && copyOf('distance', from)),
  }
}

/** One figure of another set, with the unit it was typed in. */
export function copyOf(field: FieldName, from: SetFigures): Partial<SetFigures> {
  switch (field) {
    case 'load':
      return { loadG: from.loadG, enteredLoad: from.enteredLoad, enteredUnit: from.enteredUnit }
    case 'reps':
    case 'left':
    case 'right':
      return { reps: from.reps, repsRight: from.repsRight ?? null }
    case 'effort':
      return { rir2: from.rir2 }
    case 'duration':
      return { durationMs: from.durationMs }
    case 'distance':
      return { distanceM: from.distanceM, enteredDistance: from.enteredDistance, distanceUnit: from.distanceUnit }
  }
}

/** What has to be typed before the set can be checked; null when it is ready. Effort is never asked for. */
export function missingField(figures: SetFigures, fields: readonly FieldName[]): FieldName | null {
  const lacks = (field: FieldName) => {
    if (field === 'load') return figures.loadG === null && figures.loadMode !== 'bodyweight_plus'
    if (field === 'reps' || field === 'left') return figures.reps === null
    if (field === 'duration') return figures.durationMs === null
    if (field === 'distance') return figures.distanceM === null
    return false
  }
  // A run, or a stair, counts with its distance, its floors or its time alone.
  const [first] = fields
  if ((first === 'distance' || first === 'reps') && fields.includes('duration')) {
    return lacks(first) && lacks('duration') ? first : null
  }
  return fields.find(lacks) ?? null
}
