-- Synced tables are written through a push or withSpace only: see src/sync/server/guard.ts.
create or replace function sync_guard() returns trigger language plpgsql as $$
begin
  raise exception '% belongs to a synced space: write it through withSpace', tg_table_name using errcode = 'SY001';
end
$$;
--> statement-breakpoint
create or replace trigger sync_guard_write before insert or update on "profile" for each row
when (new.athlete_id::text is distinct from current_setting('app.space', true)) execute function sync_guard();
--> statement-breakpoint
create or replace trigger sync_guard_delete before delete on "profile" for each row
when (old.athlete_id::text is distinct from current_setting('app.space', true)) execute function sync_guard();
--> statement-breakpoint
create or replace trigger sync_guard_write before insert or update on "exercise" for each row
when (new.athlete_id::text is distinct from current_setting('app.space', true)) execute function sync_guard();
--> statement-breakpoint
create or replace trigger sync_guard_delete before delete on "exercise" for each row
when (old.athlete_id::text is distinct from current_setting('app.space', true)) execute function sync_guard();
--> statement-breakpoint
create or replace trigger sync_guard_write before insert or update on "workout" for each row
when (new.athlete_id::text is distinct from current_setting('app.space', true)) execute function sync_guard();
--> statement-breakpoint
create or replace trigger sync_guard_delete before delete on "workout" for each row
when (old.athlete_id::text is distinct from current_setting('app.space', true)) execute function sync_guard();
--> statement-breakpoint
create or replace trigger sync_guard_write before insert or update on "workout_exercise" for each row
when (new.athlete_id::text is distinct from current_setting('app.space', true)) execute function sync_guard();
--> statement-breakpoint
create or replace trigger sync_guard_delete before delete on "workout_exercise" for each row
when (old.athlete_id::text is distinct from current_setting('app.space', true)) execute function sync_guard();
--> statement-breakpoint
create or replace trigger sync_guard_write before insert or update on "logged_set" for each row
when (new.athlete_id::text is distinct from current_setting('app.space', true)) execute function sync_guard();
--> statement-breakpoint
create or replace trigger sync_guard_delete before delete on "logged_set" for each row
when (old.athlete_id::text is distinct from current_setting('app.space', true)) execute function sync_guard();
--> statement-breakpoint
create or replace trigger sync_guard_write before insert or update on "import_batch" for each row
when (new.athlete_id::text is distinct from current_setting('app.space', true)) execute function sync_guard();
--> statement-breakpoint
create or replace trigger sync_guard_delete before delete on "import_batch" for each row
when (old.athlete_id::text is distinct from current_setting('app.space', true)) execute function sync_guard();
