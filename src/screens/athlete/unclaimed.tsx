'use client'
/** Logged here without an account, on a phone that had one: whose it is only the person can say. */
import { useLocale, useTranslations } from 'use-intl'
import { useDeviceAccount } from '../../client/account-provider.tsx'
import { dayOf } from '../../shared/local-day.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { showDay } from '../../ui/show-day.ts'
import { showToast } from '../../ui/toast.tsx'
import { deviceZone } from './use-athlete.ts'

const STARTS = ['workouts.start', 'workouts.importChunk']

export function Unclaimed() {
  const t = useTranslations('unclaimed')
  const locale = useLocale()
  const { account, unclaimed, identity } = useDeviceAccount()
  const [first] = unclaimed ?? []
  if (!account || !unclaimed || !first || identity?.kind !== 'account') return null
  const n = unclaimed.filter(({ name }) => STARTS.includes(name)).length
  const since = showDay(dayOf(first.at, deviceZone()), 'full', locale)
  return (
    <div className="mb-6">
      <Notice
        tone="info"
        actions={
          <>
            <Button
              tone="primary"
              onClick={() => void account.claimGuest().then(() => showToast({ tone: 'good', text: t('added') }))}
            >
              {t('mine')}
            </Button>
            <Button onClick={() => void account.refuseGuest().then(() => showToast({ text: t('kept') }))}>
              {t('notMine')}
            </Button>
          </>
        }
      >
        <p className="font-semibold">{t('title', { n })}</p>
        <p className="num mt-0.5 text-ink-2 text-sm">{t('text', { since, name: identity.name })}</p>
      </Notice>
    </div>
  )
}
