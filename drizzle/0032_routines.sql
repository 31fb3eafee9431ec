CREATE TABLE "routine" (
	"athlete_id" uuid NOT NULL,
	"id" text NOT NULL,
	"title" text NOT NULL,
	"folder_id" text,
	"position" text NOT NULL,
	"notes" text NOT NULL,
	"exercises" jsonb NOT NULL,
	"settled_id" text,
	"stamps" jsonb NOT NULL,
	"deleted" boolean DEFAULT false NOT NULL,
	CONSTRAINT "routine_athlete_id_id_pk" PRIMARY KEY("athlete_id","id")
);
--> statement-breakpoint
ALTER TABLE "routine" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "routine_folder" (
	"athlete_id" uuid NOT NULL,
	"id" text NOT NULL,
	"title" text NOT NULL,
	"position" text NOT NULL,
	"stamps" jsonb NOT NULL,
	"deleted" boolean DEFAULT false NOT NULL,
	CONSTRAINT "routine_folder_athlete_id_id_pk" PRIMARY KEY("athlete_id","id")
);
--> statement-breakpoint
ALTER TABLE "routine_folder" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "workout" ADD COLUMN "routine_id" text;--> statement-breakpoint
CREATE POLICY "routine_subject" ON "routine" AS PERMISSIVE FOR ALL TO "spotter_app", "spotter_jobs" USING (athlete_id = any (((select app_subjects())::uuid[]))) WITH CHECK (athlete_id = any (((select app_subjects())::uuid[])));--> statement-breakpoint
CREATE POLICY "routine_folder_subject" ON "routine_folder" AS PERMISSIVE FOR ALL TO "spotter_app", "spotter_jobs" USING (athlete_id = any (((select app_subjects())::uuid[]))) WITH CHECK (athlete_id = any (((select app_subjects())::uuid[])));
--> statement-breakpoint
create or replace trigger sync_guard_write before insert or update on "routine" for each row
when (new.athlete_id::text is distinct from current_setting('app.space', true)) execute function sync_guard();
--> statement-breakpoint
create or replace trigger sync_guard_delete before delete on "routine" for each row
when (old.athlete_id::text is distinct from current_setting('app.space', true)) execute function sync_guard();
--> statement-breakpoint
create or replace trigger sync_guard_write before insert or update on "routine_folder" for each row
when (new.athlete_id::text is distinct from current_setting('app.space', true)) execute function sync_guard();
--> statement-breakpoint
create or replace trigger sync_guard_delete before delete on "routine_folder" for each row
when (old.athlete_id::text is distinct from current_setting('app.space', true)) execute function sync_guard();
