/**
 * SQL that takes an import out. What it did to a member is undone where nothing was done with them since; where a later
 * import was, that one is told what to go back to instead, so that taking out both comes back to the start in either order.
 */
import type { Tx } from '../../../server/db.ts'

type OfImport = { gymId: string; importId: string }

/** What an import keeps of a member, as in `member_import_change`; of one that it brought as having left, also when. */
const kept = (tx: Tx) =>
  tx`jsonb_build_object('name', m.name, 'email', m.email, 'phone', m.phone, 'location_id', m.location_id)`

/** Of the changes `e` of the same member: those that came after `c`. */
const later = (tx: Tx) => tx`e.member_id = c.member_id and (e.created_at, e.import_id) > (c.created_at, c.import_id)`

/** The next import of a member goes back to where this one began, if it began where this one ended. Before the others. */
export async function handBeginningsOn(tx: Tx, args: OfImport): Promise<void> {
  await tx`
    update member_import_change d set before = c.before
    from member_import_change c
    where c.gym_id = ${args.gymId} and c.import_id = ${args.importId} and d.member_id = c.member_id
      and d.before = c.after - 'ended_at' and d.import_id = (
        select e.import_id from member_import_change e where ${later(tx)} order by e.created_at, e.import_id limit 1)`
}

export type Kept = { name: string; email: string | null; phone: string | null; location_id: string | null }
export type Restored = { id: string; userId: string | null; before: Kept; after: Kept }

/** Those who are as the import left them become as they were; what was changed since, by hand or by a file, stays. */
export async function restoreChanged(tx: Tx, args: OfImport): Promise<Restored[]> {
  return tx<Restored[]>`
    update gym_member m set name = c.before ->> 'name', email = c.before ->> 'email', phone = c.before ->> 'phone',
      location_id = (c.before ->> 'location_id')::uuid
    from member_import_change c
    where c.gym_id = ${args.gymId} and c.import_id = ${args.importId} and c.before <> c.after and m.id = c.member_id
      and m.name <> '' and c.after = ${kept(tx)} and not exists (select 1 from member_import_change e where ${later(tx)})
    returning m.id, m.user_id as "userId", c.before, c.after`
}

/**
 * Those whom the import brought and who are nothing but that: as it brought them, without an account, a coach, a visit or
 * an invite that waits. One that was made before imports kept what they brought has no row of it to compare.
 */
export async function deleteImported(
  tx: Tx,
  args: OfImport & { now: number },
): Promise<{ id: string; name: string }[]> {
  return tx<{ id: string; name: string }[]>`
    delete from gym_member m
    where m.gym_id = ${args.gymId} and m.user_id is null and m.coach_id is null and m.name <> ''
      and (exists (
          select 1 from member_import_change c where c.import_id = ${args.importId} and c.member_id = m.id
            and c.before is null and c.after - 'ended_at' = ${kept(tx)}
            and (c.after ->> 'ended_at')::bigint is not distinct from m.ended_at)
        or (m.ended_at is null and m.import_id = ${args.importId} and not exists (
          select 1 from member_import_change c where c.import_id = ${args.importId} and c.member_id = m.id)))
      and not exists (
        select 1 from member_import_change e where e.member_id = m.id and e.import_id <> ${args.importId})
      and not exists (select 1 from attendance a where a.gym_id = m.gym_id and a.member_id = m.id)
      and not exists (
        select 1 from gym_invite i where i.member_id = m.id and i.revoked_at is null and i.uses < i.max_uses
          and i.expires_at > ${args.now})
    returning m.id, m.name`
}

/** How many of those whom it brought are still here. */
export async function countImported(tx: Tx, args: OfImport): Promise<number> {
  const [row] = await tx<{ count: number }[]>`
    select count(*) from gym_member m
    where m.gym_id = ${args.gymId} and (m.import_id = ${args.importId} or exists (
      select 1 from member_import_change c where c.import_id = ${args.importId} and c.member_id = m.id
        and c.before is null))`
  return row?.count ?? 0
}

export async function deleteChanges(tx: Tx, args: OfImport): Promise<void> {
  await tx`delete from member_import_change where gym_id = ${args.gymId} and import_id = ${args.importId}`
}

export async function markImportUndone(tx: Tx, args: { importId: string; at: number; by: string }): Promise<void> {
  await tx`update member_import set undone_at = ${args.at}, undone_by = ${args.by} where id = ${args.importId}`
}
