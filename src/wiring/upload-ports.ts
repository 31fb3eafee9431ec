/** What phones brought, and which rows it belongs to: who sees it follows from those. */
import type { UploadPorts } from '../modules/media/service/uploads.ts'
import { photosAmong, photosSeen } from '../modules/workouts/service/body.ts'

export const uploadPorts: UploadPorts = {
  maySee: (actor, { ownerId, ids }) => photosSeen(actor, { athleteId: ownerId, ids }),
  named: (actor, { ownerId, ids }) => photosAmong(actor, { athleteId: ownerId, ids }),
}
