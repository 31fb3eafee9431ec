'use client'
/** A rule as a sentence: when it fires, and what it does. */
import { useLocale, useTranslations } from 'use-intl'
import type { LoadUnit } from '../../../../shared/units.ts'
import type { ProgramSlot, Rule } from '../../model.ts'

export function useRuleWords({ assisted }: ProgramSlot, unit: LoadUnit): (rule: Rule) => string {
  const t = useTranslations('programs.rules')
  const locale = useLocale()
  const stepOf = (rule: Rule) => `${new Intl.NumberFormat(locale).format(rule[unit] ?? 0)}\u00a0${unit}`
  function doesOf(rule: Rule): string {
    switch (rule.does) {
      case 'add':
        return t(assisted ? 'does.addHelp' : 'does.add', { step: stepOf(rule) })
      case 'less':
        return t(assisted ? 'does.moreHelp' : 'does.less', { pct: rule.pct ?? 10 })
      case 'reps':
        return t('does.reps', { to: rule.to ?? 0 })
      case 'reset':
        return t('does.reset', { pct: rule.pct ?? 10 })
      case 'stage':
        return t('does.stage')
      case 'estimate':
        return t('does.estimate')
      case 'ramp':
        return t('does.ramp', { step: stepOf(rule), pct: rule.pct ?? 70 })
      case 'harder':
        return t('does.harder')
      case 'easier':
        return t('does.easier')
    }
  }
  return (rule) => {
    const when = t(`when.${rule.when}`, { n: rule.n ?? 1 })
    const whenever = rule.week === undefined ? when : t('week', { week: rule.week + 1, when })
    return t('say', { when: whenever, does: doesOf(rule) })
  }
}
