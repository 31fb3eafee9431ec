'use client'
/** After the first finished workout, once: Spotter on the home screen. */
import { useTranslations } from 'use-intl'
import { useLocation } from 'wouter'
import { takeOffer, useInstallLater, useInstallWay } from '../../client/install.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { address } from './addresses.ts'

export function InstallOffer() {
  const t = useTranslations('day.install')
  const way = useInstallWay()
  const [isLater, later] = useInstallLater()
  const [, navigate] = useLocation()
  // On a computer the tab is as good: it is offered under You, and not here.
  if (isLater || !['offer', 'ios', 'android', 'android-firefox'].includes(way)) return null
  return (
    <div className="mb-6">
      <Notice
        actions={
          <>
            <Button
              tone="primary"
              onClick={() => {
                if (way === 'offer') void takeOffer().then((agreed) => agreed || later())
                else navigate(address.install)
              }}
            >
              {t(way === 'offer' ? 'button' : 'how')}
            </Button>
            <Button tone="quiet" onClick={later}>
              {t('notNow')}
            </Button>
          </>
        }
      >
        <p className="font-semibold">{t('title')}</p>
        <p className="mt-0.5 text-ink-2 text-sm">{t('text')}</p>
      </Notice>
    </div>
  )
}
