'use client'
/** Which address shows what, below /train. Today and logging come with the page, all other screens in one chunk. */
import { Route, Switch } from 'wouter'
import { screenElsewhere } from './elsewhere-screen.tsx'
import { StartRoute } from './start.tsx'
import { TodayScreen } from './today.tsx'
import { WorkoutRoute } from './workout.tsx'

const Elsewhere = screenElsewhere((chunk) => chunk.ElsewhereRoutes)

export function Routes() {
  return (
    <Switch>
      <Route path="/" component={TodayScreen} />
      <Route path="/start" component={StartRoute} />
      <Route path="/workout/:id?">{({ id }) => <WorkoutRoute id={id} />}</Route>
      <Route>
        <Elsewhere />
      </Route>
    </Switch>
  )
}
