'use client'
/** What an athlete shares of their body, to look at: measurements by one grant, pictures by another. */
import { useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import type { LoadUnit } from '../../../../shared/units.ts'
import { ChartFrame } from '../../../../ui/charts/chart-frame.tsx'
import { LineChart } from '../../../../ui/charts/line-chart.tsx'
import { cx } from '../../../../ui/cx.ts'
import { Notice } from '../../../../ui/notice.tsx'
import { PartHead } from '../../../../ui/portal-parts.tsx'
import { showDay } from '../../../../ui/show-day.ts'
import type { Measurement, ProgressPhoto } from '../../model/body.ts'
import { formatChange, formatMeasure, measureIn, unitsOf } from '../../rules/body-figures.ts'
import { standings } from '../../rules/latest-measures.ts'
import { type TrendPoint, weeklyRateG, weightNear, weightTrend } from '../../rules/weight-trend.ts'
import { usePictures, useSharedBody } from './use-body.ts'

type Athlete = { id: string; name: string; loadUnit: LoadUnit; distanceUnit: 'km' | 'mi' }

export function BodyPanel({ athlete }: { athlete: Athlete }) {
  const t = useTranslations('bodyPanel')
  const { data, error } = useSharedBody(athlete.id)
  const { name } = athlete
  if (!data) {
    return (
      <div className="p-6">
        {error && (
          <Notice tone="bad" urgent>
            {error.message}
          </Notice>
        )}
      </div>
    )
  }
  const { measurements, photos } = data
  const trend = weightTrend((measurements ?? []).filter(({ kind }) => kind === 'weight'))
  return (
    <div className="grid gap-8 px-6 py-4.5">
      <section aria-label={t('measurements')} className="min-w-0">
        <PartHead title={t('measurements')} />
        {measurements === null ? (
          <p className="text-ink-2">{t('measurementsNotShared', { name })}</p>
        ) : measurements.length === 0 ? (
          <p className="text-ink-2">{t('noMeasurements')}</p>
        ) : (
          <Measurements {...{ athlete, measurements, trend }} />
        )}
      </section>
      <section aria-label={t('photos')} className="min-w-0">
        <PartHead title={t('photos')} />
        {photos === null ? (
          <p className="text-ink-2">{t('photosNotShared', { name })}</p>
        ) : photos.length === 0 ? (
          <p className="text-ink-2">{t('noPhotos')}</p>
        ) : (
          <Photos {...{ athlete, photos, trend }} />
        )}
      </section>
    </div>
  )
}

function Measurements({
  athlete,
  measurements,
  trend,
}: {
  athlete: Athlete
  measurements: readonly Measurement[]
  trend: readonly TrendPoint[]
}) {
  const t = useTranslations('bodyPanel')
  const locale = useLocale()
  const units = unitsOf(athlete)
  const rate = weeklyRateG(trend)
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 })
  const show = (value: number) => formatMeasure(value, 'weight', units, locale)
  const line = (of: (point: TrendPoint) => number) =>
    trend.map((point) => ({ x: point.localDay, y: measureIn(of(point), 'weight', units) }))
  return (
    <div className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
      {trend.length > 0 && (
        <ChartFrame
          title={t('weight')}
          detail={units.load}
          headline={rate !== null && t('rate', { rate: formatChange(rate, 'weight', units, locale) })}
          words={{ showTable: t('showTable'), showChart: t('showChart') }}
          table={{
            head: [t('day'), t('weight'), t('trend')],
            rows: trend
              .toReversed()
              .map(({ localDay, weightG, trendG }) => [showDay(localDay, 'year', locale), show(weightG), show(trendG)]),
          }}
        >
          <LineChart
            label={t('weightLabel', { n: trend.length })}
            series={[
              { label: t('weight'), colour: 2, points: line(({ weightG }) => weightG), dots: true },
              { label: t('trend'), colour: 1, points: line(({ trendG }) => trendG) },
            ]}
            formatX={(x) => showDay(x, 'monthYear', locale)}
            formatY={(y) => number.format(y)}
          />
        </ChartFrame>
      )}
      <table className="num h-fit w-full text-left">
        <thead>
          <tr>
            {[t('measure'), t('latest'), t('change'), t('day')].map((head) => (
              <th key={head} scope="col" className="caps py-1.5 pr-3">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {standings(measurements).map(({ kind, latest, change, since }) => (
            <tr key={kind} className="border-line border-t">
              <th scope="row" className="py-1.5 pr-3 font-medium">
                {t(`is.${kind}`)}
              </th>
              <td className="py-1.5 pr-3 font-bold">{formatMeasure(latest.value, kind, units, locale)}</td>
              <td className="py-1.5 pr-3 text-ink-2">
                {change !== null &&
                  since !== null &&
                  t('since', {
                    change: formatChange(change, kind, units, locale),
                    day: showDay(since, 'year', locale),
                  })}
              </td>
              <td className="py-1.5 text-ink-2">{showDay(latest.localDay, 'year', locale)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Small ones to choose from; those that are chosen stand large and side by side, the older one first. */
function Photos({
  athlete,
  photos,
  trend,
}: {
  athlete: Athlete
  photos: readonly ProgressPhoto[]
  trend: readonly TrendPoint[]
}) {
  const t = useTranslations('bodyPanel')
  const locale = useLocale()
  const units = unitsOf(athlete)
  const [chosen, setChosen] = useState<readonly string[]>([])
  const large = photos.filter(({ id }) => chosen.includes(id)).toReversed()
  const small = usePictures(
    athlete.id,
    photos.map(({ id }) => id),
    360,
  )
  const full = usePictures(
    athlete.id,
    large.map(({ id }) => id),
    1600,
  )
  const poses = { front: t('pose.front'), side: t('pose.side'), back: t('pose.back') }
  const facts = ({ localDay, pose }: ProgressPhoto) => {
    const weight = weightNear(trend, localDay)
    return [pose && poses[pose], weight && formatMeasure(weight.weightG, 'weight', units, locale)]
      .filter(Boolean)
      .join(' · ')
  }
  const toggle = (id: string) =>
    setChosen((now) => (now.includes(id) ? now.filter((one) => one !== id) : [...now, id].slice(-2)))
  return (
    <>
      {large.length > 0 && (
        <div className="mb-4 grid max-w-4xl grid-cols-2 gap-4">
          {large.map((photo) => {
            const day = showDay(photo.localDay, 'year', locale)
            return (
              <figure key={photo.id} className="m-0">
                <img
                  src={full.get(photo.id) ?? small.get(photo.id) ?? undefined}
                  alt={t('photoOf', { day })}
                  className="aspect-[3/4] w-full rounded-2 bg-raised object-contain"
                />
                <figcaption className="num pt-1.5">
                  <span className="font-bold">{day}</span> <span className="text-ink-2">{facts(photo)}</span>
                </figcaption>
              </figure>
            )
          })}
        </div>
      )}
      {photos.length > 1 && <p className="mb-2 text-ink-2 text-sm">{t('pick')}</p>}
      <ul aria-label={t('photos')} className="grid grid-cols-[repeat(auto-fill,minmax(8rem,1fr))] gap-3">
        {photos.map((photo) => {
          const day = showDay(photo.localDay, 'year', locale)
          const url = small.get(photo.id)
          const isChosen = chosen.includes(photo.id)
          return (
            <li key={photo.id}>
              <button
                type="button"
                aria-pressed={isChosen}
                aria-label={t('open', { day })}
                onClick={() => toggle(photo.id)}
                className={cx(
                  'block aspect-[3/4] w-full overflow-hidden rounded-1 bg-raised text-ink-2 text-sm',
                  isChosen && 'shadow-[0_0_0_3px_var(--accent)]',
                )}
              >
                {url && <img src={url} alt="" loading="lazy" className="size-full object-cover" />}
                {url === null && t('notSent')}
              </button>
              <p className="num pt-1 text-sm leading-tight">
                <span className="block font-medium">{day}</span>
                <span className="block text-ink-2">{facts(photo)}</span>
              </p>
            </li>
          )
        })}
      </ul>
    </>
  )
}
