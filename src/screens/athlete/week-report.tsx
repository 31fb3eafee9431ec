'use client'
/** One week that is over: what it came to beside the week before, its records, its streak. Worked out on the phone. */
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Redirect, useLocation } from 'wouter'
import { type WeekFigures, type WeekReport, weekReport } from '../../modules/analytics/rules/week-report.ts'
import { RecordTimeline } from '../../modules/workouts/ui/athlete/record-timeline.tsx'
import { monthKey, weekStartDay } from '../../shared/local-day.ts'
import { dayFromIso } from '../../shared/local-instant.ts'
import { formatTonnage } from '../../shared/units.ts'
import { useMaybePhone } from '../../sync/client/hooks.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { ListRow } from '../../ui/list-row.tsx'
import { Section } from '../../ui/section.tsx'
import { showDay } from '../../ui/show-day.ts'
import { address } from './addresses.ts'
import { Page } from './page.tsx'
import { PartOfHistory } from './part-of-history.tsx'
import { readTimeline, type Timeline } from './read-progress.ts'
import { type Athlete, useAthlete } from './use-athlete.ts'
import { useFigures } from './use-figures.ts'
import { countedBy, useBreaks } from './use-streak.ts'

/** `day`: any of its days, as an ISO date. */
export function WeekReportScreen({ day }: { day: string }) {
  const t = useTranslations('weekReport')
  const athlete = useAthlete()
  const { today, profile, book, habits } = athlete
  const [, navigate] = useLocation()
  const said = dayFromIso(day)
  const from = weekStartDay(said ?? 0, profile.weekStart)
  const monthsOf = useCallback(() => [...new Set([monthKey(from - 7), monthKey(from), monthKey(from + 6)])], [from])
  const figures = useFigures(`week ${from}`, monthsOf)
  const breaks = useBreaks()
  const report = useMemo(() => {
    if (!figures || !breaks || !book.ready || today === 0) return undefined
    return weekReport({ from, sessions: figures.sessions, days: figures.days, ...countedBy(profile), today, breaks })
  }, [figures, breaks, book, today, profile, from])
  const exerciseIds = useMemo(
    () => [...new Set(figures?.days.filter(({ localDay }) => isOf(localDay, from)).map((one) => one.exerciseId))],
    [figures, from],
  )
  const records = useRecordsOfWeek(exerciseIds, athlete, from)
  if (said === null) return <Redirect to={address.progress} replace />
  const title = t('title', { day: showDay(from, 'short', habits.locale) })
  if (!report) {
    return (
      <Page title={title} back={address.progress} ready={false}>
        {null}
      </Page>
    )
  }
  const isLast = from + 7 > today
  return (
    <Page
      title={title}
      detail={isLast ? t('running') : report.streak > 0 && t('streak', { n: report.streak })}
      back={address.progress}
      actions={
        <>
          <IconButton label={t('before')} onClick={() => navigate(address.week(from - 7), { replace: true })}>
            <ChevronLeft size={24} aria-hidden />
          </IconButton>
          <IconButton
            label={t('after')}
            disabled={isLast}
            onClick={() => navigate(address.week(from + 7), { replace: true })}
          >
            <ChevronRight size={24} aria-hidden />
          </IconButton>
        </>
      }
    >
      <PartOfHistory />
      <Compared
        report={report}
        athlete={athlete}
        records={records?.entries.reduce((sum, entry) => sum + entry.records.length, 0)}
      />
      {records && records.entries.length > 0 && (
        <Section title={t('records')}>
          <RecordTimeline
            entries={records.entries}
            nameOf={(id) => book.get(id).name}
            hrefOf={address.past}
            habits={habits}
            today={today}
          />
        </Section>
      )}
    </Page>
  )
}

const isOf = (day: number, from: number) => day >= from && day < from + 7

type ComparedProps = { report: WeekReport; athlete: Athlete; records: number | undefined }

function Compared({ report, athlete: { habits }, records }: ComparedProps) {
  const t = useTranslations('weekReport')
  const { locale, loadUnit } = habits
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 })
  const minutes = (ms: number) => t('minutes', { n: number.format(Math.round(ms / 60_000)) })
  const rows: { key: keyof WeekFigures; text: (value: number) => string }[] = [
    { key: 'workouts', text: (n) => number.format(n) },
    { key: 'activeMs', text: minutes },
    { key: 'sets', text: (n) => number.format(n) },
    { key: 'reps', text: (n) => number.format(n) },
    { key: 'tonnageG', text: (g) => formatTonnage(g, loadUnit, locale) },
  ]
  const { now, before } = report
  return (
    <div className="pt-2">
      {rows.map(({ key, text }) => (
        <ListRow
          key={key}
          title={t(`is.${key}`)}
          detail={t(now[key] > before[key] ? 'more' : now[key] < before[key] ? 'less' : 'same', {
            before: text(before[key]),
          })}
          trail={<span className="font-bold text-ink text-lg">{text(now[key])}</span>}
        />
      ))}
      <ListRow
        title={t('goal')}
        trail={
          <span className="font-bold text-ink text-lg">{t('ofGoal', { done: now.workouts, goal: report.goal })}</span>
        }
      />
      <ListRow
        title={t('records')}
        trail={
          <span className="font-bold text-ink text-lg">{records === undefined ? '…' : number.format(records)}</span>
        }
      />
    </div>
  )
}

/** Records need every workout before: they come after the figures. Undefined until read. */
function useRecordsOfWeek(exerciseIds: readonly string[], { book }: Athlete, from: number): Timeline | undefined {
  const phone = useMaybePhone()
  const [read, setRead] = useState<{ of: string; timeline: Timeline }>()
  const of = `${from} ${exerciseIds.join(' ')}`
  useEffect(() => {
    if (!phone || !book.ready) return
    const leaving = new AbortController()
    const [, ...ids] = of.split(' ').filter(Boolean)
    readTimeline(phone, ids, book, leaving.signal, true).then(
      ({ entries }) => {
        const own = entries.filter(({ localDay }) => isOf(localDay, from))
        if (!leaving.signal.aborted) setRead({ of, timeline: { entries: own, of: null } })
      },
      () => {},
    )
    return () => leaving.abort()
  }, [phone, of, book, from])
  return read?.of === of ? read.timeline : undefined
}
