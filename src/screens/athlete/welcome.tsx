'use client'
/** An empty log: four ways in on one screen, and no wall before any of them. */
import { Dumbbell, FileUp, ListChecks, Timer } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { Link } from 'wouter'
import { useDeviceAccount } from '../../client/account-provider.tsx'
import { runsInstalled } from '../../client/install.ts'
import { editProfile } from '../../modules/users/mutators.ts'
import { UnitsForm } from '../../modules/users/ui/athlete/units-form.tsx'
import { useKeepUnits } from '../../modules/workouts/ui/athlete/habits.ts'
import { useMutate } from '../../modules/workouts/ui/athlete/use-mutate.ts'
import { useInBrowser } from '../../ui/use-in-browser.ts'
import { address } from './addresses.ts'
import { ClockNotice } from './clock-notice.tsx'
import { Page } from './page.tsx'
import { useStartWorkout } from './start-workout.ts'
import { Unclaimed } from './unclaimed.tsx'
import type { Athlete } from './use-athlete.ts'

export function Welcome({ athlete }: { athlete: Athlete }) {
  const t = useTranslations('welcome')
  const { identity } = useDeviceAccount()
  const { startFirst } = useStartWorkout(athlete)
  const isGuest = identity?.kind !== 'account'
  const isInstalled = useInBrowser(runsInstalled, false)
  const keep = useKeepUnits()
  const mutate = useMutate()
  return (
    <Page title={t('title')}>
      {isGuest && <p className="-mt-1 text-ink-2">{t('text')}</p>}
      <ClockNotice />
      <Unclaimed />
      <ul className="mt-5 grid gap-3">
        <li>
          <button
            type="button"
            onClick={startFirst}
            className="flex min-h-22 w-full items-center gap-4 rounded-2 bg-accent px-4 py-3 text-left text-accent-ink active:bg-accent-press"
          >
            <Way icon={<Dumbbell size={26} aria-hidden />} title={t('empty')} detail={t('emptyDetail')} />
          </button>
        </li>
        <li>
          <WayLink
            href={address.cardio}
            icon={<Timer size={26} aria-hidden />}
            title={t('cardio')}
            detail={t('cardioDetail')}
          />
        </li>
        <li>
          <WayLink
            href={address.programs}
            icon={<ListChecks size={26} aria-hidden />}
            title={t('program')}
            detail={t('programDetail')}
          />
        </li>
        <li>
          <WayLink
            href={address.imports}
            icon={<FileUp size={26} aria-hidden />}
            title={t('import')}
            detail={t('importDetail')}
          />
        </li>
      </ul>
      <UnitsForm
        profile={athlete.profile}
        onChange={(fields) => {
          keep()
          void mutate(editProfile, { fields })
        }}
      />
      {isGuest && isInstalled && <p className="mt-6 text-ink-2">{t('installed')}</p>}
      {isGuest && (
        <p className="mt-6 text-center text-ink-2">
          {t('haveAccount')}{' '}
          <Link
            href={address.signIn}
            className="inline-flex min-h-12 items-center px-2 font-semibold text-ink underline decoration-line-strong underline-offset-4"
          >
            {t('signIn')}
          </Link>
        </p>
      )}
    </Page>
  )
}

type WayProps = { icon: ReactNode; title: string; detail: string }

function WayLink({ href, ...way }: WayProps & { href: string }) {
  return (
    <Link
      href={href}
      className="edge flex min-h-22 items-center gap-4 rounded-2 bg-surface px-4 py-3 text-left active:bg-pressed"
    >
      <Way {...way} />
    </Link>
  )
}

function Way({ icon, title, detail }: WayProps) {
  return (
    <>
      <span className="shrink-0">{icon}</span>
      <span className="min-w-0">
        <span className="block font-bold text-lg leading-tight tracking-tight">{title}</span>
        <span className="mt-0.5 block leading-snug">{detail}</span>
      </span>
    </>
  )
}
