'use client'
/** One small chart a lift: different lifts on one axis would say nothing about either. */
import { useLocale, useTranslations } from 'use-intl'
import { Link } from 'wouter'
import { loadIn } from '../../../../shared/units.ts'
import { LineChart } from '../../../../ui/charts/line-chart.tsx'
import { cx } from '../../../../ui/cx.ts'
import { showDay } from '../../../../ui/show-day.ts'
import type { ExerciseDay } from '../../rules/day-figures.ts'

type Props = {
  lifts: readonly { exerciseId: string; days: readonly ExerciseDay[] }[]
  nameOf: (id: string) => string
  hrefOf: (id: string) => string
  unit: 'kg' | 'lb'
}

export function LiftTrends({ lifts, nameOf, hrefOf, unit }: Props) {
  const t = useTranslations('progress')
  const locale = useLocale()
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 })
  const signed = new Intl.NumberFormat(locale, { maximumFractionDigits: 1, signDisplay: 'exceptZero' })
  return (
    <ul className="flex flex-col gap-5">
      {lifts.map(({ exerciseId, days }) => {
        const points = days.map(({ localDay, e1rmG }) => ({ x: localDay, y: loadIn(e1rmG ?? 0, unit) }))
        const change = (points.at(-1)?.y ?? 0) - (points[0]?.y ?? 0)
        const name = nameOf(exerciseId)
        return (
          <li key={exerciseId}>
            <Link
              href={hrefOf(exerciseId)}
              className="-mx-2 flex min-h-12 items-center gap-3 rounded-1 px-2 active:bg-pressed"
            >
              <span className="min-w-0 flex-1 truncate font-semibold">{name}</span>
              <span className="num shrink-0 font-bold">
                {number.format(points.at(-1)?.y ?? 0)}&nbsp;{unit}
              </span>
              <span className={cx('num shrink-0', change > 0.05 ? 'text-good-num' : 'text-ink-2')}>
                {signed.format(change)}
              </span>
            </Link>
            <LineChart
              label={t('trendLabel', {
                name,
                from: number.format(points[0]?.y ?? 0),
                to: number.format(points.at(-1)?.y ?? 0),
                unit,
              })}
              height={104}
              ends={false}
              series={[{ label: name, colour: 2, points }]}
              formatX={(x) => showDay(x, 'short', locale)}
              formatY={(y) => number.format(y)}
            />
          </li>
        )
      })}
    </ul>
  )
}
