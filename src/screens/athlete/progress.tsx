'use client'
/** How it is going: the streak, the weeks, the muscles, the main lifts, the records. */
import { LineChart as ChartIcon } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { streakOf } from '../../modules/analytics/rules/streak.ts'
import { LiftTrends } from '../../modules/analytics/ui/athlete/lift-trends.tsx'
import { MuscleWeeks } from '../../modules/analytics/ui/athlete/muscle-weeks.tsx'
import { StreakCard } from '../../modules/analytics/ui/athlete/streak-card.tsx'
import { RecordTimeline } from '../../modules/workouts/ui/athlete/record-timeline.tsx'
import { useLive, useMaybePhone } from '../../sync/client/hooks.ts'
import { Button } from '../../ui/button.tsx'
import { BarChart } from '../../ui/charts/bar-chart.tsx'
import { ChartFrame } from '../../ui/charts/chart-frame.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Section } from '../../ui/section.tsx'
import { showDay } from '../../ui/show-day.ts'
import { address } from './addresses.ts'
import { Page } from './page.tsx'
import { PartOfHistory } from './part-of-history.tsx'
import { type Progress, type ProgressWeek, readProgress, readTimeline, type Timeline } from './read-progress.ts'
import { readStreakDays } from './reads.ts'
import { useStartWorkout } from './start-workout.ts'
import { type Athlete, useAthlete } from './use-athlete.ts'

export function ProgressScreen() {
  const t = useTranslations('progress')
  const athlete = useAthlete()
  const { today, profile, book, habits } = athlete
  const { weekStart, weeklyGoal } = profile
  const { startEmpty } = useStartWorkout(athlete)
  const progress = useLive(
    async (rows) => (book.ready ? readProgress(rows, today, weekStart, book) : undefined),
    [today, weekStart, book],
    book.ready ? `progress ${today} ${weekStart}` : undefined,
  )
  const days = useLive(
    (rows) => readStreakDays(rows, today, weeklyGoal, weekStart),
    [today, weeklyGoal, weekStart],
    `streak ${today} ${weeklyGoal} ${weekStart}`,
  )
  const timeline = useTimeline(progress, athlete)
  const isReady = progress !== undefined && book.ready && today !== 0
  if (!isReady) {
    return (
      <Page title={t('title')} ready={false}>
        {null}
      </Page>
    )
  }
  if (!progress.hasAny) {
    return (
      <Page title={t('title')}>
        <EmptyState
          icon={<ChartIcon size={36} aria-hidden />}
          title={t('empty.title')}
          text={t('empty.text')}
          action={
            <Button tone="primary" onClick={startEmpty}>
              {t('empty.start')}
            </Button>
          }
        />
      </Page>
    )
  }
  const nameOf = (id: string) => book.get(id).name
  return (
    <Page title={t('title')}>
      <PartOfHistory />
      {/* A long streak is years of days: the rest of the screen does not wait for it. */}
      <div className="min-h-[4.5rem]">
        {days && <StreakCard streak={streakOf({ workoutDays: days, goal: weeklyGoal, weekStart, today })} />}
      </div>
      <div className="mt-6">
        <WeekBars weeks={progress.weeks.slice(-12)} goal={weeklyGoal} locale={habits.locale} />
      </div>
      <Section title={t('muscles')} aside={t('rangeMarked')}>
        <MuscleWeeks weeks={progress.weeks} />
      </Section>
      {progress.lifts.length > 0 && (
        <Section title={t('lifts')} aside={<span className="text-ink-2">{t('liftsAside')}</span>}>
          <LiftTrends lifts={progress.lifts} nameOf={nameOf} hrefOf={address.exercise} unit={habits.loadUnit} />
        </Section>
      )}
      <Section
        title={t('records')}
        aside={timeline?.of != null && <span className="text-ink-2">{t('recordsOf', { n: timeline.of })}</span>}
      >
        {timeline && timeline.entries.length > 0 && (
          <RecordTimeline
            entries={timeline.entries}
            nameOf={nameOf}
            hrefOf={address.past}
            habits={habits}
            today={today}
          />
        )}
        {timeline?.entries.length === 0 && <p className="text-ink-2">{t('noRecords')}</p>}
      </Section>
    </Page>
  )
}

function WeekBars({ weeks, goal, locale }: { weeks: readonly ProgressWeek[]; goal: number; locale: string }) {
  const t = useTranslations('progress')
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 })
  return (
    <ChartFrame
      title={t('weeks')}
      detail={t('weeksDetail')}
      headline={<span className="font-normal text-ink-2 text-sm">{t('goal', { n: goal })}</span>}
      words={{ showTable: t('showTable'), showChart: t('showChart') }}
      table={{
        head: [t('week'), t('workouts')],
        rows: weeks.toReversed().map(({ from, workouts }) => [showDay(from, 'year', locale), String(workouts)]),
      }}
    >
      <BarChart
        label={t('weeksLabel', { n: weeks.length })}
        goal={{ value: goal, label: '' }}
        formatY={(y) => number.format(y)}
        bars={weeks.map(({ from, workouts }, i) => ({
          key: from,
          value: workouts,
          label: showDay(from, 'short', locale),
          current: i === weeks.length - 1,
        }))}
      />
    </ChartFrame>
  )
}

/** Shown again at once when the screen is opened again; read anew behind it. */
let timelineKept: { of: unknown; timeline: Timeline | undefined } = { of: null, timeline: undefined }

function useTimeline(progress: Progress | undefined, { book }: Athlete): Timeline | undefined {
  const phone = useMaybePhone()
  const [timeline, setTimeline] = useState(() =>
    phone && timelineKept.of === phone ? timelineKept.timeline : undefined,
  )
  const ids = progress?.recentIds.join(' ')
  useEffect(() => {
    if (!phone || ids === undefined || !book.ready) return
    // Who leaves the screen has no use for the years: other screens need the time.
    const leaving = new AbortController()
    readTimeline(phone, ids === '' ? [] : ids.split(' '), book, leaving.signal).then(
      (read) => {
        timelineKept = { of: phone, timeline: read }
        setTimeline(read)
      },
      () => {
        if (!leaving.signal.aborted) setTimeline({ entries: [], of: null })
      },
    )
    return () => leaving.abort()
  }, [phone, ids, book])
  return timeline
}
