CREATE TABLE "cardio_session" (
	"athlete_id" uuid NOT NULL,
	"id" text NOT NULL,
	"workout_id" text NOT NULL,
	"gain_m" integer,
	"avg_hr" integer,
	"max_hr" integer,
	"splits" jsonb NOT NULL,
	"mile_splits" jsonb NOT NULL,
	"parts" jsonb NOT NULL,
	"outline" jsonb NOT NULL,
	"file" jsonb,
	"stamps" jsonb NOT NULL,
	"deleted" boolean DEFAULT false NOT NULL,
	CONSTRAINT "cardio_session_athlete_id_id_pk" PRIMARY KEY("athlete_id","id")
);
--> statement-breakpoint
ALTER TABLE "cardio_session" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "logged_set" ADD COLUMN "bests" jsonb;--> statement-breakpoint
CREATE INDEX "cardio_session_workout" ON "cardio_session" USING btree ("athlete_id","workout_id");--> statement-breakpoint
CREATE POLICY "cardio_session_subject" ON "cardio_session" AS PERMISSIVE FOR ALL TO "spotter_app", "spotter_jobs" USING (athlete_id = any (((select app_subjects())::uuid[]))) WITH CHECK (athlete_id = any (((select app_subjects())::uuid[])));
--> statement-breakpoint
create or replace trigger sync_guard_write before insert or update on "cardio_session" for each row
when (new.athlete_id::text is distinct from current_setting('app.space', true)) execute function sync_guard();
--> statement-breakpoint
create or replace trigger sync_guard_delete before delete on "cardio_session" for each row
when (old.athlete_id::text is distinct from current_setting('app.space', true)) execute function sync_guard();
