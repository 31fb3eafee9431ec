'use client'
/** One exercise: how it is going, its records, each time it was done, and how it is done. */
import { Pencil, Plus, Trash2 } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useLocation } from 'wouter'
import { dayFigures } from '../../modules/analytics/rules/day-figures.ts'
import { ExerciseCharts } from '../../modules/analytics/ui/athlete/exercise-charts.tsx'
import { type Exercise, exercises, type Muscle } from '../../modules/exercises/model.ts'
import { editExerciseDetails, removeExerciseDetails, restoreExerciseDetails } from '../../modules/exercises/mutators.ts'
import { ExerciseDrawing } from '../../modules/exercises/ui/athlete/exercise-drawing.tsx'
import { ExerciseFormSheet } from '../../modules/exercises/ui/athlete/exercise-form.tsx'
import { InstructionsText } from '../../modules/exercises/ui/athlete/instructions.tsx'
import type { WholeWorkout } from '../../modules/workouts/model.ts'
import { withHandBest } from '../../modules/workouts/rules/hand-best.ts'
import { takesHandBest } from '../../modules/workouts/rules/hand-days.ts'
import { BY_HAND, recordsOf } from '../../modules/workouts/rules/records.ts'
import { ExerciseSessions } from '../../modules/workouts/ui/athlete/exercise-sessions.tsx'
import { HandBestSheet } from '../../modules/workouts/ui/athlete/hand-best-sheet.tsx'
import { StandingRecords } from '../../modules/workouts/ui/athlete/standing-records.tsx'
import { useMutate } from '../../modules/workouts/ui/athlete/use-mutate.ts'
import { useLive } from '../../sync/client/hooks.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Section } from '../../ui/section.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { showToast } from '../../ui/toast.tsx'
import { address } from './addresses.ts'
import { Page } from './page.tsx'
import { PartOfHistory } from './part-of-history.tsx'
import { readExercises } from './reads.ts'
import { type Athlete, useAthlete } from './use-athlete.ts'

type Tab = 'figures' | 'sessions' | 'how'

export function ExercisePageScreen({ id }: { id: string }) {
  const t = useTranslations('exercisePage')
  const e = useTranslations('equipment')
  const m = useTranslations('muscle')
  const athlete = useAthlete()
  const exercise = athlete.book.get(id)
  const isOwn = athlete.book.own.has(id)
  const [tab, setTab] = useState<Tab>('figures')
  const history = useLive(
    async (rows) => {
      const wholes = await readExercises(rows, [id])
      return wholes.filter(({ workout, entries }) => workout.state !== 'open' && hasDone(entries))
    },
    [id],
    `exercise ${id}`,
  )
  const muscles = (Object.entries(exercise.muscles) as [Muscle, number][])
    .sort(([, a], [, b]) => b - a)
    .slice(0, 3)
    .map(([muscle]) => m(muscle))
  return (
    <Page
      title={exercise.name}
      detail={[e(exercise.equipment), ...muscles].join(' · ')}
      back={address.exercises}
      ready={history !== undefined}
      actions={isOwn && <OwnActions exercise={exercise} />}
    >
      <div className="pt-2">
        <Segmented
          label={t('tabs')}
          value={tab}
          onChange={setTab}
          options={(['figures', 'sessions', 'how'] as const).map((value) => ({ value, label: t(`tab.${value}`) }))}
        />
      </div>
      {tab === 'how' ? (
        <>
          <ExerciseDrawing exercise={exercise} />
          <InstructionsText exerciseId={id} notes={isOwn ? (exercise as { notes?: string }).notes : undefined} />
        </>
      ) : (
        history && (
          <Done
            tab={tab}
            history={history}
            exercise={exercise}
            athlete={athlete}
            onHow={isOwn ? null : () => setTab('how')}
          />
        )
      )}
    </Page>
  )
}

function hasDone(entries: WholeWorkout['entries']): boolean {
  return entries.some(({ sets }) => sets.some(({ doneAt }) => doneAt !== null))
}

type DoneProps = {
  tab: Tab
  history: readonly WholeWorkout[]
  exercise: Exercise
  athlete: Athlete
  /** Null where nothing is written about it. */
  onHow: (() => void) | null
}

function Done({ tab, history, exercise, athlete, onHow }: DoneProps) {
  const t = useTranslations('exercisePage')
  const { habits, today, profile, book } = athlete
  const [, navigate] = useLocation()
  const { bests } = profile
  const figures = useMemo(() => {
    const byDay = Map.groupBy(history, ({ workout }) => workout.localDay)
    const days = [...byDay].flatMap(([day, wholes]) => dayFigures(day, wholes, book.get).exercises)
    const measured = withHandBest(history, exercise, bests)
    return {
      days: days.sort((a, b) => a.localDay - b.localDay),
      measured,
      records: recordsOf(measured, exercise.id, exercise),
    }
  }, [history, exercise, book, bests])
  const [isSaying, setSaying] = useState(false)
  const hand = (
    <>
      {takesHandBest(exercise) && !bests?.[exercise.id] && (
        <Button tone="quiet" className="-ml-4" icon={<Plus size={18} aria-hidden />} onClick={() => setSaying(true)}>
          {t('addBest')}
        </Button>
      )}
      {isSaying && <HandBestSheet onClose={() => setSaying(false)} {...{ exercise, profile, habits, today }} />}
    </>
  )
  const standing = (
    <Section title={t('records')}>
      <StandingRecords
        records={figures.records}
        history={figures.measured}
        exercise={exercise}
        habits={habits}
        today={today}
        onOpen={(workoutId) => (workoutId === BY_HAND ? setSaying(true) : navigate(address.past(workoutId)))}
      />
      {hand}
    </Section>
  )
  if (history.length === 0) {
    return (
      <>
        <ExerciseDrawing exercise={exercise} />
        <EmptyState
          title={t('never.title')}
          text={t('never.text')}
          action={onHow && <Button onClick={onHow}>{t('never.action')}</Button>}
        />
        {figures.measured.length > 0 ? standing : hand}
      </>
    )
  }
  if (tab === 'sessions') {
    const newest = history.toReversed()
    return <ExerciseSessions wholes={newest} exercise={exercise} habits={habits} today={today} hrefOf={address.past} />
  }
  return (
    <>
      <PartOfHistory />
      <ExerciseCharts
        days={figures.days}
        facts={exercise}
        today={today}
        weekStart={profile.weekStart}
        unit={habits.loadUnit}
        distanceUnit={habits.distanceUnit}
      />
      {standing}
    </>
  )
}

function OwnActions({ exercise }: { exercise: Exercise }) {
  const t = useTranslations('exercisePage')
  const c = useTranslations('common')
  const mutate = useMutate()
  const [, navigate] = useLocation()
  const [isEditing, setEditing] = useState(false)
  const row = useLive((rows) => rows.get(exercises, exercise.id), [exercise.id])

  function remove() {
    const { id, name } = exercise
    navigate(address.exercises, { replace: true })
    void mutate(removeExerciseDetails, { id })
    showToast({
      text: t('deleted', { name }),
      action: { label: c('undo'), run: () => void mutate(restoreExerciseDetails, { id }) },
    })
  }

  return (
    <>
      <IconButton label={t('edit')} onClick={() => setEditing(true)}>
        <Pencil size={20} aria-hidden />
      </IconButton>
      <IconButton label={t('delete')} onClick={remove} className="ml-2 text-bad">
        <Trash2 size={20} aria-hidden />
      </IconButton>
      {row && (
        <ExerciseFormSheet
          open={isEditing}
          onClose={() => setEditing(false)}
          exercise={row}
          onSave={(fields) => {
            setEditing(false)
            void mutate(editExerciseDetails, { id: row.id, fields })
          }}
        />
      )}
    </>
  )
}
