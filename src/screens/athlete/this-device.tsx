'use client'
/** Under You: what this phone can do for the app, its home screen and its notices. */
import { Bell, BellOff, HardDrive, MonitorSmartphone } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { useLocation } from 'wouter'
import { useInstallWay } from '../../client/install.ts'
import { askForNotices, useNoticeState } from '../../client/notices.ts'
import { ListRow } from '../../ui/list-row.tsx'
import { Section } from '../../ui/section.tsx'
import { address } from './addresses.ts'

export function ThisDevice() {
  const t = useTranslations('you.device')
  const way = useInstallWay()
  const notices = useNoticeState()
  const [, navigate] = useLocation()
  const canAsk = notices === 'ask' || notices === 'later'
  const said = notices === 'none' && way === 'ios' ? 'ios' : notices
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
        onClick={canAsk ? () => void askForNotices() : undefined}
      />
    </Section>
  )
}
