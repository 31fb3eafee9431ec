CREATE TABLE "media_object" (
	"id" uuid PRIMARY KEY NOT NULL,
	"owner_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"mime" text NOT NULL,
	"size" integer NOT NULL,
	"upload_key" text,
	"sha256" text,
	"variants" jsonb,
	"created_at" bigint NOT NULL,
	"completed_at" bigint
);
--> statement-breakpoint
ALTER TABLE "media_object" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE UNIQUE INDEX "media_object_photo" ON "media_object" USING btree ("owner_id") WHERE "media_object"."state" = 'ready' and "media_object"."kind" = 'profile_photo';--> statement-breakpoint
CREATE INDEX "media_object_owner" ON "media_object" USING btree ("owner_id","created_at");--> statement-breakpoint
CREATE INDEX "media_object_leftover" ON "media_object" USING btree ("created_at") WHERE "media_object"."upload_key" is not null or "media_object"."state" = 'gone';--> statement-breakpoint
CREATE POLICY "media_object_seen" ON "media_object" AS PERMISSIVE FOR SELECT TO "spotter_app" USING (owner_id = (select app_actor()) or owner_id = any (((select app_subjects())::uuid[])));--> statement-breakpoint
CREATE POLICY "media_object_own" ON "media_object" AS PERMISSIVE FOR ALL TO "spotter_app" USING (owner_id = (select app_actor())) WITH CHECK (owner_id = (select app_actor()));--> statement-breakpoint
CREATE POLICY "media_object_tidy" ON "media_object" AS PERMISSIVE FOR ALL TO "spotter_jobs" USING (true);