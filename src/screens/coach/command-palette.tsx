'use client'
/** ⌘K: type a name or what you want to do, Enter. */
import { useRouter } from 'next/navigation'
import { type KeyboardEvent, useId, useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { shownRows } from '../../modules/analytics/rules/attention.ts'
import { athletePath } from '../../modules/analytics/ui/portal/roster-table.tsx'
import { useRoster, useRosterSearch } from '../../modules/analytics/ui/portal/use-roster.ts'
import { useRosterWords } from '../../modules/analytics/ui/portal/use-roster-words.ts'
import { foldLetters } from '../../shared/fold-letters.ts'
import { cx } from '../../ui/cx.ts'
import { PortalDialog } from '../../ui/portal-dialog.tsx'
import { chooseTheme } from '../../ui/theme-script.ts'
import { leave } from './leave.ts'
import { useCoachPortal } from './portal-context.tsx'

const SHOWN_ATHLETES = 8

type Item = { id: string; label: string; detail?: string; run: () => void }

export function CommandPalette({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useTranslations('coach')
  return (
    <PortalDialog open={open} onClose={onClose} title={t('palette')} closeLabel={t('close')} bare>
      <Palette onClose={onClose} />
    </PortalDialog>
  )
}

function Palette({ onClose }: { onClose: () => void }) {
  const t = useTranslations('coach')
  const listId = useId()
  const [text, setText] = useState('')
  const [active, setActive] = useState(0)
  const items = useItems(text)
  const run = (item: Item | undefined) => {
    if (!item) return
    onClose()
    item.run()
  }
  function onKeyDown(event: KeyboardEvent) {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0) {
      event.preventDefault()
      const next = (active + step + items.length) % Math.max(1, items.length)
      setActive(next)
      document.getElementById(`${listId}-${next}`)?.scrollIntoView({ block: 'nearest' })
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault()
      run(items[active])
    }
  }
  return (
    <div>
      <input
        // biome-ignore lint/a11y/noAutofocus: a dialog's first field takes the focus
        autoFocus
        role="combobox"
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={items.length > 0 ? `${listId}-${active}` : undefined}
        aria-label={t('palette')}
        placeholder={t('paletteHint')}
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={(event) => {
          setText(event.target.value)
          setActive(0)
        }}
        onKeyDown={onKeyDown}
        className="w-full border-(--control) border-b bg-transparent px-5 py-4 text-base outline-none placeholder:text-ink-3"
      />
      <div id={listId} role="listbox" aria-label={t('palette')} className="max-h-[50dvh] overflow-y-auto p-2">
        {items.map((item, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: keys are the combobox's
          <div
            key={item.id}
            id={`${listId}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            onClick={() => run(item)}
            onPointerMove={() => setActive(index)}
            className={cx(
              'flex min-h-8 cursor-pointer items-center gap-3 rounded-1 px-3 py-1',
              index === active && 'bg-pressed',
            )}
          >
            <span className="min-w-0 flex-1 truncate">{item.label}</span>
            {item.detail && <span className="num shrink-0 text-ink-3">{item.detail}</span>}
          </div>
        ))}
      </div>
      <p role="status" className={items.length > 0 ? 'sr-only' : 'px-5 pb-5 text-ink-2'}>
        {items.length > 0 ? t('results', { count: items.length }) : t('nothingFound', { text })}
      </p>
    </div>
  )
}

function useItems(text: string): Item[] {
  const t = useTranslations('coach')
  const locale = useLocale()
  const router = useRouter()
  const { today, openInvite, openShortcuts, openNotShared } = useCoachPortal()
  const roster = useRoster(today)
  const rows = useRosterSearch(today, roster, text)
  const words = useRosterWords(today)
  const actions: Item[] = [
    { id: 'roster', label: t('do.roster'), run: () => router.push('/coach') },
    { id: 'invite', label: t('do.invite'), detail: 'I', run: openInvite },
    { id: 'theme', label: t('do.theme'), run: switchTheme },
    { id: 'log', label: t('do.log'), run: () => location.assign('/train') },
    { id: 'account', label: t('do.account'), run: () => location.assign('/account') },
    { id: 'shortcuts', label: t('do.shortcuts'), detail: '?', run: openShortcuts },
    { id: 'out', label: t('do.signOut'), run: leave },
  ]
  const wanted = foldLetters(text).trim()
  const matching = actions.filter(({ label }) => foldLetters(label).includes(wanted))
  const athletes = shownRows(rows, { search: text, sort: 'attention', locale })
    .slice(0, SHOWN_ATHLETES)
    .map((row) => ({
      id: row.athleteId,
      label: row.name,
      detail: words.lastTrained(row.figures),
      run: () => (row.figures ? router.push(athletePath(row.athleteId)) : openNotShared(row)),
    }))
  // With nothing typed the things to do come first; a name that is typed is what is wanted.
  return wanted === '' ? [...matching, ...athletes] : [...athletes, ...matching]
}

function switchTheme() {
  chooseTheme(document.documentElement.dataset.theme === 'light' ? 'dark' : 'light')
}
