'use client'
/** A list that is chosen from by typing: ⌘K, and wherever one of many is set. Type, arrows, Enter. */
import { type KeyboardEvent, type ReactNode, useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import { foldLetters } from '../../shared/fold-letters.ts'
import { cx } from '../../ui/cx.ts'
import { PortalDialog } from '../../ui/portal-dialog.tsx'
import { chooseTheme } from '../../ui/theme-script.ts'
import { leave } from './leave.ts'

export type PaletteItem = { id: string; label: string; detail?: string; run: () => void }

type Frame = { open: boolean; onClose: () => void; title: string; hint: string }

/** `useItems`: what there is for a text, in order; a hook, always the same. */
export function Palette(props: Frame & { useItems: (text: string) => PaletteItem[] }) {
  return (
    <Box {...props}>
      <Asked {...props} />
    </Box>
  )
}

/** One of a list that is known beforehand. */
export function ItemPalette(props: Frame & { items: readonly PaletteItem[] }) {
  return (
    <Box {...props}>
      <Known {...props} />
    </Box>
  )
}

function Box({ open, onClose, title, children }: Frame & { children: ReactNode }) {
  const t = useTranslations('portal')
  return (
    <PortalDialog open={open} onClose={onClose} title={title} closeLabel={t('close')} bare>
      {children}
    </PortalDialog>
  )
}

function Asked({ useItems, ...rest }: Frame & { useItems: (text: string) => PaletteItem[] }) {
  const [text, setText] = useState('')
  return <List {...rest} text={text} onText={setText} items={useItems(text)} />
}

function Known({ items, ...rest }: Frame & { items: readonly PaletteItem[] }) {
  const [text, setText] = useState('')
  return <List {...rest} text={text} onText={setText} items={matchingItems(items, text)} />
}

type ListProps = Frame & { text: string; onText: (text: string) => void; items: readonly PaletteItem[] }

function List({ onClose, title, hint, text, onText, items }: ListProps) {
  const t = useTranslations('portal')
  const listId = useId()
  const [active, setActive] = useState(0)
  const run = (item: PaletteItem | undefined) => {
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
        aria-label={title}
        placeholder={hint}
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={(event) => {
          onText(event.target.value)
          setActive(0)
        }}
        onKeyDown={onKeyDown}
        className="w-full border-(--control) border-b bg-transparent px-5 py-4 text-base outline-none placeholder:text-ink-3"
      />
      <div id={listId} role="listbox" aria-label={title} className="max-h-[50dvh] overflow-y-auto p-2">
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

/** Those whose words hold what was typed. */
export function matchingItems(items: readonly PaletteItem[], text: string): PaletteItem[] {
  const wanted = foldLetters(text).trim()
  return items.filter(({ label }) => foldLetters(label).includes(wanted))
}

/** What can be done on any page of a portal. */
export function useCommonItems(openShortcuts: () => void): PaletteItem[] {
  const t = useTranslations('portal')
  return [
    { id: 'theme', label: t('do.theme'), run: switchTheme },
    { id: 'log', label: t('do.log'), run: () => location.assign('/train') },
    { id: 'account', label: t('do.account'), run: () => location.assign('/account') },
    { id: 'shortcuts', label: t('do.shortcuts'), detail: '?', run: openShortcuts },
    { id: 'out', label: t('do.signOut'), run: leave },
  ]
}

function switchTheme() {
  chooseTheme(document.documentElement.dataset.theme === 'light' ? 'dark' : 'light')
}
