// Where letters are shown while no mail server is configured.
import { randomBytes } from 'node:crypto'

/**
 * Whoever knows it reads letters, and so links that sign in: new with each start, and said only where it started. A
 * program that starts the app and reads its letters gives one of its own.
 */
export function newOutbox() {
  return process.env.SMTP_URL ? '' : (process.env.SPOTTER_OUTBOX ?? randomBytes(24).toString('base64url'))
}
