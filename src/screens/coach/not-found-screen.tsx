'use client'
import Link from 'next/link'
import { useTranslations } from 'use-intl'
import { EmptyState } from '../../ui/empty-state.tsx'

/** An athlete who shares nothing with this coach, and one who doesn't exist, look the same. */
export function NotFoundScreen() {
  const t = useTranslations('coach')
  return (
    <EmptyState
      isPage
      title={t('notFound.title')}
      text={t('notFound.text')}
      action={
        <Link
          href="/coach"
          className="edge inline-flex min-h-8 items-center rounded-1 px-3 font-medium text-sm hover:bg-bg"
        >
          {t('notFound.back')}
        </Link>
      }
    />
  )
}
