'use client'
/** Which address shows what, below /train. Today and logging come with the page, all other screens in one chunk. */
import { type ComponentType, lazy } from 'react'
import { Redirect, Route, Switch } from 'wouter'
import { address } from './addresses.ts'
import { TodayScreen } from './today.tsx'
import { WorkoutRoute } from './workout.tsx'

/** A screen's chunk. It is asked for again when it failed to load: a lost signal is not for ever. */
function screen<P extends object>(load: () => Promise<ComponentType<P>>) {
  return lazy(async () => ({ default: await load().catch(load) }))
}

const elsewhere = () => import('./elsewhere.ts')

/** Fetched when the first screen stands, so that no later tap waits for it. */
export function preloadElsewhere(): void {
  elsewhere().catch(() => {})
}

const History = screen(async () => (await elsewhere()).HistoryScreen)
const PastWorkout = screen(async () => (await elsewhere()).PastWorkoutScreen)
const EditWorkout = screen(async () => (await elsewhere()).EditWorkoutScreen)
const Exercises = screen(async () => (await elsewhere()).ExercisesScreen)
const ExercisePage = screen(async () => (await elsewhere()).ExercisePageScreen)
const Progress = screen(async () => (await elsewhere()).ProgressScreen)
const You = screen(async () => (await elsewhere()).YouScreen)
const Import = screen(async () => (await elsewhere()).ImportScreen)
const SignIn = screen(async () => (await elsewhere()).SignInScreen)

export function Routes() {
  return (
    <Switch>
      <Route path="/" component={TodayScreen} />
      <Route path="/workout/:id?">{({ id }) => <WorkoutRoute id={id} />}</Route>
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
