'use client'
/** Two pictures side by side, any two: at first the oldest and the newest of the pose that was taken last. */
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { cx } from '../../../../ui/cx.ts'
import { Segmented } from '../../../../ui/segmented.tsx'
import { showDay } from '../../../../ui/show-day.ts'
import type { ProgressPhoto } from '../../model/body.ts'
import { formatChange, formatMeasure } from '../../rules/body-figures.ts'
import { pairOf } from '../../rules/photo-pair.ts'
import { type TrendPoint, weightNear } from '../../rules/weight-trend.ts'
import { BodyPhoto } from './body-photo.tsx'
import { useBodyUnits } from './use-body.ts'

const SIDES = ['before', 'after'] as const
type Side = (typeof SIDES)[number]

/** `photos`: newest first, two at least. */
export function BodyCompare({ photos, trend }: { photos: readonly ProgressPhoto[]; trend: readonly TrendPoint[] }) {
  const t = useTranslations('body.compare')
  const p = useTranslations('body.photo')
  const { units, locale } = useBodyUnits()
  const [chosen, setChosen] = useState<Partial<Record<Side, string>>>({})
  const [side, setSide] = useState<Side>('before')
  const pair = pairOf(photos, chosen)
  if (!pair) return null
  const dayOf = ({ localDay }: ProgressPhoto) => showDay(localDay, 'year', locale)
  const weightOf = ({ localDay }: ProgressPhoto) => weightNear(trend, localDay)?.weightG
  const [a, b] = [weightOf(pair.before), weightOf(pair.after)]
  return (
    <>
      <div className="grid grid-cols-2 gap-2">
        {SIDES.map((one) => {
          const photo = pair[one]
          const weight = weightOf(photo)
          return (
            <figure key={one} className="m-0 min-w-0">
              <div className="aspect-[3/4] overflow-hidden rounded-2">
                <BodyPhoto
                  key={photo.id}
                  id={photo.id}
                  size={1600}
                  fit="contain"
                  alt={t(one === 'before' ? 'beforeAlt' : 'afterAlt', { day: dayOf(photo) })}
                />
              </div>
              <figcaption className="num pt-1.5 leading-tight">
                <span className="block font-bold">{dayOf(photo)}</span>
                <span className="block text-ink-2 text-sm">
                  {weight === undefined ? t('noWeight') : formatMeasure(weight, 'weight', units, locale)}
                </span>
              </figcaption>
            </figure>
          )
        })}
      </div>
      <p className="num mt-3 text-center font-medium">
        {[
          t('days', { n: Math.abs(pair.after.localDay - pair.before.localDay) }),
          a !== undefined && b !== undefined && formatChange(b - a, 'weight', units, locale),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <div className="mt-4">
        <Segmented
          label={t('change')}
          value={side}
          onChange={setSide}
          options={SIDES.map((value) => ({ value, label: t(value === 'before' ? 'before' : 'after') }))}
        />
      </div>
      <ul
        aria-label={t(side === 'before' ? 'choose.before' : 'choose.after')}
        className="mt-3 grid grid-cols-4 gap-1.5"
      >
        {photos.map((photo) => (
          <li key={photo.id}>
            <button
              type="button"
              aria-pressed={pair[side].id === photo.id}
              onClick={() => setChosen({ before: pair.before.id, after: pair.after.id, [side]: photo.id })}
              className={cx(
                'relative block aspect-[3/4] w-full overflow-hidden rounded-1 focus-visible:outline-[2.5px] focus-visible:outline-info',
                pair[side].id === photo.id && 'shadow-[0_0_0_3px_var(--accent)]',
              )}
            >
              <BodyPhoto id={photo.id} size={360} alt={p('alt', { day: dayOf(photo) })} />
              <span className="num absolute inset-x-0 bottom-0 bg-bg/85 py-0.5 text-center text-ink text-xs">
                {showDay(photo.localDay, 'short', locale)}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
