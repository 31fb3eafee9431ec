'use client'
/** Why a place asks for what it asks, in words: what changes, and what made it change. */
import { useLocale, useTranslations } from 'use-intl'
import { formatLoad, type LoadUnit, loadNumber } from '../../../../shared/units.ts'
import type { PlannedSet } from '../../model.ts'
import type { Step } from '../../rules/advance.ts'
import type { PlannedPlace } from '../../rules/next-session.ts'
import { exerciseOf, isAssisted, rampOf } from '../../rules/slot-state.ts'

type SetLike = Pick<PlannedSet, 'reps' | 'amrap'>

/** "3 × 8", "4 × 3, 1 × 3+", "5, 5, 5+". */
export function useSetsText(): (sets: readonly SetLike[]) => string {
  const t = useTranslations('session')
  return (sets) => {
    const groups: { sets: number; reps: string }[] = []
    for (const set of sets) {
      const text = repsText(set)
      const last = groups.at(-1)
      if (last?.reps === text) last.sets += 1
      else groups.push({ sets: 1, reps: text })
    }
    // Few enough to be read one by one.
    if (groups.length > 1 && sets.length <= 3) return sets.map(repsText).join(', ')
    return groups.map((one) => t('sets', one)).join(', ')
  }
}

export function useStepWords(unit: LoadUnit, nameOf: (exerciseId: string) => string) {
  const t = useTranslations('session')
  const locale = useLocale()
  const setsText = useSetsText()

  /** From what to what; null where nothing changes. */
  function changeOf({ slot, sets, state, exerciseId }: PlannedPlace, { before, after, outcome }: Step): string | null {
    const asked = { from: setsText(setsBefore(sets, before.reps)), to: setsText(sets) }
    if (outcome === 'harder' || outcome === 'easier')
      return t('change', { from: nameOf(exerciseOf(slot, before)), to: nameOf(exerciseId) })
    if (outcome === 'reps') return t('change', asked)
    const toG = after.next?.g ?? state.baseG
    if (before.baseG === null || toG === null || before.baseG === toG) return null
    const loads = { from: loadNumber(before.baseG, unit, locale), to: formatLoad(toG, unit, locale) }
    if (slot.basis === 'tm') return t('tm', loads)
    if (slot.basis === 'e1rm') return t('best', loads)
    return isAssisted(slot, after) ? t('help', loads) : t('change', loads)
  }

  function becauseOf({ outcome, rule, count, judgement, after }: Step, sets: readonly SetLike[]): string {
    if (outcome === 'reps') return t('why.reps')
    if (outcome === 'estimate') return t('why.estimate')
    if (!rule) return ''
    const because =
      rule.when === 'missed'
        ? t('why.missed', { n: count })
        : rule.when === 'amrap'
          ? t('why.amrap', { n: count })
          : rule.when === 'last'
            ? t('why.amrap', { n: judgement.last ?? count })
            : rule.when === 'sum'
              ? t('why.sum', { n: count })
              : (rule.n ?? 1) > 1
                ? t('why.row', { n: count })
                : t('why.done', { sets: setsText(sets) })
    return after.next ? t('cycle', { because }) : because
  }

  /** Where the weeks of a ramp say more than what was done: which one comes next. */
  function rampWords({ slot, sets, why }: PlannedPlace, step: Step): string | null {
    const ramp = rampOf(slot)
    if (!ramp || (why !== 'ramp' && why !== 'same') || (why === 'same' && step.after.misses > 0)) return null
    const left = sets[0]?.rir2
    return left === undefined ? t('why.deload', { pct: ramp.pct ?? 70 }) : t('why.ramp', { left: left / 2 })
  }

  /** One line; null before anything was done. `asked` are the sets of the session that it comes from. */
  return (place: PlannedPlace, asked: readonly SetLike[]): string | null => {
    const { why, step } = place
    if (why === 'find') return t('why.find')
    if (!step || why === 'first') return null
    if (why === 'kept') return t('why.kept')
    if (why === 'changed') return t('why.changed')
    if (why === 'light') return t('why.light')
    const ramp = rampWords(place, step)
    if (ramp) return ramp
    if (why === 'same') return step.after.misses > 0 ? t('why.again') : t('why.onCourse')
    const change = changeOf(place, step)
    const because = becauseOf(step, asked)
    if (why === 'stage' || why === 'reset') {
      const sets = t('change', { from: setsText(asked), to: setsText(place.sets) })
      return t('why.of', { change: change && why === 'reset' ? change : sets, because })
    }
    return change ? t('why.of', { change, because }) : why === 'add' ? t('why.heaviest') : null
  }
}

const repsText = ({ reps, amrap }: SetLike) => `${reps}${amrap ? '+' : ''}`
const setsBefore = (sets: readonly SetLike[], reps: number): SetLike[] => sets.map(() => ({ reps }))
