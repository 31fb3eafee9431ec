'use client'
/** The ready programs, to look at and to follow. */
import { useTranslations } from 'use-intl'
import { Link } from 'wouter'
import { READY_PROGRAMS } from '../../modules/programs/data/ready.ts'
import { address } from './addresses.ts'
import { Page } from './page.tsx'
import { useAthlete } from './use-athlete.ts'
import { useProgram } from './use-program.ts'

export function ProgramsScreen() {
  const t = useTranslations('programs')
  const followed = useProgram(useAthlete())
  return (
    <Page title={t('title')} back={address.today}>
      <p className="pt-2 text-ink-2">{t('text')}</p>
      <ul className="mt-5 grid gap-3">
        {READY_PROGRAMS.map(({ id, title, forWhom, needs, daysAWeek, minutes }) => (
          <li key={id}>
            <Link href={address.program(id)} className="edge block rounded-2 bg-surface p-4 active:bg-pressed">
              <span className="flex flex-wrap items-baseline justify-between gap-x-3">
                <span className="font-bold text-xl tracking-tight">{title}</span>
                {followed?.program.id === id && (
                  <span className="font-semibold text-good-num text-sm">{t('followed')}</span>
                )}
              </span>
              <span className="num mt-0.5 block font-medium">{t('week', { days: daysAWeek, minutes })}</span>
              <span className="mt-1 block text-ink-2">{forWhom}</span>
              <span className="mt-1 block text-ink-2 text-sm">{needs}</span>
            </Link>
          </li>
        ))}
      </ul>
      <p className="mt-5 text-ink-2 text-sm">{t('rule')}</p>
    </Page>
  )
}
