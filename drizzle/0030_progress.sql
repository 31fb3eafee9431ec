CREATE TABLE "training_break" (
	"athlete_id" uuid NOT NULL,
	"id" text NOT NULL,
	"kind" text NOT NULL,
	"from_day" integer NOT NULL,
	"to_day" integer NOT NULL,
	"stamps" jsonb NOT NULL,
	"deleted" boolean DEFAULT false NOT NULL,
	CONSTRAINT "training_break_athlete_id_id_pk" PRIMARY KEY("athlete_id","id")
);
--> statement-breakpoint
ALTER TABLE "training_break" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "profile" ADD COLUMN "weekly_goals" jsonb;--> statement-breakpoint
ALTER TABLE "profile" ADD COLUMN "muscle_bands" jsonb;--> statement-breakpoint
ALTER TABLE "workout" ADD COLUMN "session_rpe" integer;--> statement-breakpoint
CREATE POLICY "training_break_subject" ON "training_break" AS PERMISSIVE FOR ALL TO "spotter_app", "spotter_jobs" USING (athlete_id = any (((select app_subjects())::uuid[]))) WITH CHECK (athlete_id = any (((select app_subjects())::uuid[])));
--> statement-breakpoint
create or replace trigger sync_guard_write before insert or update on "training_break" for each row
when (new.athlete_id::text is distinct from current_setting('app.space', true)) execute function sync_guard();
--> statement-breakpoint
create or replace trigger sync_guard_delete before delete on "training_break" for each row
when (old.athlete_id::text is distinct from current_setting('app.space', true)) execute function sync_guard();
