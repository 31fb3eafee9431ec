'use client'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import { useRoster } from '../../modules/analytics/ui/portal/use-roster.ts'
import { cx } from '../../ui/cx.ts'
import { Kbd } from '../../ui/portal-parts.tsx'
import { usePaletteKey } from '../../ui/portal-shortcuts.ts'
import { leave } from './leave.ts'
import { useCoachPortal } from './portal-context.tsx'

const ITEM = 'flex min-h-8 items-center gap-2 rounded-1 px-2 text-left'

export function CoachNav() {
  const t = useTranslations('coach')
  const format = useFormatter()
  const { me, today, openPalette } = useCoachPortal()
  const { total } = useRoster(today, { walk: true })
  const path = usePathname()
  const paletteKey = usePaletteKey()
  return (
    <>
      <a
        href="#content"
        className="sr-only z-50 rounded-1 bg-raised px-3 py-2 shadow-float focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        {t('toContent')}
      </a>
      <nav
        aria-label={t('nav')}
        className="flex shrink-0 flex-wrap items-center gap-0.5 border-line bg-bg px-2.5 py-2 max-md:border-b md:h-dvh md:flex-col md:flex-nowrap md:items-stretch md:overflow-y-auto md:border-r md:py-3.5"
      >
        <Link href="/coach" className="px-2 py-1 font-bold text-[1rem] tracking-tight md:mb-2.5" aria-label={t('home')}>
          spotter<span className="text-accent-text">.</span>
        </Link>
        <NavLink href="/coach" on={path === '/coach' || path.startsWith('/coach/athletes')}>
          {t('athletes')}
          <span className="num ml-auto text-ink-3 text-xs">{format.number(total)}</span>
        </NavLink>
        <NavLink href="/train" plain>
          {t('myLog')}
        </NavLink>
        <NavLink href="/account" plain>
          {t('account')}
        </NavLink>
        <div className="flex-1" />
        <button type="button" onClick={openPalette} className={cx(ITEM, 'text-ink-2 hover:bg-pressed')}>
          {t('palette')}
          <span className="ml-auto" aria-hidden>
            <Kbd>{paletteKey}</Kbd>
          </span>
        </button>
        <div className="flex min-w-0 items-center gap-1 max-md:hidden">
          <span className="min-w-0 flex-1 truncate px-2 text-ink-3" title={me.email}>
            {me.name}
          </span>
          <button type="button" onClick={leave} className="min-h-8 rounded-1 px-2 text-ink-2 hover:bg-pressed">
            {t('signOut')}
          </button>
        </div>
      </nav>
    </>
  )
}

/** `plain` leaves the coach pages: another app with its own frame. */
function NavLink({ href, on, plain, children }: { href: string; on?: boolean; plain?: boolean; children: ReactNode }) {
  const className = cx(ITEM, on ? 'bg-pressed font-semibold text-ink' : 'font-medium text-ink-2 hover:bg-pressed')
  if (plain) {
    return (
      <a href={href} className={className}>
        {children}
      </a>
    )
  }
  return (
    <Link href={href} aria-current={on ? 'page' : undefined} className={className}>
      {children}
    </Link>
  )
}
