CREATE TABLE "gym_place" (
	"id" uuid NOT NULL,
	"gym_id" uuid NOT NULL,
	"draft" jsonb NOT NULL,
	"published" jsonb,
	"version" integer DEFAULT 0 NOT NULL,
	"published_at" bigint,
	"created_at" bigint NOT NULL,
	"removed_at" bigint,
	CONSTRAINT "gym_place_gym_id_id_pk" PRIMARY KEY("gym_id","id")
);
--> statement-breakpoint
ALTER TABLE "gym_place" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "place" (
	"athlete_id" uuid NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"unit" text NOT NULL,
	"bars" jsonb NOT NULL,
	"collars" jsonb,
	"plates" jsonb NOT NULL,
	"dumbbells" jsonb NOT NULL,
	"handles" jsonb NOT NULL,
	"kettlebells" jsonb NOT NULL,
	"machines" jsonb NOT NULL,
	"published" jsonb,
	"stamps" jsonb NOT NULL,
	"deleted" boolean DEFAULT false NOT NULL,
	CONSTRAINT "place_athlete_id_id_pk" PRIMARY KEY("athlete_id","id")
);
--> statement-breakpoint
ALTER TABLE "place" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "workout" ADD COLUMN "place_id" text;--> statement-breakpoint
ALTER TABLE "gym_place" ADD CONSTRAINT "gym_place_gym_id_gym_id_fk" FOREIGN KEY ("gym_id") REFERENCES "public"."gym"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE POLICY "gym_place_seen" ON "gym_place" AS PERMISSIVE FOR SELECT TO "spotter_app" USING (gym_id = any (((select app_subjects())::uuid[])) or (version > 0 and removed_at is null and gym_id in
        (select m.gym_id from gym_member m where m.user_id = (select app_actor()) and m.ended_at is null)));--> statement-breakpoint
CREATE POLICY "gym_place_add" ON "gym_place" AS PERMISSIVE FOR INSERT TO "spotter_app" WITH CHECK (gym_id = any (((select app_subjects())::uuid[])));--> statement-breakpoint
CREATE POLICY "gym_place_change" ON "gym_place" AS PERMISSIVE FOR UPDATE TO "spotter_app" USING (gym_id = any (((select app_subjects())::uuid[])));--> statement-breakpoint
CREATE POLICY "place_subject" ON "place" AS PERMISSIVE FOR ALL TO "spotter_app", "spotter_jobs" USING (athlete_id = any (((select app_subjects())::uuid[]))) WITH CHECK (athlete_id = any (((select app_subjects())::uuid[])));--> statement-breakpoint
create or replace trigger sync_guard_write before insert or update on "place" for each row
when (new.athlete_id::text is distinct from current_setting('app.space', true)) execute function sync_guard();
--> statement-breakpoint
create or replace trigger sync_guard_delete before delete on "place" for each row
when (old.athlete_id::text is distinct from current_setting('app.space', true)) execute function sync_guard();
