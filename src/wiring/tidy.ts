/** What time takes away, once an hour: ended sessions, old letters and proofs, expired counters, half uploads, and what sync and imports keep only for a while. */

import { forgetOldImports } from '../modules/gyms/service/retention.ts'
import { collectLeftovers } from '../modules/media/service/photos.ts'
import { retireUnnamed } from '../modules/media/service/uploads.ts'
import { forgetOpenWorkouts } from '../modules/notifications/service/forgotten.ts'
import { removeAged } from '../modules/notifications/service.ts'
import { removeExpiredProofs } from '../modules/users/service/proofs.ts'
import { removeEndedSessions } from '../modules/users/service/sessions.ts'
import { jobsPool, NOBODY, withActor } from '../server/db.ts'
import { log, safeError } from '../server/log.ts'
import { removeOldLetters } from '../server/mail/queue.ts'
import { removeExpiredPoints } from '../server/rate-limit.ts'
import { findAgedSpaces } from '../sync/server/maintenance.ts'
import { syncServer } from './sync-server.ts'
import { uploadPorts } from './upload-ports.ts'

const SPACES_A_TURN = 500

/** One space a transaction; what is left over waits for the next hour. */
async function forgetAgedSync(): Promise<void> {
  const spaces = await withActor(NOBODY, [], (tx) => findAgedSpaces(tx, Date.now(), SPACES_A_TURN), { sql: jobsPool() })
  for (const space of spaces) {
    await withActor(NOBODY, [space], (tx) => syncServer().forgetAged(tx, space))
    await retireUnnamed(uploadPorts, space)
  }
}

/** Never throws: what fails is tried again by the next turn. */
export async function tidy(): Promise<void> {
  for (const work of [
    removeEndedSessions,
    removeExpiredProofs,
    () => removeOldLetters(jobsPool(), Date.now()),
    removeExpiredPoints,
    forgetAgedSync,
    forgetOldImports,
    collectLeftovers,
    removeAged,
    forgetOpenWorkouts,
  ]) {
    await work().catch((error: unknown) =>
      log().error(safeError(error), 'tidying failed and is tried again in an hour'),
    )
  }
}
