'use client'
/** Spotter on the home screen: the browser's own offer where there is one, else the steps as this platform has them. */
import { Check, EllipsisVertical, MonitorDown, Share, Smartphone, SquarePlus } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { useLocation } from 'wouter'
import { useDeviceAccount } from '../../client/account-provider.tsx'
import { type InstallWay, takeOffer, useInstallWay } from '../../client/install.ts'
import { workouts } from '../../modules/workouts/model.ts'
import { useLive, useMaybePhone, useSyncStatus } from '../../sync/client/hooks.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { address, NEWCOMER } from './addresses.ts'
import { Page } from './page.tsx'
import { ExportButton } from './sync-status.tsx'

const SIZE = { size: 22, 'aria-hidden': true } as const

/** The signs that the platform's own menus show, beside each step. */
const STEPS: Partial<Record<InstallWay, readonly (readonly [key: string, icon: ReactNode])[]>> = {
  ios: [
    ['share', <Share key="share" {...SIZE} />],
    ['add', <SquarePlus key="add" {...SIZE} />],
    ['open', <Smartphone key="open" {...SIZE} />],
  ],
  android: [
    ['menu', <EllipsisVertical key="menu" {...SIZE} />],
    ['add', <SquarePlus key="add" {...SIZE} />],
    ['open', <Smartphone key="open" {...SIZE} />],
  ],
  'android-firefox': [
    ['menu', <EllipsisVertical key="menu" {...SIZE} />],
    ['add', <SquarePlus key="add" {...SIZE} />],
    ['open', <Smartphone key="open" {...SIZE} />],
  ],
  'mac-safari': [
    ['share', <Share key="share" {...SIZE} />],
    ['add', <SquarePlus key="add" {...SIZE} />],
  ],
  computer: [
    ['bar', <MonitorDown key="bar" {...SIZE} />],
    ['menu', <EllipsisVertical key="menu" {...SIZE} />],
  ],
}

export function InstallScreen() {
  const t = useTranslations('install')
  const way = useInstallWay()
  const steps = STEPS[way] ?? []
  return (
    <Page title={t('title')} back={address.you}>
      <p className="pt-2">{t('why')}</p>
      {way === 'ios' && <BeforeInstalling />}
      {way === 'installed' && (
        <p className="mt-5 flex items-center gap-2 font-semibold text-good">
          <Check {...SIZE} />
          {t('isInstalled')}
        </p>
      )}
      {way === 'none' && <p className="mt-5 text-ink-2">{t('none')}</p>}
      {way === 'offer' && (
        <div className="mt-6">
          <Button tone="primary" size="large" wide onClick={() => void takeOffer()}>
            {t('button')}
          </Button>
        </div>
      )}
      {steps.length > 0 && (
        <ol className="mt-6 grid gap-1">
          {steps.map(([key, icon], i) => (
            <li key={key} className="flex min-h-16 items-center gap-4 border-line border-b py-2 last:border-b-0">
              <span aria-hidden className="num grid size-11 shrink-0 place-items-center rounded-1 bg-raised text-ink">
                {icon}
              </span>
              <span className="min-w-0">
                <span className="num mr-1.5 font-bold">{i + 1}.</span>
                {t(`step.${way}.${key}`)}
              </span>
            </li>
          ))}
        </ol>
      )}
    </Page>
  )
}

/**
 * On an iPhone the app on the home screen has a store of its own: what is only in this browser would stay behind. It goes
 * to the server first, or into a file.
 */
function BeforeInstalling() {
  const t = useTranslations('install.before')
  const { identity } = useDeviceAccount()
  const { pending, paused } = useSyncStatus()
  const phone = useMaybePhone()
  const [, navigate] = useLocation()
  const any = useLive((rows) => rows.between(workouts, 'localDay', -1e6, 1e7, { limit: 1 }), [])
  const isGuest = identity?.kind !== 'account'
  if (isGuest && (!any || any.length === 0)) return null
  if (!isGuest && pending === 0) {
    return (
      <div className="mt-5">
        <Notice tone="good" icon={<Check {...SIZE} />}>
          {t('safe')}
        </Notice>
      </div>
    )
  }
  return (
    <div className="mt-5">
      <Notice
        tone="warn"
        actions={
          isGuest || paused === 'signed-out' ? (
            <>
              <Button
                tone="primary"
                onClick={() => navigate(address.signIn, { state: isGuest ? NEWCOMER : undefined })}
              >
                {t(isGuest ? 'account' : 'signIn')}
              </Button>
              {isGuest ? <Button onClick={() => navigate(address.data)}>{t('file')}</Button> : <ExportButton />}
            </>
          ) : (
            <>
              <Button tone="primary" onClick={() => void phone?.sync()}>
                {t('sync')}
              </Button>
              <ExportButton />
            </>
          )
        }
      >
        <p className="font-semibold">{t('title')}</p>
        <p className="num mt-0.5 text-ink-2 text-sm">{isGuest ? t('guest') : t('unsynced', { n: pending })}</p>
      </Notice>
    </div>
  )
}
