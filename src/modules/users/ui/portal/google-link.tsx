'use client'
/** That Google opens the account, and its end. */
import { type ReactNode, useState } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import { trpc } from '../../../../client/trpc.ts'
import { Button } from '../../../../ui/button.tsx'
import { Notice } from '../../../../ui/notice.tsx'

/** `around` is drawn only where Google opens the account, or did a moment ago. */
export function GoogleLink({ email, around }: { email: string; around: (part: ReactNode) => ReactNode }) {
  const t = useTranslations('account')
  const format = useFormatter()
  const utils = trpc.useUtils()
  const google = trpc.users.google.useQuery()
  const unlink = trpc.users.unlinkGoogle.useMutation({ onSettled: () => utils.users.google.invalidate() })
  const [isAsking, setAsking] = useState(false)
  const since = google.data?.since ?? null

  if (unlink.isSuccess) return around(<Notice tone="good">{t('googleRemoved', { email })}</Notice>)
  if (since === null) return null
  return around(
    <div className="grid gap-3">
      {unlink.error && (
        <Notice tone="bad" urgent>
          {unlink.error.message}
        </Notice>
      )}
      <p className="text-ink-2 text-sm">
        {t('googleSince', { when: format.dateTime(since, { dateStyle: 'medium' }) })}
      </p>
      <div className="flex flex-wrap items-center gap-2">
        {isAsking ? (
          <>
            <span className="text-ink-2 text-sm">{t('googleRemoveWhat')}</span>
            <Button
              size="compact"
              tone="danger"
              busy={unlink.isPending}
              onClick={() => unlink.mutate(undefined, { onSettled: () => setAsking(false) })}
            >
              {t('googleRemoveYes')}
            </Button>
            <Button size="compact" autoFocus onClick={() => setAsking(false)}>
              {t('cancel')}
            </Button>
          </>
        ) : (
          <Button size="compact" tone="danger-quiet" onClick={() => setAsking(true)}>
            {t('googleRemove')}
          </Button>
        )}
      </div>
    </div>,
  )
}
