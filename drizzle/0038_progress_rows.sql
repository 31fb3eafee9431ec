ALTER TABLE "profile" ADD COLUMN "own_groups" jsonb;--> statement-breakpoint
ALTER TABLE "profile" ADD COLUMN "bests" jsonb;--> statement-breakpoint
ALTER TABLE "profile" ADD COLUMN "recovery_days" integer;--> statement-breakpoint
ALTER TABLE "profile" ADD COLUMN "week_seen" integer;--> statement-breakpoint
ALTER TABLE "cardio_session" ADD COLUMN "incline_tenths" integer;--> statement-breakpoint
-- A best that was entered by hand is what records are measured by: those of its exercise are derived anew, on the days
-- that hold it. Runs as whoever writes the profile, under the same row-level security.
create function bests_make_days_dirty() returns trigger language plpgsql as $$
declare
  before jsonb := case when jsonb_typeof(old.bests) = 'object' then old.bests else '{}' end;
  after jsonb := case when jsonb_typeof(new.bests) = 'object' then new.bests else '{}' end;
begin
  if before = after then
    return null;
  end if;
  insert into dirty_day (athlete_id, day, version)
  select distinct new.athlete_id, w.local_day, s.version
  from workout_exercise e
  join workout w on w.athlete_id = e.athlete_id and w.id = e.workout_id
  join sync_space s on s.space_id = e.athlete_id
  where e.athlete_id = new.athlete_id and w.local_day is not null and e.exercise_id in (
    select k from jsonb_object_keys(before || after) k where before -> k is distinct from after -> k)
  on conflict (athlete_id, day) do update set version = excluded.version;
  return null;
end
$$;
--> statement-breakpoint
create trigger bests_dirty after insert or update of bests on profile
  for each row execute function bests_make_days_dirty();
