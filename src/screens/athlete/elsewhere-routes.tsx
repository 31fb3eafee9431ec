'use client'
/** Which address shows what, of all screens but today and logging. */
import { Redirect, Route, Switch } from 'wouter'
import { address } from './addresses.ts'
import { CardioScreen } from './cardio.tsx'
import { DataScreen } from './data.tsx'
import { DeviceDataScreen } from './device-data.tsx'
import { EditWorkoutScreen } from './edit-workout.tsx'
import { ExercisePageScreen } from './exercise-page.tsx'
import { ExercisesScreen } from './exercises.tsx'
import { FollowScreen } from './friend-follow.tsx'
import { PeopleScreen } from './friend-people.tsx'
import { FriendPostScreen } from './friend-post.tsx'
import { FriendsScreen } from './friends.tsx'
import { GuideScreen } from './guide.tsx'
import { HistoryScreen } from './history.tsx'
import { ImportScreen } from './import.tsx'
import { InstallScreen } from './install.tsx'
import { PlaceScreen } from './my-place.tsx'
import { PlacesScreen } from './my-places.tsx'
import { NewsScreen } from './news.tsx'
import { PastWorkoutScreen } from './past-workout.tsx'
import { ProgramScreen } from './program.tsx'
import { ProgramsScreen } from './programs.tsx'
import { ProgressScreen } from './progress.tsx'
import { RoutineScreen } from './routine.tsx'
import { RoutineEditorScreen } from './routine-editor.tsx'
import { RoutinesScreen } from './routines.tsx'
import { SharedScreen } from './shared.tsx'
import { SignInScreen } from './sign-in.tsx'
import { TimelineScreen } from './timeline.tsx'
import { YouScreen } from './you.tsx'

export function ElsewhereRoutes() {
  return (
    <Switch>
      <Route path="/cardio" component={CardioScreen} />
      <Route path="/history" component={HistoryScreen} />
      <Route path="/history/:id">{({ id }) => <PastWorkoutScreen id={id} />}</Route>
      <Route path="/history/:id/edit">{({ id }) => <EditWorkoutScreen id={id} />}</Route>
      <Route path="/exercises" component={ExercisesScreen} />
      <Route path="/exercises/:id">{({ id }) => <ExercisePageScreen key={id} id={id} />}</Route>
      <Route path="/progress/:of?/:what?">{(part) => <ProgressScreen {...part} />}</Route>
      <Route path="/programs" component={ProgramsScreen} />
      <Route path="/programs/:id">{({ id }) => <ProgramScreen key={id} id={id} />}</Route>
      <Route path="/routines" component={RoutinesScreen} />
      <Route path="/routines/:id">{({ id }) => <RoutineScreen key={id} id={id} />}</Route>
      <Route path="/routines/:id/edit">{({ id }) => <RoutineEditorScreen key={id} id={id} />}</Route>
      <Route path="/shared/:of/:token">
        {(link) => <SharedScreen key={link.token} athleteId={link.of} token={link.token} />}
      </Route>
      <Route path="/you" component={YouScreen} />
      <Route path="/you/import" component={ImportScreen} />
      <Route path="/you/install" component={InstallScreen} />
      <Route path="/you/data" component={DataScreen} />
      <Route path="/you/phone" component={DeviceDataScreen} />
      <Route path="/you/places" component={PlacesScreen} />
      <Route path="/you/places/:id">{({ id }) => <PlaceScreen key={id} id={id} />}</Route>
      <Route path="/you/friends" component={FriendsScreen} />
      <Route path="/you/friends/people" component={PeopleScreen} />
      <Route path="/you/friends/:of/:id">
        {({ of, id }) => <FriendPostScreen key={id} makerId={of} postId={id} />}
      </Route>
      <Route path="/follow/:token">{({ token }) => <FollowScreen key={token} token={token} />}</Route>
      <Route path="/you/timeline" component={TimelineScreen} />
      <Route path="/you/guide" component={GuideScreen} />
      <Route path="/you/news" component={NewsScreen} />
      <Route path="/sign-in" component={SignInScreen} />
      <Route>
        <Redirect to={address.today} replace />
      </Route>
    </Switch>
  )
}
