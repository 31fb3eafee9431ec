/** Where a program can begin for who has lifted before: found in the log instead of asked. */
import type { LoadUnit } from '../../../shared/units.ts'
import { loadForG } from '../../workouts/rules/e1rm.ts'
import type { ProgramSlot } from '../model.ts'
import type { Snap } from './progression.ts'
import { downTo, firstState, gridOf, specsOf } from './slot-state.ts'

/** What was lifted longer ago says little of today. */
export const LATELY_DAYS = 84
/** Wendler's: nine tenths of the best. */
const TM_TENTHS = 9
/** Three reps left, doubled: a program begins with what surely goes. */
const BEGIN_RIR2 = 6

type Lifted = { exerciseId: string; localDay: number; e1rmG: number | null }

/**
 * The figure that a place begins with, from the best estimate of the last twelve weeks: nine tenths of it as a training
 * max, itself as a best single, else what goes for the first set's reps with three left. Rounded down to what can be
 * loaded. Null without an estimate, or where that figure would be help instead of load.
 */
export function startFromLog(
  slot: ProgramSlot,
  days: readonly Lifted[],
  today: number,
  unit: LoadUnit,
  snap: Snap,
): { loadG: number; bestG: number; localDay: number } | null {
  if (slot.assisted) return null
  const best = days
    .filter(({ exerciseId, localDay }) => exerciseId === slot.exerciseId && today - localDay < LATELY_DAYS)
    .reduce<Lifted | null>((most, day) => ((day.e1rmG ?? 0) > (most?.e1rmG ?? 0) ? day : most), null)
  if (!best?.e1rmG) return null
  const exactG = figureOf(slot, best.e1rmG)
  if (exactG === null) return null
  const downG = downTo(exactG, gridOf(slot, unit), unit)
  const snapped = slot.basis === 'tm' || slot.basis === 'e1rm' ? null : snap(slot.exerciseId, downG)
  const loadG = snapped !== null && snapped <= exactG ? snapped : downG
  return loadG > 0 ? { loadG, bestG: best.e1rmG, localDay: best.localDay } : null
}

function figureOf(slot: ProgramSlot, bestG: number): number | null {
  if (slot.basis === 'e1rm') return bestG
  if (slot.basis === 'tm') return Math.round((bestG * TM_TENTHS) / 10)
  const [first] = specsOf(slot, firstState(slot, null), 0)
  return first ? loadForG(bestG, first.reps, BEGIN_RIR2) : null
}
