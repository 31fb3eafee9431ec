'use client'
/** One part of the body over time: how many hard sets, how much, how heavy, how often. */
import { useCallback, useMemo, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Redirect } from 'wouter'
import { firstDayOf, type Span } from '../../modules/analytics/rules/chart-spans.ts'
import type { KeptHead } from '../../modules/analytics/rules/kept-figures.ts'
import { againstBand, bandsOf } from '../../modules/analytics/rules/muscle-bands.ts'
import { MUSCLE_GROUPS, type MuscleGroup, shownSets } from '../../modules/analytics/rules/muscle-groups.ts'
import { type GroupDay, groupDays } from '../../modules/analytics/rules/muscle-series.ts'
import { DayLine, PeriodBars, SpanChoice } from '../../modules/analytics/ui/athlete/figure-charts.tsx'
import { monthKey, weekStartDay } from '../../shared/local-day.ts'
import { loadIn } from '../../shared/units.ts'
import { address } from './addresses.ts'
import { Page } from './page.tsx'
import { PartOfHistory } from './part-of-history.tsx'
import { useAthlete } from './use-athlete.ts'
import { useFigures } from './use-figures.ts'

export function MusclePageScreen({ group }: { group: string }) {
  const known = MUSCLE_GROUPS.find((one) => one === group)
  return known ? <MusclePage group={known} /> : <Redirect to={address.progress} replace />
}

function MusclePage({ group }: { group: MuscleGroup }) {
  const t = useTranslations('musclePage')
  const m = useTranslations('muscles')
  const { today, profile, book, habits } = useAthlete()
  const { weekStart } = profile
  const [span, setSpan] = useState<Span>('quarter')
  const from = firstDayOf(span, today)
  // A week more: a bar at the span's start is a whole one.
  const monthsOf = useCallback(
    ({ months }: KeptHead) => Object.keys(months).filter((month) => from === null || month >= monthKey(from - 7)),
    [from],
  )
  const figures = useFigures(`muscle ${span} ${today}`, monthsOf)
  const isReady = figures !== undefined && book.ready && today !== 0
  const days = useMemo(() => (isReady ? groupDays(figures.days, book.get, group) : []), [isReady, figures, book, group])
  const shown = days.filter(({ localDay }) => from === null || localDay >= from)
  const range = { from, today, weekStart }
  const sumOf = (of: readonly GroupDay[]) => shownSets(of.reduce((sum, { sets }) => sum + sets, 0))
  const thisWeek = sumOf(days.filter(({ localDay }) => localDay >= weekStartDay(today, weekStart)))
  const band = bandsOf(profile.muscleBands)[group]
  const against = againstBand(thisWeek, band)
  const heavy = shown.flatMap(({ localDay, intensityTenths }) =>
    intensityTenths === null ? [] : [{ x: localDay, y: intensityTenths / 10 }],
  )
  return (
    <Page
      title={m(group)}
      detail={[
        t('thisWeek', { n: new Intl.NumberFormat(habits.locale, { maximumFractionDigits: 1 }).format(thisWeek) }),
        band && against !== 'none' && t(`against.${against}`, { low: band[0], high: band[1] }),
      ]
        .filter(Boolean)
        .join(' · ')}
      back={address.progress}
      ready={isReady}
    >
      {isReady && (
        <div className="flex flex-col gap-6 pt-2">
          <PartOfHistory />
          <SpanChoice value={span} onChange={setSpan} />
          {shown.length === 0 ? (
            <p className="text-ink-2">{t('nothing')}</p>
          ) : (
            <>
              <PeriodBars
                {...{ days, range }}
                title={t('sets')}
                figureOf={({ sets }) => sets}
                shownOf={(hundredths) => hundredths / 100}
                digits={1}
              />
              <PeriodBars
                {...{ days, range }}
                title={t('volume')}
                unit={habits.loadUnit}
                figureOf={({ tonnage }) => tonnage}
                shownOf={(hundredths) => loadIn(hundredths / 100, habits.loadUnit)}
              />
              <DayLine title={t('intensity')} unit={t('ofMax')} colour={2} points={heavy} />
              <PeriodBars {...{ days, range }} title={t('frequency')} figureOf={() => 1} />
            </>
          )}
          <p className="text-ink-2 text-sm">{t('how')}</p>
        </div>
      )}
    </Page>
  )
}
