CREATE TABLE "planned_session" (
	"athlete_id" uuid NOT NULL,
	"id" text NOT NULL,
	"assignment_id" text NOT NULL,
	"round" integer NOT NULL,
	"day" text NOT NULL,
	"local_day" integer NOT NULL,
	"workout_id" text,
	"skipped_at" bigint,
	"exercises" jsonb NOT NULL,
	"stamps" jsonb NOT NULL,
	"deleted" boolean DEFAULT false NOT NULL,
	CONSTRAINT "planned_session_athlete_id_id_pk" PRIMARY KEY("athlete_id","id")
);
--> statement-breakpoint
ALTER TABLE "planned_session" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "program_assignment" (
	"athlete_id" uuid NOT NULL,
	"id" text NOT NULL,
	"program_id" text NOT NULL,
	"version" integer NOT NULL,
	"started_at" bigint NOT NULL,
	"left_at" bigint,
	"stamps" jsonb NOT NULL,
	"deleted" boolean DEFAULT false NOT NULL,
	CONSTRAINT "program_assignment_athlete_id_id_pk" PRIMARY KEY("athlete_id","id")
);
--> statement-breakpoint
ALTER TABLE "program_assignment" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "program_override" (
	"athlete_id" uuid NOT NULL,
	"id" text NOT NULL,
	"assignment_id" text NOT NULL,
	"slot" text NOT NULL,
	"exercise_id" text,
	"load_g" integer,
	"entered_load" text,
	"entered_unit" text,
	"set_at" bigint NOT NULL,
	"stamps" jsonb NOT NULL,
	"deleted" boolean DEFAULT false NOT NULL,
	CONSTRAINT "program_override_athlete_id_id_pk" PRIMARY KEY("athlete_id","id")
);
--> statement-breakpoint
ALTER TABLE "program_override" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE INDEX "planned_session_assignment" ON "planned_session" USING btree ("athlete_id","assignment_id");--> statement-breakpoint
CREATE INDEX "planned_session_workout" ON "planned_session" USING btree ("athlete_id","workout_id");--> statement-breakpoint
CREATE INDEX "planned_session_day" ON "planned_session" USING btree ("athlete_id","local_day");--> statement-breakpoint
CREATE INDEX "program_override_assignment" ON "program_override" USING btree ("athlete_id","assignment_id");--> statement-breakpoint
CREATE POLICY "planned_session_subject" ON "planned_session" AS PERMISSIVE FOR ALL TO "spotter_app" USING (athlete_id = any (((select app_subjects())::uuid[]))) WITH CHECK (athlete_id = any (((select app_subjects())::uuid[])));--> statement-breakpoint
CREATE POLICY "program_assignment_subject" ON "program_assignment" AS PERMISSIVE FOR ALL TO "spotter_app" USING (athlete_id = any (((select app_subjects())::uuid[]))) WITH CHECK (athlete_id = any (((select app_subjects())::uuid[])));--> statement-breakpoint
CREATE POLICY "program_override_subject" ON "program_override" AS PERMISSIVE FOR ALL TO "spotter_app" USING (athlete_id = any (((select app_subjects())::uuid[]))) WITH CHECK (athlete_id = any (((select app_subjects())::uuid[])));
--> statement-breakpoint
create or replace trigger sync_guard_write before insert or update on "program_assignment" for each row
when (new.athlete_id::text is distinct from current_setting('app.space', true)) execute function sync_guard();
--> statement-breakpoint
create or replace trigger sync_guard_delete before delete on "program_assignment" for each row
when (old.athlete_id::text is distinct from current_setting('app.space', true)) execute function sync_guard();
--> statement-breakpoint
create or replace trigger sync_guard_write before insert or update on "program_override" for each row
when (new.athlete_id::text is distinct from current_setting('app.space', true)) execute function sync_guard();
--> statement-breakpoint
create or replace trigger sync_guard_delete before delete on "program_override" for each row
when (old.athlete_id::text is distinct from current_setting('app.space', true)) execute function sync_guard();
--> statement-breakpoint
create or replace trigger sync_guard_write before insert or update on "planned_session" for each row
when (new.athlete_id::text is distinct from current_setting('app.space', true)) execute function sync_guard();
--> statement-breakpoint
create or replace trigger sync_guard_delete before delete on "planned_session" for each row
when (old.athlete_id::text is distinct from current_setting('app.space', true)) execute function sync_guard();
