'use client'
/** Today of whoever has trained: what is under way, the week so far, and one button that starts. */
import { ClipboardList, ListChecks, Timer } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useLocation } from 'wouter'
import { thisDevice } from '../../client/device-memory.ts'
import { dayFigures } from '../../modules/analytics/rules/day-figures.ts'
import { bandsOf } from '../../modules/analytics/rules/muscle-bands.ts'
import { groupSets } from '../../modules/analytics/rules/muscle-groups.ts'
import { streakOf } from '../../modules/analytics/rules/streak.ts'
import { HardSets } from '../../modules/analytics/ui/athlete/hard-sets.tsx'
import { WeekStrip } from '../../modules/analytics/ui/athlete/week-strip.tsx'
import { routines } from '../../modules/workouts/model/routines.ts'
import { type WholeWorkout, workouts } from '../../modules/workouts/model.ts'
import { takeOverWorkout } from '../../modules/workouts/mutators.ts'
import { openWorkouts } from '../../modules/workouts/rules/open-workout.ts'
import { inOrder } from '../../modules/workouts/rules/place-in-order.ts'
import { isHeldHere } from '../../modules/workouts/ui/athlete/held-here.ts'
import { OpenWorkoutCard } from '../../modules/workouts/ui/athlete/open-workout-card.tsx'
import { RepeatList } from '../../modules/workouts/ui/athlete/repeat-list.tsx'
import { useEndWorkout } from '../../modules/workouts/ui/athlete/use-end-workout.ts'
import { useMutate } from '../../modules/workouts/ui/athlete/use-mutate.ts'
import { weekStartDay } from '../../shared/local-day.ts'
import type { Rows } from '../../sync/client/api.ts'
import { Button } from '../../ui/button.tsx'
import { ListRow } from '../../ui/list-row.tsx'
import { Section } from '../../ui/section.tsx'
import { address } from './addresses.ts'
import { ClockNotice } from './clock-notice.tsx'
import { HowHard } from './how-hard.tsx'
import { InstallOffer } from './install-offer.tsx'
import { NewsCard } from './news.tsx'
import { NextSession, ProgramOver } from './next-session.tsx'
import { Page } from './page.tsx'
import { FIRST_DAY, newestFirst, readDays, readWholes } from './reads.ts'
import { RestoringNotice, useIsRestoring } from './restoring.tsx'
import { RoutineList } from './routine-list.tsx'
import { useStartWorkout } from './start-workout.ts'
import { Unclaimed } from './unclaimed.tsx'
import type { Athlete } from './use-athlete.ts'
import { useFigures } from './use-figures.ts'
import type { FollowedProgram } from './use-program.ts'
import { useRoutineActions } from './use-routines.ts'
import { NO_MONTHS, useBreaks, useStreakOf } from './use-streak.ts'
import { WeekCard } from './week-card.tsx'

const RECENT = 4
const MOST_ROUTINES = 6

export async function readToday(rows: Rows, today: number, weekStart: number) {
  const from = weekStartDay(today, weekStart)
  const [open, week, newest, own] = await Promise.all([
    rows.find(workouts, 'state', 'open'),
    readDays(rows, from, from + 6),
    rows.between(workouts, 'localDay', FIRST_DAY, today + 1, { limit: 24, newestFirst: true }),
    rows.all(routines),
  ])
  const { current, others } = openWorkouts(open, thisDevice())
  // One line for each kind of day: the last "Push A", the last "Legs".
  const seen = new Set<string>()
  const recent = newest
    .toSorted(newestFirst)
    .filter(({ state, title }) => state !== 'open' && !seen.has(title) && seen.add(title))
    .slice(0, RECENT)
  const [under, again] = await Promise.all([
    readWholes(rows, current ? [current, ...others] : []),
    readWholes(rows, recent),
  ])
  const hasAny = newest.length > 0 || open.length > 0 || own.length > 0
  return { open: under, week, recent: again, routines: inOrder(own), hasAny }
}

export type TodayData = Awaited<ReturnType<typeof readToday>>

type Props = { title: string; athlete: Athlete; data: TodayData; program: FollowedProgram | null }

export function TodayFull({ title, athlete, data, program }: Props) {
  const t = useTranslations('today')
  const d = useTranslations('day')
  const [, navigate] = useLocation()
  const mutate = useMutate()
  const end = useEndWorkout()
  const { startEmpty, repeat } = useStartWorkout(athlete)
  const l = useTranslations('routineList')
  const { start } = useRoutineActions(athlete)
  const { today, profile, book } = athlete
  const [open] = data.open
  const from = weekStartDay(today, profile.weekStart)
  const figures = useFigures('sessions', NO_MONTHS)
  const streakSoFar = useStreakOf(athlete, figures, useBreaks())
  const done = data.week.filter(({ workout }) => workout.state !== 'open').map(({ workout }) => workout.localDay)
  // A long streak is years of days: this week's are enough until they are read.
  const streak =
    streakSoFar ??
    streakOf({ workoutDays: done, goals: { now: profile.weeklyGoal }, weekStart: profile.weekStart, today })
  const resume = ({ workout }: WholeWorkout) => navigate(address.workout(workout.id))
  const isHere = open && isHeldHere(open.workout)
  const isRestoring = useIsRestoring()
  const [chosen, setChosen] = useState<string | null>(null)
  const next = program?.toCome.find(({ day }) => day.id === chosen) ?? program?.toCome[0]
  return (
    <Page
      title={title}
      detail={[
        d('thisWeek', { done: streak.thisWeek.done, goal: streak.thisWeek.goal }),
        streak.weeks > 1 && d('running', { n: streak.weeks }),
      ]
        .filter(Boolean)
        .join(' · ')}
      dock={
        open && isHere ? (
          <Button tone="primary" size="large" wide onClick={() => resume(open)}>
            <span className="min-w-0 truncate">{t('resume', { title: open.workout.title || t('untitled') })}</span>
          </Button>
        ) : (
          <div className="grid gap-1">
            {next && program && (
              <Button
                tone={open ? 'outline' : 'primary'}
                size="large"
                wide
                onClick={() => program.start(next)}
                className={open ? 'bg-bg' : ''}
              >
                <span className="min-w-0 truncate">{d('start', { title: next.day.title })}</span>
              </Button>
            )}
            <Button
              tone={next ? 'quiet' : open ? 'outline' : 'primary'}
              size={next ? 'normal' : 'large'}
              wide
              onClick={startEmpty}
              className={open && !next ? 'bg-bg' : ''}
            >
              {t('startEmpty')}
            </Button>
          </div>
        )
      }
    >
      {isRestoring && (
        <div className="mb-6">
          <RestoringNotice />
        </div>
      )}
      <ClockNotice />
      <Unclaimed />
      {data.open.map((whole, i) => (
        <div key={whole.workout.id} className="mb-6">
          <OpenWorkoutCard
            whole={whole}
            book={book}
            onResume={() => resume(whole)}
            onEnd={i === 0 ? null : () => end(whole)}
            onTakeOver={() => {
              void mutate(takeOverWorkout, { id: whole.workout.id, holder: thisDevice() })
              resume(whole)
            }}
          />
        </div>
      ))}
      {next && program && !isHere && (
        <NextSession athlete={athlete} program={program} next={next} onChoose={(day) => setChosen(day.day.id)} />
      )}
      {program && !next && !isHere && <ProgramOver program={program} />}
      {data.recent.length > 0 && !open && <InstallOffer />}
      {!open && <HowHard recent={data.recent} />}
      {!open && <NewsCard />}
      {!open && figures && <WeekCard athlete={athlete} sessions={figures.sessions} />}
      <WeekStrip from={from} today={today} hrefOf={(day) => hrefOfDay(data.week, day)} />
      <WeekSets athlete={athlete} week={data.week} />
      {data.routines.length > 0 && !open && (
        <Section title={l('title')}>
          <RoutineList routines={data.routines.slice(0, MOST_ROUTINES)} athlete={athlete} onStart={start} />
          <Button tone="quiet" className="-ml-4" onClick={() => navigate(address.routines)}>
            {l('all')}
          </Button>
        </Section>
      )}
      {data.recent.length > 0 && (
        <Section title={d('again')}>
          <RepeatList
            wholes={data.recent}
            book={book}
            today={today}
            hrefOf={address.past}
            onRepeat={(whole) => repeat(whole)}
          />
        </Section>
      )}
      <div className="mt-4">
        {data.routines.length === 0 && (
          <ListRow
            lead={<ClipboardList size={20} aria-hidden />}
            title={l('title')}
            detail={l('beginText')}
            onClick={() => navigate(address.routines)}
          />
        )}
        <ListRow
          lead={<Timer size={20} aria-hidden />}
          title={d('cardio')}
          detail={d('cardioDetail')}
          onClick={() => navigate(address.cardio)}
        />
        {!program && (
          <ListRow
            lead={<ListChecks size={20} aria-hidden />}
            title={d('programs')}
            detail={d('programsDetail')}
            onClick={() => navigate(address.programs)}
          />
        )}
      </div>
    </Page>
  )
}

function WeekSets({ athlete, week }: { athlete: Athlete; week: readonly WholeWorkout[] }) {
  const t = useTranslations('day')
  const { book, profile } = athlete
  const days = [...new Set(week.map(({ workout }) => workout.localDay))]
  const sets = groupSets(
    days.map((day) => dayFigures(day, week, book.get)),
    book.get,
  )
  const isEmpty = Object.values(sets).every((value) => value === 0)
  return (
    <Section title={t('hardSets')} aside={isEmpty ? undefined : t('rangeMarked')}>
      {isEmpty ? (
        <p className="text-ink-2 text-sm">{t('noSets')}</p>
      ) : (
        <HardSets sets={sets} bands={bandsOf(profile.muscleBands)} most={5} />
      )}
    </Section>
  )
}

function hrefOfDay(week: readonly WholeWorkout[], day: number): string | null {
  const done = week.filter(({ workout }) => workout.localDay === day && workout.state !== 'open')
  const [only] = done
  if (!only) return null
  return done.length === 1 ? address.past(only.workout.id) : `${address.history}?day=${day}`
}
