/**
 * An import is taken out at once. Promises: what has happened to its members since stays, and is said; taking out several
 * comes back to the start, in whichever order; everybody whom it changes is in the log.
 */
import { takeTime } from '../../../server/db.ts'
import type { Actor } from '../../../shared/actor.ts'
import { appError } from '../../../shared/errors.ts'
import { writeAudit } from '../../users/service/audit.ts'
import * as queries from '../queries/import-undo.ts'
import { lockImport } from '../queries/imports.ts'
import { forgetLettersOfMembers } from '../queries/invites.ts'
import { inGym } from './access.ts'
import { UNDO_DAYS } from './imports.ts'

const DAY_MS = 86_400_000

export type ImportUndone = {
  removed: number
  /** Whom it brought and who are more than that by now: joined, came, changed, invited, or given a coach. */
  stayed: number
  restored: number
}

export async function undoImport(
  actor: Actor,
  args: { gymId: string; importId: string },
  now = Date.now(),
): Promise<ImportUndone> {
  const { gymId, importId } = args
  return inGym(actor, { gymId, action: 'import_members' }, async (tx) => {
    await takeTime(tx)
    const found = await lockImport(tx, { gymId, importId })
    if (!found) throw appError('not_found', 'There is no such import in this gym: reload the list.')
    if (found.undoneAt !== null) throw appError('conflict', 'This import was taken out already.')
    if (now - found.createdAt >= UNDO_DAYS * DAY_MS) {
      throw appError('conflict', `An import can be taken out for ${UNDO_DAYS} days: this one is older.`)
    }
    const restored = await queries.restoreChanged(tx, { gymId, importId })
    const removed = await queries.deleteImported(tx, { gymId, importId, now })
    const stayed = await queries.countImported(tx, { gymId, importId })
    await queries.handBeginningsOn(tx, { gymId, importId })
    await queries.deleteChanges(tx, { gymId, importId })
    await queries.markImportUndone(tx, { importId, at: now, by: actor.userId })
    const moved = restored.filter(({ before, after }) => before.email !== after.email).map(({ id }) => id)
    await forgetLettersOfMembers(tx, { gymId, memberIds: moved, at: now })
    const counts = { removed: removed.length, stayed, restored: restored.length }
    await writeAudit(
      tx,
      actor,
      now,
      { action: 'members.import_undo', gymId, after: { importId, fileName: found.fileName, ...counts } },
      ...restored.map(({ id, userId, before, after }) => ({
        action: 'member.edit',
        gymId,
        subjectId: userId,
        before: { memberId: id, name: after.name },
        after: { memberId: id, name: before.name, changed: changedFields(before, after), importId, batch: 'part' },
      })),
      ...removed.map(({ id, name }) => ({
        action: 'member.remove',
        gymId,
        before: { memberId: id, name },
        after: { importId, batch: 'part' },
      })),
    )
    return counts
  })
}

const FIELDS = { name: 'name', email: 'email', phone: 'phone', location_id: 'location' } as const

function changedFields(before: queries.Kept, after: queries.Kept): string[] {
  return (Object.keys(FIELDS) as (keyof typeof FIELDS)[])
    .filter((field) => before[field] !== after[field])
    .map((field) => FIELDS[field])
}
