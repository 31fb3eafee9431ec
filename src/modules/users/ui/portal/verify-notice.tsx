'use client'
/** Says that nobody knows yet whether letters arrive, and sends one. */
import { useTranslations } from 'use-intl'
import { trpc } from '../../../../client/trpc.ts'
import { Button } from '../../../../ui/button.tsx'
import { Notice } from '../../../../ui/notice.tsx'

export function VerifyNotice({ email }: { email: string }) {
  const t = useTranslations('account')
  const send = trpc.users.sendVerification.useMutation()
  return (
    <div className="mb-8">
      <Notice
        tone="warn"
        actions={
          <Button size="compact" busy={send.isPending} onClick={() => send.mutate()}>
            {t(send.data ? 'verifyAgain' : 'verifySend')}
          </Button>
        }
      >
        <p className="font-medium text-sm">{t('verifyTitle')}</p>
        <p className="mt-0.5 break-words text-sm">
          {send.error ? send.error.message : t(send.data ? 'verifySent' : 'verifyWhy', { email })}
        </p>
      </Notice>
    </div>
  )
}
