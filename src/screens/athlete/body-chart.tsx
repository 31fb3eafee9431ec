'use client'
/** A measure over time: what was measured as dots; of the weight the trend as a line through them. */
import { useTranslations } from 'use-intl'
import { firstDayOf, type Span } from '../../modules/analytics/rules/chart-spans.ts'
import type { Measure } from '../../modules/workouts/model/body.ts'
import { type BodyUnits, formatMeasure, measureIn, unitOf } from '../../modules/workouts/rules/body-figures.ts'
import { ChartFrame } from '../../ui/charts/chart-frame.tsx'
import { LineChart } from '../../ui/charts/line-chart.tsx'
import { showDay } from '../../ui/show-day.ts'

export type BodyPoint = { localDay: number; value: number; trend?: number }

type Props = {
  kind: Measure
  /** Oldest first. */
  points: readonly BodyPoint[]
  span: Span
  today: number
  units: BodyUnits
  locale: string
}

export function BodyChart({ kind, points, span, today, units, locale }: Props) {
  const t = useTranslations('body')
  const from = firstDayOf(span, today)
  const shown = points.filter(({ localDay }) => from === null || localDay >= from)
  const name = t(`is.${kind}`)
  if (shown.length === 0) return <p className="py-4 text-ink-2">{t('nothingInSpan')}</p>
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 })
  const xy = (value: number, localDay: number) => ({ x: localDay, y: measureIn(value, kind, units) })
  const dots = shown.map(({ value, localDay }) => xy(value, localDay))
  const trend = shown.flatMap(({ trend: g, localDay }) => (g === undefined ? [] : [xy(g, localDay)]))
  const hasTrend = trend.length > 0
  return (
    <ChartFrame
      title={name}
      detail={unitOf(kind, units)}
      words={{ showTable: t('showTable'), showChart: t('showChart') }}
      table={{
        head: hasTrend ? [t('day'), name, t('trend')] : [t('day'), name],
        rows: shown
          .toReversed()
          .map(({ localDay, value, trend: g }) => [
            showDay(localDay, 'year', locale),
            formatMeasure(value, kind, units, locale),
            ...(g === undefined ? [] : [formatMeasure(g, kind, units, locale)]),
          ]),
      }}
    >
      <LineChart
        label={t(hasTrend ? 'chartLabelTrend' : 'chartLabel', { name, n: shown.length })}
        series={
          hasTrend
            ? [
                { label: name, colour: 2, points: dots, dots: true },
                { label: t('trend'), colour: 1, points: trend },
              ]
            : [{ label: name, colour: 1, points: dots }]
        }
        formatX={(x) => showDay(x, from === null || span === 'year' ? 'monthYear' : 'short', locale)}
        formatY={(y) => number.format(y)}
      />
    </ChartFrame>
  )
}
