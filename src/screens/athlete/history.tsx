'use client'
/** Every workout there was: by month, on the calendar, or found by a word. */
import { CalendarDays, Dumbbell, List, Plus, Search, SearchX, X } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Link, useSearchParams } from 'wouter'
import { HistoryCard } from '../../modules/workouts/ui/athlete/history-card.tsx'
import { HistoryList } from '../../modules/workouts/ui/athlete/history-list.tsx'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { TextField } from '../../ui/field.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { address } from './addresses.ts'
import { HistoryMonth } from './history-month.tsx'
import { LogPastSheet } from './log-past.tsx'
import { Page } from './page.tsx'
import { PartOfHistory } from './part-of-history.tsx'
import { useStartWorkout } from './start-workout.ts'
import { type Athlete, useAthlete } from './use-athlete.ts'
import { useHistoryPages } from './use-history-pages.ts'
import { type HistorySearch, MOST_FOUND, useHistorySearch } from './use-history-search.ts'

let keptQuery = ''

export function HistoryScreen() {
  const t = useTranslations('history')
  const athlete = useAthlete()
  const { book, habits } = athlete
  const [params, setParams] = useSearchParams()
  const isCalendar = params.get('view') === 'calendar' || params.has('day')
  const [query, setQuery] = useState(keptQuery)
  const [isLogging, setLogging] = useState(false)
  const pages = useHistoryPages(book)
  const search = useHistorySearch(query, book)
  const isEmpty = pages.items?.length === 0 && pages.isAll
  const [wasBack, setWasBack] = useState(false)
  if (pages.isBack && !wasBack) setWasBack(true)

  const type = (text: string) => {
    keptQuery = text
    setQuery(text)
  }

  return (
    <Page
      title={t('title')}
      ready={wasBack}
      actions={
        <div className="-my-2 -mr-3 flex self-center">
          <IconButton label={t('logPast')} onClick={() => setLogging(true)}>
            <Plus size={24} aria-hidden />
          </IconButton>
          <IconButton
            label={isCalendar ? t('showList') : t('showCalendar')}
            onClick={() => setParams(isCalendar ? {} : { view: 'calendar' }, { replace: true })}
          >
            {isCalendar ? <List size={24} aria-hidden /> : <CalendarDays size={24} aria-hidden />}
          </IconButton>
        </div>
      }
    >
      {!isEmpty && !isCalendar && (
        <div className="relative mb-1">
          <Search size={20} aria-hidden className="pointer-events-none absolute top-3.5 left-3.5 text-ink-3" />
          <TextField
            label={t('search')}
            hideLabel
            type="search"
            enterKeyHint="search"
            placeholder={t('search')}
            value={query}
            onChange={(event) => type(event.target.value)}
            className="pr-12 pl-11 [&::-webkit-search-cancel-button]:hidden"
          />
          {query !== '' && (
            <IconButton label={t('clearSearch')} onClick={() => type('')} className="absolute top-0 right-0">
              <X size={20} aria-hidden />
            </IconButton>
          )}
        </div>
      )}
      <PartOfHistory />
      {isEmpty ? (
        <HistoryEmpty athlete={athlete} />
      ) : isCalendar ? (
        <HistoryMonth athlete={athlete} startDay={Number(params.get('day')) || null} />
      ) : search ? (
        <Found search={search} athlete={athlete} query={query} onClear={() => type('')} />
      ) : (
        pages.items && (
          <HistoryList items={pages.items} book={book} units={habits} hrefOf={address.past} onEnd={pages.more} />
        )
      )}
      <LogPastSheet open={isLogging} onClose={() => setLogging(false)} athlete={athlete} />
    </Page>
  )
}

function HistoryEmpty({ athlete }: { athlete: Athlete }) {
  const t = useTranslations('history')
  const { startEmpty } = useStartWorkout(athlete)
  return (
    <>
      <EmptyState
        icon={<Dumbbell size={36} aria-hidden />}
        title={t('empty.title')}
        text={t('empty.text')}
        action={
          <Button tone="primary" onClick={startEmpty}>
            {t('empty.start')}
          </Button>
        }
      />
      <p className="text-center">
        <Link
          href={address.imports}
          className="inline-flex min-h-12 items-center px-3 font-medium text-ink-2 underline decoration-line-strong underline-offset-4"
        >
          {t('empty.import')}
        </Link>
      </p>
    </>
  )
}

function Found(props: { search: HistorySearch; athlete: Athlete; query: string; onClear: () => void }) {
  const { search, athlete, query, onClear } = props
  const t = useTranslations('history')
  const { found, isReading } = search
  return (
    <>
      <p role="status" className="num py-2 text-ink-2 text-sm">
        {isReading
          ? t('lookingBack', { n: found.length })
          : found.length >= MOST_FOUND
            ? t('foundMost', { n: found.length })
            : t('found', { n: found.length })}
      </p>
      {found.length === 0 && !isReading ? (
        <EmptyState
          icon={<SearchX size={36} aria-hidden />}
          title={t('none.title', { query })}
          text={t('none.text')}
          action={<Button onClick={onClear}>{t('clearSearch')}</Button>}
        />
      ) : (
        <ul>
          {found.map((summary) => (
            <li key={summary.workout.id}>
              <HistoryCard
                summary={summary}
                book={athlete.book}
                units={athlete.habits}
                href={address.past(summary.workout.id)}
                today={athlete.today}
              />
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
