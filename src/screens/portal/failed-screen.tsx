'use client'
import { useRouter } from 'next/navigation'
import { startTransition } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'

export function FailedScreen({ onRetry }: { onRetry: () => void }) {
  const t = useTranslations('portal')
  const router = useRouter()
  return (
    <div role="alert">
      <EmptyState
        isPage
        title={t('failed.title')}
        text={t('failed.text')}
        action={
          <Button
            size="compact"
            onClick={() =>
              startTransition(() => {
                router.refresh()
                onRetry()
              })
            }
          >
            {t('failed.retry')}
          </Button>
        }
      />
    </div>
  )
}
