/** Every procedure there is. */
import { coachingRouter } from '../modules/coaching/router.ts'
import { gymsRouter } from '../modules/gyms/router.ts'
import { usersRouter } from '../modules/users/router.ts'
import { tell } from '../server/bus.ts'
import { router } from '../server/trpc.ts'

export const appRouter = router({
  users: usersRouter,
  gyms: gymsRouter,
  coaching: coachingRouter(({ athleteId, coachId }) => tell('spotter_access', `${athleteId},${coachId}`)),
})
export type AppRouter = typeof appRouter
