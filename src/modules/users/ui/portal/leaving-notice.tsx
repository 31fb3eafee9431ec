'use client'
/** Somebody signed in to an account that is about to be deleted: it can still be kept. */
import { useFormatter, useTranslations } from 'use-intl'
import { trpc } from '../../../../client/trpc.ts'
import { Button } from '../../../../ui/button.tsx'
import { Notice } from '../../../../ui/notice.tsx'

export function LeavingNotice() {
  const t = useTranslations('account.leave')
  const format = useFormatter()
  const utils = trpc.useUtils()
  const { data } = trpc.privacy.state.useQuery()
  const keep = trpc.privacy.keepAccount.useMutation({ onSettled: () => utils.privacy.state.invalidate() })
  if (keep.isSuccess && data?.is !== 'leaving') {
    return (
      <div className="mb-8">
        <Notice tone="good">{t('kept')}</Notice>
      </div>
    )
  }
  if (data?.is !== 'leaving') return null
  return (
    <div className="mb-8">
      <Notice
        tone="warn"
        urgent
        actions={
          <Button tone="primary" size="compact" busy={keep.isPending} onClick={() => keep.mutate()}>
            {t('keep')}
          </Button>
        }
      >
        <p className="font-semibold">{t('leaving', { day: format.dateTime(data.dueAt, { dateStyle: 'long' }) })}</p>
        <p className="mt-1">{t('leavingText')}</p>
        {keep.error && <p className="mt-1 text-bad">{keep.error.message}</p>}
      </Notice>
    </div>
  )
}
