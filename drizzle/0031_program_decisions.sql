CREATE TABLE "program_decision" (
	"athlete_id" uuid NOT NULL,
	"id" text NOT NULL,
	"assignment_id" text NOT NULL,
	"session_id" text NOT NULL,
	"slot" text NOT NULL,
	"verdict" text,
	"load_g" integer,
	"entered_load" text,
	"entered_unit" text,
	"stamps" jsonb NOT NULL,
	"deleted" boolean DEFAULT false NOT NULL,
	CONSTRAINT "program_decision_athlete_id_id_pk" PRIMARY KEY("athlete_id","id")
);
--> statement-breakpoint
ALTER TABLE "program_decision" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "program_override" ADD COLUMN "rules" jsonb;--> statement-breakpoint
ALTER TABLE "program_override" ADD COLUMN "rules_at" bigint;--> statement-breakpoint
CREATE INDEX "program_decision_assignment" ON "program_decision" USING btree ("athlete_id","assignment_id");--> statement-breakpoint
CREATE POLICY "program_decision_subject" ON "program_decision" AS PERMISSIVE FOR ALL TO "spotter_app", "spotter_jobs" USING (athlete_id = any (((select app_subjects())::uuid[]))) WITH CHECK (athlete_id = any (((select app_subjects())::uuid[])));
--> statement-breakpoint
create or replace trigger sync_guard_write before insert or update on "program_decision" for each row
when (new.athlete_id::text is distinct from current_setting('app.space', true)) execute function sync_guard();
--> statement-breakpoint
create or replace trigger sync_guard_delete before delete on "program_decision" for each row
when (old.athlete_id::text is distinct from current_setting('app.space', true)) execute function sync_guard();
