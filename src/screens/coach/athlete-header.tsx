'use client'
import { useLocale, useTranslations } from 'use-intl'
import type { AthletePage } from '../../modules/analytics/ui/portal/use-athlete.ts'
import { TrainingChip } from '../../modules/workouts/ui/portal/training-chip.tsx'
import { formatLoad } from '../../shared/units.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { cx } from '../../ui/cx.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Chip, Kbd } from '../../ui/portal-parts.tsx'
import type { Neighbours } from './use-neighbours.ts'

export const TABS = ['overview', 'training', 'body'] as const
export type Tab = (typeof TABS)[number]

type Props = {
  page: AthletePage
  tab: Tab
  onTab: (tab: Tab) => void
  hrefOf: (tab: Tab) => string
  neighbours: Neighbours
  onGo: (athleteId: string | null) => void
  /** News can't come in right now. */
  lost: boolean
  photo: string | undefined
}

export function AthleteHeader({ page, tab, onTab, hrefOf, neighbours, onGo, lost, photo }: Props) {
  const t = useTranslations('athletePage')
  const locale = useLocale()
  const { athlete, workouts } = page
  return (
    <header className="sticky top-0 z-20 flex min-h-16 flex-wrap items-center gap-x-3.5 border-line border-b bg-surface px-6 max-md:static">
      <Avatar name={athlete.name} url={photo} className="size-8 text-xs" />
      <h1 className="min-w-0 break-words py-2 font-bold text-[1.1875rem] tracking-tight">{athlete.name}</h1>
      <span role="status" className="flex flex-wrap gap-2 empty:hidden">
        <TrainingChip workouts={workouts} />
        {lost && <Chip tone="warn">{t('reconnecting')}</Chip>}
      </span>
      {athlete.bodyweightG !== null && (
        <span className="num text-ink-2">{formatLoad(athlete.bodyweightG, athlete.loadUnit, locale)}</span>
      )}
      <nav aria-label={t('tabs')} className="flex gap-5 self-stretch md:ml-6">
        {TABS.map((one) => (
          <a
            key={one}
            href={hrefOf(one)}
            aria-current={one === tab ? 'page' : undefined}
            onClick={(event) => {
              if (event.metaKey || event.ctrlKey || event.shiftKey) return
              event.preventDefault()
              onTab(one)
            }}
            className={cx(
              'flex min-h-10 items-center border-b-2 pt-0.5',
              one === tab
                ? 'border-accent-line font-semibold text-ink'
                : 'border-transparent font-medium text-ink-2 hover:text-ink',
            )}
          >
            {t(`tab.${one}`)}
          </a>
        ))}
      </nav>
      <span className="ml-auto flex items-center gap-0.5 text-ink-3">
        <IconButton
          compact
          label={t('before')}
          title={`${t('before')} [`}
          disabled={neighbours.before === null}
          onClick={() => onGo(neighbours.before)}
        >
          <Kbd>[</Kbd>
        </IconButton>
        <IconButton
          compact
          label={t('after')}
          title={`${t('after')} ]`}
          disabled={neighbours.after === null}
          onClick={() => onGo(neighbours.after)}
        >
          <Kbd>]</Kbd>
        </IconButton>
        <span aria-hidden className="ml-1">
          {t('athlete')}
        </span>
      </span>
    </header>
  )
}
