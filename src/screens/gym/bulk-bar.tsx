'use client'
/** Below the list while rows are chosen: what can be done with all of them. */
import { useTranslations } from 'use-intl'
import type { RosterRow } from '../../modules/gyms/rules/roster.ts'
import { Button } from '../../ui/button.tsx'
import { Kbd } from '../../ui/portal-parts.tsx'
import { useGymPortal } from './gym-context.tsx'
import type { Bulk } from './use-bulk.tsx'
import type { RowChoice } from './use-choice.ts'

export function BulkBar({ bulk, choice }: { bulk: Bulk; choice: RowChoice<RosterRow> }) {
  const t = useTranslations('gym')
  const { can, home } = useGymPortal()
  if (choice.chosen.size === 0) return null
  const everyoneLeft = bulk.rows.every(({ endedAt }) => endedAt !== null)
  return (
    <section
      aria-label={t('bulk.label')}
      className="flex min-h-12 flex-wrap items-center gap-2 border-line border-t bg-raised px-6 py-2"
    >
      <p role="status" className="num mr-2 font-semibold">
        {t('bulk.chosen', { count: bulk.rows.length })}
      </p>
      {can('assign_coach') && (
        <Button size="compact" onClick={bulk.openCoach}>
          {t('roster.coach')} <Kbd>C</Kbd>
        </Button>
      )}
      {can('edit_member') && home.locations.length > 0 && (
        <Button size="compact" onClick={bulk.openLocation}>
          {t('roster.location')} <Kbd>L</Kbd>
        </Button>
      )}
      {can('invite_member') && (
        <Button size="compact" onClick={bulk.invite}>
          {t('bulk.invite')} <Kbd>I</Kbd>
        </Button>
      )}
      {can('end_member') && (
        <Button
          size="compact"
          tone={everyoneLeft ? 'outline' : 'danger-quiet'}
          onClick={() => {
            bulk.end(!everyoneLeft)
            choice.clear()
          }}
        >
          {everyoneLeft ? t('bulk.restore') : t('bulk.end')}
        </Button>
      )}
      <span className="flex-1" />
      <Button size="compact" tone="quiet" onClick={choice.clear}>
        {t('bulk.clear')} <Kbd>{t('bulk.escape')}</Kbd>
      </Button>
    </section>
  )
}
