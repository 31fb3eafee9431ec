CREATE TABLE "consent_grant" (
	"athlete_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"relation_id" uuid NOT NULL,
	"coach_id" uuid NOT NULL,
	"domain" text NOT NULL,
	"level" text NOT NULL,
	"started_at" bigint NOT NULL,
	"ended_at" bigint,
	"ended_by" uuid,
	"text_version" integer NOT NULL,
	CONSTRAINT "consent_grant_athlete_id_id_pk" PRIMARY KEY("athlete_id","id")
);
--> statement-breakpoint
ALTER TABLE "consent_grant" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "invite" (
	"id" uuid PRIMARY KEY NOT NULL,
	"coach_id" uuid NOT NULL,
	"gym_id" uuid,
	"role" text NOT NULL,
	"token_hash" text NOT NULL,
	"domains" jsonb NOT NULL,
	"created_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL,
	"max_uses" integer NOT NULL,
	"uses" integer DEFAULT 0 NOT NULL,
	"revoked_at" bigint,
	CONSTRAINT "invite_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
ALTER TABLE "invite" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "relation" (
	"athlete_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"coach_id" uuid NOT NULL,
	"gym_id" uuid,
	"role" text NOT NULL,
	"state" text NOT NULL,
	"started_at" bigint NOT NULL,
	"ended_at" bigint,
	"ended_by" uuid,
	CONSTRAINT "relation_athlete_id_id_pk" PRIMARY KEY("athlete_id","id")
);
--> statement-breakpoint
ALTER TABLE "relation" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "exercise" (
	"athlete_id" uuid NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"aliases" jsonb NOT NULL,
	"equipment" text NOT NULL,
	"pattern" text NOT NULL,
	"measure" text NOT NULL,
	"load_mode" text NOT NULL,
	"bodyweight_fraction" double precision,
	"laterality" text NOT NULL,
	"implements" integer NOT NULL,
	"muscles" jsonb NOT NULL,
	"rest_s" integer NOT NULL,
	"notes" text NOT NULL,
	"stamps" jsonb NOT NULL,
	"deleted" boolean DEFAULT false NOT NULL,
	CONSTRAINT "exercise_athlete_id_id_pk" PRIMARY KEY("athlete_id","id")
);
--> statement-breakpoint
ALTER TABLE "exercise" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "audit" (
	"id" uuid PRIMARY KEY NOT NULL,
	"at" bigint NOT NULL,
	"actor_id" uuid NOT NULL,
	"on_behalf_of" uuid,
	"subject_id" uuid,
	"gym_id" uuid,
	"action" text NOT NULL,
	"before" jsonb,
	"after" jsonb,
	"reason" text
);
--> statement-breakpoint
ALTER TABLE "audit" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "gym" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"zone" text NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "gym" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "gym_member" (
	"id" uuid PRIMARY KEY NOT NULL,
	"gym_id" uuid NOT NULL,
	"user_id" uuid,
	"name" text NOT NULL,
	"email" text,
	"started_at" bigint NOT NULL,
	"ended_at" bigint
);
--> statement-breakpoint
ALTER TABLE "gym_member" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "gym_staff" (
	"id" uuid PRIMARY KEY NOT NULL,
	"gym_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"role" text NOT NULL,
	"started_at" bigint NOT NULL,
	"ended_at" bigint
);
--> statement-breakpoint
ALTER TABLE "gym_staff" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "auth_session" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"sid_hash" text NOT NULL,
	"device_label" text NOT NULL,
	"created_at" bigint NOT NULL,
	"last_seen_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL,
	"revoked_at" bigint,
	CONSTRAINT "auth_session_sid_hash_unique" UNIQUE("sid_hash")
);
--> statement-breakpoint
ALTER TABLE "auth_session" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "credential" (
	"user_id" uuid PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"password_hash" text NOT NULL,
	"changed_at" bigint NOT NULL,
	CONSTRAINT "credential_email_unique" UNIQUE("email")
);
--> statement-breakpoint
ALTER TABLE "credential" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "person" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "person" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "profile" (
	"athlete_id" uuid NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"load_unit" text NOT NULL,
	"distance_unit" text NOT NULL,
	"week_start" integer NOT NULL,
	"theme" text NOT NULL,
	"effort" text NOT NULL,
	"bodyweight_g" integer,
	"weekly_goal" integer NOT NULL,
	"stamps" jsonb NOT NULL,
	"deleted" boolean DEFAULT false NOT NULL,
	CONSTRAINT "profile_athlete_id_id_pk" PRIMARY KEY("athlete_id","id")
);
--> statement-breakpoint
ALTER TABLE "profile" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "import_batch" (
	"athlete_id" uuid NOT NULL,
	"id" text NOT NULL,
	"source" text NOT NULL,
	"file_name" text NOT NULL,
	"created_at" bigint NOT NULL,
	"total" integer NOT NULL,
	"state" text NOT NULL,
	"stamps" jsonb NOT NULL,
	"deleted" boolean DEFAULT false NOT NULL,
	CONSTRAINT "import_batch_athlete_id_id_pk" PRIMARY KEY("athlete_id","id")
);
--> statement-breakpoint
ALTER TABLE "import_batch" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "logged_set" (
	"athlete_id" uuid NOT NULL,
	"id" text NOT NULL,
	"workout_id" text NOT NULL,
	"entry_id" text NOT NULL,
	"position" text NOT NULL,
	"kind" text NOT NULL,
	"load_mode" text NOT NULL,
	"load_g" integer,
	"entered_load" text,
	"entered_unit" text,
	"reps" integer,
	"rir2" integer,
	"duration_ms" integer,
	"distance_m" integer,
	"entered_distance" text,
	"distance_unit" text,
	"done_at" bigint,
	"notes" text NOT NULL,
	"stamps" jsonb NOT NULL,
	"deleted" boolean DEFAULT false NOT NULL,
	CONSTRAINT "logged_set_athlete_id_id_pk" PRIMARY KEY("athlete_id","id")
);
--> statement-breakpoint
ALTER TABLE "logged_set" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "workout" (
	"athlete_id" uuid NOT NULL,
	"id" text NOT NULL,
	"title" text NOT NULL,
	"state" text NOT NULL,
	"started_at" bigint NOT NULL,
	"zone" text NOT NULL,
	"local_day" integer NOT NULL,
	"ended_at" bigint,
	"active_ms" bigint,
	"notes" text NOT NULL,
	"bodyweight_g" integer,
	"holder" text,
	"source" text NOT NULL,
	"batch_id" text,
	"stamps" jsonb NOT NULL,
	"deleted" boolean DEFAULT false NOT NULL,
	CONSTRAINT "workout_athlete_id_id_pk" PRIMARY KEY("athlete_id","id")
);
--> statement-breakpoint
ALTER TABLE "workout" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "workout_exercise" (
	"athlete_id" uuid NOT NULL,
	"id" text NOT NULL,
	"workout_id" text NOT NULL,
	"exercise_id" text NOT NULL,
	"position" text NOT NULL,
	"notes" text NOT NULL,
	"rest_s" integer,
	"superset" integer,
	"stamps" jsonb NOT NULL,
	"deleted" boolean DEFAULT false NOT NULL,
	CONSTRAINT "workout_exercise_athlete_id_id_pk" PRIMARY KEY("athlete_id","id")
);
--> statement-breakpoint
ALTER TABLE "workout_exercise" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "rate_limit" (
	"key" text PRIMARY KEY NOT NULL,
	"points" integer DEFAULT 0 NOT NULL,
	"expire" bigint
);
--> statement-breakpoint
ALTER TABLE "rate_limit" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "consent_grant" ADD CONSTRAINT "consent_grant_athlete_id_relation_id_relation_athlete_id_id_fk" FOREIGN KEY ("athlete_id","relation_id") REFERENCES "public"."relation"("athlete_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invite" ADD CONSTRAINT "invite_coach_id_person_id_fk" FOREIGN KEY ("coach_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invite" ADD CONSTRAINT "invite_gym_id_gym_id_fk" FOREIGN KEY ("gym_id") REFERENCES "public"."gym"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "relation" ADD CONSTRAINT "relation_athlete_id_person_id_fk" FOREIGN KEY ("athlete_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "relation" ADD CONSTRAINT "relation_coach_id_person_id_fk" FOREIGN KEY ("coach_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "relation" ADD CONSTRAINT "relation_gym_id_gym_id_fk" FOREIGN KEY ("gym_id") REFERENCES "public"."gym"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gym_member" ADD CONSTRAINT "gym_member_gym_id_gym_id_fk" FOREIGN KEY ("gym_id") REFERENCES "public"."gym"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gym_member" ADD CONSTRAINT "gym_member_user_id_person_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gym_staff" ADD CONSTRAINT "gym_staff_gym_id_gym_id_fk" FOREIGN KEY ("gym_id") REFERENCES "public"."gym"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gym_staff" ADD CONSTRAINT "gym_staff_user_id_person_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth_session" ADD CONSTRAINT "auth_session_user_id_person_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credential" ADD CONSTRAINT "credential_user_id_person_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "consent_grant_current" ON "consent_grant" USING btree ("athlete_id","relation_id","domain") WHERE "consent_grant"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "consent_grant_coach" ON "consent_grant" USING btree ("coach_id","athlete_id") WHERE "consent_grant"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "invite_coach" ON "invite" USING btree ("coach_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "relation_current" ON "relation" USING btree ("athlete_id","coach_id") WHERE "relation"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "relation_coach" ON "relation" USING btree ("coach_id","athlete_id") WHERE "relation"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "audit_subject" ON "audit" USING btree ("subject_id","at");--> statement-breakpoint
CREATE INDEX "audit_gym" ON "audit" USING btree ("gym_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "gym_member_current" ON "gym_member" USING btree ("gym_id","user_id") WHERE "gym_member"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "gym_member_name" ON "gym_member" USING btree ("gym_id",lower("name"),"id");--> statement-breakpoint
CREATE INDEX "gym_member_user" ON "gym_member" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "gym_staff_current" ON "gym_staff" USING btree ("gym_id","user_id") WHERE "gym_staff"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "gym_staff_user" ON "gym_staff" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "auth_session_user" ON "auth_session" USING btree ("user_id","last_seen_at");--> statement-breakpoint
CREATE INDEX "person_name" ON "person" USING btree (lower("name"),"id");--> statement-breakpoint
CREATE INDEX "logged_set_workout" ON "logged_set" USING btree ("athlete_id","workout_id");--> statement-breakpoint
CREATE INDEX "logged_set_entry" ON "logged_set" USING btree ("athlete_id","entry_id");--> statement-breakpoint
CREATE INDEX "workout_day" ON "workout" USING btree ("athlete_id","local_day");--> statement-breakpoint
CREATE INDEX "workout_state" ON "workout" USING btree ("athlete_id","state");--> statement-breakpoint
CREATE INDEX "workout_batch" ON "workout" USING btree ("athlete_id","batch_id");--> statement-breakpoint
CREATE INDEX "workout_exercise_workout" ON "workout_exercise" USING btree ("athlete_id","workout_id");--> statement-breakpoint
CREATE INDEX "workout_exercise_exercise" ON "workout_exercise" USING btree ("athlete_id","exercise_id");--> statement-breakpoint
CREATE POLICY "consent_grant_seen" ON "consent_grant" AS PERMISSIVE FOR SELECT TO "spotter_app" USING (athlete_id = (select app_actor()) or coach_id = (select app_actor()) or athlete_id = any (((select app_subjects())::uuid[])));--> statement-breakpoint
CREATE POLICY "consent_grant_begin" ON "consent_grant" AS PERMISSIVE FOR INSERT TO "spotter_app" WITH CHECK (athlete_id = (select app_actor()));--> statement-breakpoint
CREATE POLICY "consent_grant_change" ON "consent_grant" AS PERMISSIVE FOR UPDATE TO "spotter_app" USING (athlete_id = (select app_actor()) or coach_id = (select app_actor())) WITH CHECK (athlete_id = (select app_actor()) or coach_id = (select app_actor()));--> statement-breakpoint
CREATE POLICY "invite_seen" ON "invite" AS PERMISSIVE FOR SELECT TO "spotter_app" USING (coach_id = (select app_actor()) or token_hash = (select nullif(current_setting('app.lookup', true), '')));--> statement-breakpoint
CREATE POLICY "invite_add" ON "invite" AS PERMISSIVE FOR INSERT TO "spotter_app" WITH CHECK (coach_id = (select app_actor()));--> statement-breakpoint
CREATE POLICY "invite_use" ON "invite" AS PERMISSIVE FOR UPDATE TO "spotter_app" USING (coach_id = (select app_actor()) or token_hash = (select nullif(current_setting('app.lookup', true), '')));--> statement-breakpoint
CREATE POLICY "relation_seen" ON "relation" AS PERMISSIVE FOR SELECT TO "spotter_app" USING (athlete_id = (select app_actor()) or coach_id = (select app_actor()) or athlete_id = any (((select app_subjects())::uuid[])));--> statement-breakpoint
CREATE POLICY "relation_begin" ON "relation" AS PERMISSIVE FOR INSERT TO "spotter_app" WITH CHECK (athlete_id = (select app_actor()));--> statement-breakpoint
CREATE POLICY "relation_change" ON "relation" AS PERMISSIVE FOR UPDATE TO "spotter_app" USING (athlete_id = (select app_actor()) or coach_id = (select app_actor())) WITH CHECK (athlete_id = (select app_actor()) or coach_id = (select app_actor()));--> statement-breakpoint
CREATE POLICY "exercise_subject" ON "exercise" AS PERMISSIVE FOR ALL TO "spotter_app" USING (athlete_id = any (((select app_subjects())::uuid[]))) WITH CHECK (athlete_id = any (((select app_subjects())::uuid[])));--> statement-breakpoint
CREATE POLICY "audit_seen" ON "audit" AS PERMISSIVE FOR SELECT TO "spotter_app" USING (subject_id = (select app_actor()) or actor_id = (select app_actor()) or gym_id = any (((select app_subjects())::uuid[])));--> statement-breakpoint
CREATE POLICY "audit_add" ON "audit" AS PERMISSIVE FOR INSERT TO "spotter_app" WITH CHECK (actor_id = (select app_actor()));--> statement-breakpoint
CREATE POLICY "gym_seen" ON "gym" AS PERMISSIVE FOR SELECT TO "spotter_app" USING (id = any (((select app_subjects())::uuid[]))
        or id in (select s.gym_id from gym_staff s where s.user_id = (select app_actor()) and s.ended_at is null)
        or id in (select m.gym_id from gym_member m where m.user_id = (select app_actor())));--> statement-breakpoint
CREATE POLICY "gym_add" ON "gym" AS PERMISSIVE FOR INSERT TO "spotter_app" WITH CHECK (id = any (((select app_subjects())::uuid[])));--> statement-breakpoint
CREATE POLICY "gym_edit" ON "gym" AS PERMISSIVE FOR UPDATE TO "spotter_app" USING (id = any (((select app_subjects())::uuid[])));--> statement-breakpoint
CREATE POLICY "gym_member_seen" ON "gym_member" AS PERMISSIVE FOR SELECT TO "spotter_app" USING (user_id = (select app_actor()) or gym_id = any (((select app_subjects())::uuid[])));--> statement-breakpoint
CREATE POLICY "gym_member_add" ON "gym_member" AS PERMISSIVE FOR INSERT TO "spotter_app" WITH CHECK (gym_id = any (((select app_subjects())::uuid[])));--> statement-breakpoint
CREATE POLICY "gym_member_change" ON "gym_member" AS PERMISSIVE FOR UPDATE TO "spotter_app" USING (gym_id = any (((select app_subjects())::uuid[])));--> statement-breakpoint
CREATE POLICY "gym_staff_seen" ON "gym_staff" AS PERMISSIVE FOR SELECT TO "spotter_app" USING (user_id = (select app_actor()) or gym_id = any (((select app_subjects())::uuid[])));--> statement-breakpoint
CREATE POLICY "gym_staff_add" ON "gym_staff" AS PERMISSIVE FOR INSERT TO "spotter_app" WITH CHECK (gym_id = any (((select app_subjects())::uuid[])));--> statement-breakpoint
CREATE POLICY "gym_staff_change" ON "gym_staff" AS PERMISSIVE FOR UPDATE TO "spotter_app" USING (gym_id = any (((select app_subjects())::uuid[])));--> statement-breakpoint
CREATE POLICY "auth_session_self" ON "auth_session" AS PERMISSIVE FOR ALL TO "spotter_app" USING (user_id = (select app_actor()) or sid_hash = (select nullif(current_setting('app.lookup', true), ''))) WITH CHECK (user_id = (select app_actor()) or sid_hash = (select nullif(current_setting('app.lookup', true), '')));--> statement-breakpoint
CREATE POLICY "auth_session_expiry" ON "auth_session" AS PERMISSIVE FOR ALL TO "spotter_jobs" USING (true);--> statement-breakpoint
CREATE POLICY "credential_self" ON "credential" AS PERMISSIVE FOR ALL TO "spotter_app" USING (user_id = (select app_actor()) or email = (select nullif(current_setting('app.lookup', true), ''))) WITH CHECK (user_id = (select app_actor()));--> statement-breakpoint
CREATE POLICY "person_self" ON "person" AS PERMISSIVE FOR ALL TO "spotter_app" USING (id = (select app_actor()) or id = any (((select app_subjects())::uuid[]))) WITH CHECK (id = (select app_actor()) or id = any (((select app_subjects())::uuid[])));--> statement-breakpoint
CREATE POLICY "person_party" ON "person" AS PERMISSIVE FOR SELECT TO "spotter_app" USING (id in (select r.athlete_id from relation r where r.coach_id = (select app_actor()) and r.ended_at is null)
    or id in (select r.coach_id from relation r where r.athlete_id = (select app_actor()))
    or id in (select i.coach_id from invite i where i.token_hash = (select nullif(current_setting('app.lookup', true), ''))));--> statement-breakpoint
CREATE POLICY "profile_subject" ON "profile" AS PERMISSIVE FOR ALL TO "spotter_app" USING (athlete_id = any (((select app_subjects())::uuid[]))) WITH CHECK (athlete_id = any (((select app_subjects())::uuid[])));--> statement-breakpoint
CREATE POLICY "import_batch_subject" ON "import_batch" AS PERMISSIVE FOR ALL TO "spotter_app" USING (athlete_id = any (((select app_subjects())::uuid[]))) WITH CHECK (athlete_id = any (((select app_subjects())::uuid[])));--> statement-breakpoint
CREATE POLICY "logged_set_subject" ON "logged_set" AS PERMISSIVE FOR ALL TO "spotter_app" USING (athlete_id = any (((select app_subjects())::uuid[]))) WITH CHECK (athlete_id = any (((select app_subjects())::uuid[])));--> statement-breakpoint
CREATE POLICY "workout_subject" ON "workout" AS PERMISSIVE FOR ALL TO "spotter_app" USING (athlete_id = any (((select app_subjects())::uuid[]))) WITH CHECK (athlete_id = any (((select app_subjects())::uuid[])));--> statement-breakpoint
CREATE POLICY "workout_exercise_subject" ON "workout_exercise" AS PERMISSIVE FOR ALL TO "spotter_app" USING (athlete_id = any (((select app_subjects())::uuid[]))) WITH CHECK (athlete_id = any (((select app_subjects())::uuid[])));--> statement-breakpoint
CREATE POLICY "rate_limit_app" ON "rate_limit" AS PERMISSIVE FOR ALL TO "spotter_app" USING (app_subjects() = '{}') WITH CHECK (app_subjects() = '{}');