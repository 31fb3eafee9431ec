'use client'
/** After the first finished workout, once: Spotter on the home screen. */
import { useTranslations } from 'use-intl'
import { useLocation } from 'wouter'
import { takeOffer, useInstallLater, useInstallWay } from '../../client/install.ts'
import { Button } from '../../ui/button.tsx'
import { address } from './addresses.ts'
import { TodayNotice } from './today-notice.tsx'

export function InstallOffer() {
  const t = useTranslations('day.install')
  const way = useInstallWay()
  const [isLater, later] = useInstallLater()
  const [, navigate] = useLocation()
  // On a computer the tab is as good: it is offered under You, and not here.
  if (isLater || !['offer', 'ios', 'android', 'android-firefox'].includes(way)) return null
  return (
    <TodayNotice title={t('title')} text={t('text')}>
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
    </TodayNotice>
  )
}
