/** What a link shows, to whoever has it. */
import { NOBODY, withActor } from '../../../server/db.ts'
import { takePoint } from '../../../server/rate-limit.ts'
import { appError } from '../../../shared/errors.ts'
import { findLeaving } from '../../users/service/privacy.ts'
import * as queries from '../queries/shares.ts'

/** One that was taken back, of an account that is leaving, and one that never was, answer alike. */
export async function readSharedLink(args: {
  athleteId: string
  token: string
  ip: string
}): Promise<queries.SharedView> {
  await takePoint('shared-ip', args.ip)
  const { athleteId, token } = args
  const found = await withActor(NOBODY, [], (tx) => queries.findSharedLink(tx, { athleteId, token }))
  // Who has asked for their account to be erased can't take it back any more: it is as good as taken back.
  if (found && !(await findLeaving({ userId: athleteId, sessionId: null }))) return found
  throw appError('not_found', 'This link shows nothing any more, or a part of it is missing. Ask who sent it to you.')
}
