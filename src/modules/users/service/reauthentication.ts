/**
 * Before what could lose somebody their account: whoever found a device that is signed in must not be able to do it.
 * Promise: it goes on only with the right password, or in a session that began a moment ago.
 */
import { withActor } from '../../../server/db.ts'
import { isRightPassword } from '../../../server/password.ts'
import { clearPoints, takePoint } from '../../../server/rate-limit.ts'
import type { Actor } from '../../../shared/actor.ts'
import { appError } from '../../../shared/errors.ts'
import * as queries from '../queries.ts'

/** Who signed in this lately needs no password once more. */
const RECENT_MS = 10 * 60_000

export async function mustBeThem(actor: Actor, password: string | undefined, now: number): Promise<void> {
  const { userId, sessionId } = actor
  await takePoint('password-user', userId)
  const [credential, sessions] = await withActor(actor, [], async (tx) => [
    await queries.findCredentialByUser(tx, { userId }),
    await queries.findSessionsByUser(tx, { userId, now }),
  ])
  if (password) {
    const isRight = await isRightPassword(credential?.passwordHash ?? null, password)
    if (isRight) return clearPoints('password-user', userId)
    throw appError('bad_input', 'The password is not right, so nothing was changed. Try again.', { field: 'password' })
  }
  const own = sessions.find(({ id }) => id === sessionId)
  if (own && now - own.createdAt <= RECENT_MS) return
  throw appError('bad_input', 'Type your password, or sign in anew and come back within ten minutes.', {
    field: 'password',
  })
}
