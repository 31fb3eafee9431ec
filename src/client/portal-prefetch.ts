/** The first data of a portal page, fetched on the server and handed to the browser's query cache. */
import { type DehydratedState, dehydrate, QueryClient } from '@tanstack/react-query'
import { athletePageKey, athleteWorkoutsKey, ROSTER_PAGE, rosterKey } from './portal-keys.ts'
import type { Answers } from './trpc.ts'

/** The procedures that are asked, however they are called. */
type Caller = {
  analytics: {
    roster: (input: { limit: number; today: number }) => Promise<Answers['analytics']['roster']>
    athletePage: (input: {
      athleteId: string
      exerciseIds: string[]
      today: number
    }) => Promise<Answers['analytics']['athletePage']>
    olderWorkouts: (input: { athleteId: string; before: null }) => Promise<Answers['analytics']['olderWorkouts']>
  }
}

export async function rosterFirst(caller: Caller, today: number): Promise<DehydratedState> {
  const client = new QueryClient()
  const page = await caller.analytics.roster({ limit: ROSTER_PAGE, today })
  client.setQueryData(rosterKey(today), { pages: [page], pageParams: [null] })
  return dehydrate(client)
}

/** Throws what the procedure throws: an athlete who shares nothing is not found. */
export async function athleteFirst(
  caller: Caller,
  args: { athleteId: string; lifts: string[]; today: number; training: boolean },
): Promise<{ name: string; state: DehydratedState }> {
  const { athleteId, lifts, today, training } = args
  const client = new QueryClient()
  const [page, workouts] = await Promise.all([
    caller.analytics.athletePage({ athleteId, exerciseIds: lifts, today }),
    training ? caller.analytics.olderWorkouts({ athleteId, before: null }) : null,
  ])
  client.setQueryData(athletePageKey(athleteId, today, lifts), page)
  if (workouts) client.setQueryData(athleteWorkoutsKey(athleteId), { pages: [workouts], pageParams: [null] })
  return { name: page.athlete.name, state: dehydrate(client) }
}
