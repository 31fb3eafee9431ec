/** What a gym's rows forget with time, and with the person. By the jobs' role and by whoever erases somebody. */
import { jobsPool } from '../../../server/db.ts'
import { forgetChangesBefore } from '../queries/retention.ts'
import { UNDO_DAYS } from './imports.ts'

/** An import that can't be taken out any more needs no memory of what was before. */
export async function forgetOldImports(now = Date.now()): Promise<void> {
  await forgetChangesBefore(jobsPool(), { before: now - UNDO_DAYS * 86_400_000 })
}
