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

export function Routes() {
  return (
    <Switch>
      <Route path="/" component={Today} />
      <Route path="/workout/:id?">{({ id }) => <Workout id={id} />}</Route>
      <Route path="/history" component={History} />
      <Route path="/history/:id">{({ id }) => <PastWorkout id={id} />}</Route>
      <Route>
        <Redirect to={address.today} replace />
      </Route>
    </Switch>
  )
}
