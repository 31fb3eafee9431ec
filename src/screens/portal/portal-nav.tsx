'use client'
/** The list at the left of a portal: its pages, what belongs to the person, search, the way out. */
import Link from 'next/link'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { cx } from '../../ui/cx.ts'
import { Kbd } from '../../ui/portal-parts.tsx'
import { usePaletteKey } from '../../ui/portal-shortcuts.ts'
import { leave } from './leave.ts'

const ITEM = 'flex min-h-8 items-center gap-2 rounded-1 px-2 text-left'

type Props = {
  label: string
  home: { href: string; label: string }
  me: { name: string; email: string }
  onPalette: () => void
  /** Under the name of the product. */
  head?: ReactNode
  /** The portal's own pages. */
  children: ReactNode
}

export function PortalNav({ label, home, me, onPalette, head, children }: Props) {
  const t = useTranslations('portal')
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
        aria-label={label}
        className="flex shrink-0 flex-wrap items-center gap-0.5 border-line bg-bg px-2.5 py-2 max-md:border-b md:h-dvh md:flex-col md:flex-nowrap md:items-stretch md:overflow-y-auto md:border-r md:py-3.5"
      >
        <Link
          href={home.href}
          className="px-2 py-1 font-bold text-[1rem] tracking-tight md:mb-2.5"
          aria-label={home.label}
        >
          spotter<span className="text-accent-text">.</span>
        </Link>
        {head}
        {children}
        <NavLink href="/train" plain>
          {t('myLog')}
        </NavLink>
        <NavLink href="/account" plain>
          {t('account')}
        </NavLink>
        <div className="flex-1" />
        <button type="button" onClick={onPalette} className={cx(ITEM, 'text-ink-2 hover:bg-pressed')}>
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

/** `plain` leaves the portal: another app with its own frame. */
export function NavLink(props: { href: string; on?: boolean; plain?: boolean; children: ReactNode }) {
  const { href, on, plain, children } = props
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

/** A figure at the end of a link's line. */
export function NavCount({ children }: { children: ReactNode }) {
  return <span className="num ml-auto text-ink-3 text-xs">{children}</span>
}
