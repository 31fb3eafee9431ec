'use client'
/** The load of rated sessions: seven days beside twenty-eight, without a verdict. */
import { useLocale, useTranslations } from 'use-intl'
import { BarChart } from '../../../../ui/charts/bar-chart.tsx'
import { ChartFrame } from '../../../../ui/charts/chart-frame.tsx'
import { Figure } from '../../../../ui/section.tsx'
import { showDay } from '../../../../ui/show-day.ts'
import { DAYS_NEEDED, type TrainingLoad } from '../../rules/session-load.ts'

/** Null: there are not enough days yet. */
export function LoadSection({ load }: { load: TrainingLoad | null }) {
  const t = useTranslations('sessionLoad')
  const locale = useLocale()
  const number = new Intl.NumberFormat(locale)
  const signed = new Intl.NumberFormat(locale, { signDisplay: 'exceptZero' })
  if (!load) return <p className="text-ink-2 text-sm">{t('notYet', { n: DAYS_NEEDED })}</p>
  const { days, week, usualWeek, changePercent, monotonyTenths, strain, unrated } = load
  return (
    <>
      <div className="flex flex-wrap gap-x-8 gap-y-3">
        <Figure value={number.format(week)} label={t('week')} />
        <Figure value={number.format(usualWeek)} label={t('usual')} />
        <Figure
          value={changePercent === null ? t('none') : `${signed.format(changePercent)}\u00a0%`}
          label={t('change')}
        />
        <Figure
          value={monotonyTenths === null ? t('none') : number.format(monotonyTenths / 10)}
          label={t('monotony')}
        />
        <Figure value={strain === null ? t('none') : number.format(strain)} label={t('strain')} />
      </div>
      <div className="mt-4">
        <ChartFrame
          title={t('byDay')}
          detail={t('byDayDetail')}
          words={{ showTable: t('showTable'), showChart: t('showChart') }}
          table={{
            head: [t('day'), t('load')],
            rows: days.toReversed().map(({ day, load: own }) => [showDay(day, 'year', locale), number.format(own)]),
          }}
        >
          <BarChart
            label={t('chartLabel')}
            formatY={(y) => number.format(y)}
            bars={days.map(({ day, load: own }, i) => ({
              ...{ key: day, value: own, label: showDay(day, 'short', locale), current: i === days.length - 1 },
            }))}
          />
        </ChartFrame>
      </div>
      <p className="text-ink-2 text-sm">
        {[t('how'), unrated > 0 && t('unrated', { n: unrated })].filter(Boolean).join(' ')}
      </p>
    </>
  )
}
