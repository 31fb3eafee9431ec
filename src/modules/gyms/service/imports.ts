/**
 * Members from a file. Promises: all of it is written or nothing; it is written for the roster that its preview was made
 * for, or not at all; sent again, it is the same import; it is taken out at once, and what has happened to its members
 * since stays.
 */
import { takeTime } from '../../../server/db.ts'
import type { Actor } from '../../../shared/actor.ts'
import { appError } from '../../../shared/errors.ts'
import { newId } from '../../../shared/id.ts'
import { civilOf, instantOfLocal } from '../../../shared/local-day.ts'
import { writeAudit } from '../../users/service/audit.ts'
import type { ColumnMap, ImportRow } from '../model.ts'
import { findGym, findLocations, takeNumbers } from '../queries/gyms.ts'
import * as queries from '../queries/imports.ts'
import { findStaff } from '../queries/staff.ts'
import { inGym } from './access.ts'

const DAY_MS = 86_400_000
/** As long as an import can be taken out; then what was before is forgotten. */
export const UNDO_DAYS = 30
const SHOWN = 50

export type ImportDone = { importId: string; added: number; updated: number; skipped: number }

export async function importMembers(
  actor: Actor,
  args: {
    gymId: string
    /** Of who sends it: pressed twice, or again after a lost answer, it comes in once. */
    importId?: string
    fileName: string
    columns: ColumnMap
    rows: readonly ImportRow[]
    skipped: number
    version: number
  },
  now = Date.now(),
): Promise<ImportDone> {
  const { gymId, importId = newId(), fileName, columns, rows, skipped } = args
  const fresh = rows.filter(({ memberId }) => memberId === null)
  const laid = rows.filter(({ memberId }) => memberId !== null)
  return inGym(actor, { gymId, action: 'import_members' }, async (tx) => {
    if (rows.length === 0) throw appError('bad_input', 'There is nothing to bring in: every row was left out.')
    if (new Set(laid.map(({ memberId }) => memberId)).size < laid.length) {
      throw appError('bad_input', 'Two rows are laid over the same member. Leave one of them out, or add it as new.')
    }
    await takeTime(tx)
    const gym = await findGym(tx, { gymId, lock: true })
    const before = await queries.lockImport(tx, { gymId, importId })
    if (before?.undoneAt != null) {
      throw appError('conflict', 'This import was taken out already. Choose the file again to bring it in anew.')
    }
    if (before) return { importId, added: before.added, updated: before.updated, skipped: before.skipped }
    if (!gym || gym.nextNumber !== args.version) {
      throw appError(
        'conflict',
        'The roster has changed since this preview. Look at the preview again, then bring it in.',
      )
    }
    const open = new Set(
      (await findLocations(tx, { gymId })).filter((one) => one.closedAt === null).map(({ id }) => id),
    )
    if (rows.some(({ locationId }) => locationId !== null && !open.has(locationId))) {
      throw appError('not_found', 'There is no such location in this gym: reload the page.')
    }
    const batch = { gymId, importId, at: now }
    const firstNumber = await takeNumbers(tx, { gymId, count: fresh.length })
    // Before its rows, which refer to it.
    const counts = { added: fresh.length, updated: laid.length, skipped }
    const by = { createdBy: actor.userId, createdAt: now }
    if (!(await queries.insertImport(tx, { id: importId, gymId, fileName, columns, ...by, ...counts }))) {
      throw appError('conflict', 'This import can’t be begun: its id is taken. Choose the file again.')
    }
    await queries.insertMembers(tx, {
      ...batch,
      rows: fresh,
      ids: fresh.map(() => newId()),
      firstNumber,
      startedAts: fresh.map(({ startedOn }) => (startedOn === null ? now : startOf(startedOn, gym.zone))),
    })
    if (laid.length > 0 && (await queries.updateMembers(tx, { ...batch, rows: laid })) < laid.length) {
      throw appError('not_found', 'One of the members to be updated is not in this gym. Look at the preview again.')
    }
    await writeAudit(tx, actor, now, { action: 'members.import', gymId, after: { importId, fileName, ...counts } })
    return { importId, ...counts }
  })
}

/** Noon of the gym's day: no zone on earth shows it as the day before. */
function startOf(day: number, zone: string): number {
  const { year, month, day: date } = civilOf(day)
  return instantOfLocal(year, month, date, 12, 0, 0, zone)
}

export type ImportView = Omit<queries.ImportRecord, 'createdBy'> & { byName: string; canUndo: boolean }

export async function listImports(actor: Actor, args: { gymId: string }, now = Date.now()): Promise<ImportView[]> {
  const { gymId } = args
  return inGym(
    actor,
    { gymId, action: 'import_members' },
    async (tx) => {
      const [imports, staff] = await Promise.all([
        queries.findImports(tx, { gymId, limit: SHOWN }),
        findStaff(tx, { gymId }),
      ])
      const names = new Map(staff.map(({ userId, name }) => [userId, name]))
      return imports.map(({ createdBy, ...one }) => ({
        ...one,
        byName: names.get(createdBy) ?? '',
        canUndo: one.undoneAt === null && now - one.createdAt < UNDO_DAYS * DAY_MS,
      }))
    },
    { readOnly: true },
  )
}

export type ImportUndone = {
  removed: number
  /** They have an account or were there since: they are members, whatever brought them. */
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
    const found = await queries.lockImport(tx, { gymId, importId })
    if (!found) throw appError('not_found', 'There is no such import in this gym: reload the list.')
    if (found.undoneAt !== null) throw appError('conflict', 'This import was taken out already.')
    if (now - found.createdAt >= UNDO_DAYS * DAY_MS) {
      throw appError('conflict', `An import can be taken out for ${UNDO_DAYS} days: this one is older.`)
    }
    const restored = await queries.restoreChanged(tx, { gymId, importId })
    const removed = await queries.deleteImported(tx, { gymId, importId })
    const stayed = await queries.countImported(tx, { gymId, importId })
    await queries.deleteChanges(tx, { gymId, importId })
    await queries.markImportUndone(tx, { importId, at: now, by: actor.userId })
    const after = { importId, fileName: found.fileName, removed, stayed, restored }
    await writeAudit(tx, actor, now, { action: 'members.import_undo', gymId, after })
    return { removed, stayed, restored }
  })
}
