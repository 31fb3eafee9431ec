/** Rules that an athlete can put to a place: those that its exercise and sets have something for. */
import type { ProgramSlot, Rule } from '../model.ts'
import { lintRules } from './lint-rules.ts'
import { rulesOf } from './slot-state.ts'

const BAR = { kg: 2.5, lb: 5 }

export function offeredRules(slot: ProgramSlot): Rule[] {
  const step = slot.step ?? pick(rulesOf(slot).find(({ does }) => does === 'add')) ?? BAR
  const twice = { kg: step.kg * 2, lb: step.lb * 2 }
  const inAll = slot.sets * slot.reps
  const all: Rule[] = [
    { when: 'done', does: 'add', ...step },
    { when: 'done', n: 2, does: 'add', ...step },
    { when: 'done', n: 3, does: 'add', ...step },
    ...[slot.reps + 2, slot.reps + 4, slot.reps + 7].map((to): Rule => ({ when: 'done', does: 'reps', to })),
    { when: 'amrap', n: 10, does: 'add', ...twice },
    { when: 'amrap', n: slot.reps, does: 'add', ...step },
    { when: 'last', n: slot.reps + 5, does: 'add', ...step },
    { when: 'sum', n: inAll + slot.sets * 2, does: 'add', ...step },
    { when: 'done', does: 'ramp', ...step, pct: 70 },
    { when: 'done', does: 'harder' },
    ...[1, 2, 3].map((n): Rule => ({ when: 'missed', n, does: 'less', pct: 10 })),
    { when: 'missed', does: 'stage' },
    { when: 'missed', does: 'reset', pct: 15 },
    { when: 'missed', n: 3, does: 'easier' },
    { when: 'tried', does: 'estimate', pct: 5 },
  ]
  return all.filter((rule) => lintRules({ ...slot, rules: [rule] }).every(({ what }) => what !== 'no-headroom'))
}

function pick(rule: Rule | undefined): { kg: number; lb: number } | undefined {
  return rule && { kg: rule.kg ?? BAR.kg, lb: rule.lb ?? BAR.lb }
}
