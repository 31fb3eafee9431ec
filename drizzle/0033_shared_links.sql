CREATE TABLE "shared_link" (
	"athlete_id" uuid NOT NULL,
	"id" text NOT NULL,
	"kind" text NOT NULL,
	"of_id" text NOT NULL,
	"token" text NOT NULL,
	"from_name" text,
	"document" jsonb NOT NULL,
	"created_at" bigint NOT NULL,
	"revoked_at" bigint,
	"stamps" jsonb NOT NULL,
	"deleted" boolean DEFAULT false NOT NULL,
	CONSTRAINT "shared_link_athlete_id_id_pk" PRIMARY KEY("athlete_id","id")
);
--> statement-breakpoint
ALTER TABLE "shared_link" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE INDEX "shared_link_token" ON "shared_link" USING btree ("athlete_id","token");--> statement-breakpoint
CREATE POLICY "shared_link_subject" ON "shared_link" AS PERMISSIVE FOR ALL TO "spotter_app", "spotter_jobs" USING (athlete_id = any (((select app_subjects())::uuid[]))) WITH CHECK (athlete_id = any (((select app_subjects())::uuid[])));--> statement-breakpoint
CREATE POLICY "shared_link_seen" ON "shared_link" AS PERMISSIVE FOR SELECT TO "spotter_app" USING (token = (select nullif(current_setting('app.lookup', true), '')) and revoked_at is null and not deleted);
--> statement-breakpoint
create or replace trigger sync_guard_write before insert or update on "shared_link" for each row
when (new.athlete_id::text is distinct from current_setting('app.space', true)) execute function sync_guard();
--> statement-breakpoint
create or replace trigger sync_guard_delete before delete on "shared_link" for each row
when (old.athlete_id::text is distinct from current_setting('app.space', true)) execute function sync_guard();
