'use client'
/** What a guest has just logged is on this phone and nowhere else: said where they look at it, with the way out. */
import { useTranslations } from 'use-intl'
import { useLocation } from 'wouter'
import { useDeviceAccount } from '../../client/account-provider.tsx'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { address, NEWCOMER } from './addresses.ts'

export function GuestNotice() {
  const t = useTranslations('workoutDetail.guest')
  const { identity } = useDeviceAccount()
  const [, navigate] = useLocation()
  if (identity?.kind !== 'guest') return null
  return (
    <div className="mt-2 mb-1">
      <Notice
        tone="warn"
        actions={<Button onClick={() => navigate(address.signIn, { state: NEWCOMER })}>{t('create')}</Button>}
      >
        <p className="font-semibold">{t('title')}</p>
        <p className="mt-0.5 text-ink-2 text-sm">{t('text')}</p>
      </Notice>
    </div>
  )
}
