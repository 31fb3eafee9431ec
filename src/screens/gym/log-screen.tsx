'use client'
import { useTranslations } from 'use-intl'
import { ChangeLog } from '../../modules/gyms/ui/portal/change-log.tsx'
import { useGymPortal } from './gym-context.tsx'
import { PageHead } from './page-head.tsx'

export function LogScreen() {
  const t = useTranslations('gym')
  const { home } = useGymPortal()
  return (
    <>
      <PageHead title={t('page.log')}>
        <p className="text-ink-3">{t('log.text')}</p>
      </PageHead>
      <ChangeLog home={home} />
    </>
  )
}
