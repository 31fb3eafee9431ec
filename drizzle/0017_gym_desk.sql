CREATE TABLE "attendance" (
	"id" uuid PRIMARY KEY NOT NULL,
	"gym_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"location_id" uuid,
	"at" bigint NOT NULL,
	"way" text NOT NULL,
	"by_id" uuid NOT NULL,
	"code_step" bigint,
	"undone_at" bigint,
	"undone_by" uuid
);
--> statement-breakpoint
ALTER TABLE "attendance" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "gym_invite" (
	"id" uuid PRIMARY KEY NOT NULL,
	"gym_id" uuid NOT NULL,
	"role" text,
	"member_id" uuid,
	"token_hash" text NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL,
	"max_uses" integer NOT NULL,
	"uses" integer DEFAULT 0 NOT NULL,
	"revoked_at" bigint,
	CONSTRAINT "gym_invite_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
ALTER TABLE "gym_invite" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "location" (
	"id" uuid PRIMARY KEY NOT NULL,
	"gym_id" uuid NOT NULL,
	"name" text NOT NULL,
	"created_at" bigint NOT NULL,
	"closed_at" bigint
);
--> statement-breakpoint
ALTER TABLE "location" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "member_import" (
	"id" uuid PRIMARY KEY NOT NULL,
	"gym_id" uuid NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" bigint NOT NULL,
	"file_name" text NOT NULL,
	"columns" jsonb NOT NULL,
	"added" integer NOT NULL,
	"updated" integer NOT NULL,
	"skipped" integer NOT NULL,
	"undone_at" bigint,
	"undone_by" uuid
);
--> statement-breakpoint
ALTER TABLE "member_import" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "member_import_change" (
	"gym_id" uuid NOT NULL,
	"import_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"before" jsonb NOT NULL,
	"after" jsonb NOT NULL,
	"created_at" bigint NOT NULL,
	CONSTRAINT "member_import_change_import_id_member_id_pk" PRIMARY KEY("import_id","member_id")
);
--> statement-breakpoint
ALTER TABLE "member_import_change" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
DROP INDEX "gym_member_name";--> statement-breakpoint
ALTER TABLE "gym" ADD COLUMN "absent_weeks" integer DEFAULT 4 NOT NULL;--> statement-breakpoint
ALTER TABLE "gym" ADD COLUMN "next_number" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "gym_member" ADD COLUMN "number" integer;--> statement-breakpoint
ALTER TABLE "gym_member" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "gym" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
UPDATE "gym_member" m SET "number" = n."n" FROM (SELECT "id", row_number() OVER (PARTITION BY "gym_id" ORDER BY "started_at", "id") AS "n" FROM "gym_member") n WHERE m."id" = n."id";--> statement-breakpoint
UPDATE "gym" g SET "next_number" = (SELECT count(*) + 1 FROM "gym_member" m WHERE m."gym_id" = g."id");--> statement-breakpoint
ALTER TABLE "gym_member" ALTER COLUMN "number" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "gym_member" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "gym" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "gym_member" ADD COLUMN "phone" text;--> statement-breakpoint
ALTER TABLE "gym_member" ADD COLUMN "location_id" uuid;--> statement-breakpoint
ALTER TABLE "gym_member" ADD COLUMN "coach_id" uuid;--> statement-breakpoint
ALTER TABLE "gym_member" ADD COLUMN "import_id" uuid;--> statement-breakpoint
ALTER TABLE "gym_member" ADD COLUMN "ended_by" uuid;--> statement-breakpoint
ALTER TABLE "gym_staff" ADD COLUMN "ended_by" uuid;--> statement-breakpoint
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_gym_id_gym_id_fk" FOREIGN KEY ("gym_id") REFERENCES "public"."gym"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_member_id_gym_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."gym_member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_location_id_location_id_fk" FOREIGN KEY ("location_id") REFERENCES "public"."location"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gym_invite" ADD CONSTRAINT "gym_invite_gym_id_gym_id_fk" FOREIGN KEY ("gym_id") REFERENCES "public"."gym"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gym_invite" ADD CONSTRAINT "gym_invite_member_id_gym_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."gym_member"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "location" ADD CONSTRAINT "location_gym_id_gym_id_fk" FOREIGN KEY ("gym_id") REFERENCES "public"."gym"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_import" ADD CONSTRAINT "member_import_gym_id_gym_id_fk" FOREIGN KEY ("gym_id") REFERENCES "public"."gym"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_import_change" ADD CONSTRAINT "member_import_change_import_id_member_import_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."member_import"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_import_change" ADD CONSTRAINT "member_import_change_member_id_gym_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."gym_member"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "attendance_seen_last" ON "attendance" USING btree ("gym_id","member_id","at") WHERE "attendance"."undone_at" is null;--> statement-breakpoint
CREATE INDEX "attendance_day" ON "attendance" USING btree ("gym_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "attendance_code" ON "attendance" USING btree ("member_id","code_step") WHERE "attendance"."code_step" is not null;--> statement-breakpoint
CREATE INDEX "gym_invite_gym" ON "gym_invite" USING btree ("gym_id","created_at");--> statement-breakpoint
CREATE INDEX "gym_invite_member" ON "gym_invite" USING btree ("member_id");--> statement-breakpoint
CREATE INDEX "location_gym" ON "location" USING btree ("gym_id");--> statement-breakpoint
CREATE INDEX "member_import_gym" ON "member_import" USING btree ("gym_id","created_at");--> statement-breakpoint
CREATE INDEX "member_import_change_member" ON "member_import_change" USING btree ("member_id");--> statement-breakpoint
ALTER TABLE "gym_member" ADD CONSTRAINT "gym_member_location_id_location_id_fk" FOREIGN KEY ("location_id") REFERENCES "public"."location"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gym_member" ADD CONSTRAINT "gym_member_coach_id_person_id_fk" FOREIGN KEY ("coach_id") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "gym_member_number" ON "gym_member" USING btree ("gym_id","number");--> statement-breakpoint
CREATE INDEX "gym_member_coach" ON "gym_member" USING btree ("coach_id");--> statement-breakpoint
CREATE INDEX "gym_member_import" ON "gym_member" USING btree ("import_id") WHERE "gym_member"."import_id" is not null;--> statement-breakpoint
CREATE POLICY "gym_member_drop" ON "gym_member" AS PERMISSIVE FOR DELETE TO "spotter_app" USING (gym_id = any (((select app_subjects())::uuid[])) and import_id is not null and user_id is null);--> statement-breakpoint
CREATE POLICY "person_staff" ON "person" AS PERMISSIVE FOR SELECT TO "spotter_app" USING (id in (select s.user_id from gym_staff s where s.gym_id = any (((select app_subjects())::uuid[]))));--> statement-breakpoint
CREATE POLICY "attendance_seen" ON "attendance" AS PERMISSIVE FOR SELECT TO "spotter_app" USING (gym_id = any (((select app_subjects())::uuid[])) or member_id in (select m.id from gym_member m where m.user_id = (select app_actor())));--> statement-breakpoint
CREATE POLICY "attendance_add" ON "attendance" AS PERMISSIVE FOR INSERT TO "spotter_app" WITH CHECK (gym_id = any (((select app_subjects())::uuid[])));--> statement-breakpoint
CREATE POLICY "attendance_change" ON "attendance" AS PERMISSIVE FOR UPDATE TO "spotter_app" USING (gym_id = any (((select app_subjects())::uuid[])));--> statement-breakpoint
CREATE POLICY "gym_invite_seen" ON "gym_invite" AS PERMISSIVE FOR SELECT TO "spotter_app" USING (gym_id = any (((select app_subjects())::uuid[])) or token_hash = (select nullif(current_setting('app.lookup', true), '')));--> statement-breakpoint
CREATE POLICY "gym_invite_add" ON "gym_invite" AS PERMISSIVE FOR INSERT TO "spotter_app" WITH CHECK (gym_id = any (((select app_subjects())::uuid[])));--> statement-breakpoint
CREATE POLICY "gym_invite_change" ON "gym_invite" AS PERMISSIVE FOR UPDATE TO "spotter_app" USING (gym_id = any (((select app_subjects())::uuid[])));--> statement-breakpoint
CREATE POLICY "gym_invite_drop" ON "gym_invite" AS PERMISSIVE FOR DELETE TO "spotter_app" USING (gym_id = any (((select app_subjects())::uuid[])));--> statement-breakpoint
CREATE POLICY "location_seen" ON "location" AS PERMISSIVE FOR SELECT TO "spotter_app" USING (gym_id = any (((select app_subjects())::uuid[])));--> statement-breakpoint
CREATE POLICY "location_add" ON "location" AS PERMISSIVE FOR INSERT TO "spotter_app" WITH CHECK (gym_id = any (((select app_subjects())::uuid[])));--> statement-breakpoint
CREATE POLICY "location_change" ON "location" AS PERMISSIVE FOR UPDATE TO "spotter_app" USING (gym_id = any (((select app_subjects())::uuid[])));--> statement-breakpoint
CREATE POLICY "member_import_seen" ON "member_import" AS PERMISSIVE FOR SELECT TO "spotter_app" USING (gym_id = any (((select app_subjects())::uuid[])));--> statement-breakpoint
CREATE POLICY "member_import_add" ON "member_import" AS PERMISSIVE FOR INSERT TO "spotter_app" WITH CHECK (gym_id = any (((select app_subjects())::uuid[])));--> statement-breakpoint
CREATE POLICY "member_import_change" ON "member_import" AS PERMISSIVE FOR UPDATE TO "spotter_app" USING (gym_id = any (((select app_subjects())::uuid[])));--> statement-breakpoint
CREATE POLICY "member_import_change_seen" ON "member_import_change" AS PERMISSIVE FOR SELECT TO "spotter_app" USING (gym_id = any (((select app_subjects())::uuid[])));--> statement-breakpoint
CREATE POLICY "member_import_change_add" ON "member_import_change" AS PERMISSIVE FOR INSERT TO "spotter_app" WITH CHECK (gym_id = any (((select app_subjects())::uuid[])));--> statement-breakpoint
CREATE POLICY "member_import_change_drop" ON "member_import_change" AS PERMISSIVE FOR DELETE TO "spotter_app" USING (gym_id = any (((select app_subjects())::uuid[])));--> statement-breakpoint
CREATE POLICY "member_import_change_age" ON "member_import_change" AS PERMISSIVE FOR ALL TO "spotter_jobs" USING (true);