'use client'
import { lazy, useCallback } from 'react'
import { useTranslations } from 'use-intl'
import { useLocation } from 'wouter'
import type { SwapForGood } from '../../modules/workouts/ui/athlete/use-workout-actions.ts'
import { WorkoutScreen } from '../../modules/workouts/ui/athlete/workout-screen.tsx'
import { Button } from '../../ui/button.tsx'
import { address } from './addresses.ts'
import { elsewhere, partElsewhere, screenElsewhere } from './elsewhere-screen.tsx'
import { useStartWorkout } from './start-workout.ts'
import { useAthlete } from './use-athlete.ts'

const EXERCISE_PARTS = {
  form: screenElsewhere((chunk) => chunk.ExerciseFormSheet),
  thumbnail: partElsewhere((chunk) => chunk.ExerciseThumbnail),
  words: partElsewhere((chunk) => chunk.ElsewhereWords),
  lines: lazy(async () => {
    const chunk = await elsewhere().catch(() => elsewhere().catch(() => null))
    return { default: chunk?.ElsewhereWords ?? (() => <></>) }
  }),
}
const swapForGood: SwapForGood = async (...swap) => (await elsewhere()).swapForGood(...swap)
const Where = screenElsewhere((chunk) => chunk.PlaceSheet)

export function WorkoutRoute({ id }: { id?: string }) {
  const [, navigate] = useLocation()
  const leave = useCallback(() => navigate(address.today), [navigate])
  const openExercise = useCallback((exerciseId: string) => navigate(address.exercise(exerciseId)), [navigate])
  const finish = useCallback((done: string) => navigate(address.past(done), { replace: true }), [navigate])
  const comeBack = useCallback((again: string) => navigate(address.workout(again)), [navigate])
  return (
    <WorkoutScreen
      id={id}
      startsPicking={(history.state as { pick?: boolean } | null)?.pick === true}
      exerciseParts={EXERCISE_PARTS}
      placeSheet={Where}
      startButton={<StartButton />}
      onLeave={leave}
      onFinished={finish}
      onReturn={comeBack}
      onOpenExercise={openExercise}
      swapForGood={swapForGood}
    />
  )
}

/** Shown only when the log is open, which starting needs. */
function StartButton() {
  const t = useTranslations('workout.none')
  const { startEmpty } = useStartWorkout(useAthlete())
  return (
    <Button tone="primary" size="large" onClick={startEmpty}>
      {t('action')}
    </Button>
  )
}
