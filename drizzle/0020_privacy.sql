CREATE TABLE "privacy_request" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"asked_at" bigint NOT NULL,
	"due_at" bigint NOT NULL,
	"state" text NOT NULL,
	"ended_at" bigint
);
--> statement-breakpoint
ALTER TABLE "privacy_request" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "erased_at" bigint;--> statement-breakpoint
CREATE UNIQUE INDEX "privacy_request_pending" ON "privacy_request" USING btree ("user_id") WHERE state = 'pending';--> statement-breakpoint
CREATE INDEX "privacy_request_due" ON "privacy_request" USING btree ("due_at") WHERE state = 'pending';--> statement-breakpoint
CREATE POLICY "consent_grant_erase" ON "consent_grant" AS PERMISSIVE FOR ALL TO "spotter_jobs" USING (athlete_id = any ((select app_subjects())::uuid[]) or coach_id = any ((select app_subjects())::uuid[])) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "invite_erase" ON "invite" AS PERMISSIVE FOR ALL TO "spotter_jobs" USING (coach_id = any ((select app_subjects())::uuid[])) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "relation_erase" ON "relation" AS PERMISSIVE FOR ALL TO "spotter_jobs" USING (athlete_id = any ((select app_subjects())::uuid[]) or coach_id = any ((select app_subjects())::uuid[])) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "gym_invite_erase" ON "gym_invite" AS PERMISSIVE FOR ALL TO "spotter_jobs" USING (member_id in (select m.id from gym_member m where m.user_id = any (((select app_subjects())::uuid[]))));--> statement-breakpoint
CREATE POLICY "gym_member_erase" ON "gym_member" AS PERMISSIVE FOR ALL TO "spotter_jobs" USING (user_id = any ((select app_subjects())::uuid[]) or coach_id = any ((select app_subjects())::uuid[]) or gym_id = any ((select app_subjects())::uuid[])) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "gym_staff_erase" ON "gym_staff" AS PERMISSIVE FOR ALL TO "spotter_jobs" USING (user_id = any ((select app_subjects())::uuid[])) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "audit_erase" ON "audit" AS PERMISSIVE FOR ALL TO "spotter_jobs" USING (subject_id = any ((select app_subjects())::uuid[]) or actor_id = any ((select app_subjects())::uuid[]) or on_behalf_of = any ((select app_subjects())::uuid[]) or gym_id = any ((select app_subjects())::uuid[])) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "credential_erase" ON "credential" AS PERMISSIVE FOR ALL TO "spotter_jobs" USING (user_id = any ((select app_subjects())::uuid[])) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "oauth_account_erase" ON "oauth_account" AS PERMISSIVE FOR ALL TO "spotter_jobs" USING (user_id = any ((select app_subjects())::uuid[])) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "passkey_erase" ON "passkey" AS PERMISSIVE FOR ALL TO "spotter_jobs" USING (user_id = any ((select app_subjects())::uuid[])) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "person_erase" ON "person" AS PERMISSIVE FOR ALL TO "spotter_jobs" USING (id = any ((select app_subjects())::uuid[])) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "sync_space_erased" ON "sync_space" AS RESTRICTIVE FOR INSERT TO "spotter_app" WITH CHECK (not exists (select 1 from person p where p.id = space_id and p.erased_at is not null));--> statement-breakpoint
CREATE POLICY "privacy_request_seen" ON "privacy_request" AS PERMISSIVE FOR SELECT TO "spotter_app" USING (user_id = (select app_actor()) or user_id in (select s.user_id from auth_session s where s.sid_hash = (select nullif(current_setting('app.lookup', true), ''))));--> statement-breakpoint
CREATE POLICY "privacy_request_ask" ON "privacy_request" AS PERMISSIVE FOR INSERT TO "spotter_app" WITH CHECK (user_id = (select app_actor()));--> statement-breakpoint
CREATE POLICY "privacy_request_keep" ON "privacy_request" AS PERMISSIVE FOR UPDATE TO "spotter_app" USING (user_id = (select app_actor())) WITH CHECK (user_id = (select app_actor()) and state = 'kept');--> statement-breakpoint
CREATE POLICY "privacy_request_jobs" ON "privacy_request" AS PERMISSIVE FOR ALL TO "spotter_jobs" USING (true) WITH CHECK (true);--> statement-breakpoint
ALTER POLICY "exercise_day_subject" ON "exercise_day" TO spotter_app,spotter_jobs USING (athlete_id = any (((select app_subjects())::uuid[]))) WITH CHECK (athlete_id = any (((select app_subjects())::uuid[])));--> statement-breakpoint
ALTER POLICY "personal_record_subject" ON "personal_record" TO spotter_app,spotter_jobs USING (athlete_id = any (((select app_subjects())::uuid[]))) WITH CHECK (athlete_id = any (((select app_subjects())::uuid[])));--> statement-breakpoint
ALTER POLICY "exercise_subject" ON "exercise" TO spotter_app,spotter_jobs USING (athlete_id = any (((select app_subjects())::uuid[]))) WITH CHECK (athlete_id = any (((select app_subjects())::uuid[])));--> statement-breakpoint
ALTER POLICY "planned_session_subject" ON "planned_session" TO spotter_app,spotter_jobs USING (athlete_id = any (((select app_subjects())::uuid[]))) WITH CHECK (athlete_id = any (((select app_subjects())::uuid[])));--> statement-breakpoint
ALTER POLICY "program_assignment_subject" ON "program_assignment" TO spotter_app,spotter_jobs USING (athlete_id = any (((select app_subjects())::uuid[]))) WITH CHECK (athlete_id = any (((select app_subjects())::uuid[])));--> statement-breakpoint
ALTER POLICY "program_override_subject" ON "program_override" TO spotter_app,spotter_jobs USING (athlete_id = any (((select app_subjects())::uuid[]))) WITH CHECK (athlete_id = any (((select app_subjects())::uuid[])));--> statement-breakpoint
ALTER POLICY "audit_seen" ON "audit" TO spotter_app USING (subject_id = (select app_actor()) or actor_id = (select app_actor()) or on_behalf_of = (select app_actor()) or gym_id = any (((select app_subjects())::uuid[])));--> statement-breakpoint
ALTER POLICY "profile_subject" ON "profile" TO spotter_app,spotter_jobs USING (athlete_id = any (((select app_subjects())::uuid[]))) WITH CHECK (athlete_id = any (((select app_subjects())::uuid[])));--> statement-breakpoint
ALTER POLICY "import_batch_subject" ON "import_batch" TO spotter_app,spotter_jobs USING (athlete_id = any (((select app_subjects())::uuid[]))) WITH CHECK (athlete_id = any (((select app_subjects())::uuid[])));--> statement-breakpoint
ALTER POLICY "logged_set_subject" ON "logged_set" TO spotter_app,spotter_jobs USING (athlete_id = any (((select app_subjects())::uuid[]))) WITH CHECK (athlete_id = any (((select app_subjects())::uuid[])));--> statement-breakpoint
ALTER POLICY "workout_subject" ON "workout" TO spotter_app,spotter_jobs USING (athlete_id = any (((select app_subjects())::uuid[]))) WITH CHECK (athlete_id = any (((select app_subjects())::uuid[])));--> statement-breakpoint
ALTER POLICY "workout_exercise_subject" ON "workout_exercise" TO spotter_app,spotter_jobs USING (athlete_id = any (((select app_subjects())::uuid[]))) WITH CHECK (athlete_id = any (((select app_subjects())::uuid[])));--> statement-breakpoint
-- Erasing takes a name away; the log of changes must not write it down once more.
drop trigger person_name_audited on person;
--> statement-breakpoint
create trigger person_name_audited after update of name on person
  for each row when (old.name is distinct from new.name and new.erased_at is null) execute function person_name_audited();
