'use client'
/** Figures of a part must not pass for figures of all: says which of the athlete's history this phone doesn't hold. */
import { useTranslations } from 'use-intl'
import { useSyncStatus } from '../../sync/client/hooks.ts'

export function PartOfHistory() {
  const t = useTranslations('partOfHistory')
  const { here, dropped, paused, ready } = useSyncStatus()
  if (!ready || here === 'all' || paused === 'guest') return null
  return (
    <p role="note" className="num mb-4 text-ink-2 text-sm">
      {here === 'partly' ? t('dropped', { n: dropped }) : t('coming')}
    </p>
  )
}
