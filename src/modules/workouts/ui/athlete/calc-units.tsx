'use client'
import { useTranslations } from 'use-intl'
import { formatLoad } from '../../../../shared/units.ts'
import { Answer, Why } from './calc-parts.tsx'
import type { Tried } from './calc-sheet.tsx'
import type { Habits } from './set-fields.ts'

/** Kilograms in pounds, pounds in kilograms. */
export function CalcUnits({ tried, habits }: { tried: Tried; habits: Habits }) {
  const t = useTranslations('calc.units')
  const to = tried.unit === 'kg' ? 'lb' : 'kg'
  if (tried.loadG === null) return <Answer value="–" text={t('noLoad')} />
  return (
    <>
      <Answer
        value={formatLoad(tried.loadG, to, habits.locale)}
        text={t('is', { from: formatLoad(tried.loadG, tried.unit, habits.locale) })}
      />
      <Why
        lines={[t('exact'), t('grams', { grams: new Intl.NumberFormat(habits.locale).format(tried.loadG) }), t('gym')]}
      />
    </>
  )
}
