/**
 * What the Hevy shape can't say of this log, counted: shown before the file is saved, so that nobody takes it for the
 * whole. Each is a key and how many it concerns; those of nothing are left out.
 */
import { isFormula } from '../../../../shared/formula-guard.ts'
import { countedOf, type Exercise } from '../../../exercises/model.ts'
import type { LoggedSet, WholeWorkout } from '../../model.ts'
import { loadModeOf } from '../import/build.ts'
import { clock, endOf, HEVY_KINDS, type HevyUnits, linesOf, rpeOf } from './hevy.ts'
import type { ExportName } from './names.ts'

export const LOSSES = [
  'open',
  'emptyWorkouts',
  'emptyExercises',
  'notDone',
  'noFigures',
  'otherUnit',
  'otherDistance',
  'setNotes',
  'kinds',
  'sides',
  'counted',
  'clocks',
  'loadMode',
  'bodyweight',
  'ownExercises',
  'sharedNames',
  'rests',
  'pauses',
  'partial',
  'zones',
  'sameMinute',
  'rpe',
  'fractions',
  'confirmed',
  'tracks',
  'formulas',
] as const
export type LossKey = (typeof LOSSES)[number]
export type Loss = { key: LossKey; n: number }

type About = {
  units: HevyUnits
  /** Of this device: what a reader will most likely take the times for. */
  zone: string
  nameOf: (exerciseId: string) => ExportName
  exerciseOf: (exerciseId: string) => Pick<Exercise, 'loadMode' | 'measure'>
  isOwn: (exerciseId: string) => boolean
}

/** Counts workout by workout, so that years of them are counted between two frames. */
export function createLosses({ units, zone, nameOf, exerciseOf, isOwn }: About) {
  const counts = new Map<LossKey, number>()
  const own = new Set<string>()
  const shared = new Set<string>()
  const begun = new Set<string>()
  const count = (key: LossKey, n = 1) => void (n > 0 && counts.set(key, (counts.get(key) ?? 0) + n))
  const countIf = (key: LossKey, is: boolean) => count(key, is ? 1 : 0)

  function addSet(set: LoggedSet, exerciseId: string): void {
    countIf('otherUnit', set.loadG !== null && set.enteredUnit !== null && set.enteredUnit !== units.load)
    countIf('otherDistance', set.distanceM !== null && set.distanceUnit !== null && set.distanceUnit !== units.distance)
    countIf('setNotes', set.notes.trim() !== '')
    countIf('tracks', (set.bests ?? null) !== null)
    countIf('confirmed', (set.confirmed ?? null) !== null)
    countIf('kinds', set.kind !== 'normal' && HEVY_KINDS[set.kind] === 'normal')
    countIf('sides', (set.repsRight ?? null) !== null)
    countIf('counted', set.reps !== null && countedOf(exerciseOf(exerciseId).measure) !== null)
    countIf('fractions', set.durationMs !== null && set.durationMs % 1000 !== 0)
    const rpe = rpeOf(set)
    countIf('rpe', rpe !== null && (rpe < 6 || rpe === 6.5))
    countIf('noFigures', !hasFigures(set))
    const load = set.loadG === null ? null : { grams: set.loadG, negative: false }
    const read = loadModeOf({ load }, exerciseOf(exerciseId), nameOf(exerciseId).text)
    countIf('loadMode', hasFigures(set) && read !== set.loadMode)
  }

  return {
    add(whole: WholeWorkout): void {
      const { workout } = whole
      const lines = linesOf(whole)
      if (lines.length === 0) {
        count(workout.state === 'open' ? 'open' : 'emptyWorkouts')
        return
      }
      count('emptyExercises', whole.entries.length - lines.length)
      count('notDone', whole.entries.flatMap(({ sets }) => sets.filter(({ doneAt }) => doneAt === null)).length)
      countIf('partial', workout.state === 'partial')
      countIf('bodyweight', workout.bodyweightG !== null)
      countIf('zones', workout.zone !== zone)
      countIf('pauses', workout.activeMs !== null && workout.activeMs !== endOf(workout) - workout.startedAt)
      const key = [workout.title, clock(workout.startedAt, workout), clock(endOf(workout), workout)].join('\n')
      countIf('sameMinute', begun.has(key))
      begun.add(key)
      for (const text of [workout.title, workout.notes]) countIf('formulas', isFormula(text))
      for (const { entry, sets } of lines) {
        countIf('rests', entry.restS !== null)
        countIf('clocks', (entry.everyS ?? null) !== null)
        countIf('formulas', isFormula(entry.notes))
        if (isOwn(entry.exerciseId)) own.add(entry.exerciseId)
        if (!nameOf(entry.exerciseId).isSure) shared.add(entry.exerciseId)
        for (const set of sets) addSet(set, entry.exerciseId)
      }
    },
    /** In the order of `LOSSES`: what is missing first, then what is said otherwise. */
    result(): Loss[] {
      count('ownExercises', own.size)
      count('sharedNames', shared.size)
      return LOSSES.flatMap((key) => ((counts.get(key) ?? 0) > 0 ? [{ key, n: counts.get(key) ?? 0 }] : []))
    },
  }
}

/** What a reader takes for a set: ours leaves out a line that says nothing but that it is there. */
function hasFigures({ loadG, reps, durationMs, distanceM }: LoggedSet): boolean {
  const [load, lasts, far] = [(loadG ?? 0) > 0, (durationMs ?? 0) > 0, (distanceM ?? 0) > 0]
  // No repetition of a load is an attempt that failed; no repetition of nothing, or beside a time, is no figure.
  const isReps = reps !== null && (reps > 0 || (load && !lasts && !far))
  return load || isReps || lasts || far
}
