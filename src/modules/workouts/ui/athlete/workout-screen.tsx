'use client'
/** The logging screen: the open workout, or the way to one. */
import { Dumbbell } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '../../../../ui/button.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import type { ExerciseParts } from './exercise-picker.tsx'
import { OpenWorkoutView } from './open-workout-view.tsx'
import type { ChoosePlace } from './sheet-state.ts'
import { useCurrentWorkout } from './use-open-workout.ts'
import type { SwapForGood } from './use-workout-actions.ts'

export type WorkoutScreenProps = {
  /** The workout to show; without it the one this phone is in. */
  id?: string
  /** While it is empty it opens with the list of exercises. */
  startsPicking?: boolean
  /** What starts one, where none is open. */
  startButton: ReactNode
  /** Back to today; the workout stays open. */
  onLeave: () => void
  /** It is finished: what was done is shown elsewhere. */
  onFinished: (workoutId: string) => void
  /** A finish or a discard was taken back. */
  onReturn: (workoutId: string) => void
  swapForGood: SwapForGood
  onOpenExercise: (exerciseId: string) => void
  exerciseParts: ExerciseParts
  placeSheet: ChoosePlace
}

export function WorkoutScreen({ id, ...props }: WorkoutScreenProps) {
  const open = useCurrentWorkout()
  // Just started or resumed: it is in memory before the live query knows it.
  if (id) return <OpenWorkoutView key={id} id={id} {...props} />
  // Nothing yet: the store answers within a frame or two, a skeleton would only flicker.
  if (open === undefined) return <main className="h-dvh bg-bg" />
  return open.current ? (
    <OpenWorkoutView key={open.current.id} id={open.current.id} {...props} />
  ) : (
    <NoWorkout {...props} />
  )
}

function NoWorkout({ startButton, onLeave }: Pick<WorkoutScreenProps, 'startButton' | 'onLeave'>) {
  const t = useTranslations('workout.none')
  return (
    <main className="grid min-h-dvh place-items-center bg-bg">
      <EmptyState
        icon={<Dumbbell size={32} aria-hidden />}
        title={t('title')}
        text={t('text')}
        action={
          <div className="grid gap-3">
            {startButton}
            <Button tone="quiet" onClick={onLeave}>
              {t('back')}
            </Button>
          </div>
        }
      />
    </main>
  )
}
