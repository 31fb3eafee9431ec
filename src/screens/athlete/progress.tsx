'use client'
import { CalendarOff, LineChart as ChartIcon, Scale } from 'lucide-react'
import { startTransition, useCallback, useEffect, useMemo, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useLocation } from 'wouter'
/** How it is going: the streak, the weeks, the muscles, the load, the main lifts, the records, the years. */
import { doubtsOf } from '../../modules/analytics/rules/records-timeline.ts'
import { trainingLoad } from '../../modules/analytics/rules/session-load.ts'
import { yearsOf } from '../../modules/analytics/rules/year-review.ts'
import { LiftTrends } from '../../modules/analytics/ui/athlete/lift-trends.tsx'
import { LoadSection } from '../../modules/analytics/ui/athlete/load-section.tsx'
import { StreakCard } from '../../modules/analytics/ui/athlete/streak-card.tsx'
import type { TrainingBreak } from '../../modules/workouts/model/breaks.ts'
import { BreaksSheet } from '../../modules/workouts/ui/athlete/breaks-sheet.tsx'
import { RecordTimeline } from '../../modules/workouts/ui/athlete/record-timeline.tsx'
import { civilOf, weekStartDay } from '../../shared/local-day.ts'
import { useMaybePhone } from '../../sync/client/hooks.ts'
import { Button } from '../../ui/button.tsx'
import { BarChart } from '../../ui/charts/bar-chart.tsx'
import { ChartFrame } from '../../ui/charts/chart-frame.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ListRow } from '../../ui/list-row.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/section.tsx'
import { showDay } from '../../ui/show-day.ts'
import { address } from './addresses.ts'
import { BODY, BodyScreen } from './body.tsx'
import { MusclePageScreen } from './muscle-page.tsx'
import { isComingBack, Page } from './page.tsx'
import { PartOfHistory } from './part-of-history.tsx'
import { ProgressMuscles } from './progress-muscles.tsx'
import {
  type Progress,
  progressMonths,
  progressOf,
  readTimeline,
  type Timeline,
  type WeekOfWorkouts,
  workoutWeeks,
} from './read-progress.ts'
import { useStartWorkout } from './start-workout.ts'
import { type Athlete, useAthlete } from './use-athlete.ts'
import { type Figures, figuresShown, useFigures } from './use-figures.ts'
import { useBreaks, useStreakOf } from './use-streak.ts'
import { WeekReportScreen } from './week-report.tsx'
import { YearScreen } from './year.tsx'

/** Below it, by its address: a part of the body, a year. */
export function ProgressScreen({ of, what = '' }: { of?: string | undefined; what?: string | undefined }) {
  if (of === 'muscle') return <MusclePageScreen key={what} group={what} />
  if (of === 'body') return <BodyScreen key={what} what={what} />
  if (of === 'week') return <WeekReportScreen key={what} day={what} />
  if (of === 'year') return <YearScreen year={Number(what)} />
  return <ProgressTab />
}

function ProgressTab() {
  const t = useTranslations('progress')
  const athlete = useAthlete()
  const { today, profile, book } = athlete
  const { weekStart } = profile
  const { startEmpty } = useStartWorkout(athlete)
  const monthsOf = useCallback(() => (today === 0 ? [] : progressMonths(today, weekStart)), [today, weekStart])
  const phone = useMaybePhone()
  const read = useFigures(`progress ${today} ${weekStart}`, monthsOf)
  const figures = read ?? figuresShown(phone)
  const breaks = useBreaks()
  if (!figures || !book.ready || today === 0) {
    return (
      <Page title={t('title')} ready={false}>
        {null}
      </Page>
    )
  }
  if (figures.sessions.length === 0) {
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
        <BodyRow />
      </Page>
    )
  }
  return (
    <Page title={t('title')}>
      <PartOfHistory />
      <Whole figures={figures} read={read} breaks={breaks} athlete={athlete} />
    </Page>
  )
}

type WholeProps = { figures: Omit<Figures, 'days'>; breaks: TrainingBreak[] | undefined; athlete: Athlete }

/** `read`: with the days, which only what is below the first screenful needs. */
function Whole({ figures, read, breaks, athlete }: WholeProps & { read: Figures | undefined }) {
  const t = useTranslations('progress')
  const [, navigate] = useLocation()
  const { today, profile, habits } = athlete
  const { weekStart, weeklyGoal } = profile
  const isFollowed = useAfterPaint()
  const weeks = useMemo(() => workoutWeeks(figures.sessions, today, weekStart), [figures, today, weekStart])
  return (
    <>
      <Streaks figures={figures} breaks={breaks} athlete={athlete} />
      <div className="mt-6">
        <WeekBars weeks={weeks.slice(-12)} goal={weeklyGoal} locale={habits.locale} />
        <ListRow
          title={t('report')}
          detail={t('reportDetail')}
          onClick={() => navigate(address.week(weekStartDay(today, weekStart) - 7))}
        />
      </div>
      {isFollowed && read && <Following figures={read} athlete={athlete} />}
    </>
  )
}

/** True once what is above has been painted; at once for who comes back to where they were. */
function useAfterPaint(): boolean {
  const [isPainted, setPainted] = useState(isComingBack)
  useEffect(() => {
    const frame = requestAnimationFrame(() => setTimeout(() => startTransition(() => setPainted(true))))
    return () => cancelAnimationFrame(frame)
  }, [])
  return isPainted
}

/** What is below the first screenful. */
function Following({ figures, athlete }: { figures: Figures; athlete: Athlete }) {
  const t = useTranslations('progress')
  const [, navigate] = useLocation()
  const { today, profile, book, habits } = athlete
  const { weekStart } = profile
  const progress = useMemo(() => progressOf(figures, today, weekStart, book), [figures, today, weekStart, book])
  const over = useMemo(() => figures.sessions.filter(({ isOver }) => isOver), [figures])
  const isRated = over.some(({ sessionRpe }) => sessionRpe !== null)
  const timeline = useTimeline(progress, athlete)
  const doubts = doubtsOf(timeline?.entries ?? [])
  const nameOf = (id: string) => book.get(id).name
  return (
    <>
      <ProgressMuscles weeks={progress.weeks} athlete={athlete} />
      {progress.lifts.length > 0 && (
        <Section title={t('lifts')} aside={<span className="text-ink-2">{t('liftsAside')}</span>}>
          <LiftTrends lifts={progress.lifts} nameOf={nameOf} hrefOf={address.exercise} unit={habits.loadUnit} />
        </Section>
      )}
      {isRated && (
        <Section title={t('load')}>
          <LoadSection load={trainingLoad(over, today)} />
        </Section>
      )}
      <BodyRow />
      <Section title={t('years')}>
        {yearsOf(figures.sessions, (day) => civilOf(day).year).map((year) => (
          <ListRow
            key={year}
            title={t('year', { year: String(year) })}
            trail={t('yearWorkouts', { n: over.filter(({ localDay }) => civilOf(localDay).year === year).length })}
            onClick={() => navigate(address.year(year))}
          />
        ))}
      </Section>
      <Section
        title={t('records')}
        aside={timeline?.of != null && <span className="text-ink-2">{t('recordsOf', { n: timeline.of })}</span>}
      >
        {doubts.length > 0 && (
          <div className="mb-6">
            <Notice tone="warn">{t('doubts', { n: doubts.length })}</Notice>
            <RecordTimeline entries={doubts} nameOf={nameOf} hrefOf={address.past} habits={habits} today={today} />
          </div>
        )}
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
    </>
  )
}

/** The way to what is measured of the body; it needs no workout. */
function BodyRow() {
  const t = useTranslations('body')
  const [, navigate] = useLocation()
  return (
    <Section title={t('title')}>
      <ListRow
        lead={<Scale size={20} aria-hidden />}
        title={t('row')}
        detail={t('rowDetail')}
        onClick={() => navigate(BODY)}
      />
    </Section>
  )
}

function Streaks({ figures, breaks, athlete }: WholeProps) {
  const t = useTranslations('progress')
  const [isOpen, setOpen] = useState(false)
  const streak = useStreakOf(athlete, figures, breaks)
  return (
    <>
      <div className="min-h-[4.5rem]">{streak && <StreakCard streak={streak} />}</div>
      <Button className="mt-3" icon={<CalendarOff size={18} aria-hidden />} onClick={() => setOpen(true)}>
        {t('breaks')}
      </Button>
      <BreaksSheet open={isOpen} onClose={() => setOpen(false)} breaks={breaks ?? []} today={athlete.today} />
    </>
  )
}

function WeekBars({ weeks, goal, locale }: { weeks: readonly WeekOfWorkouts[]; goal: number; locale: string }) {
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

function useTimeline(progress: Progress, { book }: Athlete): Timeline | undefined {
  const phone = useMaybePhone()
  const [timeline, setTimeline] = useState(() =>
    phone && timelineKept.of === phone ? timelineKept.timeline : undefined,
  )
  const ids = progress.recentIds.join(' ')
  useEffect(() => {
    if (!phone || !book.ready) return
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
