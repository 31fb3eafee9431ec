'use client'
import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'use-intl'
import { MusclePanel } from '../../modules/analytics/ui/portal/muscle-panel.tsx'
import { RecordsPanel } from '../../modules/analytics/ui/portal/records-panel.tsx'
import { StrengthPanel } from '../../modules/analytics/ui/portal/strength-panel.tsx'
import type { AthletePage } from '../../modules/analytics/ui/portal/use-athlete.ts'
import { useRecordWords } from '../../modules/analytics/ui/portal/use-record-words.ts'
import { SharingPanel } from '../../modules/coaching/ui/portal/end-coaching.tsx'
import { WorkoutTable } from '../../modules/workouts/ui/portal/workout-table.tsx'
import { PartHead, TextButton } from '../../ui/portal-parts.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useCoachPortal } from './portal-context.tsx'

const LATEST = 6

type Props = {
  page: AthletePage
  onChoose: (lifts: string[]) => void
  onTraining: () => void
  onEnding: (isEnding: boolean) => void
}

export function Overview({ page, onChoose, onTraining, onEnding }: Props) {
  const t = useTranslations('athletePage')
  const router = useRouter()
  const queries = useQueryClient()
  const { today, view } = useCoachPortal()
  const { athlete, relation } = page
  const words = useRecordWords(athlete)
  const markOf = (setId: string) => {
    const mark = page.marks[setId]
    return mark ? words.short(mark) : null
  }
  return (
    // By the room that large text leaves, not by the window: with text at 200 % the columns stand under each other.
    <div className="@container">
      <div className="grid @[58rem]:min-h-[calc(100dvh-4rem)] @[58rem]:grid-cols-[minmax(0,1fr)_23.25rem]">
        <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] content-start gap-6 px-6 py-4.5">
          <StrengthPanel page={page} onChoose={onChoose} />
          <section aria-label={t('lastSessions')} className="min-w-0 overflow-x-auto">
            <PartHead title={t('lastSessions')} detail={t('loadsIn', { unit: athlete.loadUnit })}>
              <span className="flex-1" />
              {page.workouts.length > LATEST && <TextButton onClick={onTraining}>{t('allTraining')}</TextButton>}
            </PartHead>
            {page.workouts.length === 0 ? (
              <p className="text-ink-2">{t('noSessions', { name: athlete.name })}</p>
            ) : (
              <WorkoutTable
                workouts={page.workouts.slice(0, LATEST)}
                exercises={page.exercises}
                markOf={markOf}
                habits={athlete}
                today={today}
              />
            )}
          </section>
        </div>
        <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] content-start gap-6 border-line px-6 py-4.5 @max-[58rem]:border-t @[58rem]:border-l @[58rem]:px-5">
          <MusclePanel weeks={page.weeks} />
          <RecordsPanel page={page} />
          {relation && (
            <SharingPanel
              name={athlete.name}
              relation={relation}
              onEnding={onEnding}
              onEnded={() => {
                void queries.invalidateQueries({ queryKey: ['roster'] })
                showToast({ text: t('ended', { name: athlete.name }) })
                router.push(view.current.path)
              }}
            />
          )}
        </div>
      </div>
    </div>
  )
}
