'use client'
import { useTranslations } from 'use-intl'
import { GymSettings, LocationList } from '../../modules/gyms/ui/portal/gym-settings.tsx'
import { useGymPortal } from './gym-context.tsx'
import { PageHead } from './page-head.tsx'

export function SettingsScreen() {
  const t = useTranslations('gym')
  const { home, refresh } = useGymPortal()
  return (
    <>
      <PageHead title={t('page.settings')} />
      <div className="grid max-w-2xl gap-10 px-6 py-5">
        <GymSettings home={home} onSaved={refresh} />
        <LocationList home={home} onChanged={refresh} />
      </div>
    </>
  )
}
