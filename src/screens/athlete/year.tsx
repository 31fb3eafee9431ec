'use client'
/** A year in review, and the picture of it. */
import { ImageDown } from 'lucide-react'
import { useCallback, useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { Link } from 'wouter'
import type { KeptHead } from '../../modules/analytics/rules/kept-figures.ts'
import { type YearReview, yearReview } from '../../modules/analytics/rules/year-review.ts'
import { drawPicture } from '../../modules/analytics/ui/athlete/shared-picture.ts'
import { dayFromCivil } from '../../shared/local-day.ts'
import { loadIn } from '../../shared/units.ts'
import { Button } from '../../ui/button.tsx'
import { BarChart } from '../../ui/charts/bar-chart.tsx'
import { ChartFrame } from '../../ui/charts/chart-frame.tsx'
import { Figure, Section } from '../../ui/section.tsx'
import { showDay } from '../../ui/show-day.ts'
import { showToast } from '../../ui/toast.tsx'
import { address } from './addresses.ts'
import { Page } from './page.tsx'
import { PartOfHistory } from './part-of-history.tsx'
import { saveFile } from './save-file.ts'
import { type Athlete, useAthlete } from './use-athlete.ts'
import { useFigures } from './use-figures.ts'
import { countedBy, useBreaks } from './use-streak.ts'

export function YearScreen({ year }: { year: number }) {
  const t = useTranslations('year')
  const athlete = useAthlete()
  const { today, profile, book } = athlete
  const monthsOf = useCallback(
    ({ months }: KeptHead) => Object.keys(months).filter((month) => month.startsWith(`${year}-`)),
    [year],
  )
  const figures = useFigures(`year ${year}`, monthsOf)
  const breaks = useBreaks()
  const review = useMemo(() => {
    if (!figures || !breaks || !book.ready || today === 0) return undefined
    return yearReview({ year, sessions: figures.sessions, days: figures.days, ...countedBy(profile), today, breaks })
  }, [figures, breaks, book, today, profile, year])
  const words = useYearWords(athlete)
  if (!review) {
    return (
      <Page title={t('title', { year: String(year) })} back={address.progress} ready={false}>
        {null}
      </Page>
    )
  }
  return (
    <Page
      title={t('title', { year: String(year) })}
      back={address.progress}
      dock={
        review.workouts > 0 && (
          <Button
            tone="primary"
            size="large"
            wide
            icon={<ImageDown size={20} aria-hidden />}
            onClick={() => {
              drawPicture(words.picture(review))
                .then((blob) => saveFile(`spotter-${year}.png`, blob, 'image/png'))
                .catch((error) => showToast({ tone: 'bad', text: t('noPicture', { why: String(error) }) }))
            }}
          >
            {t('save')}
          </Button>
        )
      }
    >
      <PartOfHistory />
      {review.workouts === 0 ? <p className="text-ink-2">{t('nothing')}</p> : <Review review={review} words={words} />}
    </Page>
  )
}

function Review({ review, words }: { review: YearReview; words: ReturnType<typeof useYearWords> }) {
  const t = useTranslations('year')
  const months = words.months(review)
  return (
    <>
      <div className="grid grid-cols-2 gap-x-6 gap-y-4 pt-2">
        {words.figures(review).map(({ value, label }) => (
          <Figure key={label} value={value} label={label} />
        ))}
      </div>
      <div className="mt-6">
        <ChartFrame
          title={t('byMonth')}
          words={{ showTable: t('showTable'), showChart: t('showChart') }}
          table={{ head: [t('month'), t('workouts')], rows: months.map(({ name, value }) => [name, String(value)]) }}
        >
          <BarChart
            label={t('byMonthLabel')}
            formatY={(y) => (Number.isInteger(y) ? String(y) : '')}
            bars={months.map(({ name, letter, value }) => ({ key: name, value, label: letter }))}
          />
        </ChartFrame>
      </div>
      {words.lists(review).map(({ title, rows }) => (
        <Section key={title} title={title}>
          <ul>
            {rows.map(({ id, name, value, detail }) => (
              <li key={name} className="border-line border-b last:border-b-0">
                <Link
                  href={id === null ? address.progress : address.exercise(id)}
                  className="flex min-h-14 items-center gap-3"
                >
                  <span className="min-w-0 flex-1">
                    <span className="block font-medium">{name}</span>
                    {detail && <span className="num block text-ink-2 text-sm">{detail}</span>}
                  </span>
                  <span className="num shrink-0 font-bold">{value}</span>
                </Link>
              </li>
            ))}
          </ul>
        </Section>
      ))}
    </>
  )
}

type Row = { id: string | null; name: string; value: string; detail?: string }

/** The same words on the screen and in the picture. */
function useYearWords({ habits, book }: Athlete) {
  const t = useTranslations('year')
  const { locale, loadUnit } = habits
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 })
  const fine = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 })
  const compact = new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 })
  const load = (g: number) => `${fine.format(loadIn(g, loadUnit))}\u00a0${loadUnit}`

  const figures = (review: YearReview) => [
    { value: whole.format(review.workouts), label: t('workouts') },
    { value: t('hours', { n: whole.format(review.activeMs / 3_600_000) }), label: t('time') },
    { value: `${compact.format(loadIn(review.tonnageG, loadUnit))}\u00a0${loadUnit}`, label: t('moved') },
    { value: whole.format(review.sets), label: t('sets') },
    { value: whole.format(review.daysTrained), label: t('days') },
    { value: whole.format(review.reps), label: t('reps') },
  ]
  const months = ({ year, months: counts }: YearReview) =>
    counts.map((value, i) => {
      const name = showDay(dayFromCivil(year, i + 1, 1), 'month', locale)
      return { name, letter: name.slice(0, 1), value }
    })
  function lists({ bestLifts, mostTrained, longestRun }: YearReview): { title: string; rows: Row[] }[] {
    const best = bestLifts.map(({ exerciseId: id, e1rmG, loadG, reps, localDay }) => ({
      ...{ id, name: book.get(id).name, value: load(e1rmG) },
      detail: t('bestOn', { load: load(loadG), reps, day: showDay(localDay, 'year', locale) }),
    }))
    const most = mostTrained.map(({ exerciseId: id, days, sets }) => ({
      ...{ id, name: book.get(id).name, value: t('timesDone', { n: days }), detail: t('setsDone', { n: sets }) },
    }))
    const run = longestRun && {
      ...{ id: null, name: t('weeksInARow'), value: t('weeks', { n: longestRun.weeks }) },
      detail: t('runFrom', {
        from: showDay(longestRun.from, 'year', locale),
        to: showDay(longestRun.to, 'year', locale),
      }),
    }
    return [
      { title: t('bestLifts'), rows: best },
      { title: t('mostTrained'), rows: most },
      { title: t('longestRun'), rows: run ? [run] : [] },
    ].filter(({ rows }) => rows.length > 0)
  }
  const picture = (review: YearReview) => ({
    title: t('title', { year: String(review.year) }),
    figures: figures(review),
    months: months(review),
    // As many as there is room for.
    lists: lists(review).map(({ title, rows }) => ({
      title,
      rows: rows.slice(0, 3).map(({ name, value }) => [name, value] as const),
    })),
    footer: t('footer'),
  })
  return { figures, months, lists, picture }
}
