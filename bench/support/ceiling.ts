/**
 * The ceiling of a push: the leanest write that keeps the same promise, one prepared statement through the same driver
 * and pool. Its tables are copies of ours with their indexes, without policies and guards.
 */
import type { Sql } from 'postgres'
import { newId } from '../../src/shared/id.ts'
import type { Stage } from './stage.ts'
import { setFigures } from './training.ts'

const TABLES = ['sync_space', 'sync_device', 'sync_receipt', 'sync_row', 'logged_set']

export async function prepareCeiling({ admin }: Stage): Promise<void> {
  await admin.unsafe('create schema ceiling')
  for (const table of TABLES) {
    await admin.unsafe(`create table ceiling.${table} (like public.${table} including all)`)
  }
  await admin.unsafe('grant usage on schema ceiling to spotter_app')
  await admin.unsafe('grant select, insert, update on all tables in schema ceiling to spotter_app')
}

/** Lock and version, row with stamps, row's version, receipt, device: one statement, one round trip, one commit. */
const ONE_SET = `with locked as (
  update ceiling.sync_space set version = version + 1 where space_id = $1::uuid returning version
), stored as (
  insert into ceiling.logged_set (athlete_id, id, workout_id, entry_id, position, kind, load_mode, load_g, entered_load, entered_unit, reps, rir2, done_at, notes, stamps)
  select $1::uuid, $2, $3, $4, 'a0', 'normal', 'external', $5::int, $6, 'kg', $7::int, 4, $8::bigint, '', $9::text::jsonb from locked
), versioned as (
  insert into ceiling.sync_row (space_id, entity, id, row_version, deleted) select $1::uuid, 'logged_set', $2, version, false from locked
), received as (
  insert into ceiling.sync_receipt (space_id, device_id, seq, mid, status, received_at) select $1::uuid, $10::uuid, $11::bigint, $12::uuid, 'applied', $8::bigint from locked
)
insert into ceiling.sync_device (space_id, device_id, principal, last_seq, last_ms, schema_v, build, seen_at)
select $1::uuid, $10::uuid, $1::uuid, $11::bigint, $8::bigint, 1, 'bench', $8::bigint from locked
on conflict (space_id, device_id) do update set last_seq = excluded.last_seq, last_ms = excluded.last_ms, seen_at = excluded.seen_at`

export type Lean = { space: string; deviceId: string; seq: number }

export async function leanPhones({ admin }: Stage, count: number): Promise<Lean[]> {
  const phones = Array.from({ length: count }, () => ({ space: newId(), deviceId: newId(), seq: 0 }))
  await admin`insert into ceiling.sync_space (space_id) select unnest(${phones.map(({ space }) => space)}::uuid[])`
  return phones
}

export async function leanPush(sql: Sql, phone: Lean): Promise<void> {
  phone.seq += 1
  const now = Date.now()
  const figures = setFigures(5)
  const stamps = JSON.stringify({ row: [now, phone.deviceId, phone.seq] })
  await sql.unsafe(
    ONE_SET,
    [
      ...[phone.space, newId(), newId(), newId(), figures.loadG, figures.enteredLoad, figures.reps, now, stamps],
      ...[phone.deviceId, phone.seq, newId()],
    ],
    { prepare: true },
  )
}

const TWENTY_ROWS = `insert into ceiling.logged_set (athlete_id, id, workout_id, entry_id, position, kind, load_mode, load_g, entered_load, entered_unit, reps, rir2, done_at, notes, stamps)
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
