'use client'
import { useMemo, useState } from 'react'
import { useTranslations } from 'use-intl'
import { workouts } from '../../modules/workouts/model.ts'
import { summarise } from '../../modules/workouts/rules/summary.ts'
import { HistoryCalendar } from '../../modules/workouts/ui/athlete/history-calendar.tsx'
import { HistoryCard } from '../../modules/workouts/ui/athlete/history-card.tsx'
import { addMonths, civilOf, dayFromCivil, daysInMonth } from '../../shared/local-day.ts'
import { useLive } from '../../sync/client/hooks.ts'
import { Button } from '../../ui/button.tsx'
import { address } from './addresses.ts'
import { LogPastSheet } from './log-past.tsx'
import { newestFirst, readWholes } from './reads.ts'
import type { Athlete } from './use-athlete.ts'
import { useBreaks } from './use-streak.ts'

/** A month on the calendar, and below it the workouts of the day that was tapped, else of the month. */
export function HistoryMonth({ athlete, startDay }: { athlete: Athlete; startDay: number | null }) {
  const t = useTranslations('history')
  const { today, book, habits, profile } = athlete
  const [month, setMonth] = useState(startDay ?? today)
  const [selected, setSelected] = useState<number | null>(startDay)
  const [isLogging, setLogging] = useState(false)
  const breaks = useBreaks() ?? []
  const { year, month: number } = civilOf(month)
  const first = dayFromCivil(year, number, 1)
  const wholes = useLive(
    async (rows) => {
      const found = await rows.between(workouts, 'localDay', first, first + daysInMonth(year, number) - 1)
      return readWholes(rows, found.filter(({ state }) => state !== 'open').toSorted(newestFirst))
    },
    [first],
  )
  const summaries = useMemo(() => wholes?.map((whole) => summarise(whole, book.get)), [wholes, book])
  const counts = new Map<number, number>()
  for (const { workout } of summaries ?? []) counts.set(workout.localDay, (counts.get(workout.localDay) ?? 0) + 1)
  const shown = summaries?.filter(({ workout }) => selected === null || workout.localDay === selected)
  return (
    <>
      <HistoryCalendar
        month={month}
        today={today}
        weekStart={profile.weekStart}
        selected={selected}
        counts={counts}
        breaks={breaks}
        onMonth={(by) => {
          setMonth(addMonths(first, by))
          setSelected(null)
        }}
        onSelect={(day) => setSelected(day === selected ? null : day)}
      />
      {shown && (
        <p className="num mt-4 border-line border-t pt-4 text-ink-2 text-sm">
          {selected === null ? t('inMonth', { n: shown.length }) : t('onDay', { n: shown.length })}
        </p>
      )}
      <ul>
        {shown?.map((summary) => (
          <li key={summary.workout.id}>
            <HistoryCard summary={summary} book={book} units={habits} href={address.past(summary.workout.id)} />
          </li>
        ))}
      </ul>
      {selected !== null && selected <= today && (
        <Button wide className="mt-3" onClick={() => setLogging(true)}>
          {t('logOnDay')}
        </Button>
      )}
      <LogPastSheet open={isLogging} onClose={() => setLogging(false)} athlete={athlete} day={selected ?? today} />
    </>
  )
}
