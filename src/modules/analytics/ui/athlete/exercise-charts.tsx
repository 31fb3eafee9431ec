'use client'
/** What an exercise's figures became over time: the estimate of the best set by day, the volume by week or month. */
import { useMemo, useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { civilOf } from '../../../../shared/local-day.ts'
import { loadIn } from '../../../../shared/units.ts'
import { BarChart } from '../../../../ui/charts/bar-chart.tsx'
import { ChartFrame } from '../../../../ui/charts/chart-frame.tsx'
import { LineChart } from '../../../../ui/charts/line-chart.tsx'
import { Segmented } from '../../../../ui/segmented.tsx'
import { showDay } from '../../../../ui/show-day.ts'
import type { ExerciseDay } from '../../rules/day-figures.ts'
import { bestValue, type LeadFigure, leadFigureOf, leadValue } from '../../rules/lead-figure.ts'
import { type Grain, volumeBars } from '../../rules/volume-bars.ts'

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
          <Volume days={days} range={{ from, today, weekStart }} unit={unit} />
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

function Volume(props: {
  days: readonly ExerciseDay[]
  range: { from: number | null; today: number; weekStart: number }
  unit: 'kg' | 'lb'
}) {
  const { days, range, unit } = props
  const t = useTranslations('exercisePage')
  const locale = useLocale()
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 })
  const compact = new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 })
  const loaded = volumeBars(days, ({ tonnageG }) => tonnageG, range)
  const hasLoad = loaded.bars.some(({ value }) => value > 0)
  const { grain, bars } = hasLoad ? loaded : volumeBars(days, ({ sets }) => sets, range)
  const shown = bars.map(({ from, value }) => ({ from, value: hasLoad ? loadIn(value, unit) : value }))
  const name = hasLoad ? t('volume') : t('sets')
  return (
    <ChartFrame
      title={name}
      detail={hasLoad ? t('volumeDetail', { unit, grain }) : t('setsDetail', { grain })}
      words={{ showTable: t('showTable'), showChart: t('showChart') }}
      table={{
        head: [t('period', { grain }), name],
        rows: shown
          .filter(({ value }) => value > 0)
          .toReversed()
          .map(({ from, value }) => [
            periodText(grain, from, 'year', locale),
            `${number.format(value)} ${hasLoad ? unit : ''}`.trim(),
          ]),
      }}
    >
      <BarChart
        label={t('volumeLabel', { name, grain, n: bars.length })}
        bars={shown.map(({ from, value }, i) => ({
          key: from,
          value,
          label: periodText(grain, from, 'short', locale),
          current: i === shown.length - 1,
        }))}
        formatY={(y) => compact.format(y)}
      />
    </ChartFrame>
  )
}

/** A week by its first day, a quarter by its first month. */
function periodText(grain: Grain, from: number, week: 'short' | 'year', locale: string): string {
  if (grain === 'week') return showDay(from, week, locale)
  if (grain === 'year') return new Intl.NumberFormat(locale, { useGrouping: false }).format(civilOf(from).year)
  return showDay(from, 'monthYear', locale)
}
