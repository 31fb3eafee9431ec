/**
 * One step of a place: of its ordered rules the first that applies and has head-room, and no other. Schemes and figures:
 * linear and double progression (Rippetoe & Baker, Practical Programming, ch. 6), percent of a training max that grows
 * once a cycle (Wendler, 5/3/1), stages of fewer reps at the same load (GZCLP), loads from an estimated maximum by the
 * RTS chart (Tuchscherer).
 */
import { type LoadUnit, loadIn } from '../../../shared/units.ts'
import { estimateE1rm } from '../../workouts/rules/e1rm.ts'
import type { ProgramSlot, Rule } from '../model.ts'
import { isSameLoad, type Judgement, judge, type SlotResult } from './judge.ts'
import {
  downTo,
  gridOf,
  inRound,
  isAssisted,
  isDeload,
  nextRampRound,
  RAMP,
  rampOf,
  rulesOf,
  type SlotState,
  toGrams,
  unrampedG,
  weekOf,
} from './slot-state.ts'

/** Why the state is what it is. `same`: nothing applied. `light`: less was lifted than asked. */
export type Outcome = Rule['does'] | 'same' | 'light'
export type Step = {
  outcome: Outcome
  /** The rule that fired, and how often in a row what it asks for had been. */
  rule: Rule | null
  count: number
  before: SlotState
  after: SlotState
  judgement: Judgement
}

/** A training max is this part of a single, in percent. */
export const TM_PCT = 90
/** An estimate moves by so much a session at most, in percent: one odd set is no new maximum. */
const MOST_PCT = 5
/** So many steps a plan may run ahead of what the place lets one load. */
const MOST_AHEAD = 4

/** Null where the place was not touched. */
export function advance(slot: ProgramSlot, state: SlotState, result: SlotResult, unit: LoadUnit): Step | null {
  const judgement = judge(slot, state, result)
  if (!judgement) return null
  const round = result.round ?? 0
  const before = grounded(slot, inRound(state, round), result, judgement, unit)
  const { isHit, isMiss, isLight } = judgement
  if (isDeload(slot, round)) return { outcome: 'same', rule: null, count: 0, before, after: before, judgement }
  const counted: SlotState = {
    ...before,
    hits: isHit ? before.hits + 1 : 0,
    misses: isMiss ? before.misses + 1 : isHit ? 0 : before.misses,
  }
  for (const rule of rulesOf(slot)) {
    if (rule.week !== undefined && rule.week !== weekOf(slot, round)) continue
    const count = countFor(rule, counted, judgement)
    if (count === null) continue
    const after = apply(rule, slot, counted, { result, judgement, unit, round })
    if (after) return { outcome: rule.does, rule, count, before, after, judgement }
  }
  return { outcome: isLight ? 'light' : 'same', rule: null, count: counted.misses, before, after: counted, judgement }
}

/** From what was lifted the place goes on, whatever was asked; a training max and an estimate only once they are found. */
function grounded(
  slot: ProgramSlot,
  state: SlotState,
  { planned, done, round = 0 }: SlotResult,
  { usedG }: Judgement,
  unit: LoadUnit,
): SlotState {
  const { basis, start } = slot
  if (basis === 'tm') {
    if (state.baseG !== null) return state
    const best = Math.max(0, ...done.map((set) => estimateE1rm(set?.loadG ?? null, set?.reps ?? null, null)?.g ?? 0))
    const grid = start === undefined ? 0 : { kg: 2.5, lb: 5 }[unit]
    return best === 0 ? state : { ...state, baseG: downTo((best * TM_PCT) / 100, grid, unit) }
  }
  if (basis === 'e1rm' || usedG === null) return state
  const askedG = planned[0]?.loadG ?? null
  // As asked: the exact figure goes on, of which the place's plates may have made a little more or less.
  if (state.baseG !== null && isSameLoad(usedG, askedG)) return state
  if (!rampOf(slot)) return { ...state, baseG: usedG }
  // Of a ramp: what would have left three reps. A lighter week says nothing.
  const rir = RAMP[weekOf(slot, round)]
  return rir === undefined ? state : { ...state, baseG: unrampedG(usedG, planned[0]?.reps ?? slot.reps, rir) }
}

/** How often, or how many, of what the rule asks for there was; null when that is not enough. */
function countFor({ when, n = 1 }: Rule, { hits, misses }: SlotState, seen: Judgement): number | null {
  const found = {
    ...{ done: hits, missed: misses, tried: 1, sum: seen.sum },
    ...{ amrap: seen.amrap ?? -1, last: seen.last ?? -1 },
  }[when]
  if (found < n || (when === 'missed' && !seen.isMiss)) return null
  // The last set says nothing while those before it are missing.
  return seen.isHit || when === 'missed' || when === 'sum' || when === 'tried' ? found : null
}

type Seen = { result: SlotResult; judgement: Judgement; unit: LoadUnit; round: number }
type Lifted = Seen & { helps: boolean }

/** Null where the rule has no head-room. */
function apply(rule: Rule, slot: ProgramSlot, state: SlotState, seen: Seen): SlotState | null {
  const anew = { ...state, hits: 0, misses: 0 }
  const { baseG } = state
  const helps = isAssisted(slot, state)
  switch (rule.does) {
    case 'reps': {
      const reps = Math.min(rule.to ?? 0, seen.judgement.least + 1)
      // Of what was asked: an end that every set reached leaves no head-room.
      return seen.judgement.least >= (rule.to ?? 0) ? null : { ...state, misses: 0, reps: Math.max(slot.reps, reps) }
    }
    case 'add': {
      const toG = baseG === null ? null : added(rule, slot, baseG, { ...seen, helps })
      if (toG === null || toG === baseG) return null
      if (slot.by === 'week' && slot.plan) {
        const cycle = Math.floor(seen.round / slot.plan.length) + 1
        return { ...anew, next: { g: toG, round: cycle * slot.plan.length } }
      }
      return { ...anew, baseG: toG, reps: slot.reps }
    }
    case 'ramp': {
      // Closer to failure next week; past the last week the next ramp begins with more.
      if (weekOf(slot, seen.round) < RAMP.length - 1) return { ...state, misses: 0 }
      const toG = baseG === null ? null : added(rule, slot, baseG, { ...seen, helps })
      return toG === null ? null : { ...anew, next: { g: toG, round: nextRampRound(seen.round) } }
    }
    case 'less': {
      const toG = baseG === null ? null : lessened(rule, slot, baseG, { ...seen, helps })
      return toG === null || toG === baseG ? null : { ...anew, baseG: toG, reps: slot.reps, next: null }
    }
    case 'stage':
      return state.stage + 1 < (slot.plan?.length ?? 0) ? { ...anew, stage: state.stage + 1 } : null
    case 'reset': {
      const toG = baseG === null ? null : lessened(rule, slot, baseG, { ...seen, helps })
      return state.stage === 0 && toG === baseG ? null : { ...anew, stage: 0, baseG: toG }
    }
    case 'estimate':
      return estimated(rule, slot, anew, seen)
    case 'harder':
      return state.rung + 1 < (slot.ladder?.length ?? 0)
        ? { ...anew, rung: state.rung + 1, reps: slot.reps, baseG: null }
        : null
    case 'easier':
      return state.rung > 0 ? { ...anew, rung: state.rung - 1, reps: slot.reps, baseG: null } : null
  }
}

/** A bar's load stays one that plates make, whatever was typed by hand; a stack or a dumbbell goes on from what it is. */
function added(rule: Rule, slot: ProgramSlot, baseG: number, { judgement, unit, helps }: Lifted): number {
  const step = rule[unit] ?? 0
  // The last of the help is not taken off: what comes without it is another exercise.
  if (helps) return loadIn(baseG, unit) - step > 0 ? toGrams(loadIn(baseG, unit) - step, unit) : baseG
  const stepG = toGrams(step, unit)
  const isLoad = slot.basis === undefined || slot.basis === 'load'
  const most = isLoad && judgement.usedG !== null ? judgement.usedG + MOST_AHEAD * stepG : Number.POSITIVE_INFINITY
  // Added in the unit: a hundred steps of 5 lb are 500 lb to the gram.
  const toG = toGrams(loadIn(baseG, unit) + step, unit)
  return Math.max(baseG, downTo(Math.min(toG, most), gridOf(slot, unit), unit))
}

function lessened({ pct = 10 }: Rule, slot: ProgramSlot, baseG: number, { unit, helps }: Lifted): number {
  const base = loadIn(baseG, unit)
  if (helps) return toGrams(base * (1 + pct / 100), unit)
  const less = base * (1 - pct / 100)
  const grid = gridOf(slot, unit)
  const step = slot.step?.[unit] ?? rulesOf(slot).find(({ does }) => does === 'add')?.[unit] ?? 1
  const down = grid > 0 ? Math.floor(less / grid + 1e-6) * grid : base - Math.ceil((base - less) / step - 1e-6) * step
  return Math.min(baseG, toGrams(Math.max(slot.start?.[unit] ?? step, down), unit))
}

/** From the first set, its effort if it was rated; unrated, with all its reps, it was what was aimed at. */
function estimated({ pct = MOST_PCT }: Rule, slot: ProgramSlot, state: SlotState, { result }: Seen): SlotState | null {
  const [top] = result.done
  const [asked] = result.planned
  if (!top || !asked) return null
  const aimed = top.reps >= asked.reps ? (asked.rir2 ?? null) : null
  const g = estimateE1rm(top.loadG, top.reps, top.rir2 ?? aimed)?.g
  if (g === undefined) return null
  const { baseG } = state
  if (baseG === null) return { ...state, baseG: g }
  const moved = Math.round(Math.min((baseG * (100 + pct)) / 100, Math.max((baseG * (100 - pct)) / 100, g)))
  return moved === baseG ? null : { ...state, baseG: slot.start ? Math.max(moved, 1) : moved }
}
