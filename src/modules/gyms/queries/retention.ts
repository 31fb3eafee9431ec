/** SQL that forgets. */
import type { Sql } from '../../../server/db.ts'

/** By the jobs' role, across gyms. */
export async function forgetChangesBefore(sql: Sql, args: { before: number }): Promise<number> {
  const rows = await sql`delete from member_import_change where created_at < ${args.before} returning 1`
  return rows.length
}
