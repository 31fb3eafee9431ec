/** What is wrong with a list of rules before anybody trains by it: a rule that can never fire, a place that never moves. */
import type { ProgramSlot, Rule } from '../model.ts'
import { rampOf, rulesOf } from './slot-state.ts'

export type Finding =
  /** `by`: the rule before it that always fires first. */
  | { rule: number; what: 'unreachable'; by: number }
  /** It has nothing to work on here: no load, no further stage or variation, no set of the kind. */
  | { rule: number; what: 'no-headroom' }
  | { rule: null; what: 'never-up' }

/** Ends that are reached sooner or later: a rule after it has its turn then. */
const ENDS: ReadonlySet<Rule['does']> = new Set(['reps', 'stage', 'harder', 'easier'])
const UP: ReadonlySet<Rule['does']> = new Set(['add', 'reps', 'estimate', 'harder', 'ramp'])

export function lintRules(slot: ProgramSlot): Finding[] {
  const rules = rulesOf(slot)
  const found = rules.flatMap((rule, i): Finding[] => {
    if (!hasWork(rule, slot)) return [{ rule: i, what: 'no-headroom' }]
    // It shapes every week, so it stands before all others or not at all.
    if (rule.does === 'ramp' && i > 0) return [{ rule: i, what: 'unreachable', by: 0 }]
    const by = rules.findIndex((earlier, k) => k < i && hasWork(earlier, slot) && shadows(earlier, rule, slot))
    return by === -1 ? [] : [{ rule: i, what: 'unreachable', by }]
  })
  const dead = new Set(found.map(({ rule }) => rule))
  const goesUp = rules.some(({ does }, i) => UP.has(does) && !dead.has(i))
  return goesUp || rules.length === 0 ? found : [...found, { rule: null, what: 'never-up' }]
}

/** Whether `earlier` fires whenever `later` would, and goes on doing so. */
function shadows(earlier: Rule, later: Rule, slot: ProgramSlot): boolean {
  // Help comes to an end.
  if (earlier.does === 'add' && slot.assisted) return false
  if (ENDS.has(earlier.does)) {
    // Two of a kind: the second's end lies below the first's.
    const isSame = earlier.does === 'reps' && later.does === 'reps' && covers(earlier, later)
    return isSame && (later.to ?? 0) <= (earlier.to ?? 0)
  }
  return covers(earlier, later)
}

function covers(earlier: Rule, later: Rule): boolean {
  if (earlier.week !== undefined && earlier.week !== later.week) return false
  if (earlier.when === 'tried') return true
  const [a, b] = [earlier.n ?? 1, later.n ?? 1]
  // What takes several in a row never comes to a number that a smaller one has begun anew at.
  return earlier.when === later.when && a <= b
}

function hasWork({ when, does, n = 1, to = 0, week, ...rule }: Rule, slot: ProgramSlot): boolean {
  const sets = slot.plan?.flat() ?? []
  if (week !== undefined && !(slot.by === 'week' && slot.plan && week < slot.plan.length)) return false
  if (when === 'amrap' && !sets.some(({ amrap }) => amrap)) return false
  switch (does) {
    case 'add':
      return slot.start !== undefined && ((rule.kg ?? 0) > 0 || (rule.lb ?? 0) > 0)
    case 'less':
      return slot.start !== undefined && (rule.pct ?? 10) > 0
    case 'reps':
      return slot.plan === undefined && to > slot.reps
    case 'stage':
    case 'reset':
      return slot.by !== 'week' && (slot.plan?.length ?? 0) > 1 && n > 0
    case 'ramp':
      return rampOf({ ...slot, rules: [{ when, does }] }) !== null && ((rule.kg ?? 0) > 0 || (rule.lb ?? 0) > 0)
    case 'estimate':
      return slot.basis === 'e1rm'
    case 'harder':
    case 'easier':
      return (slot.ladder?.length ?? 0) > 1
  }
}
