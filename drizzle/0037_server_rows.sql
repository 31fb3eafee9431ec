CREATE TABLE "open_workout" (
	"athlete_id" uuid NOT NULL,
	"workout_id" text NOT NULL,
	"state" text NOT NULL,
	"due_at" bigint NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "open_workout_athlete_id_workout_id_pk" PRIMARY KEY("athlete_id","workout_id")
);
--> statement-breakpoint
ALTER TABLE "open_workout" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "api_token" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"name" text NOT NULL,
	"token_hash" text NOT NULL,
	"tail" text NOT NULL,
	"scope" text NOT NULL,
	"created_at" bigint NOT NULL,
	"last_used_at" bigint,
	CONSTRAINT "api_token_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
ALTER TABLE "api_token" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "open_workout" ADD CONSTRAINT "open_workout_athlete_id_person_id_fk" FOREIGN KEY ("athlete_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_token" ADD CONSTRAINT "api_token_user_id_person_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "open_workout_due" ON "open_workout" USING btree ("due_at") WHERE "open_workout"."state" = 'waits';--> statement-breakpoint
CREATE INDEX "api_token_user" ON "api_token" USING btree ("user_id");--> statement-breakpoint
CREATE POLICY "open_workout_subject" ON "open_workout" AS PERMISSIVE FOR ALL TO "spotter_app" USING (athlete_id = any (((select app_subjects())::uuid[]))) WITH CHECK (athlete_id = any (((select app_subjects())::uuid[])));--> statement-breakpoint
CREATE POLICY "open_workout_jobs" ON "open_workout" AS PERMISSIVE FOR ALL TO "spotter_jobs" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "api_token_erase" ON "api_token" AS PERMISSIVE FOR ALL TO "spotter_jobs" USING (user_id = any ((select app_subjects())::uuid[])) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "api_token_own" ON "api_token" AS PERMISSIVE FOR ALL TO "spotter_app" USING (user_id = (select app_actor()) or token_hash = (select nullif(current_setting('app.lookup', true), ''))) WITH CHECK (user_id = (select app_actor()));