/** How a place of a program stands: the few figures that go on from session to session. */
import { gramsOf, type LoadUnit, loadIn } from '../../../shared/units.ts'
import { estimateE1rm, loadForG } from '../../workouts/rules/e1rm.ts'
import type { Override, ProgramSlot, Rule, SetSpec } from '../model.ts'

export type SlotState = {
  /** The load, the training max or the estimated maximum, as `basis` says; null until one is found. */
  baseG: number | null
  /** Asked of each set where the reps are a range. */
  reps: number
  /** Of `plan`, where it goes by stages. */
  stage: number
  /** Of `ladder`. */
  rung: number
  /** Sessions in a row that were done, and that were missed. */
  hits: number
  misses: number
  /** What the next cycle begins with, and its first round. */
  next: { g: number; round: number } | null
}

/** The figures as a planned session carries them. */
export function figuresOf({ baseG, reps, stage, rung, hits, misses, next }: SlotState): (number | null)[] {
  return [baseG, reps, stage, rung, hits, misses, next?.g ?? null, next?.round ?? null]
}

/** Undefined where a session carries none: it was started before they were kept. */
export function stateOfFigures(figures: readonly (number | null)[] | undefined): SlotState | undefined {
  if (!figures || figures.length < 8) return undefined
  const [baseG = null, reps, stage, rung, hits, misses, g, round] = figures
  return {
    ...{ baseG, reps: reps ?? 0, stage: stage ?? 0, rung: rung ?? 0, hits: hits ?? 0, misses: misses ?? 0 },
    next: g == null || round == null ? null : { g, round },
  }
}

export function firstState(slot: ProgramSlot, startG: number | null): SlotState {
  return { baseG: startG, reps: slot.reps, stage: 0, rung: 0, hits: 0, misses: 0, next: null }
}

/** As the state is in this round: what was earned in one cycle counts from the next. */
export function inRound(state: SlotState, round: number): SlotState {
  return state.next && round >= state.next.round ? { ...state, baseG: state.next.g, next: null } : state
}

/** The place as the athlete has made it: with their own rules and another exercise where they chose so. */
export function slotAs(slot: ProgramSlot, changed: Pick<Override, 'exerciseId' | 'rules'> | undefined): ProgramSlot {
  if (!changed) return slot
  const { ladder, ...rest } = slot
  const own = { ...(changed.exerciseId ? rest : slot), ...(changed.rules ? { rules: changed.rules } : {}) }
  return changed.exerciseId ? { ...own, exerciseId: changed.exerciseId } : own
}

/** The rules of a place, in their order; those of a plain place are double or linear progression. */
export function rulesOf({ rules, repsTo, step }: ProgramSlot): readonly Rule[] {
  if (rules) return rules
  return [
    ...(repsTo === undefined ? [] : [{ when: 'done', does: 'reps', to: repsTo } as const]),
    ...(step
      ? ([
          { when: 'done', does: 'add', ...step },
          { when: 'missed', n: 3, does: 'less', pct: 10 },
        ] as const)
      : []),
  ]
}

/** Reps that are left in reserve, week by week of a ramp (Israetel, Hoffmann & Case, Scientific Principles of Hypertrophy). */
export const RAMP = [3, 2, 1, 0] as const
/** Then one week of half the sets with part of the load. */
const RAMP_WEEKS = RAMP.length + 1
const DELOAD_PCT = 70

/** The rule by which a place goes closer to failure by the week; null where it is not the first of its rules, or has no load. */
export function rampOf(slot: ProgramSlot): Rule | null {
  const [first] = rulesOf(slot)
  const hasLoad = slot.start !== undefined && slot.plan === undefined && !slot.assisted
  return first?.does === 'ramp' && hasLoad ? first : null
}

/** Which of a cycle's weeks a round is; 0 where there is no cycle. */
export function weekOf(slot: ProgramSlot, round: number): number {
  if (rampOf(slot)) return round % RAMP_WEEKS
  return slot.by === 'week' && slot.plan ? round % slot.plan.length : 0
}

/** The first round of the ramp after this one. */
export function nextRampRound(round: number): number {
  return (Math.floor(round / RAMP_WEEKS) + 1) * RAMP_WEEKS
}

/** Half the sets, part of the load: nothing is judged by it. */
export function isDeload(slot: ProgramSlot, round: number): boolean {
  return rampOf(slot) !== null && weekOf(slot, round) === RAMP.length
}

/** The load that leaves `rir` reps, of one that leaves three, by the RTS chart; the same where the chart ends. */
export function rampedG(leavesThreeG: number, reps: number, rir: number): number {
  return moved(leavesThreeG, reps, RAMP[0], rir)
}

/** The way back: the one that would leave three. */
export function unrampedG(loadG: number, reps: number, rir: number): number {
  return moved(loadG, reps, rir, RAMP[0])
}

function moved(loadG: number, reps: number, fromRir: number, toRir: number): number {
  if (fromRir === toRir) return loadG
  const single = estimateE1rm(loadG, reps, 2 * fromRir)
  return (single && loadForG(single.g, reps, 2 * toRir)) ?? loadG
}

/** Each set of a session, in order. */
export function specsOf(slot: ProgramSlot, state: SlotState, round: number): SetSpec[] {
  const { plan, by, sets } = slot
  const ramp = rampOf(slot)
  if (ramp && isDeload(slot, round)) {
    return Array.from({ length: Math.ceil(sets / 2) }, () => ({ reps: state.reps, pct: ramp.pct ?? DELOAD_PCT }))
  }
  if (ramp) return Array.from({ length: sets }, () => ({ reps: state.reps, rir: RAMP[weekOf(slot, round)] ?? 0 }))
  if (!plan) return Array.from({ length: sets }, () => ({ reps: state.reps }))
  const scheme = by === 'week' ? plan[weekOf(slot, round)] : plan[Math.min(state.stage, plan.length - 1)]
  return (scheme ?? []).flatMap(({ n = 1, ...set }) => Array.from({ length: n }, () => set))
}

export function exerciseOf({ ladder, exerciseId }: ProgramSlot, { rung }: SlotState): string {
  return ladder?.[Math.min(rung, ladder.length - 1)] ?? exerciseId
}

/** The first rung is done with help; what comes after it is not. */
export function isAssisted(slot: ProgramSlot, { rung }: SlotState): boolean {
  return slot.assisted === true && rung === 0
}

/** What a bar changes by: the lightest pair of plates that gyms have. */
const BAR_GRID = { kg: 2.5, lb: 5 } as const

/** What the place's own loads are multiples of, in the unit; 0 where they go on from whatever was found. */
export function gridOf({ start, step, rules }: ProgramSlot, unit: LoadUnit): number {
  if (!start) return 0
  const own = step?.[unit] ?? rules?.find(({ does }) => does === 'add')?.[unit] ?? BAR_GRID[unit]
  return Math.min(BAR_GRID[unit], own)
}

/** `value` in the unit, to a hundredth. */
export function toGrams(value: number, unit: LoadUnit): number {
  return gramsOf({ digits: BigInt(Math.round(value * 100)), scale: 2 }, unit)
}

export function downTo(valueG: number, grid: number, unit: LoadUnit): number {
  return grid === 0 ? valueG : toGrams(Math.floor(loadIn(valueG, unit) / grid + 1e-6) * grid, unit)
}

/** To the nearest, of two as near the lighter: as a place's loads are chosen. */
export function nearestTo(valueG: number, grid: number, unit: LoadUnit): number {
  return grid === 0 ? valueG : toGrams(Math.ceil(loadIn(valueG, unit) / grid - 0.5 - 1e-6) * grid, unit)
}
