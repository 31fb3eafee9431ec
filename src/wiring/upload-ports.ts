/** What phones brought, and which rows it belongs to: who sees it follows from those. */
import type { UploadPorts } from '../modules/media/service/uploads.ts'
import { photosAmong, photosSeen } from '../modules/workouts/service/body.ts'
import { trackFilesAmong } from '../modules/workouts/service/cardio.ts'

export const uploadPorts: UploadPorts = {
  // Recordings of watches are nobody else's: a route begins at somebody's door.
  maySee: (actor, { ownerId, ids }) => photosSeen(actor, { athleteId: ownerId, ids }),
  async named(actor, { ownerId: athleteId, ...args }) {
    const [photos, files] = [
      await photosAmong(actor, { athleteId, ...args }),
      await trackFilesAmong(actor, { athleteId, ...args }),
    ]
    return [...photos, ...files]
  },
}
