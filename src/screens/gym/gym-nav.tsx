'use client'
import { usePathname, useRouter } from 'next/navigation'
import { useTranslations } from 'use-intl'
import { NavLink, PortalNav } from '../portal/portal-nav.tsx'
import { GYM_PAGES, gymPath, PAGE_NEEDS, useGymPortal } from './gym-context.tsx'

const ANOTHER = 'new'

export function GymNav({ gyms }: { gyms: readonly { id: string; name: string }[] }) {
  const t = useTranslations('gym')
  const router = useRouter()
  const path = usePathname()
  const { me, home, can, openPalette, path: pathOf } = useGymPortal()
  return (
    <PortalNav
      label={t('nav.label')}
      home={{ href: gymPath(home.gymId), label: t('nav.home') }}
      me={me}
      onPalette={openPalette}
      head={
        <>
          <label htmlFor="gym-switch" className="sr-only">
            {t('nav.switch')}
          </label>
          <select
            id="gym-switch"
            value={home.gymId}
            onChange={({ target: { value } }) => router.push(value === ANOTHER ? '/gym?new=1' : gymPath(value))}
            className="edge h-8 min-w-0 max-w-full truncate rounded-1 bg-surface px-2 font-semibold md:mb-2"
          >
            {gyms.map(({ id, name }) => (
              <option key={id} value={id}>
                {id === home.gymId ? home.name : name}
              </option>
            ))}
            <option value={ANOTHER}>{t('nav.another')}</option>
          </select>
        </>
      }
    >
      {GYM_PAGES.filter((page) => can(PAGE_NEEDS[page])).map((page) => (
        <NavLink key={page} href={pathOf(page)} on={path === pathOf(page)}>
          {t(`page.${page}`)}
        </NavLink>
      ))}
    </PortalNav>
  )
}
