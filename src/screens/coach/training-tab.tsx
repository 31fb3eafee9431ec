'use client'
import { useTranslations } from 'use-intl'
import { type AthletePage, useWorkoutPages } from '../../modules/analytics/ui/portal/use-athlete.ts'
import { useRecordWords } from '../../modules/analytics/ui/portal/use-record-words.ts'
import { WorkoutTable } from '../../modules/workouts/ui/portal/workout-table.tsx'
import { Button } from '../../ui/button.tsx'
import { PartHead } from '../../ui/portal-parts.tsx'
import { useCoachPortal } from './portal-context.tsx'

/** Everything that was logged, newest first. */
export function TrainingTab({ page }: { page: AthletePage }) {
  const t = useTranslations('athletePage')
  const { today } = useCoachPortal()
  const { athlete } = page
  const words = useRecordWords(athlete)
  const log = useWorkoutPages(athlete.id)
  // Until the log itself is here, its newest page is shown, which came with the athlete.
  const { workouts, exercises, marks, more } = log.loading ? page : log
  return (
    <section aria-label={t('tab.training')} className="px-6 py-4.5">
      <PartHead title={t('tab.training')} detail={t('loadsIn', { unit: athlete.loadUnit })} />
      {workouts.length === 0 ? (
        <p className="text-ink-2">{t('noSessions', { name: athlete.name })}</p>
      ) : (
        <div className="overflow-x-auto">
          <WorkoutTable
            workouts={workouts}
            exercises={exercises}
            markOf={(setId) => {
              const mark = marks[setId]
              return mark ? words.short(mark) : null
            }}
            habits={athlete}
            today={today}
          />
        </div>
      )}
      {more && !log.loading && (
        <Button size="compact" className="mt-4" busy={log.busy} onClick={log.older}>
          {t('older')}
        </Button>
      )}
    </section>
  )
}
