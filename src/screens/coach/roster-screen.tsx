'use client'
/** Everyone this coach follows: who hasn't trained longest first, found by typing. */
import { Download, UserPlus } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { type KeyboardEvent, useEffect, useMemo, useState } from 'react'
import { useFormatter, useLocale, useTranslations } from 'use-intl'
import {
  matchingRows,
  namesOf,
  ROSTER_SORTS,
  type RosterSort,
  sortRows,
} from '../../modules/analytics/rules/attention.ts'
import { athletePath, RosterTable } from '../../modules/analytics/ui/portal/roster-table.tsx'
import { useRoster, useRosterSearch } from '../../modules/analytics/ui/portal/use-roster.ts'
import { useRosterWords } from '../../modules/analytics/ui/portal/use-roster-words.ts'
import { isoDate } from '../../shared/local-day.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { TextField } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { copyText, csvOf, downloadText, tsvOf } from '../../ui/portal-csv.ts'
import { Kbd } from '../../ui/portal-parts.tsx'
import { useShortcuts } from '../../ui/portal-shortcuts.ts'
import { showToast } from '../../ui/toast.tsx'
import { useRowKeys } from '../../ui/use-row-keys.ts'
import { useCoachPortal } from './portal-context.tsx'
import { usePhotos } from './use-photos.ts'

const sortOf = (text: string | null): RosterSort => ROSTER_SORTS.find((sort) => sort === text) ?? 'attention'

function pathOf({ search, sort }: { search: string; sort: RosterSort }): string {
  const params = new URLSearchParams()
  if (search.trim()) params.set('q', search)
  if (sort !== 'attention') params.set('sort', sort)
  return params.size > 0 ? `/coach?${params}` : '/coach'
}

export function RosterScreen(first: { search: string; sort: string | null }) {
  const t = useTranslations('roster')
  const locale = useLocale()
  const format = useFormatter()
  const router = useRouter()
  const { today, openInvite, openNotShared, view: lastView } = useCoachPortal()
  const roster = useRoster(today)
  const words = useRosterWords(today)
  const [search, setSearch] = useState(first.search)
  const [sort, setSort] = useState(() => sortOf(first.sort))
  const [active, setActive] = useState(0)
  const found = useRosterSearch(today, roster, search)
  // Sorted and made searchable once for all that is typed.
  const sorted = useMemo(() => sortRows(found, { sort, locale }), [found, sort, locale])
  const names = useMemo(() => namesOf(sorted), [sorted])
  const everyone = useMemo(() => roster.rows.map(({ athleteId }) => athleteId), [roster.rows])
  const photos = usePhotos(everyone, 64)
  const rows = useMemo(() => matchingRows(sorted, names, search), [sorted, names, search])

  useEffect(() => {
    lastView.current = { search, sort, path: pathOf({ search, sort }) }
  }, [search, sort, lastView])

  function view(next: { search?: string; sort?: RosterSort }) {
    const view = { search, sort, ...next }
    setSearch(view.search)
    setSort(view.sort)
    setActive(0)
    window.history.replaceState(null, '', pathOf(view))
  }
  const { field, focusRow, move, focusSearch, down, up, toFirst, toLast } = useRowKeys(rows.length, active, setActive)
  useShortcuts({ '/': focusSearch, ArrowDown: down, ArrowUp: up, Home: toFirst, End: toLast })
  function onFieldKey(event: KeyboardEvent) {
    const first = rows[0]
    if (event.key === 'ArrowDown') {
      event.preventDefault()
      move(0)
    } else if (event.key === 'Enter' && first && !event.nativeEvent.isComposing) {
      // Else the key would press what has the focus by then: a button of the dialog that it opened.
      event.preventDefault()
      if (first.figures) router.push(athletePath(first.athleteId))
      else openNotShared(first)
    } else if (event.key === 'Escape') view({ search: '' })
  }
  async function copy() {
    const done = await copyText(tsvOf(words.table(rows)))
    showToast(
      done ? { text: t('copied', { count: rows.length }), tone: 'good' } : { text: t('notCopied'), tone: 'bad' },
    )
  }

  const nobody = roster.complete && roster.rows.length === 0
  return (
    <div className="flex h-full min-h-96 flex-col">
      <header className="flex min-h-16 flex-wrap items-center gap-x-4 gap-y-2 border-line border-b px-6 py-2">
        <h1 className="font-bold text-[1.1875rem] tracking-tight">{t('title')}</h1>
        <div className="relative w-72 max-w-full">
          <TextField
            ref={field}
            compact
            hideLabel
            type="search"
            label={t('search')}
            placeholder={t('search')}
            value={search}
            onChange={(event) => view({ search: event.target.value })}
            onKeyDown={onFieldKey}
            autoComplete="off"
            spellCheck={false}
          />
          {search === '' && (
            <span aria-hidden className="pointer-events-none absolute inset-y-0 right-2 grid place-items-center">
              <Kbd>/</Kbd>
            </span>
          )}
        </div>
        <p role="status" className="num text-ink-3">
          {roster.complete || search.trim() !== ''
            ? t('shown', { shown: rows.length, total: roster.total })
            : t('loadingMore', { here: format.number(roster.rows.length), total: format.number(roster.total) })}
        </p>
        <span className="flex-1" />
        <Button size="compact" tone="quiet" onClick={() => void copy()} disabled={rows.length === 0}>
          {t('copy')}
        </Button>
        <Button
          size="compact"
          tone="quiet"
          icon={<Download size={15} aria-hidden />}
          disabled={rows.length === 0}
          onClick={() => downloadText(`athletes-${isoDate(today)}.csv`, csvOf(words.table(rows)))}
        >
          {t('export')}
        </Button>
        <Button size="compact" tone="primary" icon={<UserPlus size={15} aria-hidden />} onClick={openInvite}>
          {t('invite')}
        </Button>
      </header>
      {roster.error && (
        <div className="p-4">
          <Notice
            tone="bad"
            urgent
            actions={
              <Button size="compact" onClick={roster.retry}>
                {t('retry')}
              </Button>
            }
          >
            {roster.error.message}
          </Notice>
        </div>
      )}
      {nobody ? (
        <EmptyState
          title={t('emptyTitle')}
          text={t('emptyText')}
          action={
            <Button size="compact" tone="primary" onClick={openInvite}>
              {t('invite')}
            </Button>
          }
        />
      ) : rows.length === 0 && search.trim() !== '' ? (
        <EmptyState
          title={t('noneTitle', { search: search.trim() })}
          text={t('noneText')}
          action={
            <Button size="compact" onClick={() => view({ search: '' })}>
              {t('clear')}
            </Button>
          }
        />
      ) : (
        <RosterTable
          rows={rows}
          today={today}
          sort={sort}
          onSort={(next) => view({ sort: next })}
          active={active}
          focusRow={focusRow}
          onNotShared={openNotShared}
          photos={photos}
        />
      )}
    </div>
  )
}
