'use client'
/** The body: weight with its trend, what else is measured, pictures of progress. Below it one measure, and two pictures. */
import { ChevronRight, Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Redirect, useLocation } from 'wouter'
import type { Span } from '../../modules/analytics/rules/chart-spans.ts'
import { SpanChoice } from '../../modules/analytics/ui/athlete/figure-charts.tsx'
import { DAILY, isDaily, MEASURES, type Measure, type Measurement } from '../../modules/workouts/model/body.ts'
import { formatChange, formatMeasure, formatRough } from '../../modules/workouts/rules/body-figures.ts'
import { latestOf, standings, weekMean } from '../../modules/workouts/rules/latest-measures.ts'
import { weeklyRateG, weightTrend } from '../../modules/workouts/rules/weight-trend.ts'
import { BodyCompare } from '../../modules/workouts/ui/athlete/body-compare.tsx'
import { BodyLogSheet } from '../../modules/workouts/ui/athlete/body-log-sheet.tsx'
import { BodyPhotoSheet, type PhotoOpen } from '../../modules/workouts/ui/athlete/body-photo-sheet.tsx'
import { BodyPhotos } from '../../modules/workouts/ui/athlete/body-photos.tsx'
import { type Body, useBody, useBodyUnits } from '../../modules/workouts/ui/athlete/use-body.ts'
import { Button } from '../../ui/button.tsx'
import { ListRow } from '../../ui/list-row.tsx'
import { Section } from '../../ui/section.tsx'
import { showDay, showDayNear, showTime } from '../../ui/show-day.ts'
import { address } from './addresses.ts'
import { BodyChart } from './body-chart.tsx'
import { Page } from './page.tsx'
import { saveFile } from './save-file.ts'
import { type Athlete, useAthlete } from './use-athlete.ts'

/** Below that of progress. */
export const BODY = `${address.progress}/body`
const COMPARE = 'compare'

export function BodyScreen({ what }: { what: string }) {
  const t = useTranslations('body')
  const athlete = useAthlete()
  const body = useBody()
  const kind = [...MEASURES, ...DAILY].find((one) => one === what)
  if (!body || athlete.today === 0) {
    return (
      <Page title={t('title')} back={address.progress} ready={false}>
        {null}
      </Page>
    )
  }
  if (kind) return <MeasurePage kind={kind} body={body} athlete={athlete} />
  if (what === COMPARE && body.photos.length > 1) {
    return (
      <Page title={t('compare.title')} back={BODY}>
        <div className="pt-2">
          <BodyCompare photos={body.photos} trend={body.trend} />
        </div>
      </Page>
    )
  }
  return what === '' ? <Whole body={body} athlete={athlete} /> : <Redirect to={BODY} replace />
}

function Whole({ body, athlete }: { body: Body; athlete: Athlete }) {
  const t = useTranslations('body')
  const [, navigate] = useLocation()
  const { today, zone } = athlete
  const [isLogging, setLogging] = useState(false)
  const [photo, setPhoto] = useState<PhotoOpen | null>(null)
  return (
    <Page title={t('title')} back={address.progress} dock={<LogButton onClick={() => setLogging(true)} />}>
      <Weight body={body} today={today} />
      <Standings all={body.measurements} today={today} />
      <Days all={body.measurements} today={today} />
      <Section title={t('photo.title')} aside={t('photo.onlyYou')}>
        <BodyPhotos
          photos={body.photos}
          trend={body.trend}
          onOpen={setPhoto}
          onCompare={() => navigate(`${BODY}/${COMPARE}`)}
        />
      </Section>
      <BodyLogSheet open={isLogging} onClose={() => setLogging(false)} all={body.measurements} {...{ today, zone }} />
      <BodyPhotoSheet
        open={photo}
        onClose={() => setPhoto(null)}
        onSaveFile={(name, file) => void saveFile(name, file, file.type)}
        trend={body.trend}
        {...{ today, zone }}
      />
    </Page>
  )
}

function LogButton({ onClick }: { onClick: () => void }) {
  const t = useTranslations('body')
  return (
    <Button tone="primary" size="large" wide icon={<Plus size={20} aria-hidden />} onClick={onClick}>
      {t('log')}
    </Button>
  )
}

function Weight({ body: { trend }, today }: { body: Body; today: number }) {
  const t = useTranslations('body')
  const { units, locale } = useBodyUnits()
  const [, navigate] = useLocation()
  const [span, setSpan] = useState<Span>('quarter')
  const last = trend.at(-1)
  if (!last) return <p className="pt-3 text-ink-2">{t('noWeight')}</p>
  const rate = weeklyRateG(trend)
  return (
    <section aria-label={t('is.weight')} className="pt-2">
      <div className="mb-4 flex flex-wrap items-end justify-between gap-x-6 gap-y-2">
        <div>
          <p className="text-ink-2 text-sm">{t('trend')}</p>
          <p className="num font-bold text-2xl tracking-tight">{formatRough(last.trendG, 'weight', units, locale)}</p>
        </div>
        <div className="num text-right">
          <p className="font-medium">
            {rate === null ? t('rateLater') : t('rate', { rate: formatChange(rate, 'weight', units, locale) })}
          </p>
          <p className="text-ink-2 text-sm">
            {t('last', {
              weight: formatMeasure(last.weightG, 'weight', units, locale),
              day: showDayNear(last.localDay, today, locale),
            })}
          </p>
        </div>
      </div>
      <SpanChoice value={span} onChange={setSpan} />
      <div className="mt-4">
        <BodyChart
          kind="weight"
          points={trend.map(({ localDay, weightG, trendG }) => ({ localDay, value: weightG, trend: trendG }))}
          {...{ span, today, units, locale }}
        />
      </div>
      <p className="text-ink-2 text-sm">{t('trendHint')}</p>
      <ListRow
        title={t('allWeights')}
        trail={<ChevronRight size={18} aria-hidden />}
        onClick={() => navigate(`${BODY}/weight`)}
      />
    </section>
  )
}

function Standings({ all, today }: { all: readonly Measurement[]; today: number }) {
  const t = useTranslations('body')
  const { units, locale } = useBodyUnits()
  const [, navigate] = useLocation()
  const found = standings(all).filter(({ kind }) => kind !== 'weight' && !isDaily(kind))
  return (
    <Section title={t('measurements')}>
      {found.length === 0 && <p className="text-ink-2">{t('noMeasurements')}</p>}
      {found.map(({ kind, latest, change, since }) => (
        <ListRow
          key={kind}
          title={t(`is.${kind}`)}
          detail={
            change === null || since === null
              ? showDayNear(latest.localDay, today, locale)
              : t('since', {
                  change: formatChange(change, kind, units, locale),
                  day: showDayNear(since, today, locale),
                })
          }
          trail={<span className="font-bold text-ink">{formatMeasure(latest.value, kind, units, locale)}</span>}
          onClick={() => navigate(`${BODY}/${kind}`)}
        />
      ))}
    </Section>
  )
}

/** Sleep and food: of single days little can be said, so each tells its week. */
function Days({ all, today }: { all: readonly Measurement[]; today: number }) {
  const t = useTranslations('body')
  const { units, locale } = useBodyUnits()
  const [, navigate] = useLocation()
  const rows = DAILY.flatMap((kind) => {
    const latest = latestOf(all, kind)
    return latest ? [{ kind, latest, mean: weekMean(all, kind, today) }] : []
  })
  return (
    <Section title={t('days')}>
      {rows.length === 0 && <p className="text-ink-2">{t('noDays')}</p>}
      {rows.map(({ kind, latest, mean }) => (
        <ListRow
          key={kind}
          title={t(`is.${kind}`)}
          detail={
            mean === null
              ? showDayNear(latest.localDay, today, locale)
              : t('weekMean', {
                  mean: formatMeasure(mean, kind, units, locale),
                  day: showDayNear(latest.localDay, today, locale),
                })
          }
          trail={<span className="font-bold text-ink">{formatMeasure(latest.value, kind, units, locale)}</span>}
          onClick={() => navigate(`${BODY}/${kind}`)}
        />
      ))}
    </Section>
  )
}

function MeasurePage({ kind, body, athlete }: { kind: Measure; body: Body; athlete: Athlete }) {
  const t = useTranslations('body')
  const { units, locale } = useBodyUnits()
  const { today, zone } = athlete
  const [span, setSpan] = useState<Span>('year')
  const [isLogging, setLogging] = useState(false)
  const [editing, setEditing] = useState<Measurement | null>(null)
  const own = body.measurements.filter((one) => one.kind === kind)
  const points =
    kind === 'weight' || isDaily(kind)
      ? weightTrend(own).map(({ localDay, weightG, trendG }) => ({ localDay, value: weightG, trend: trendG }))
      : own.map(({ localDay, value }) => ({ localDay, value }))
  const close = () => {
    setLogging(false)
    setEditing(null)
  }
  return (
    <Page title={t(`is.${kind}`)} back={BODY} dock={<LogButton onClick={() => setLogging(true)} />}>
      {own.length === 0 ? (
        <p className="pt-3 text-ink-2">{t('noneOfThese')}</p>
      ) : (
        <>
          <div className="pt-2 pb-4">
            <SpanChoice value={span} onChange={setSpan} />
          </div>
          <BodyChart {...{ kind, points, span, today, units, locale }} />
          <Section title={t('entries')}>
            {own.toReversed().map((one) => (
              <ListRow
                key={one.id}
                title={formatMeasure(one.value, kind, units, locale)}
                detail={`${showDay(one.localDay, 'year', locale)}, ${showTime(one.at, zone, locale)}`}
                onClick={() => setEditing(one)}
              />
            ))}
          </Section>
        </>
      )}
      <BodyLogSheet
        key={editing?.id ?? kind}
        open={isLogging || editing !== null}
        onClose={close}
        all={own}
        editing={editing}
        only={kind}
        {...{ today, zone }}
      />
    </Page>
  )
}
