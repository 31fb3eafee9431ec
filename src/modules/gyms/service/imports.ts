/**
 * Members from a file. Promises: all of it is written or nothing; it is written for the roster that its preview was made
 * for, or not at all, and over nobody who was changed or erased since; sent again, it is the same import; everybody whom
 * it changes is in the log.
 */
import { type Tx, takeTime } from '../../../server/db.ts'
import type { Actor } from '../../../shared/actor.ts'
import { appError } from '../../../shared/errors.ts'
import { newId } from '../../../shared/id.ts'
import { civilOf } from '../../../shared/local-day.ts'
import { instantOfLocal } from '../../../shared/local-instant.ts'
import { findMembersTold, writeAudit } from '../../users/service/audit.ts'
import type { ColumnMap, ImportRow } from '../model.ts'
import { findGym, findLocations, takeNumbers } from '../queries/gyms.ts'
import * as queries from '../queries/imports.ts'
import { forgetLettersOfMembers } from '../queries/invites.ts'
import { lockMembers, type MemberRow } from '../queries/members.ts'
import { findStaff } from '../queries/staff.ts'
import { inGym } from './access.ts'

const DAY_MS = 86_400_000
/** As long as an import can be taken out; then what was before is forgotten. */
export const UNDO_DAYS = 30
const SHOWN = 50

export type ImportDone = {
  importId: string
  added: number
  updated: number
  skipped: number
  /** Changed or erased since the preview: they stayed as they were. */
  leftAlone: number
}

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
    /** The server's clock when the roster of the preview was read. */
    seenAt?: number
  },
  now = Date.now(),
): Promise<ImportDone> {
  const { gymId, importId = newId(), fileName, columns, rows, skipped } = args
  const fresh = rows.filter(({ memberId }) => memberId === null)
  const all = rows.filter(({ memberId }) => memberId !== null)
  return inGym(actor, { gymId, action: 'import_members' }, async (tx) => {
    if (rows.length === 0) throw appError('bad_input', 'There is nothing to bring in: every row was left out.')
    if (new Set(all.map(({ memberId }) => memberId)).size < all.length) {
      throw appError('bad_input', 'Two rows are laid over the same member. Leave one of them out, or add it as new.')
    }
    await takeTime(tx)
    const gym = await findGym(tx, { gymId, lock: true })
    const before = await queries.lockImport(tx, { gymId, importId })
    if (before?.undoneAt != null) {
      throw appError('conflict', 'This import was taken out already. Choose the file again to bring it in anew.')
    }
    if (before) {
      const { added, updated, skipped: left, leftAlone } = before
      return { importId, added, updated, skipped: left, leftAlone }
    }
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
    const known = await membersOf(tx, actor, { gymId, rows: all, seenAt: args.seenAt ?? null })
    const laid = all.filter(({ memberId }) => known.has(memberId ?? ''))
    const batch = { gymId, importId, at: now }
    const firstNumber = await takeNumbers(tx, { gymId, count: fresh.length })
    // Before its rows, which refer to it.
    const counts = { added: fresh.length, updated: laid.length, skipped, leftAlone: all.length - laid.length }
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
    if (laid.length > 0) await queries.updateMembers(tx, { ...batch, rows: laid })
    const edits = laid.flatMap((row) => editOf(row, known.get(row.memberId ?? '')))
    const moved = edits.filter(({ changed }) => changed.includes('email')).map(({ member }) => member.id)
    await forgetLettersOfMembers(tx, { gymId, memberIds: moved, at: now })
    await writeAudit(
      tx,
      actor,
      now,
      { action: 'members.import', gymId, after: { importId, fileName, ...counts } },
      ...edits.map(({ member, name, changed }) => ({
        action: 'member.edit',
        gymId,
        subjectId: member.userId,
        before: { memberId: member.id, name: member.name },
        after: { memberId: member.id, name, changed, importId, batch: 'part' },
      })),
    )
    return { importId, ...counts }
  })
}

/** Those whom rows may be laid over, as they are now; throws for one of another gym. */
async function membersOf(
  tx: Tx,
  actor: Actor,
  args: { gymId: string; rows: readonly ImportRow[]; seenAt: number | null },
): Promise<Map<string, MemberRow>> {
  const { gymId, rows, seenAt } = args
  if (rows.length === 0) return new Map()
  const found = await lockMembers(tx, { gymId, memberIds: rows.flatMap(({ memberId }) => memberId ?? []) })
  if (found.length < rows.length) {
    throw appError('not_found', 'One of the members to be updated is not in this gym. Look at the preview again.')
  }
  // Where somebody was moved by the reader's own hand, their own list showed it.
  const told = { byAnybody: ['member.edit'], byOthers: ['member.location'], readerId: actor.userId }
  const changed = new Set(seenAt === null ? [] : await findMembersTold(tx, { gymId, since: seenAt, ...told }))
  return new Map(found.filter(({ id, name }) => name !== '' && !changed.has(id)).map((member) => [member.id, member]))
}

type Edit = { member: MemberRow; name: string; changed: string[] }

/** What a row does to a member; none where it says what is there. */
function editOf(row: ImportRow, member: MemberRow | undefined): Edit[] {
  if (!member) return []
  const changed: string[] = row.name === member.name ? [] : ['name']
  for (const field of ['email', 'phone'] as const) {
    if (row[field] !== null && row[field] !== member[field]) changed.push(field)
  }
  if (row.locationId !== null && row.locationId !== member.locationId) changed.push('location')
  return changed.length > 0 ? [{ member, name: row.name, changed }] : []
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
