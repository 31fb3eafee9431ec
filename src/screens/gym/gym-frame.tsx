'use client'
/** What every page of a gym stands in: words, data, the list at the left, and what ⌘K and ? open. */
import { useRouter } from 'next/navigation'
import { type ReactNode, useMemo, useRef, useState } from 'react'
import { IntlProvider, useTranslations } from 'use-intl'
import { PortalProvider } from '../../client/portal-provider.tsx'
import { trpc } from '../../client/trpc.ts'
import messages from '../../messages/en/portal.json'
import { useShortcuts } from '../../ui/portal-shortcuts.ts'
import { ToastHost } from '../../ui/toast.tsx'
import { ShortcutsDialog } from '../portal/shortcuts-dialog.tsx'
import { contextOf, GymContext, type GymPortal, type Home, type OpenRoster } from './gym-context.tsx'
import { GymNav } from './gym-nav.tsx'
import { GymPalette } from './gym-palette.tsx'

type Props = {
  me: GymPortal['me']
  home: Home
  gyms: { id: string; name: string }[]
  locale: string
  children: ReactNode
}

export function GymFrame({ locale, ...props }: Props) {
  return (
    <IntlProvider locale={locale} messages={messages} timeZone={props.home.zone}>
      <PortalProvider>
        <Frame {...props} />
      </PortalProvider>
    </IntlProvider>
  )
}

const SHORTCUTS = [
  { keys: ['/'], does: 'search' },
  { keys: ['J', 'K', '↑', '↓'], does: 'move' },
  { keys: ['Enter'], does: 'open' },
  { keys: ['X'], does: 'choose' },
  { keys: ['A'], does: 'chooseAll' },
  { keys: ['Esc'], does: 'clear' },
  { keys: ['C'], does: 'coach' },
  { keys: ['L'], does: 'location' },
  { keys: ['I'], does: 'invite' },
  { keys: ['N'], does: 'add' },
  { keys: ['G'], does: 'desk' },
] as const

function Frame({ me, home: first, gyms, children }: Omit<Props, 'locale'>) {
  const t = useTranslations('gym')
  const router = useRouter()
  const utils = trpc.useUtils()
  const { data: home } = trpc.gyms.home.useQuery({ gymId: first.gymId }, { initialData: first })
  const [open, setOpen] = useState<'palette' | 'shortcuts' | null>(null)
  const roster = useRef<OpenRoster>(null)
  const portal = useMemo(
    () =>
      contextOf(home, {
        me,
        roster,
        refresh: () => void utils.gyms.home.invalidate({ gymId: home.gymId }),
        openPalette: () => setOpen('palette'),
        openShortcuts: () => setOpen('shortcuts'),
      }),
    [me, home, utils],
  )
  useShortcuts({
    'mod+k': () => setOpen((now) => (now === 'palette' ? null : 'palette')),
    '?': portal.openShortcuts,
    g: () => router.push(portal.path('desk')),
  })
  const close = () => setOpen(null)
  const shortcuts = SHORTCUTS.map(({ keys, does }) => ({ keys, does: t(`shortcuts.${does}`) }))
  return (
    <GymContext.Provider value={portal}>
      <div className="flex h-dvh flex-col bg-surface text-sm md:grid md:grid-cols-[13rem_minmax(0,1fr)]">
        <GymNav gyms={gyms} />
        <main id="content" tabIndex={-1} className="min-h-0 min-w-0 flex-1 overflow-y-auto outline-none">
          {children}
        </main>
      </div>
      <GymPalette open={open === 'palette'} onClose={close} />
      <ShortcutsDialog open={open === 'shortcuts'} onClose={close} shortcuts={shortcuts} />
      <ToastHost />
    </GymContext.Provider>
  )
}
