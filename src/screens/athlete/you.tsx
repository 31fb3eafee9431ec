'use client'
/** The athlete's own: settings, account, where the log is, what comes in from elsewhere. */
import { FileUp, FolderDown, History, KeyRound, MapPin, RefreshCw, Users } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import { useTranslations } from 'use-intl'
import { useLocation } from 'wouter'
import { useDeviceAccount } from '../../client/account-provider.tsx'
import { applyUpdate, subscribeToWorker, workerState } from '../../client/worker-registration.ts'
import { CheckInRows } from '../../modules/gyms/ui/athlete/check-in-rows.tsx'
import { editProfile, setWeeklyGoal } from '../../modules/users/mutators.ts'
import { SettingsForm } from '../../modules/users/ui/athlete/settings-form.tsx'
import { workouts } from '../../modules/workouts/model.ts'
import { addMeasurement } from '../../modules/workouts/mutators/body.ts'
import { useKeepUnits } from '../../modules/workouts/ui/athlete/habits.ts'
import { useMutate } from '../../modules/workouts/ui/athlete/use-mutate.ts'
import { newId } from '../../shared/id.ts'
import { useLive } from '../../sync/client/hooks.ts'
import { Button } from '../../ui/button.tsx'
import { ListRow } from '../../ui/list-row.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/section.tsx'
import { AccountRow } from './account-row.tsx'
import { AccountSection } from './account-section.tsx'
import { address } from './addresses.ts'
import { FriendsRow } from './friends-row.tsx'
import { Page } from './page.tsx'
import { NeedsAttention, SyncStatus } from './sync-status.tsx'
import { ThisDevice } from './this-device.tsx'
import { Unclaimed } from './unclaimed.tsx'
import { useAthlete } from './use-athlete.ts'

export function YouScreen() {
  const t = useTranslations('you')
  const { profile } = useAthlete()
  const { phone, identity } = useDeviceAccount()
  const [, navigate] = useLocation()
  if (!phone) {
    return (
      <Page title={t('title')} ready={false}>
        {null}
      </Page>
    )
  }
  return (
    <Page title={t('title')}>
      <UpdateNotice />
      <Unclaimed />
      <AccountSection name={profile.name} />
      {identity?.kind === 'account' && <CheckInRows account={identity.space} />}
      <NeedsAttention />
      <Section title={t('sync.title')}>
        <SyncStatus />
      </Section>
      <Section title={t('training')}>
        <ListRow
          lead={<MapPin size={20} aria-hidden />}
          title={t('places')}
          detail={t('placesDetail')}
          onClick={() => navigate(address.places)}
        />
      </Section>
      <FriendsRow />
      <Section title={t('data')}>
        <ListRow
          lead={<History size={20} aria-hidden />}
          title={t('timeline')}
          detail={t('timelineDetail')}
          onClick={() => navigate(address.timeline)}
        />
        <ListRow
          lead={<FileUp size={20} aria-hidden />}
          title={t('import')}
          detail={t('importDetail')}
          onClick={() => navigate(address.imports)}
        />
        <ListRow
          lead={<FolderDown size={20} aria-hidden />}
          title={t('export')}
          detail={t('exportDetail')}
          onClick={() => navigate(address.data)}
        />
        {identity?.kind === 'account' && (
          <>
            <AccountRow
              lead={<KeyRound size={20} aria-hidden />}
              title={t('account.row')}
              detail={t('account.rowDetail')}
            />
            <AccountRow lead={<Users size={20} aria-hidden />} title={t('coaches')} detail={t('coachesDetail')} />
          </>
        )}
      </Section>
      <ThisDevice />
      <Section title={t('help')}>
        <ListRow title={t('guide')} detail={t('guideDetail')} onClick={() => navigate(address.guide)} />
        <ListRow title={t('news')} detail={t('newsDetail')} onClick={() => navigate(address.news)} />
      </Section>
      <Section title={t('settings')}>
        <Settings />
      </Section>
    </Page>
  )
}

function Settings() {
  const { profile, today } = useAthlete()
  const mutate = useMutate()
  const keepUnits = useKeepUnits()
  return (
    <SettingsForm
      profile={profile}
      onChange={(fields) => {
        keepUnits()
        // By a word of its own: a new goal judges no week before this one.
        const { weeklyGoal, ...others } = fields
        if (weeklyGoal !== undefined) void mutate(setWeeklyGoal, { goal: weeklyGoal, from: today })
        if (Object.keys(others).length > 0) void mutate(editProfile, { fields: others })
        // It was weighed, wherever it is typed: the trend knows of it, too.
        const { bodyweightG: value = null } = fields
        const at = Date.now()
        if (value) void mutate(addMeasurement, { id: newId(), kind: 'weight', value, at, localDay: today })
      }}
    />
  )
}

/** Never while a workout is open: the page loads anew. */
function UpdateNotice() {
  const t = useTranslations('you')
  const { updateWaits } = useSyncExternalStore(subscribeToWorker, workerState, workerState)
  const open = useLive((rows) => rows.find(workouts, 'state', 'open'), [])
  if (!updateWaits || !open || open.length > 0) return null
  return (
    <div className="mb-4">
      <Notice
        tone="info"
        icon={<RefreshCw size={20} aria-hidden />}
        actions={<Button onClick={applyUpdate}>{t('update.button')}</Button>}
      >
        {t('update.text')}
      </Notice>
    </div>
  )
}
