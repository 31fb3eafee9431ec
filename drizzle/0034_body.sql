CREATE TABLE "body_measurement" (
	"athlete_id" uuid NOT NULL,
	"id" text NOT NULL,
	"kind" text NOT NULL,
	"value" integer NOT NULL,
	"at" bigint NOT NULL,
	"local_day" integer NOT NULL,
	"stamps" jsonb NOT NULL,
	"deleted" boolean DEFAULT false NOT NULL,
	CONSTRAINT "body_measurement_athlete_id_id_pk" PRIMARY KEY("athlete_id","id")
);
--> statement-breakpoint
ALTER TABLE "body_measurement" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "progress_photo" (
	"athlete_id" uuid NOT NULL,
	"id" text NOT NULL,
	"pose" text,
	"at" bigint NOT NULL,
	"local_day" integer NOT NULL,
	"stamps" jsonb NOT NULL,
	"deleted" boolean DEFAULT false NOT NULL,
	CONSTRAINT "progress_photo_athlete_id_id_pk" PRIMARY KEY("athlete_id","id")
);
--> statement-breakpoint
ALTER TABLE "progress_photo" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE INDEX "body_measurement_kind" ON "body_measurement" USING btree ("athlete_id","kind");--> statement-breakpoint
CREATE POLICY "body_measurement_subject" ON "body_measurement" AS PERMISSIVE FOR ALL TO "spotter_app", "spotter_jobs" USING (athlete_id = any (((select app_subjects())::uuid[]))) WITH CHECK (athlete_id = any (((select app_subjects())::uuid[])));--> statement-breakpoint
CREATE POLICY "progress_photo_subject" ON "progress_photo" AS PERMISSIVE FOR ALL TO "spotter_app", "spotter_jobs" USING (athlete_id = any (((select app_subjects())::uuid[]))) WITH CHECK (athlete_id = any (((select app_subjects())::uuid[])));
--> statement-breakpoint
create or replace trigger sync_guard_write before insert or update on "body_measurement" for each row
when (new.athlete_id::text is distinct from current_setting('app.space', true)) execute function sync_guard();
--> statement-breakpoint
create or replace trigger sync_guard_delete before delete on "body_measurement" for each row
when (old.athlete_id::text is distinct from current_setting('app.space', true)) execute function sync_guard();
--> statement-breakpoint
create or replace trigger sync_guard_write before insert or update on "progress_photo" for each row
when (new.athlete_id::text is distinct from current_setting('app.space', true)) execute function sync_guard();
--> statement-breakpoint
create or replace trigger sync_guard_delete before delete on "progress_photo" for each row
when (old.athlete_id::text is distinct from current_setting('app.space', true)) execute function sync_guard();
