/** Who runs this server, for the pages that have to say it. */
import { env } from '../server/env.ts'

export function operator(): { name: string | null; contact: string | null } {
  const { OPERATOR_NAME, OPERATOR_CONTACT } = env()
  return { name: OPERATOR_NAME ?? null, contact: OPERATOR_CONTACT ?? null }
}
