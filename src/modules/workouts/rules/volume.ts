/**
 * How much was done. Hard sets are working sets near failure; a drop chain is one hard set, while its reps and tonnage
 * add up.
 */
import { countedOf } from '../../exercises/model.ts'
import type { LoggedSet } from '../model.ts'
import { type ExerciseFacts, effectiveLoadG, movedLoadG } from './load.ts'
import { isChained } from './set-kinds.ts'

export const VOLUME_FORMULA_VERSION = 1

/** RIR 4, doubled: further from failure a set isn't hard. */
const HARD_RIR2 = 8
/** Under this share of the e1RM, in percent, a set isn't hard however it was marked. */
const HARD_PERCENT = 30

/** Done, and of the work: not a warm-up, not a failed attempt with no rep. */
export function isWorkSet(set: LoggedSet): boolean {
  return set.doneAt !== null && set.kind !== 'warmup' && hasWork(set)
}

function hasWork({ reps, repsRight, durationMs, distanceM }: LoggedSet): boolean {
  return reps !== null ? reps + (repsRight ?? 0) > 0 : (durationMs ?? 0) > 0 || (distanceM ?? 0) > 0
}

/** Working sets with the drops, pauses and myo sets that follow each; one that follows nothing begins a chain. */
export function chainsOf(sets: readonly LoggedSet[]): LoggedSet[][] {
  const chains: LoggedSet[][] = []
  let isOpen = false
  for (const set of sets) {
    if (set.doneAt === null) continue
    if (set.kind === 'warmup') {
      isOpen = false
      continue
    }
    const chain = chains[chains.length - 1]
    if (isChained(set.kind) && isOpen && chain) chain.push(set)
    else chains.push([set])
    isOpen = true
  }
  return chains
}

/** Hard sets among the sets of one entry, in order. `e1rmG`, where known, rules out sets far too light to count. */
export function hardSets(
  sets: readonly LoggedSet[],
  facts: ExerciseFacts,
  bodyweightG: number | null,
  e1rmG: number | null,
): number {
  return chainsOf(sets).filter((chain) => chain.some(isHard)).length

  function isHard(set: LoggedSet): boolean {
    if (!hasWork(set) || (set.rir2 !== null && set.rir2 > HARD_RIR2)) return false
    const loadG = effectiveLoadG(set, bodyweightG, facts)
    return e1rmG === null || loadG === null || loadG * 100 >= e1rmG * HARD_PERCENT
  }
}

/** Repetitions that count: reps of a unilateral exercise are logged per side, and both sides did theirs. Steps are none. */
export function countedReps(set: LoggedSet, facts: ExerciseFacts): number {
  if (!isWorkSet(set) || countedOf(facts.measure)) return 0
  const reps = set.reps ?? 0
  return facts.laterality === 'unilateral' ? reps + (set.repsRight ?? reps) : reps
}

/** Grams × reps of one done work set, both dumbbells and both sides; 0 where the load can't be told. */
export function setTonnageG(set: LoggedSet, facts: ExerciseFacts, bodyweightG: number | null): number {
  return (movedLoadG(set, bodyweightG, facts) ?? 0) * countedReps(set, facts)
}

export function tonnageG(sets: readonly LoggedSet[], facts: ExerciseFacts, bodyweightG: number | null): number {
  return sets.reduce((sum, set) => sum + setTonnageG(set, facts, bodyweightG), 0)
}
