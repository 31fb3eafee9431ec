'use client'
/** What every coach page stands in: words, data, the list at the left, and what ⌘K, ? and the dialogs open. */
import { type DehydratedState, HydrationBoundary } from '@tanstack/react-query'
import { type ReactNode, useMemo, useRef, useState } from 'react'
import { IntlProvider, useTranslations } from 'use-intl'
import { PortalProvider } from '../../client/portal-provider.tsx'
import messages from '../../messages/en/portal.json'
import type { RosterRow } from '../../modules/analytics/ui/portal/use-roster.ts'
import { InviteDialog } from '../../modules/coaching/ui/portal/invite-dialog.tsx'
import { useShortcuts } from '../../ui/portal-shortcuts.ts'
import { ToastHost } from '../../ui/toast.tsx'
import { ShortcutsDialog } from '../portal/shortcuts-dialog.tsx'
import { useToday } from '../portal/use-today.ts'
import { CoachNav } from './coach-nav.tsx'
import { CommandPalette } from './command-palette.tsx'
import { NotSharedDialog } from './not-shared-dialog.tsx'
import { CoachPortalContext, FIRST_VIEW, type Me, type RosterView } from './portal-context.tsx'

type Props = { me: Me; roster: DehydratedState; today: number; locale: string; children: ReactNode }

export function CoachFrame({ me, roster, today, locale, children }: Props) {
  return (
    <IntlProvider locale={locale} messages={messages} timeZone="UTC">
      <PortalProvider>
        <HydrationBoundary state={roster}>
          <Frame me={me} firstDay={today}>
            {children}
          </Frame>
        </HydrationBoundary>
      </PortalProvider>
    </IntlProvider>
  )
}

const SHORTCUTS = [
  { keys: ['/'], does: 'search' },
  { keys: ['↑', '↓'], does: 'move' },
  { keys: ['Enter'], does: 'open' },
  { keys: ['[', ']'], does: 'neighbours' },
  { keys: ['1', '2'], does: 'tabs' },
  { keys: ['U'], does: 'up' },
  { keys: ['I'], does: 'invite' },
] as const

function Frame({ me, firstDay, children }: { me: Me; firstDay: number; children: ReactNode }) {
  const t = useTranslations('coach')
  const today = useToday(firstDay)
  const shortcuts = SHORTCUTS.map(({ keys, does }) => ({ keys, does: t(`shortcuts.${does}`) }))
  const [open, setOpen] = useState<'invite' | 'palette' | 'shortcuts' | null>(null)
  const [notShared, setNotShared] = useState<RosterRow | null>(null)
  const view = useRef<RosterView>(FIRST_VIEW)
  const portal = useMemo(
    () => ({
      me,
      today,
      view,
      openInvite: () => setOpen('invite'),
      openPalette: () => setOpen('palette'),
      openShortcuts: () => setOpen('shortcuts'),
      openNotShared: setNotShared,
    }),
    [me, today],
  )
  useShortcuts({
    'mod+k': () => setOpen((now) => (now === 'palette' ? null : 'palette')),
    '?': portal.openShortcuts,
    i: portal.openInvite,
  })
  const close = () => setOpen(null)
  return (
    <CoachPortalContext.Provider value={portal}>
      <div className="flex h-dvh flex-col bg-surface text-sm md:grid md:grid-cols-[13rem_minmax(0,1fr)]">
        <CoachNav />
        <main id="content" tabIndex={-1} className="min-h-0 min-w-0 flex-1 overflow-y-auto outline-none">
          {children}
        </main>
      </div>
      <InviteDialog open={open === 'invite'} onClose={close} />
      <CommandPalette open={open === 'palette'} onClose={close} />
      {notShared && <NotSharedDialog row={notShared} onClose={() => setNotShared(null)} />}
      <ShortcutsDialog open={open === 'shortcuts'} onClose={close} shortcuts={shortcuts} />
      <ToastHost />
    </CoachPortalContext.Provider>
  )
}
