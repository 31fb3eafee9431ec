'use client'
import { useTranslations } from 'use-intl'
import { PlaceList } from '../../modules/gyms/ui/portal/place-list.tsx'
import { useGymPortal } from './gym-context.tsx'
import { PageHead } from './page-head.tsx'

export function EquipmentScreen() {
  const t = useTranslations('gym')
  const { home, can } = useGymPortal()
  return (
    <>
      <PageHead title={t('page.equipment')} />
      <div className="max-w-3xl px-6 py-5">
        <PlaceList gymId={home.gymId} canEdit={can('edit_places')} />
      </div>
    </>
  )
}
