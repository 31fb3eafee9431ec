/**
 * What a place of a program asks for next, folded from what was planned and done there before and what the athlete
 * decided. Nothing of it is stored: an edit of an old workout is a new answer, but for what was decided.
 */
import { type LoadUnit, loadIn } from '../../../shared/units.ts'
import { loadForG } from '../../workouts/rules/e1rm.ts'
import type { PlannedSet, ProgramSlot, SetSpec } from '../model.ts'
import { advance, type Step } from './advance.ts'
import type { SlotResult } from './judge.ts'
import {
  exerciseOf,
  firstState,
  gridOf,
  inRound,
  nearestTo,
  RAMP,
  rampedG,
  rampOf,
  type SlotState,
  specsOf,
  toGrams,
} from './slot-state.ts'

/** The load nearest to this one that can be made where one trains; null where nothing is known. */
export type Snap = (exerciseId: string, loadG: number) => number | null

/** Why the sets are what they are: nothing was done yet, a load is to be found, the last step, or the athlete's word. */
export type Why = 'first' | 'find' | 'kept' | 'changed' | Step['outcome']
export type Prescription = {
  sets: PlannedSet[]
  exerciseId: string
  state: SlotState
  why: Why
  /** The last session's, and the sets that it had asked for. */
  step: Step | null
  asked: SlotResult['planned']
}

type Options = { round?: number; snap?: Snap | undefined }

/** `results` oldest first, only those since the load was last set; `startG` is what to begin with, null to find out. */
export function prescribe(
  slot: ProgramSlot,
  results: readonly SlotResult[],
  startG: number | null,
  unit: LoadUnit,
  { round = 0, snap }: Options = {},
): Prescription {
  const { state, why, step, asked } = fold(slot, results, startG, unit)
  const now = inRound(state, round)
  const sets = setsOf(slot, now, round, unit, snap)
  // A harder variation of one's own weight asks for none.
  const isToFind = now.baseG === null && slot.start !== undefined && now.rung === 0
  return { sets, exerciseId: exerciseOf(slot, now), state: now, step, asked, why: isToFind ? 'find' : why }
}

function fold(slot: ProgramSlot, results: readonly SlotResult[], startG: number | null, unit: LoadUnit) {
  let state = firstState(slot, startG)
  let step: Step | null = null
  let why: Why = 'first'
  let asked: SlotResult['planned'] = []
  let before: SlotResult | null = null
  for (const result of results) {
    const by = result.judgedAs ?? slot
    // Steps are those of the unit that it was planned in, whatever the athlete lifts in since.
    const inUnit = result.planned[0]?.enteredUnit ?? unit
    const isNew = before === null || (before.judgedAs !== undefined && result.judgedAs === undefined)
    const next = advance(by, asStarted(slot, state, result, isNew), result, inUnit)
    if (!next) continue
    before = result
    step = next
    asked = result.planned
    const { decision } = result
    state = decision ? decided(slot, next, decision) : next.after
    why = decision?.verdict ?? next.outcome
  }
  return { state, why, step, asked }
}

/**
 * How it stood when the session began. A load is what was asked for then; what else there is follows from the sessions
 * before it, and from the session itself where those are no longer looked at.
 */
function asStarted(slot: ProgramSlot, state: SlotState, { from, planned }: SlotResult, isFirst: boolean): SlotState {
  const known = isFirst && from ? from : state
  if (slot.basis && slot.basis !== 'load') return known
  const [first] = planned
  return { ...known, baseG: from ? from.baseG : (first?.loadG ?? null), reps: from?.reps ?? first?.reps ?? known.reps }
}

/** Kept as it was, or on from another figure; what was counted is counted anew. */
function decided(slot: ProgramSlot, step: Step, { verdict, loadG }: NonNullable<SlotResult['decision']>): SlotState {
  if (verdict === 'kept') return { ...step.before, hits: 0, misses: 0 }
  const { next } = step.after
  if ((slot.by === 'week' || rampOf(slot)) && next && loadG !== null)
    return { ...step.after, next: { ...next, g: loadG } }
  return { ...step.after, baseG: loadG }
}

export function setsOf(slot: ProgramSlot, state: SlotState, round: number, unit: LoadUnit, snap?: Snap): PlannedSet[] {
  const exerciseId = exerciseOf(slot, state)
  return specsOf(slot, state, round).map((spec) => {
    const wantedG = state.baseG === null ? null : loadOf(spec, state.baseG)
    const loadG = wantedG === null ? null : (snap?.(exerciseId, wantedG) ?? onGrid(slot, spec, wantedG, unit))
    return {
      reps: spec.reps,
      loadG,
      enteredLoad: loadG === null ? null : enteredOf(loadG, unit),
      enteredUnit: loadG === null ? null : unit,
      ...(spec.amrap ? { amrap: true as const } : {}),
      ...(spec.rpe === undefined ? {} : { rir2: Math.round(20 - 2 * spec.rpe) }),
      ...(spec.rir === undefined ? {} : { rir2: 2 * spec.rir }),
    }
  })
}

function loadOf({ reps, rpe, rir, pct = 100 }: SetSpec, baseG: number): number | null {
  if (rir !== undefined) return rampedG(baseG, reps, rir)
  return rpe === undefined ? Math.round((baseG * pct) / 100) : loadForG(baseG, reps, Math.round(20 - 2 * rpe))
}

/** Where no place says what there is: a share of something in the steps of a bar, and a load as it is. */
function onGrid(slot: ProgramSlot, { pct, rpe, rir = RAMP[0] }: SetSpec, loadG: number, unit: LoadUnit): number {
  if (pct === undefined && rpe === undefined && rir === RAMP[0]) return loadG
  const grid = gridOf(slot, unit) || 1
  // A lighter week is never lighter than the bar that one began with.
  const leastG = toGrams((rampOf(slot) && slot.start?.[unit]) || grid, unit)
  return Math.max(leastG, nearestTo(loadG, grid, unit))
}

/** As a thumb would type it. */
export function enteredOf(loadG: number, unit: LoadUnit): string {
  return String(Math.round(loadIn(loadG, unit) * 100) / 100)
}
