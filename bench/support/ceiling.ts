/**
 * The ceiling of a push: the leanest write that keeps the same promise, one prepared statement through the same driver
 * and pool. Its tables are copies of ours with their indexes and policies, since all speed is measured with row-level
 * security on; without the guards of synced tables, which are ours alone. `bare` has no policies: how much they cost.
 */
import type { Sql } from 'postgres'
import { newId } from '../../src/shared/id.ts'
import type { Stage } from './stage.ts'
import { setFigures } from './training.ts'

const TABLES = ['sync_space', 'sync_device', 'sync_receipt', 'sync_row', 'logged_set']
type Schema = 'ceiling' | 'bare'

export async function prepareCeiling({ admin }: Stage): Promise<void> {
  for (const schema of ['ceiling', 'bare']) {
    await admin.unsafe(`create schema ${schema}`)
    for (const table of TABLES) {
      await admin.unsafe(`create table ${schema}.${table} (like public.${table} including all)`)
    }
    await admin.unsafe(`grant usage on schema ${schema} to spotter_app`)
    await admin.unsafe(`grant select, insert, update on all tables in schema ${schema} to spotter_app`)
  }
  const policies = await admin`select tablename, policyname, permissive, cmd, qual, with_check from pg_policies
    where schemaname = 'public' and tablename = any (${TABLES}) and 'spotter_app' = any (roles)`
  for (const { tablename, policyname, permissive, cmd, qual, with_check } of policies) {
    const using = qual ? `using (${qual})` : ''
    await admin.unsafe(`alter table ceiling.${tablename} enable row level security`)
    await admin.unsafe(
      `create policy ${policyname} on ceiling.${tablename} as ${permissive} for ${cmd} to spotter_app ${using} with check (${with_check})`,
    )
  }
  const [open] = await admin`select count(*)::int as tables from pg_class
    where relnamespace = 'ceiling'::regnamespace and relkind = 'r' and not relrowsecurity`
  if (open?.tables !== 0) throw new Error('A table of the ceiling has no policy: its figure would be another one.')
}

/** The settings that policies read, as a condition that is met before anything is looked up. */
const SUBJECT = `and (select set_config('app.subjects', $1, true)) is not null`

/** Lock and version, row with stamps, row's version, receipt, device: one statement, one round trip, one commit. */
const oneSet = (schema: Schema) => `with locked as (
  update ${schema}.sync_space set version = version + 1 where space_id = $1::text::uuid ${schema === 'ceiling' ? SUBJECT : ''} returning version
), stored as (
  insert into ${schema}.logged_set (athlete_id, id, workout_id, entry_id, position, kind, load_mode, load_g, entered_load, entered_unit, reps, rir2, done_at, notes, stamps)
  select $1::text::uuid, $2, $3, $4, 'a0', 'normal', 'external', $5::int, $6, 'kg', $7::int, 4, $8::bigint, '', $9::text::jsonb from locked
), versioned as (
  insert into ${schema}.sync_row (space_id, entity, id, row_version, deleted) select $1::text::uuid, 'logged_set', $2, version, false from locked
), received as (
  insert into ${schema}.sync_receipt (space_id, device_id, seq, mid, status, received_at) select $1::text::uuid, $10::uuid, $11::bigint, $12::uuid, 'applied', $8::bigint from locked
)
insert into ${schema}.sync_device (space_id, device_id, principal, last_seq, last_ms, schema_v, build, seen_at)
select $1::text::uuid, $10::uuid, $1::text::uuid, $11::bigint, $8::bigint, 1, 'bench', $8::bigint from locked
on conflict (space_id, device_id) do update set last_seq = excluded.last_seq, last_ms = excluded.last_ms, seen_at = excluded.seen_at`

const ONE_SET = { ceiling: oneSet('ceiling'), bare: oneSet('bare') }

export type Lean = { space: string; deviceId: string; seq: number }

export async function leanPhones({ admin }: Stage, count: number): Promise<Lean[]> {
  const phones = Array.from({ length: count }, () => ({ space: newId(), deviceId: newId(), seq: 0 }))
  const spaces = phones.map(({ space }) => space)
  await admin`insert into ceiling.sync_space (space_id) select unnest(${spaces}::uuid[])`
  await admin`insert into bare.sync_space (space_id) select unnest(${spaces}::uuid[])`
  return phones
}

export async function leanPush(sql: Sql, phone: Lean, schema: Schema = 'ceiling'): Promise<void> {
  phone.seq += 1
  const now = Date.now()
  const figures = setFigures(5)
  const stamps = JSON.stringify({ row: [now, phone.deviceId, phone.seq] })
  const written = await sql.unsafe(
    ONE_SET[schema],
    [
      ...[phone.space, newId(), newId(), newId(), figures.loadG, figures.enteredLoad, figures.reps, now, stamps],
      ...[phone.deviceId, phone.seq, newId()],
    ],
    { prepare: true },
  )
  if (written.count !== 1) throw new Error('The ceiling wrote nothing: its statement no longer fits its tables.')
}

const TWENTY_ROWS = `insert into bare.logged_set (athlete_id, id, workout_id, entry_id, position, kind, load_mode, load_g, entered_load, entered_unit, reps, rir2, done_at, notes, stamps)
select $1::uuid, r.id, r."workoutId", r."entryId", r.position, r.kind, r."loadMode", r."loadG", r."enteredLoad", r."enteredUnit", r.reps, r.rir2, r."doneAt", '', '{}'
from jsonb_to_recordset($2::text::jsonb) as r(id text, "workoutId" text, "entryId" text, position text, kind text, "loadMode" text, "loadG" int, "enteredLoad" text, "enteredUnit" text, reps int, rir2 int, "doneAt" bigint)`

/** A workout as the crudest log would store it: its twenty sets in one insert, and no other promise. */
export async function rawWorkout(sql: Sql, phone: Lean): Promise<void> {
  const workoutId = newId()
  const entryId = newId()
  const sets = Array.from({ length: 20 }, (_, i) => {
    return { id: newId(), workoutId, entryId, position: `a${i}`, ...setFigures(5), doneAt: Date.now() }
  })
  await sql.unsafe(TWENTY_ROWS, [phone.space, JSON.stringify(sets)], { prepare: true })
}
