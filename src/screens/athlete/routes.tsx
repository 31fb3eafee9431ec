'use client'
/** Which address shows what, below /train. Today and logging come with the page, all other screens in one chunk. */
import { Redirect, Route, Switch } from 'wouter'
import { address } from './addresses.ts'
import { screenElsewhere as screen } from './elsewhere-screen.tsx'
import { StartRoute } from './start.tsx'
import { TodayScreen } from './today.tsx'
import { WorkoutRoute } from './workout.tsx'

const History = screen((chunk) => chunk.HistoryScreen)
const PastWorkout = screen((chunk) => chunk.PastWorkoutScreen)
const Cardio = screen((chunk) => chunk.CardioScreen)
const EditWorkout = screen((chunk) => chunk.EditWorkoutScreen)
const Exercises = screen((chunk) => chunk.ExercisesScreen)
const ExercisePage = screen((chunk) => chunk.ExercisePageScreen)
const Progress = screen((chunk) => chunk.ProgressScreen)
const Programs = screen((chunk) => chunk.ProgramsScreen)
const Program = screen((chunk) => chunk.ProgramScreen)
const Routines = screen((chunk) => chunk.RoutinesScreen)
const Routine = screen((chunk) => chunk.RoutineScreen)
const RoutineEditor = screen((chunk) => chunk.RoutineEditorScreen)
const Shared = screen((chunk) => chunk.SharedScreen)
const You = screen((chunk) => chunk.YouScreen)
const Import = screen((chunk) => chunk.ImportScreen)
const Install = screen((chunk) => chunk.InstallScreen)
const Data = screen((chunk) => chunk.DataScreen)
const DeviceData = screen((chunk) => chunk.DeviceDataScreen)
const Places = screen((chunk) => chunk.PlacesScreen)
const Place = screen((chunk) => chunk.PlaceScreen)
const Timeline = screen((chunk) => chunk.TimelineScreen)
const SignIn = screen((chunk) => chunk.SignInScreen)

export function Routes() {
  return (
    <Switch>
      <Route path="/" component={TodayScreen} />
      <Route path="/start" component={StartRoute} />
      <Route path="/workout/:id?">{({ id }) => <WorkoutRoute id={id} />}</Route>
      <Route path="/cardio" component={Cardio} />
      <Route path="/history" component={History} />
      <Route path="/history/:id">{({ id }) => <PastWorkout id={id} />}</Route>
      <Route path="/history/:id/edit">{({ id }) => <EditWorkout id={id} />}</Route>
      <Route path="/exercises" component={Exercises} />
      <Route path="/exercises/:id">{({ id }) => <ExercisePage key={id} id={id} />}</Route>
      <Route path="/progress/:of?/:what?">{(part) => <Progress {...part} />}</Route>
      <Route path="/programs" component={Programs} />
      <Route path="/programs/:id">{({ id }) => <Program key={id} id={id} />}</Route>
      <Route path="/routines" component={Routines} />
      <Route path="/routines/:id">{({ id }) => <Routine key={id} id={id} />}</Route>
      <Route path="/routines/:id/edit">{({ id }) => <RoutineEditor key={id} id={id} />}</Route>
      <Route path="/shared/:of/:token">
        {(link) => <Shared key={link.token} athleteId={link.of} token={link.token} />}
      </Route>
      <Route path="/you" component={You} />
      <Route path="/you/import" component={Import} />
      <Route path="/you/install" component={Install} />
      <Route path="/you/data" component={Data} />
      <Route path="/you/phone" component={DeviceData} />
      <Route path="/you/places" component={Places} />
      <Route path="/you/places/:id">{({ id }) => <Place key={id} id={id} />}</Route>
      <Route path="/you/timeline" component={Timeline} />
      <Route path="/sign-in" component={SignIn} />
      <Route>
        <Redirect to={address.today} replace />
      </Route>
    </Switch>
  )
}
