/** What a set can set a record in, by what its exercise measures. */
import type { LoggedSet } from '../model.ts'
import type { ExerciseFacts } from './load.ts'
import { strengthReps } from './set-kinds.ts'

export const RECORD_KINDS = [
  'max_load',
  'reps_at_load',
  'e1rm',
  'set_tonnage',
  'session_tonnage',
  'max_reps',
  'most_counted',
  'least_assistance',
  'reps_at_assistance',
  'longest_duration',
  'duration_at_load',
  'longest_distance',
  'distance_at_load',
  'best_time',
  'best_pace',
] as const
export type RecordKind = (typeof RECORD_KINDS)[number]

/** Distances that people compare times over, in metres: 400 m to the marathon. */
export const STANDARD_DISTANCES_M = [400, 800, 1000, 1609, 5000, 10_000, 21_098, 42_195] as const

export type BestMark = { shape: 'best'; kind: RecordKind; at: number | null; value: number; better: 'more' | 'less' }
/** A value that counts together with how hard it was: reps at a load beat fewer reps at that load or a lighter one. */
export type FrontMark = { shape: 'front'; kind: RecordKind; at: number; value: number; easier: 'less' | 'more' }
export type Mark = BestMark | FrontMark

export const most = (kind: RecordKind, value: number): BestMark => ({
  shape: 'best',
  kind,
  at: null,
  value,
  better: 'more',
})
const front = (kind: RecordKind, at: number, value: number, easier: 'less' | 'more' = 'less'): FrontMark => ({
  shape: 'front',
  kind,
  at,
  value,
  easier,
})

/** Marks of a done work set, e1RM and tonnage aside: those need the bodyweight of the day. */
export function marksOf(set: LoggedSet, { measure }: ExerciseFacts): Mark[] {
  const reps = strengthReps(set) ?? 0
  const durationMs = set.durationMs ?? 0
  const distanceM = set.distanceM ?? 0
  // The load that tells sets of one mode apart; bodyweight alone doesn't.
  const loadG = set.loadMode === 'external' || set.loadMode === 'bodyweight_plus' ? (set.loadG ?? 0) : 0
  switch (measure) {
    case 'load_reps':
    case 'reps':
      if (reps === 0) return []
      if (set.loadMode === 'assisted') return set.loadG === null ? [] : assisted(set.loadG, reps)
      return loadG > 0 ? [most('max_load', loadG), front('reps_at_load', loadG, reps)] : [most('max_reps', reps)]
    case 'duration':
    case 'load_duration':
      if (durationMs === 0) return []
      return loadG > 0
        ? [most('max_load', loadG), front('duration_at_load', loadG, durationMs)]
        : [most('longest_duration', durationMs)]
    case 'load_distance':
      if (distanceM === 0) return []
      return loadG > 0
        ? [most('max_load', loadG), front('distance_at_load', loadG, distanceM)]
        : [most('longest_distance', distanceM)]
    case 'distance_duration':
      return cardio(distanceM, durationMs, set.bests)
    case 'floors_duration':
    case 'steps_duration':
      return [
        ...(reps > 0 ? [most('most_counted', reps)] : []),
        ...(durationMs > 0 ? [most('longest_duration', durationMs)] : []),
      ]
  }
}

/** Less assistance is harder. */
function assisted(assistanceG: number, reps: number): Mark[] {
  return [
    { shape: 'best', kind: 'least_assistance', at: null, value: assistanceG, better: 'less' },
    front('reps_at_assistance', assistanceG, reps, 'more'),
  ]
}

function cardio(distanceM: number, durationMs: number, bests: LoggedSet['bests']): Mark[] {
  const marks: Mark[] = []
  if (distanceM > 0) marks.push(most('longest_distance', distanceM))
  if (durationMs > 0) marks.push(most('longest_duration', durationMs))
  if (durationMs === 0 || distanceM < STANDARD_DISTANCES_M[0]) return marks
  const paceMs = Math.round((durationMs * 1000) / distanceM)
  marks.push({ shape: 'best', kind: 'best_pace', at: null, value: paceMs, better: 'less' })
  const fastest = (at: number, value: number) =>
    marks.push({ shape: 'best', kind: 'best_time', at, value, better: 'less' })
  const [ofM, ofMs, ...pairs] = bests ?? []
  if (ofM === distanceM && ofMs === durationMs) {
    // A track says the fastest stretch of each.
    for (let i = 0; i < pairs.length; i += 2) fastest(pairs[i] ?? 0, pairs[i + 1] ?? 0)
    return marks
  }
  // Whoever ran 5.2 km in 25 minutes ran 5 km in 25 minutes or less. Of shorter distances a total says nothing sure
  // (decision 11).
  const standard = STANDARD_DISTANCES_M.filter((metres) => metres <= distanceM).at(-1)
  if (standard !== undefined) fastest(standard, durationMs)
  return marks
}
