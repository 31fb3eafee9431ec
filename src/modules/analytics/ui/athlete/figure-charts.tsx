'use client'
/** The two charts that figures over time are drawn with: a line by day, bars by week or longer, a table behind each. */
import { useLocale, useTranslations } from 'use-intl'
import { civilOf } from '../../../../shared/local-day.ts'
import { BarChart } from '../../../../ui/charts/bar-chart.tsx'
import { ChartFrame } from '../../../../ui/charts/chart-frame.tsx'
import { LineChart } from '../../../../ui/charts/line-chart.tsx'
import { Segmented } from '../../../../ui/segmented.tsx'
import { showDay } from '../../../../ui/show-day.ts'
import { SPAN_NAMES, type Span } from '../../rules/chart-spans.ts'
import { type Grain, type VolumeRange, volumeBars } from '../../rules/volume-bars.ts'

export function SpanChoice({ value, onChange }: { value: Span; onChange: (span: Span) => void }) {
  const t = useTranslations('exercisePage')
  const options = SPAN_NAMES.map((span) => ({ value: span, label: t(`span.${span}`) }))
  return <Segmented label={t('span.label')} value={value} onChange={onChange} options={options} />
}

type LineProps = {
  title: string
  unit: string
  colour?: 1 | 2 | 3 | 4 | 5
  points: readonly { x: number; y: number }[]
  headline?: string
  digits?: number
}

export function DayLine({ title, unit, colour = 1, points, headline, digits = 1 }: LineProps) {
  const t = useTranslations('exercisePage')
  const locale = useLocale()
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: digits })
  if (points.length === 0) return null
  return (
    <ChartFrame
      title={title}
      detail={unit}
      headline={headline}
      words={{ showTable: t('showTable'), showChart: t('showChart') }}
      table={{
        head: [t('day'), title],
        rows: points.toReversed().map(({ x, y }) => [showDay(x, 'year', locale), `${number.format(y)}\u00a0${unit}`]),
      }}
    >
      <LineChart
        label={t('leadLabel', { figure: title, n: points.length })}
        series={[{ label: title, colour, points }]}
        formatX={(x) => showDay(x, 'monthYear', locale)}
        formatY={(y) => number.format(y)}
      />
    </ChartFrame>
  )
}

type BarsProps<D> = {
  title: string
  /** Before "a week": the unit, where there is one. */
  unit?: string
  days: readonly D[]
  figureOf: (day: D) => number
  /** From what is summed to what is shown. */
  shownOf?: (value: number) => number
  range: VolumeRange
  digits?: number
}

export function PeriodBars<D extends { localDay: number }>(props: BarsProps<D>) {
  const { title, unit, days, figureOf, shownOf = (value) => value, range, digits = 0 } = props
  const t = useTranslations('exercisePage')
  const locale = useLocale()
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: digits })
  const compact = new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 })
  const { grain, bars } = volumeBars(days, figureOf, range)
  const shown = bars.map(({ from, value }) => ({ from, value: shownOf(value) }))
  return (
    <ChartFrame
      title={title}
      detail={unit ? t('volumeDetail', { unit, grain }) : t('setsDetail', { grain })}
      words={{ showTable: t('showTable'), showChart: t('showChart') }}
      table={{
        head: [t('period', { grain }), title],
        rows: shown
          .filter(({ value }) => value > 0)
          .toReversed()
          .map(({ from, value }) => [
            periodText(grain, from, 'year', locale),
            `${number.format(value)} ${unit ?? ''}`.trim(),
          ]),
      }}
    >
      <BarChart
        label={t('volumeLabel', { name: title, grain, n: bars.length })}
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
