'use client'
/** Which address shows what, below /train. Each screen is a chunk of its own; the offline pack holds them all. */
import { type ComponentType, lazy } from 'react'
import { Redirect, Route, Switch } from 'wouter'
import { address } from './addresses.ts'

/** A screen's chunk. It is asked for again when it failed to load: a lost signal is not for ever. */
function screen<P extends object>(load: () => Promise<ComponentType<P>>) {
  return lazy(async () => ({ default: await load().catch(load) }))
}

const Today = screen(async () => (await import('./today.tsx')).TodayScreen)
const Workout = screen(async () => (await import('./workout.tsx')).WorkoutRoute)
const History = screen(async () => (await import('./history.tsx')).HistoryScreen)
const PastWorkout = screen(async () => (await import('./past-workout.tsx')).PastWorkoutScreen)
const EditWorkout = screen(async () => (await import('./edit-workout.tsx')).EditWorkoutScreen)
const Exercises = screen(async () => (await import('./exercises.tsx')).ExercisesScreen)
const ExercisePage = screen(async () => (await import('./exercise-page.tsx')).ExercisePageScreen)
const Progress = screen(async () => (await import('./progress.tsx')).ProgressScreen)
const You = screen(async () => (await import('./you.tsx')).YouScreen)
const Import = screen(async () => (await import('./import.tsx')).ImportScreen)
const SignIn = screen(async () => (await import('./sign-in.tsx')).SignInScreen)

export function Routes() {
  return (
    <Switch>
      <Route path="/" component={Today} />
      <Route path="/workout/:id?">{({ id }) => <Workout id={id} />}</Route>
      <Route path="/history" component={History} />
      <Route path="/history/:id">{({ id }) => <PastWorkout id={id} />}</Route>
      <Route path="/history/:id/edit">{({ id }) => <EditWorkout id={id} />}</Route>
      <Route path="/exercises" component={Exercises} />
      <Route path="/exercises/:id">{({ id }) => <ExercisePage key={id} id={id} />}</Route>
      <Route path="/progress" component={Progress} />
      <Route path="/you" component={You} />
      <Route path="/you/import" component={Import} />
      <Route path="/sign-in" component={SignIn} />
      <Route>
        <Redirect to={address.today} replace />
      </Route>
    </Switch>
  )
}
