/**
 * What a place of a program asks for next, from what was planned and done there before. One rule that is said on the
 * screen: every rep of every set done, add the step; some missing, the same again; missing three times in a row, a tenth
 * less. Where the reps are a range, they go up first, and the step comes when every set reached its end.
 *
 * It is linear progression as beginners' barbell programs have it (Rippetoe & Baker, Practical Programming for Strength
 * Training, ch. 6) and double progression for the rest.
 */
import { gramsOf, type LoadUnit, loadIn } from '../../../shared/units.ts'
import type { PlannedSet, ProgramSlot } from '../model.ts'

/** What became of one session's sets of a place; sets that were not done are left out. */
export type SlotResult = {
  planned: readonly Pick<PlannedSet, 'reps' | 'loadG'>[]
  done: readonly { reps: number; loadG: number | null }[]
}

/** Why the sets are what they are, for the words beside them. */
export type Why = 'first' | 'find' | 'more' | 'reps' | 'again' | 'less'
export type Prescription = { sets: PlannedSet[]; why: Why /** What was missed so often in a row. */; missed: number }

const MISSES_TO_LESSEN = 3
const LESSENED = 0.9

/**
 * `results` oldest first, only those since the load was last set; `startG` is what to begin with, null to find out.
 */
export function prescribe(
  slot: ProgramSlot,
  results: readonly SlotResult[],
  startG: number | null,
  unit: LoadUnit,
): Prescription {
  const tried = results.filter(({ done }) => done.length > 0)
  const last = tried.at(-1)
  if (!last) {
    const why = slot.start !== undefined && startG === null ? 'find' : 'first'
    return { sets: setsOf(slot, slot.reps, startG, unit), why, missed: 0 }
  }
  const missed = missesInARow(slot, tried)
  if (missed === 0) return forward(slot, last, baseOf(last), unit)
  const base = last.done[0]?.loadG ?? last.planned[0]?.loadG ?? null
  if (missed % MISSES_TO_LESSEN === 0 && base !== null) {
    return { sets: setsOf(slot, slot.reps, lessened(slot, base, unit), unit), why: 'less', missed }
  }
  return { sets: setsOf(slot, plannedReps(slot, last), base, unit), why: 'again', missed }
}

/** Every planned set was done with its reps. */
function isDone({ planned, done }: SlotResult, reps: number): boolean {
  return done.length >= planned.length && done.slice(0, planned.length).every((set) => set.reps >= reps)
}

function plannedReps(slot: ProgramSlot, { planned }: SlotResult): number {
  return planned[0]?.reps ?? slot.reps
}

/** The load that all of it was done with: the least of the sets. */
function baseOf({ planned, done }: SlotResult): number | null {
  const loads = done.flatMap(({ loadG }) => loadG ?? [])
  if (loads.length === 0) return planned[0]?.loadG ?? null
  return Math.min(...loads)
}

function missesInARow(slot: ProgramSlot, tried: readonly SlotResult[]): number {
  let missed = 0
  for (const result of tried.toReversed()) {
    // In a range, fewer than its beginning is a miss; within it the reps are on their way.
    if (isDone(result, slot.repsTo === undefined ? plannedReps(slot, result) : slot.reps)) break
    missed += 1
  }
  return missed
}

function forward(slot: ProgramSlot, last: SlotResult, base: number | null, unit: LoadUnit): Prescription {
  if (slot.repsTo === undefined || isDone(last, slot.repsTo)) {
    if (base !== null && slot.step) {
      return { sets: setsOf(slot, slot.reps, added(slot, base, unit), unit), why: 'more', missed: 0 }
    }
    // No load to add: the end of the range stays.
    return { sets: setsOf(slot, slot.repsTo ?? slot.reps, base, unit), why: 'again', missed: 0 }
  }
  const least = Math.min(...last.done.map(({ reps }) => reps))
  return { sets: setsOf(slot, Math.min(slot.repsTo, least + 1), base, unit), why: 'reps', missed: 0 }
}

/** What a bar changes by: the lightest pair of plates that gyms have. */
const BAR_GRID = { kg: 2.5, lb: 5 } as const

/** A bar's load stays one that plates make, whatever was typed by hand; a stack or a dumbbell goes on from what it is. */
function added({ start, step }: ProgramSlot, baseG: number, unit: LoadUnit): number {
  const value = loadIn(baseG, unit) + (step?.[unit] ?? 0)
  return toGrams(start ? downTo(value, BAR_GRID[unit]) : value, unit)
}

function lessened({ start, step }: ProgramSlot, baseG: number, unit: LoadUnit): number {
  const base = loadIn(baseG, unit)
  const less = base * LESSENED
  const grid = step?.[unit] ?? 1
  const down = start ? downTo(less, BAR_GRID[unit]) : base - Math.ceil((base - less) / grid - 1e-6) * grid
  const least = start?.[unit] ?? grid
  return Math.min(baseG, toGrams(Math.max(least, down), unit))
}

function downTo(value: number, grid: number): number {
  return Math.floor(value / grid + 1e-6) * grid
}

/** `value` in the unit, to a tenth. */
export function toGrams(value: number, unit: LoadUnit): number {
  return gramsOf({ digits: BigInt(Math.round(value * 10)), scale: 1 }, unit)
}

function setsOf({ sets }: ProgramSlot, reps: number, loadG: number | null, unit: LoadUnit): PlannedSet[] {
  const load = {
    loadG,
    enteredLoad: loadG === null ? null : enteredOf(loadG, unit),
    enteredUnit: loadG === null ? null : unit,
  }
  return Array.from({ length: sets }, () => ({ reps, ...load }))
}

/** As a thumb would type it. */
export function enteredOf(loadG: number, unit: LoadUnit): string {
  return String(Math.round(loadIn(loadG, unit) * 100) / 100)
}
