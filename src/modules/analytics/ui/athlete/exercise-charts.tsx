'use client'
/** What an exercise's figures became over time: the estimate of the best set by day, the volume by week. */
import { useMemo, useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { weekStartDay } from '../../../../shared/local-day.ts'
import { loadIn } from '../../../../shared/units.ts'
import { BarChart } from '../../../../ui/charts/bar-chart.tsx'
import { ChartFrame } from '../../../../ui/charts/chart-frame.tsx'
import { LineChart } from '../../../../ui/charts/line-chart.tsx'
import { Segmented } from '../../../../ui/segmented.tsx'
import { showDay } from '../../../../ui/show-day.ts'
import type { ExerciseDay } from '../../rules/day-figures.ts'
import { bestValue, type LeadFigure, leadFigureOf, leadValue } from '../../rules/lead-figure.ts'

const SPANS = { quarter: 91, year: 365, all: null } as const
type Span = keyof typeof SPANS

type Props = {
  /** Oldest first. */
  days: readonly ExerciseDay[]
  today: number
  weekStart: number
  unit: 'kg' | 'lb'
  distanceUnit: 'km' | 'mi'
}

export function ExerciseCharts({ days, today, weekStart, unit, distanceUnit }: Props) {
  const t = useTranslations('exercisePage')
  const [span, setSpan] = useState<Span>('year')
  const from = SPANS[span] === null ? null : today - SPANS[span]
  const shown = useMemo(() => days.filter(({ localDay }) => from === null || localDay >= from), [days, from])
  const lead = leadFigureOf(days)
  return (
    <div className="flex flex-col gap-6 pt-4">
      <Segmented
        label={t('span.label')}
        value={span}
        onChange={setSpan}
        options={(['quarter', 'year', 'all'] as const).map((value) => ({ value, label: t(`span.${value}`) }))}
      />
      {shown.length === 0 ? (
        <p className="text-ink-2">{t('nothingInSpan')}</p>
      ) : (
        <>
          <Lead days={shown} lead={lead} unit={unit} distanceUnit={distanceUnit} />
          <Volume days={shown} today={today} weekStart={weekStart} unit={unit} />
        </>
      )}
    </div>
  )
}

function Lead(props: { days: readonly ExerciseDay[]; lead: LeadFigure; unit: 'kg' | 'lb'; distanceUnit: 'km' | 'mi' }) {
  const { days, lead, unit, distanceUnit } = props
  const t = useTranslations('exercisePage')
  const locale = useLocale()
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: lead === 'durationMs' ? 0 : 1 })
  const shownUnit =
    lead === 'e1rmG'
      ? unit
      : lead === 'durationMs'
        ? t('unit.min')
        : lead === 'distanceM'
          ? distanceUnit
          : t('unit.reps')
  const scaled = (value: number) =>
    lead === 'e1rmG'
      ? loadIn(value, unit)
      : lead === 'durationMs'
        ? value / 60_000
        : lead === 'distanceM'
          ? value / (distanceUnit === 'km' ? 1000 : 1609.344)
          : value
  const points = days.flatMap((day) => {
    const value = leadValue(day, lead)
    return value === null ? [] : [{ x: day.localDay, y: scaled(value) }]
  })
  const best = bestValue(days, lead)
  if (points.length === 0) return null
  const text = (value: number) => `${number.format(value)}\u00a0${shownUnit}`
  return (
    <ChartFrame
      title={t(`lead.${lead}`)}
      detail={shownUnit}
      headline={best === null ? undefined : t('best', { value: text(scaled(best)) })}
      words={{ showTable: t('showTable'), showChart: t('showChart') }}
      table={{
        head: [t('day'), t(`lead.${lead}`)],
        rows: points.toReversed().map(({ x, y }) => [showDay(x, 'year', locale), text(y)]),
      }}
    >
      <LineChart
        label={t('leadLabel', { figure: t(`lead.${lead}`), n: points.length })}
        series={[{ label: t(`lead.${lead}`), colour: 1, points }]}
        formatX={(x) => showDay(x, 'monthYear', locale)}
        formatY={(y) => number.format(y)}
      />
    </ChartFrame>
  )
}

const MOST_BARS = 26

function Volume(props: { days: readonly ExerciseDay[]; today: number; weekStart: number; unit: 'kg' | 'lb' }) {
  const { days, today, weekStart, unit } = props
  const t = useTranslations('exercisePage')
  const locale = useLocale()
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 })
  const compact = new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 })
  const hasLoad = days.some(({ tonnageG }) => tonnageG > 0)
  const figureOf = (day: ExerciseDay) => (hasLoad ? loadIn(day.tonnageG, unit) : day.sets)
  const weeks = new Map<number, number>()
  for (const day of days) {
    const week = weekStartDay(day.localDay, weekStart)
    weeks.set(week, (weeks.get(week) ?? 0) + figureOf(day))
  }
  const current = weekStartDay(today, weekStart)
  const first = Math.max(Math.min(...weeks.keys()), current - (MOST_BARS - 1) * 7)
  const bars = []
  for (let week = first; week <= current; week += 7) {
    const label = showDay(week, 'short', locale)
    bars.push({ key: week, value: weeks.get(week) ?? 0, label, current: week === current })
  }
  const name = hasLoad ? t('volume') : t('sets')
  return (
    <ChartFrame
      title={name}
      detail={hasLoad ? t('volumeDetail', { unit }) : t('setsDetail')}
      words={{ showTable: t('showTable'), showChart: t('showChart') }}
      table={{
        head: [t('week'), name],
        rows: [...weeks]
          .toSorted(([a], [b]) => b - a)
          .map(([week, value]) => [
            showDay(week, 'year', locale),
            `${number.format(value)} ${hasLoad ? unit : ''}`.trim(),
          ]),
      }}
    >
      <BarChart label={t('volumeLabel', { name, n: bars.length })} bars={bars} formatY={(y) => compact.format(y)} />
    </ChartFrame>
  )
}
