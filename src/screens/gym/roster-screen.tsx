'use client'
/** Everybody of a gym: found by typing, chosen by keys, changed many at a time, undone. */
import { Download, UserPlus } from 'lucide-react'
import { type KeyboardEvent, useEffect, useMemo, useState } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import type { Answers } from '../../client/trpc.ts'
import { InviteDialog } from '../../modules/coaching/ui/portal/invite-dialog.tsx'
import type { RosterView } from '../../modules/gyms/model.ts'
import { countStates, FIRST_VIEW, viewRows } from '../../modules/gyms/rules/roster.ts'
import { AddMemberDialog } from '../../modules/gyms/ui/portal/add-member-dialog.tsx'
import { type Invitee, InviteMembersDialog } from '../../modules/gyms/ui/portal/invite-members-dialog.tsx'
import { MemberPanel } from '../../modules/gyms/ui/portal/member-panel.tsx'
import { MemberTable } from '../../modules/gyms/ui/portal/member-table.tsx'
import { useGymRoster, useRefreshRoster } from '../../modules/gyms/ui/portal/use-gym-roster.ts'
import { useMemberWords } from '../../modules/gyms/ui/portal/use-member-words.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { TextField } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Kbd } from '../../ui/portal-parts.tsx'
import { useShortcuts } from '../../ui/portal-shortcuts.ts'
import { useRowKeys } from '../../ui/use-row-keys.ts'
import { BulkBar } from './bulk-bar.tsx'
import { useGymPortal } from './gym-context.tsx'
import { RosterFilters } from './roster-filters.tsx'
import { useBulk } from './use-bulk.tsx'
import { useChoice } from './use-choice.ts'
import { useExport } from './use-export.ts'
import { useRosterView } from './use-roster-view.ts'

type Props = { start: Answers['gyms']['rosterStart']; view: RosterView; openId: string | null; adding: boolean }

export function RosterScreen({ start, ...first }: Props) {
  const t = useTranslations('gym')
  const format = useFormatter()
  const { home, can, path, roster: handle } = useGymPortal()
  const { gymId } = home
  const roster = useGymRoster(gymId)
  const refresh = useRefreshRoster(gymId)
  const { view, openId, setView, setOpenId } = useRosterView(path('roster'), first)
  const [adding, setAdding] = useState(first.adding)
  const [inviting, setInviting] = useState<readonly Invitee[] | null>(null)
  const [coaching, setCoaching] = useState(false)
  const clock = useMemo(
    () => ({ now: roster.at || start.at, absentWeeks: view.weeks ?? home.absentWeeks }),
    [roster.at, start.at, view.weeks, home.absentWeeks],
  )
  const words = useMemberWords(home.zone, clock)
  const names = useMemo(
    () =>
      new Map([
        ...home.staff.map(({ userId, name }) => [userId, name] as const),
        ...home.locations.map(({ id, name }) => [id, name] as const),
      ]),
    [home],
  )
  const { prepared } = roster
  const rows = useMemo(
    () => (prepared ? viewRows(prepared, view, clock, names) : start.rows),
    [prepared, view, clock, names, start.rows],
  )
  const counts = useMemo(() => (prepared ? countStates(prepared.rows, clock) : start.counts), [prepared, clock, start])
  const choice = useChoice(rows)
  const keys = useRowKeys(rows.length, choice.active, choice.setActive)
  const bulk = useBulk({ gymId, rows: choice.picked, onInvite: setInviting })
  const download = useExport(gymId, names)

  const change = (next: Partial<RosterView>) => {
    setView({ ...view, ...next })
    choice.setActive(0)
  }
  const open = (index: number) => {
    const row = rows[index]
    if (!row) return
    choice.setActive(index)
    setOpenId(row.id === openId ? null : row.id)
  }
  const back = () => (choice.chosen.size > 0 ? choice.clear() : setOpenId(null))
  const office = can('assign_coach')
  useShortcuts({
    ...{ '/': keys.focusSearch, ArrowDown: keys.down, j: keys.down, ArrowUp: keys.up, k: keys.up },
    ...{ Home: keys.toFirst, End: keys.toLast, Escape: back },
    x: () => choice.toggle(choice.active, false),
    a: choice.toggleAll,
    ...(office && { c: bulk.openCoach, l: bulk.openLocation }),
    ...(can('invite_member') && { i: bulk.invite }),
    ...(can('add_member') && { n: () => setAdding(true) }),
  })
  function onFieldKey(event: KeyboardEvent) {
    if (event.key === 'ArrowDown') {
      event.preventDefault()
      keys.move(0)
    } else if (event.key === 'Enter' && rows[0] && !event.nativeEvent.isComposing) {
      event.preventDefault()
      open(0)
    } else if (event.key === 'Escape') change({ search: '' })
  }
  // The list that is worked on ends where the typing ends: a choice that is no more seen is let go.
  const { clear } = choice
  useEffect(() => {
    if (view.search !== '') clear()
  }, [view.search, clear])

  useEffect(() => {
    handle.current = { openMember: setOpenId, addMember: () => setAdding(true) }
    return () => {
      handle.current = null
    }
  }, [handle, setOpenId])

  const openRow = prepared?.rows.find(({ id }) => id === openId) ?? start.rows.find(({ id }) => id === openId)
  const locations = home.locations.filter(({ isClosed }) => !isClosed)
  const nobody = counts.all === 0
  const { search, state, coach, location, weeks } = view
  const isNarrowed = search !== '' || state !== FIRST_VIEW.state || (coach ?? location ?? weeks) !== null
  // An address is found only by who sees it.
  const searchLabel = can('see_contact') ? t('roster.search') : t('roster.searchNames')
  return (
    <div className="flex h-full min-h-96">
      <div className="flex min-w-0 flex-1 flex-col">
        <header className="flex min-h-16 flex-wrap items-center gap-x-4 gap-y-2 border-line border-b px-6 py-2">
          <h1 className="font-bold text-[1.1875rem] tracking-tight">{t('roster.title')}</h1>
          <div className="relative w-72 max-w-full">
            <TextField
              ref={keys.field}
              compact
              hideLabel
              type="search"
              label={searchLabel}
              placeholder={searchLabel}
              value={view.search}
              onChange={(event) => change({ search: event.target.value })}
              onKeyDown={onFieldKey}
              autoComplete="off"
              spellCheck={false}
            />
            {view.search === '' && (
              <span aria-hidden className="pointer-events-none absolute inset-y-0 right-2 grid place-items-center">
                <Kbd>/</Kbd>
              </span>
            )}
          </div>
          <p role="status" className="num text-ink-3">
            {prepared
              ? t('roster.shown', { shown: rows.length, total: counts.all })
              : t('roster.loading', { shown: format.number(start.shown) })}
          </p>
          <span className="flex-1" />
          {can('export_members') && (
            <Button
              size="compact"
              tone="quiet"
              icon={<Download size={15} aria-hidden />}
              disabled={rows.length === 0 || !prepared}
              busy={download.busy}
              onClick={() => void download.run(choice.chosen.size > 0 ? choice.picked : rows)}
            >
              {t('roster.export')}
            </Button>
          )}
          {can('add_member') && (
            <Button
              size="compact"
              tone="primary"
              icon={<UserPlus size={15} aria-hidden />}
              onClick={() => setAdding(true)}
            >
              {t('roster.add')}
            </Button>
          )}
        </header>
        <RosterFilters view={view} counts={counts} onChange={change} />
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
            title={t('roster.emptyTitle')}
            text={t('roster.emptyText')}
            action={
              <span className="flex flex-wrap justify-center gap-2">
                {can('import_members') && (
                  <a
                    href={path('import')}
                    className="edge inline-flex min-h-8 items-center rounded-1 px-3 font-medium text-sm hover:bg-raised"
                  >
                    {t('roster.import')}
                  </a>
                )}
                {can('add_member') && (
                  <Button size="compact" tone="primary" onClick={() => setAdding(true)}>
                    {t('roster.add')}
                  </Button>
                )}
              </span>
            }
          />
        ) : rows.length === 0 ? (
          <EmptyState
            title={t('roster.noneTitle')}
            text={isNarrowed ? t('roster.noneText') : t('roster.noneCurrent')}
            action={
              <Button
                size="compact"
                onClick={() => change({ search: '', state: 'all', coach: null, location: null, weeks: null })}
              >
                {t('roster.showAll')}
              </Button>
            }
          />
        ) : (
          <MemberTable
            gymId={gymId}
            rows={rows}
            words={words}
            names={names}
            sort={view.sort}
            down={view.down}
            onSort={(sort) => change({ sort, down: sort === view.sort && !view.down })}
            active={choice.active}
            openId={openId}
            chosen={choice.chosen}
            onChoose={choice.toggle}
            onChooseAll={choice.toggleAll}
            onOpen={open}
            focusRow={keys.focusRow}
            hasAddresses={can('see_contact') && !openRow}
            hasLocations={home.locations.length > 0}
          />
        )}
        <BulkBar bulk={bulk} choice={choice} />
      </div>
      {openRow && (
        <MemberPanel
          key={openRow.id}
          home={home}
          memberId={openRow.id}
          words={words}
          onClose={() => setOpenId(null)}
          onAssign={(coachId) => bulk.assign(coachId, [openRow])}
          onMove={(locationId) => bulk.move(locationId, [openRow])}
          onEnd={(ended) => bulk.end(ended, [openRow])}
          onInvite={() => setInviting([openRow])}
          onChanged={() => void refresh()}
          onCoach={() => setCoaching(true)}
        />
      )}
      <AddMemberDialog
        open={adding}
        onClose={() => setAdding(false)}
        gymId={gymId}
        locations={locations}
        roster={prepared}
        onAdded={() => void refresh()}
        onOpen={setOpenId}
        onInvite={async (memberId) => {
          await refresh()
          setInviting([{ id: memberId, hasAccount: false, endedAt: null, canMail: true }])
        }}
      />
      {inviting && (
        <InviteMembersDialog
          rows={inviting}
          gymId={gymId}
          seesContact={can('see_contact')}
          onClose={() => setInviting(null)}
          onInvited={() => void refresh()}
        />
      )}
      <InviteDialog open={coaching} onClose={() => setCoaching(false)} />
      {bulk.palette}
    </div>
  )
}
