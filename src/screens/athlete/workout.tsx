'use client'
import { useCallback } from 'react'
import { useLocation } from 'wouter'
import { WorkoutScreen } from '../../modules/workouts/ui/athlete/workout-screen.tsx'
import { address } from './addresses.ts'

export function WorkoutRoute({ id }: { id?: string }) {
  const [, navigate] = useLocation()
  const leave = useCallback(() => navigate(address.today), [navigate])
  const openExercise = useCallback((exerciseId: string) => navigate(address.exercise(exerciseId)), [navigate])
  return <WorkoutScreen id={id} onLeave={leave} onOpenExercise={openExercise} />
}
