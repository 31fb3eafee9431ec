/** SQL of imports: thousands of members in a few statements. */
import type { Tx } from '../../../server/db.ts'
import type { ColumnMap, ImportRow } from '../model.ts'

type Batch = { gymId: string; importId: string; at: number }

/**
 * Rows travel column by column: one statement, whatever their number. `numbers` are theirs, from the gym's counter. Keeps
 * what was brought, beside it.
 */
export async function insertMembers(
  tx: Tx,
  args: Batch & { ids: string[]; firstNumber: number; rows: readonly ImportRow[]; startedAts: number[] },
): Promise<void> {
  const { ids, rows, firstNumber } = args
  const numbers = rows.map((_, i) => firstNumber + i)
  await tx`
    with brought as (
      insert into gym_member (id, gym_id, number, name, email, phone, location_id, import_id, started_at,
        ended_at)
      select id, ${args.gymId}::uuid, number, name, email, phone, location_id, ${args.importId}::uuid, started_at,
        case when is_ended = 1 then greatest(started_at, ${args.at}::bigint) end
      from unnest(${ids}::uuid[], ${numbers}::int[], ${rows.map((row) => row.name)}::text[],
        ${rows.map((row) => row.email)}::text[], ${rows.map((row) => row.phone)}::text[],
        ${rows.map((row) => row.locationId)}::uuid[], ${args.startedAts}::bigint[],
        ${rows.map((row) => (row.isEnded ? 1 : 0))}::int[])
        as given (id, number, name, email, phone, location_id, started_at, is_ended)
      returning id, name, email, phone, location_id, ended_at
    )
    insert into member_import_change (gym_id, import_id, member_id, before, after, created_at)
    select ${args.gymId}::uuid, ${args.importId}::uuid, b.id, null,
      case when b.ended_at is null then to_jsonb(b) - 'id' - 'ended_at' else to_jsonb(b) - 'id' end, ${args.at}::bigint
    from brought b`
}

/**
 * What a file says is laid over what is there, and what it doesn't say stays. Keeps what was before: the members are locked
 * by then, since a lock taken in here would leave out of `was` whom `done` has reached first.
 */
export async function updateMembers(tx: Tx, args: Batch & { rows: readonly ImportRow[] }): Promise<void> {
  const { rows } = args
  await tx`
    with given as (
      select * from unnest(${rows.map((row) => row.memberId)}::uuid[], ${rows.map((row) => row.name)}::text[],
        ${rows.map((row) => row.email)}::text[], ${rows.map((row) => row.phone)}::text[],
        ${rows.map((row) => row.locationId)}::uuid[])
        as given (id, name, email, phone, location_id)
    ), was as (
      select m.id, m.name, m.email, m.phone, m.location_id from gym_member m join given using (id)
      where m.gym_id = ${args.gymId}
    ), done as (
      update gym_member m set name = g.name, email = coalesce(g.email, m.email), phone = coalesce(g.phone, m.phone),
        location_id = coalesce(g.location_id, m.location_id)
      from given g where m.id = g.id and m.gym_id = ${args.gymId}
      returning m.id, m.name, m.email, m.phone, m.location_id
    )
    insert into member_import_change (gym_id, import_id, member_id, before, after, created_at)
    select ${args.gymId}::uuid, ${args.importId}::uuid, was.id, to_jsonb(was) - 'id', to_jsonb(done) - 'id',
      ${args.at}::bigint
    from was join done using (id)`
}

export type ImportRecord = {
  id: string
  createdBy: string
  createdAt: number
  fileName: string
  columns: ColumnMap
  added: number
  updated: number
  skipped: number
  leftAlone: number
  undoneAt: number | null
}

const columns = (tx: Tx) => tx`
  id, created_by as "createdBy", created_at as "createdAt", file_name as "fileName", columns, added, updated, skipped,
  left_alone as "leftAlone", undone_at as "undoneAt"`

/** False when there is one of this id, in whichever gym. */
export async function insertImport(tx: Tx, args: Omit<ImportRecord, 'undoneAt'> & { gymId: string }): Promise<boolean> {
  const rows = await tx`
    insert into member_import (id, gym_id, created_by, created_at, file_name, columns, added, updated, skipped,
      left_alone)
    values (${args.id}, ${args.gymId}, ${args.createdBy}, ${args.createdAt}, ${args.fileName}, ${tx.json(args.columns)},
      ${args.added}, ${args.updated}, ${args.skipped}, ${args.leftAlone})
    on conflict (id) do nothing returning id`
  return rows.length === 1
}

export async function findImports(tx: Tx, args: { gymId: string; limit: number }): Promise<ImportRecord[]> {
  return tx<ImportRecord[]>`
    select ${columns(tx)} from member_import where gym_id = ${args.gymId}
    order by created_at desc, id limit ${args.limit}`
}

export async function lockImport(tx: Tx, args: { gymId: string; importId: string }): Promise<ImportRecord | null> {
  const [row] = await tx<ImportRecord[]>`
    select ${columns(tx)} from member_import where gym_id = ${args.gymId} and id = ${args.importId} for update`
  return row ?? null
}
