'use client'
/** Whose account this is, and the way out. Sends who is signed out to the sign-in page and back. */
import { type ReactNode, useEffect } from 'react'
import { useTranslations } from 'use-intl'
import { signOut } from '../../../../client/account.ts'
import { trpc } from '../../../../client/trpc.ts'
import { Button } from '../../../../ui/button.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { VerifyNotice } from './verify-notice.tsx'

type Me = { id: string; name: string; email: string; isVerified: boolean; hasPassword: boolean }

export function AccountHead({ notice, children }: { notice?: ReactNode; children: (me: Me) => ReactNode }) {
  const t = useTranslations('account')
  const me = trpc.users.me.useQuery(undefined, { retry: false })
  const isSignedOut = me.error?.data?.code === 'UNAUTHORIZED'
  useEffect(() => {
    if (isSignedOut) location.replace(`/sign-in?next=${encodeURIComponent(location.pathname)}`)
  }, [isSignedOut])

  if (me.data) {
    return (
      <>
        <header className="mb-8 flex flex-wrap items-center gap-x-4 gap-y-2">
          <div className="min-w-0 flex-1">
            <h1 className="font-bold text-xl tracking-tight">{t('title')}</h1>
            <p className="break-words text-ink-2 text-sm">{me.data.name}</p>
            <p className="break-words text-ink-2 text-sm">{t('signedInAs', { email: me.data.email })}</p>
          </div>
          <Button size="compact" onClick={() => void signOut().finally(() => location.assign('/'))}>
            {t('signOut')}
          </Button>
        </header>
        {notice}
        {!me.data.isVerified && <VerifyNotice email={me.data.email} />}
        {children(me.data)}
      </>
    )
  }
  if (me.error && !isSignedOut) {
    return (
      <Notice
        tone="bad"
        urgent
        actions={
          <Button size="compact" onClick={() => void me.refetch()}>
            {t('retry')}
          </Button>
        }
      >
        {me.error.message}
      </Notice>
    )
  }
  return <p className="text-ink-2 text-sm">{t('loading')}</p>
}
