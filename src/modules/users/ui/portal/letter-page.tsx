'use client'
/** A letter's link, opened. Looking does nothing: mail programs look too, so the person presses a button. */
import { useTranslations } from 'use-intl'
import { trpc } from '../../../../client/trpc.ts'
import { Button } from '../../../../ui/button.tsx'
import { Notice } from '../../../../ui/notice.tsx'

export function LetterPage({ token }: { token: string }) {
  const t = useTranslations('letter')
  const preview = trpc.users.previewLetter.useQuery({ token }, { retry: false, refetchOnWindowFocus: false })
  const verify = trpc.users.verifyAddress.useMutation()
  if (preview.isPending) return <p className="text-ink-2">{t('opening')}</p>
  if (preview.error) {
    return (
      <>
        <h1 className="mb-4 font-bold text-2xl tracking-tight">{t('brokenTitle')}</h1>
        <Notice tone="bad" urgent>
          {preview.error.message}
        </Notice>
      </>
    )
  }
  const { email } = preview.data
  if (verify.data) {
    return (
      <>
        <h1 className="mb-3 font-bold text-2xl tracking-tight">{t('verifiedTitle')}</h1>
        <p role="status" className="break-words text-ink-2">
          {t('verified', { email })}
        </p>
        <p className="mt-6">
          <a href="/account" className="font-semibold text-accent-text underline underline-offset-2">
            {t('toAccount')}
          </a>
        </p>
      </>
    )
  }
  return (
    <>
      <h1 className="mb-3 font-bold text-2xl tracking-tight">{t('verifyTitle')}</h1>
      <p className="mb-6 break-words text-ink-2">{t('verify', { email })}</p>
      {verify.error && (
        <div className="mb-4">
          <Notice tone="bad" urgent>
            {verify.error.message}
          </Notice>
        </div>
      )}
      <Button tone="primary" busy={verify.isPending} onClick={() => verify.mutate({ token })}>
        {t('verifyButton')}
      </Button>
    </>
  )
}
