'use client'
/** A log that is on its way to this device: an app that was just installed, or a new phone. It says what is here so far. */
import { useTranslations } from 'use-intl'
import { useDeviceAccount } from '../../client/account-provider.tsx'
import { workouts } from '../../modules/workouts/model.ts'
import { useLive, useSyncStatus } from '../../sync/client/hooks.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from './page.tsx'
import { FIRST_DAY, LAST_DAY } from './reads.ts'
import { useStartWorkout } from './start-workout.ts'
import type { Athlete } from './use-athlete.ts'

/** The last twelve months are not here yet. A guest has nothing that could come. */
export function useIsRestoring(): boolean {
  const { identity } = useDeviceAccount()
  const { here } = useSyncStatus()
  return identity?.kind === 'account' && (here === 'nothing' || here === 'now')
}

export function RestoringNotice() {
  const t = useTranslations('restoring')
  const { identity } = useDeviceAccount()
  const { online, paused } = useSyncStatus()
  const found = useLive(async (rows) => (await rows.between(workouts, 'localDay', FIRST_DAY, LAST_DAY)).length, [])
  const name = identity?.kind === 'account' ? identity.name : ''
  const why = paused === 'signed-out' ? t('signedOut') : online ? t('text', { n: found ?? 0 }) : t('offline')
  return (
    <Notice tone="info">
      <p className="font-semibold">{t('title', { name })}</p>
      <p className="num mt-0.5 text-ink-2 text-sm">{why}</p>
    </Notice>
  )
}

/** Nobody with a log is greeted as if they had none; and nobody has to wait for it. */
export function Restoring({ athlete, title }: { athlete: Athlete; title: string }) {
  const t = useTranslations('today')
  const { startEmpty } = useStartWorkout(athlete)
  return (
    <Page
      title={title}
      dock={
        <Button tone="primary" size="large" wide onClick={startEmpty}>
          {t('startEmpty')}
        </Button>
      }
    >
      <RestoringNotice />
    </Page>
  )
}
