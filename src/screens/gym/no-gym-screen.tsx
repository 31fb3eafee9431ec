'use client'
import { useTranslations } from 'use-intl'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PublicFrame } from '../public/public-frame.tsx'

/** For a gym that is none of theirs and for a page that their role does not have: the two look alike. */
export function NoGymScreen() {
  return (
    <PublicFrame>
      <Screen />
    </PublicFrame>
  )
}

function Screen() {
  const t = useTranslations('gym')
  return (
    <EmptyState
      isPage
      title={t('notFound.title')}
      text={t('notFound.text')}
      action={
        <a
          href="/gym"
          className="edge inline-flex min-h-8 items-center rounded-1 px-3 font-medium text-sm hover:bg-raised"
        >
          {t('notFound.back')}
        </a>
      }
    />
  )
}
