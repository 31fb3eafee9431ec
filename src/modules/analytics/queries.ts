/** SQL on rollups. Sums are of integers; no load arithmetic happens here. */
import type { Tx } from '../../server/db.ts'
import type { PersonalRecord } from '../workouts/rules/records.ts'
import type { DayFigures } from './rules/day-figures.ts'
import type { HardSetsOfDay } from './rules/group-weeks.ts'

/** The exercises that the rollups of these days hold now. */
export async function findExercisesOnDays(
  tx: Tx,
  args: { athleteId: string; days: readonly number[] },
): Promise<string[]> {
  const rows = await tx<{ exerciseId: string }[]>`
    select distinct exercise_id as "exerciseId" from exercise_day
    where athlete_id = ${args.athleteId} and day = any (${args.days as number[]}::int[])`
  return rows.map(({ exerciseId }) => exerciseId)
}

const DAY_COLUMNS = `"exerciseId" text, "localDay" int, "e1rmG" bigint, "bestSetId" text, "bestLoadG" bigint,
  "bestReps" int, "tonnageG" bigint, "hardSets" int, sets int, reps int, "durationMs" bigint, "distanceM" bigint`

/** Days that hold nothing any more lose their rows. */
export async function replaceDays(
  tx: Tx,
  args: { athleteId: string; days: readonly number[]; figures: readonly DayFigures[]; formulaVersion: number },
): Promise<void> {
  const { athleteId, figures, formulaVersion } = args
  const days = args.days as number[]
  const exercises = figures.flatMap((day) => day.exercises)
  await tx`delete from exercise_day where athlete_id = ${athleteId} and day = any (${days}::int[])`
  await tx`
    insert into exercise_day (athlete_id, exercise_id, day, e1rm_g, best_set_id, best_load_g, best_reps, tonnage_g,
      hard_sets, sets, reps, duration_ms, distance_m, formula_version)
    select ${athleteId}, x."exerciseId", x."localDay", x."e1rmG", x."bestSetId", x."bestLoadG", x."bestReps",
      x."tonnageG", x."hardSets", x.sets, x.reps, x."durationMs", x."distanceM", ${formulaVersion}
    from jsonb_to_recordset(${tx.json(exercises)}) as x(${tx.unsafe(DAY_COLUMNS)})`
}

const RECORD_COLUMNS = `"exerciseId" text, place int, "loadMode" text, kind text, at bigint, value bigint,
  previous bigint, "isBaseline" boolean, "isDoubtful" boolean, "setId" text, "workoutId" text, "localDay" int,
  "doneAt" bigint`

export async function replaceRecords(
  tx: Tx,
  args: {
    athleteId: string
    exerciseIds: readonly string[]
    records: readonly PersonalRecord[]
    formulaVersion: number
  },
): Promise<void> {
  const { athleteId, formulaVersion } = args
  const placeOf = new Map<string, number>()
  const placed = args.records.map((record) => {
    const place = placeOf.get(record.exerciseId) ?? 0
    placeOf.set(record.exerciseId, place + 1)
    return { ...record, place }
  })
  await tx`
    delete from personal_record
    where athlete_id = ${athleteId} and exercise_id = any (${args.exerciseIds as string[]}::text[])`
  await tx`
    insert into personal_record (athlete_id, exercise_id, place, load_mode, kind, at, value, previous, is_baseline,
      is_doubtful, set_id, workout_id, local_day, done_at, formula_version)
    select ${athleteId}, x."exerciseId", x.place, x."loadMode", x.kind, x.at, x.value, x.previous, x."isBaseline",
      x."isDoubtful", x."setId", x."workoutId", x."localDay", x."doneAt", ${formulaVersion}
    from jsonb_to_recordset(${tx.json(placed)}) as x(${tx.unsafe(RECORD_COLUMNS)})`
}

export type E1rmPoint = { exerciseId: string; day: number; e1rmG: number }

export async function findE1rmPoints(
  tx: Tx,
  args: { athleteId: string; exerciseIds: readonly string[]; fromDay: number },
): Promise<E1rmPoint[]> {
  return tx<E1rmPoint[]>`
    select exercise_id as "exerciseId", day, e1rm_g as "e1rmG" from exercise_day
    where athlete_id = ${args.athleteId} and exercise_id = any (${args.exerciseIds as string[]}::text[])
      and day >= ${args.fromDay} and e1rm_g is not null
    order by day`
}

export type LiftSummary = { exerciseId: string; days: number; lastDay: number; bestE1rmG: number | null }

/** Exercises by how many days they were done on since `fromDay`, most first. */
export async function findLifts(
  tx: Tx,
  args: { athleteId: string; fromDay: number; limit: number },
): Promise<LiftSummary[]> {
  return tx<LiftSummary[]>`
    select exercise_id as "exerciseId", count(*)::int as days, max(day) as "lastDay", max(e1rm_g) as "bestE1rmG"
    from exercise_day where athlete_id = ${args.athleteId} and day >= ${args.fromDay}
    group by exercise_id order by count(*) desc, exercise_id limit ${args.limit}`
}

/** Hard sets by day and exercise; which muscles they train is the rules' to say. */
export async function findHardSets(
  tx: Tx,
  args: { athleteId: string; fromDay: number; toDay: number },
): Promise<HardSetsOfDay[]> {
  return tx<HardSetsOfDay[]>`
    select day, exercise_id as "exerciseId", hard_sets as "hardSets" from exercise_day
    where athlete_id = ${args.athleteId} and day between ${args.fromDay} and ${args.toDay} and hard_sets > 0
    order by day, exercise_id`
}

const RECORD_FIELDS = `exercise_id as "exerciseId", load_mode as "loadMode", kind, at, value, previous,
  is_baseline as "isBaseline", is_doubtful as "isDoubtful", set_id as "setId", workout_id as "workoutId",
  local_day as "localDay", done_at as "doneAt"`

/** What was broken since `fromDay`, newest first; baselines are left out. */
export async function findRecords(
  tx: Tx,
  args: { athleteId: string; fromDay: number; limit: number },
): Promise<PersonalRecord[]> {
  return tx<PersonalRecord[]>`
    select ${tx.unsafe(RECORD_FIELDS)} from personal_record
    where athlete_id = ${args.athleteId} and local_day >= ${args.fromDay} and not is_baseline
    order by local_day desc, done_at desc, exercise_id, place desc limit ${args.limit}`
}

/** What was broken in these workouts, in the order in which it was. */
export async function findRecordsOfWorkouts(
  tx: Tx,
  args: { athleteId: string; workoutIds: readonly string[] },
): Promise<PersonalRecord[]> {
  return tx<PersonalRecord[]>`
    select ${tx.unsafe(RECORD_FIELDS)} from personal_record
    where athlete_id = ${args.athleteId} and workout_id = any (${args.workoutIds as string[]}::text[])
      and not is_baseline
    order by local_day, done_at, exercise_id, place`
}

export type ActivityRow = { athleteId: string; day: number; sets: number }

/** Days with work sets since `fromDay`, for a roster. */
export async function findActivity(
  tx: Tx,
  args: { athleteIds: readonly string[]; fromDay: number },
): Promise<ActivityRow[]> {
  return tx<ActivityRow[]>`
    select athlete_id as "athleteId", day, sum(sets)::int as sets from exercise_day
    where athlete_id = any (${args.athleteIds as string[]}::uuid[]) and day >= ${args.fromDay}
    group by athlete_id, day order by athlete_id, day`
}

/** The last day with a work set, whenever that was. */
export async function findLastDays(
  tx: Tx,
  args: { athleteIds: readonly string[] },
): Promise<{ athleteId: string; lastDay: number }[]> {
  return tx<{ athleteId: string; lastDay: number }[]>`
    select a.id as "athleteId", d.day as "lastDay"
    from unnest(${args.athleteIds as string[]}::uuid[]) as a(id)
    cross join lateral (
      select day from exercise_day where athlete_id = a.id order by athlete_id desc, day desc limit 1) d`
}

/** Jobs' role: some athletes with figures of an older formula. None by far most of the time: one look at an index. */
export async function findOutdatedAthletes(tx: Tx, args: { formulaVersion: number; limit: number }): Promise<string[]> {
  const rows = await tx<{ athleteId: string }[]>`
    select distinct athlete_id as "athleteId" from exercise_day
    where formula_version < ${args.formulaVersion} limit ${args.limit}`
  return rows.map(({ athleteId }) => athleteId)
}

/** Every day of training, not only those with figures: a new formula may find some where the old one found none. */
export async function markAllDays(tx: Tx, args: { athleteId: string; days: readonly number[] }): Promise<void> {
  await tx`
    insert into dirty_day (athlete_id, day, version)
    select ${args.athleteId}, day, 0 from (
      select day from exercise_day where athlete_id = ${args.athleteId}
      union select unnest(${args.days as number[]}::int[])) d
    on conflict (athlete_id, day) do nothing`
}

export type DirtyDay = { day: number; version: number }

/** Jobs' role: the athletes whose rollups wait, those that wait longest first. */
export async function findDirtyAthletes(tx: Tx, args: { limit: number }): Promise<string[]> {
  const rows = await tx<{ athleteId: string }[]>`
    select athlete_id as "athleteId" from dirty_day group by athlete_id order by min(version) limit ${args.limit}`
  return rows.map(({ athleteId }) => athleteId)
}

/**
 * Empty while another worker has this athlete: two at once could leave records of an older reading behind. The days
 * themselves are not locked, so that no push waits for a rebuild.
 */
export async function claimDirtyDays(tx: Tx, args: { athleteId: string; limit: number }): Promise<DirtyDay[]> {
  const [turn] = await tx<{ isMine: boolean }[]>`
    select pg_try_advisory_xact_lock(hashtextextended(${args.athleteId}, 7318)) as "isMine"`
  if (!turn?.isMine) return []
  return tx<DirtyDay[]>`
    select day, version from dirty_day where athlete_id = ${args.athleteId}
    order by day desc limit ${args.limit}`
}

/** A day that was, or is being, marked again while it was rebuilt keeps its mark. */
export async function clearDirtyDays(tx: Tx, args: { athleteId: string; days: readonly DirtyDay[] }): Promise<void> {
  await tx`
    delete from dirty_day where athlete_id = ${args.athleteId} and day in (
      select d.day from dirty_day d
      join jsonb_to_recordset(${tx.json(args.days as DirtyDay[])}) as x(day int, version bigint)
        on d.day = x.day and d.version = x.version
      where d.athlete_id = ${args.athleteId} for update of d skip locked)`
}
