'use client'
import { useCallback } from 'react'
import { useLocation } from 'wouter'
import { WorkoutScreen } from '../../modules/workouts/ui/athlete/workout-screen.tsx'
import { address } from './addresses.ts'
import { screenElsewhere } from './elsewhere-screen.tsx'
import { useStartWorkout } from './start-workout.ts'
import { useAthlete } from './use-athlete.ts'

const OwnForm = screenElsewhere((chunk) => chunk.ExerciseFormSheet)

export function WorkoutRoute({ id }: { id?: string }) {
  const [, navigate] = useLocation()
  const { startEmpty } = useStartWorkout(useAthlete())
  const leave = useCallback(() => navigate(address.today), [navigate])
  const openExercise = useCallback((exerciseId: string) => navigate(address.exercise(exerciseId)), [navigate])
  const finish = useCallback((done: string) => navigate(address.past(done), { replace: true }), [navigate])
  const comeBack = useCallback((again: string) => navigate(address.workout(again)), [navigate])
  return (
    <WorkoutScreen
      id={id}
      ownForm={OwnForm}
      onStart={startEmpty}
      onLeave={leave}
      onFinished={finish}
      onReturn={comeBack}
      onOpenExercise={openExercise}
    />
  )
}
