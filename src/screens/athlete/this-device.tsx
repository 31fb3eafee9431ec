'use client'
/** Under You: what this phone can do for the app: its home screen, its notices, how it rings, the keys of its earbuds. */
import { Bell, BellOff, HardDrive, MonitorSmartphone } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { useLocation } from 'wouter'
import { useDeviceAccount } from '../../client/account-provider.tsx'
import { useInstallWay } from '../../client/install.ts'
import { askForNotices, useNoticeState } from '../../client/notices.ts'
import { renewPush } from '../../client/push.ts'
import { changeRings, useRings } from '../../client/ring-settings.ts'
import { ListRow } from '../../ui/list-row.tsx'
import { Section } from '../../ui/section.tsx'
import { Switch } from '../../ui/switch.tsx'
import { address } from './addresses.ts'

export function ThisDevice() {
  const t = useTranslations('you.device')
  const way = useInstallWay()
  const notices = useNoticeState()
  const rings = useRings()
  const { identity } = useDeviceAccount()
  const [, navigate] = useLocation()
  const canAsk = notices === 'ask' || notices === 'later'
  const said = notices === 'none' && way === 'ios' ? 'ios' : notices
  // An iPhone has no way of it for pages.
  const canShake = 'vibrate' in navigator
  async function allow() {
    const answer = await askForNotices()
    if (answer === 'granted' && identity?.kind === 'account') await renewPush(identity.space).catch(() => {})
  }
  return (
    <Section title={t('title')}>
      {way !== 'installed' && (
        <ListRow
          lead={<MonitorSmartphone size={20} aria-hidden />}
          title={t('install')}
          detail={t('installDetail')}
          onClick={() => navigate(address.install)}
        />
      )}
      <ListRow
        lead={<HardDrive size={20} aria-hidden />}
        title={t('data')}
        detail={t('dataDetail')}
        onClick={() => navigate(address.phoneData)}
      />
      <ListRow
        lead={notices === 'granted' ? <Bell size={20} aria-hidden /> : <BellOff size={20} aria-hidden />}
        title={t('notices.title')}
        detail={canAsk ? t('notices.off') : t(`notices.${said}`)}
        onClick={canAsk ? () => void allow() : undefined}
      />
      <Switch
        label={t('sound')}
        detail={t('soundDetail')}
        checked={rings.sound}
        onChange={(sound) => changeRings({ sound })}
      />
      {canShake && (
        <Switch label={t('vibration')} checked={rings.vibration} onChange={(vibration) => changeRings({ vibration })} />
      )}
      <Switch
        label={t('keys')}
        detail={t('keysDetail')}
        checked={rings.keys}
        onChange={(keys) => changeRings({ keys })}
      />
    </Section>
  )
}
