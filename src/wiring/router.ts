/** Every procedure there is. */
import { analyticsRouter } from '../modules/analytics/router.ts'
import { coachingRouter } from '../modules/coaching/router.ts'
import { feedRouter } from '../modules/feed/router.ts'
import { gymsRouter } from '../modules/gyms/router.ts'
import { mediaRouter } from '../modules/media/router.ts'
import { notificationsRouter } from '../modules/notifications/router.ts'
import { usersRouter } from '../modules/users/router.ts'
import { workoutsRouter } from '../modules/workouts/router.ts'
import { tell } from '../server/bus.ts'
import { router } from '../server/trpc.ts'
import { mayShowPhotos } from './may-show-photos.ts'
import { privacyRouter } from './privacy.ts'
import { syncRouter } from './sync-server.ts'
import { uploadPorts } from './upload-ports.ts'

export const appRouter = router({
  sync: syncRouter,
  users: usersRouter,
  privacy: privacyRouter,
  analytics: analyticsRouter,
  media: mediaRouter(mayShowPhotos, uploadPorts),
  notifications: notificationsRouter,
  gyms: gymsRouter,
  workouts: workoutsRouter,
  feed: feedRouter,
  coaching: coachingRouter(({ athleteId, coachId }) => tell('spotter_access', `${athleteId},${coachId}`)),
})
export type AppRouter = typeof appRouter
