'use client'
/** The ordered rules of a place, to reorder, drop and add, with what is wrong about them beside each. */
import { ArrowUp, X } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import type { LoadUnit } from '../../../../shared/units.ts'
import { Button } from '../../../../ui/button.tsx'
import { IconButton } from '../../../../ui/icon-button.tsx'
import { SelectField } from '../../../../ui/select-field.tsx'
import type { ProgramSlot, Rule } from '../../model.ts'
import { lintRules } from '../../rules/lint-rules.ts'
import { offeredRules } from '../../rules/offered-rules.ts'
import { rulesOf } from '../../rules/slot-state.ts'
import { useRuleWords } from './use-rule-words.ts'

const MOST_RULES = 12

type Props = {
  slot: ProgramSlot
  unit: LoadUnit
  /** They are the athlete's already: the program's can come back. */
  isOwn: boolean
  onSave: (rules: Rule[] | null) => void
}

export function RulesEditor({ slot, unit, isOwn, onSave }: Props) {
  const t = useTranslations('programs.rules')
  const wordsOf = useRuleWords(slot, unit)
  const [rules, setRules] = useState<readonly Rule[]>(rulesOf(slot))
  const findings = lintRules({ ...slot, rules })
  const said = (i: number) => findings.find(({ rule }) => rule === i)
  const offered = offeredRules(slot).filter((one) => !rules.some((rule) => wordsOf(rule) === wordsOf(one)))
  function moveUp(i: number): void {
    const [above, rule] = [rules[i - 1], rules[i]]
    if (above && rule) setRules(rules.with(i - 1, rule).with(i, above))
  }
  return (
    <div className="grid gap-4">
      <p className="text-ink-2 text-sm">{t('detail')}</p>
      {rules.length === 0 && <p>{t('none')}</p>}
      <ol>
        {rules.map((rule, i) => {
          const words = wordsOf(rule)
          const finding = said(i)
          return (
            <li key={words} className="flex min-h-14 items-center gap-1 border-line border-b py-1 last:border-b-0">
              <span className="num w-6 shrink-0 text-ink-2">{i + 1}</span>
              <span className="min-w-0 flex-1">
                <span className="num block">{words}</span>
                {finding && (
                  <span className="num block text-bad text-sm">
                    {finding.what === 'unreachable'
                      ? t('lint.unreachable', { by: finding.by + 1 })
                      : t(`lint.${finding.what}`)}
                  </span>
                )}
              </span>
              {i > 0 && (
                <IconButton label={t('up', { rule: words })} onClick={() => moveUp(i)}>
                  <ArrowUp size={20} aria-hidden />
                </IconButton>
              )}
              <IconButton label={t('remove', { rule: words })} onClick={() => setRules(rules.toSpliced(i, 1))}>
                <X size={20} aria-hidden />
              </IconButton>
            </li>
          )
        })}
      </ol>
      {findings.some(({ rule }) => rule === null) && (
        <p role="status" className="text-bad text-sm">
          {t('lint.never-up')}
        </p>
      )}
      {offered.length > 0 && rules.length < MOST_RULES && (
        <SelectField
          label={t('add')}
          options={[{ value: '', label: '…' }, ...offered.map((one, i) => ({ value: `${i}`, label: wordsOf(one) }))]}
          value=""
          onChange={(value) => {
            const chosen = value === '' ? undefined : offered[Number(value)]
            // A ramp counts from the first place alone.
            if (chosen) setRules(chosen.does === 'ramp' ? [chosen, ...rules] : [...rules, chosen])
          }}
        />
      )}
      <Button tone="primary" size="large" wide onClick={() => onSave([...rules])}>
        {t('save')}
      </Button>
      {isOwn && (
        <Button wide onClick={() => onSave(null)}>
          {t('reset')}
        </Button>
      )}
    </div>
  )
}
