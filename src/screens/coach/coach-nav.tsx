'use client'
import { usePathname } from 'next/navigation'
import { useFormatter, useTranslations } from 'use-intl'
import { useRoster } from '../../modules/analytics/ui/portal/use-roster.ts'
import { NavCount, NavLink, PortalNav } from '../portal/portal-nav.tsx'
import { useCoachPortal } from './portal-context.tsx'

export function CoachNav() {
  const t = useTranslations('coach')
  const format = useFormatter()
  const { me, today, openPalette } = useCoachPortal()
  const { total } = useRoster(today, { walk: true })
  const path = usePathname()
  return (
    <PortalNav label={t('nav')} home={{ href: '/coach', label: t('home') }} me={me} onPalette={openPalette}>
      <NavLink href="/coach" on={path === '/coach' || path.startsWith('/coach/athletes')}>
        {t('athletes')}
        <NavCount>{format.number(total)}</NavCount>
      </NavLink>
    </PortalNav>
  )
}
