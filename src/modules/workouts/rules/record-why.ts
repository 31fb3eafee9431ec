/** Where a record comes from, for whoever taps it: its set, what was worked out of it, and what it was measured by. */
import type { LoggedSet, WholeWorkout } from '../model.ts'
import { type E1rmWhy, explainE1rm } from './e1rm-why.ts'
import { type ExerciseFacts, effectiveLoadG, movedLoadG } from './load.ts'
import type { PersonalRecord } from './records.ts'
import { strengthReps } from './set-kinds.ts'
import { countedReps, isWorkSet, setTonnageG } from './volume.ts'

export type RecordWhy = {
  set: LoggedSet
  /** The body's share of the load, where the body is lifted: grams of body, hundredths of it, grams in all. */
  body: { bodyweightG: number; percent: number; liftedG: number } | null
  /** What the estimate was made of. */
  e1rm: (E1rmWhy & { loadG: number; reps: number }) | null
  /** Volume: of the one set what moved in a rep and the reps that count; of a workout its sets. */
  volume: { movedG: number; reps: number } | { sets: number } | null
}

/** `whole`: the workout in which the record was made. Null when its set is not in it any more. */
export function explainRecord(
  record: Pick<PersonalRecord, 'kind' | 'setId' | 'exerciseId' | 'loadMode'>,
  { workout, entries }: WholeWorkout,
  facts: ExerciseFacts,
): RecordWhy | null {
  const sets = entries.filter(({ entry }) => entry.exerciseId === record.exerciseId).flatMap((entry) => entry.sets)
  const set = sets.find(({ id }) => id === record.setId)
  if (!set) return null
  const { bodyweightG } = workout
  const loadG = effectiveLoadG(set, bodyweightG, facts)
  const isOfBody = set.loadMode !== 'external' && (record.kind === 'e1rm' || record.kind.endsWith('_tonnage'))
  const body =
    isOfBody && bodyweightG !== null && loadG !== null
      ? { bodyweightG, percent: Math.round((facts.bodyweightFraction ?? 1) * 100), liftedG: loadG }
      : null
  const reps = strengthReps(set)
  return {
    set,
    body,
    e1rm:
      record.kind === 'e1rm' && loadG !== null && reps !== null
        ? { ...explainE1rm(loadG, reps, set.rir2), loadG, reps }
        : null,
    volume:
      record.kind === 'set_tonnage'
        ? { movedG: movedLoadG(set, bodyweightG, facts) ?? 0, reps: countedReps(set, facts) }
        : record.kind === 'session_tonnage'
          ? { sets: sets.filter((one) => isCounted(one, record, facts, bodyweightG)).length }
          : null,
  }
}

function isCounted(
  set: LoggedSet,
  { loadMode }: Pick<PersonalRecord, 'loadMode'>,
  facts: ExerciseFacts,
  bodyweightG: number | null,
): boolean {
  return isWorkSet(set) && set.loadMode === loadMode && setTonnageG(set, facts, bodyweightG) > 0
}
