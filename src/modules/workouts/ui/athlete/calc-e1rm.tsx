'use client'
import { useTranslations } from 'use-intl'
import { loadIn } from '../../../../shared/units.ts'
import { explainE1rm } from '../../rules/e1rm-why.ts'
import { Answer, Why } from './calc-parts.tsx'
import type { Tried } from './calc-sheet.tsx'
import type { Habits } from './set-fields.ts'

type Props = {
  tried: Pick<Tried, 'loadG' | 'reps' | 'rir2'>
  habits: Habits
  /** Said before how it was found. */
  lead?: readonly string[]
}

/** The estimate, its range, the formula with its figures, and what it can't say. */
export function CalcE1rm({ tried, habits, lead = [] }: Props) {
  const t = useTranslations('calc.e1rm')
  const why = explainE1rm(tried.loadG, tried.reps, tried.rir2)
  if (why.by === null) return <Answer value="–" text={t(`lacks.${why.lacks}`)} />
  const tenth = new Intl.NumberFormat(habits.locale, { maximumFractionDigits: 1 })
  const show = (grams: number) => `${tenth.format(loadIn(grams, habits.loadUnit))}\u00a0${habits.loadUnit}`
  const percent = new Intl.NumberFormat(habits.locale, { style: 'percent', maximumFractionDigits: 1 })
  return (
    <>
      <Answer
        value={show(why.g)}
        text={why.by === 'single' ? t('lifted') : t('range', { low: show(why.lowG), high: show(why.highG) })}
      />
      <Why
        lines={[
          ...lead,
          t(`by.${why.by}`, {
            load: show(tried.loadG ?? 0),
            reps: tried.reps ?? 0,
            share: percent.format(why.tenths / 1000),
          }),
          t(`sure.${why.confidence}`),
          t('limits'),
        ]}
      />
    </>
  )
}
