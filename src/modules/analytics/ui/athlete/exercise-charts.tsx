'use client'
/** What an exercise's figures became over time: how strong, how much, how heavy and how often. */
import { useMemo, useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { loadIn } from '../../../../shared/units.ts'
import { countedOf } from '../../../exercises/model.ts'
import type { ExerciseFacts } from '../../../workouts/rules/load.ts'
import { firstDayOf, type Span } from '../../rules/chart-spans.ts'
import type { ExerciseDay } from '../../rules/day-figures.ts'
import { bestValue, type LeadFigure, leadFigureOf, leadValue } from '../../rules/lead-figure.ts'
import { intensityTenths } from '../../rules/muscle-series.ts'
import { DayLine, PeriodBars, SpanChoice } from './figure-charts.tsx'

type Units = { unit: 'kg' | 'lb'; distanceUnit: 'km' | 'mi' }
type Props = Units & {
  /** Oldest first. */
  days: readonly ExerciseDay[]
  facts: ExerciseFacts
  today: number
  weekStart: number
}

export function ExerciseCharts({ days, facts, today, weekStart, unit, distanceUnit }: Props) {
  const t = useTranslations('exercisePage')
  const [span, setSpan] = useState<Span>('year')
  const from = firstDayOf(span, today)
  const shown = useMemo(() => days.filter(({ localDay }) => from === null || localDay >= from), [days, from])
  const range = { from, today, weekStart }
  const heavy = shown.flatMap((day) => {
    const tenths = intensityTenths(day, facts)
    return tenths === null ? [] : [{ x: day.localDay, y: tenths / 10 }]
  })
  const hasLoad = shown.some(({ tonnageG }) => tonnageG > 0)
  return (
    <div className="flex flex-col gap-6 pt-4">
      <SpanChoice value={span} onChange={setSpan} />
      {shown.length === 0 ? (
        <p className="text-ink-2">{t('nothingInSpan')}</p>
      ) : (
        <>
          <Lead days={shown} lead={leadFigureOf(days)} counted={countedOf(facts.measure)} {...{ unit, distanceUnit }} />
          {hasLoad ? (
            <PeriodBars
              {...{ days, range, unit }}
              title={t('volume')}
              figureOf={({ tonnageG }) => tonnageG}
              shownOf={(g) => loadIn(g, unit)}
            />
          ) : (
            <PeriodBars {...{ days, range }} title={t('sets')} figureOf={({ sets }) => sets} />
          )}
          <DayLine title={t('intensity')} unit={t('unit.ofMax')} colour={2} points={heavy} />
          <PeriodBars {...{ days, range }} title={t('frequency')} figureOf={() => 1} />
        </>
      )}
    </div>
  )
}

type LeadProps = Units & { days: readonly ExerciseDay[]; lead: LeadFigure; counted: ReturnType<typeof countedOf> }

function Lead({ days, lead, counted, unit, distanceUnit }: LeadProps) {
  const t = useTranslations('exercisePage')
  const u = useTranslations('workout.unit')
  const r = useTranslations('records.kind')
  const shown: Record<LeadFigure, [unit: string, scaled: (value: number) => number]> = {
    e1rmG: [unit, (value) => loadIn(value, unit)],
    durationMs: [t('unit.min'), (value) => value / 60_000],
    distanceM: [distanceUnit, (value) => value / (distanceUnit === 'km' ? 1000 : 1609.344)],
    bestReps: [counted ? u(counted) : t('unit.reps'), (value) => value],
  }
  const [shownUnit, scaled] = shown[lead]
  const points = days.flatMap((day) => {
    const value = leadValue(day, lead)
    return value === null ? [] : [{ x: day.localDay, y: scaled(value) }]
  })
  const best = bestValue(days, lead)
  const digits = lead === 'durationMs' ? 0 : 1
  const number = new Intl.NumberFormat(useLocale(), { maximumFractionDigits: digits })
  const headline = best === null ? undefined : t('best', { value: `${number.format(scaled(best))}\u00a0${shownUnit}` })
  const title = lead === 'bestReps' && counted ? r('most_counted') : t(`lead.${lead}`)
  return <DayLine title={title} unit={shownUnit} points={points} headline={headline} digits={digits} />
}
