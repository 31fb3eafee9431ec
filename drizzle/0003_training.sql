CREATE TABLE "exercise_day" (
	"athlete_id" uuid NOT NULL,
	"exercise_id" text NOT NULL,
	"day" integer NOT NULL,
	"e1rm_g" bigint,
	"best_set_id" text NOT NULL,
	"best_load_g" bigint,
	"best_reps" integer,
	"tonnage_g" bigint NOT NULL,
	"hard_sets" integer NOT NULL,
	"sets" integer NOT NULL,
	"reps" integer NOT NULL,
	"duration_ms" bigint NOT NULL,
	"distance_m" bigint NOT NULL,
	"formula_version" integer NOT NULL,
	CONSTRAINT "exercise_day_athlete_id_exercise_id_day_pk" PRIMARY KEY("athlete_id","exercise_id","day")
);
--> statement-breakpoint
ALTER TABLE "exercise_day" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "muscle_day" (
	"athlete_id" uuid NOT NULL,
	"day" integer NOT NULL,
	"muscle" text NOT NULL,
	"hundredths" integer NOT NULL,
	"formula_version" integer NOT NULL,
	CONSTRAINT "muscle_day_athlete_id_day_muscle_pk" PRIMARY KEY("athlete_id","day","muscle")
);
--> statement-breakpoint
ALTER TABLE "muscle_day" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "personal_record" (
	"athlete_id" uuid NOT NULL,
	"exercise_id" text NOT NULL,
	"place" integer NOT NULL,
	"load_mode" text NOT NULL,
	"kind" text NOT NULL,
	"at" bigint,
	"value" bigint NOT NULL,
	"previous" bigint,
	"is_baseline" boolean NOT NULL,
	"is_doubtful" boolean NOT NULL,
	"set_id" text NOT NULL,
	"workout_id" text NOT NULL,
	"local_day" integer NOT NULL,
	"done_at" bigint NOT NULL,
	"formula_version" integer NOT NULL,
	CONSTRAINT "personal_record_athlete_id_exercise_id_place_pk" PRIMARY KEY("athlete_id","exercise_id","place")
);
--> statement-breakpoint
ALTER TABLE "personal_record" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "dirty_day" (
	"athlete_id" uuid NOT NULL,
	"day" integer NOT NULL,
	"version" bigint NOT NULL,
	CONSTRAINT "dirty_day_athlete_id_day_pk" PRIMARY KEY("athlete_id","day")
);
--> statement-breakpoint
ALTER TABLE "dirty_day" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "job_intent" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "job_intent_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"athlete_id" uuid NOT NULL,
	"task" text NOT NULL,
	"payload" jsonb NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "job_intent" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "sync_device" (
	"space_id" uuid NOT NULL,
	"device_id" uuid NOT NULL,
	"principal" uuid NOT NULL,
	"last_seq" bigint NOT NULL,
	"last_ms" bigint NOT NULL,
	"schema_v" integer NOT NULL,
	"build" text NOT NULL,
	"seen_at" bigint NOT NULL,
	CONSTRAINT "sync_device_space_id_device_id_pk" PRIMARY KEY("space_id","device_id")
);
--> statement-breakpoint
ALTER TABLE "sync_device" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "sync_epoch" (
	"one" integer PRIMARY KEY NOT NULL,
	"epoch" uuid NOT NULL
);
--> statement-breakpoint
ALTER TABLE "sync_epoch" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "sync_part" (
	"space_id" uuid NOT NULL,
	"entity" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"data" jsonb NOT NULL,
	"stamps" jsonb NOT NULL,
	"deleted" boolean NOT NULL,
	CONSTRAINT "sync_part_space_id_entity_id_pk" PRIMARY KEY("space_id","entity","id")
);
--> statement-breakpoint
ALTER TABLE "sync_part" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "sync_quarantine" (
	"space_id" uuid NOT NULL,
	"device_id" uuid NOT NULL,
	"seq" bigint NOT NULL,
	"mid" uuid NOT NULL,
	"principal" uuid NOT NULL,
	"name" text NOT NULL,
	"v" integer NOT NULL,
	"args" text NOT NULL,
	"at" bigint NOT NULL,
	"code" text NOT NULL,
	"message" text NOT NULL,
	"received_at" bigint NOT NULL,
	CONSTRAINT "sync_quarantine_space_id_device_id_seq_pk" PRIMARY KEY("space_id","device_id","seq")
);
--> statement-breakpoint
ALTER TABLE "sync_quarantine" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "sync_receipt" (
	"space_id" uuid NOT NULL,
	"device_id" uuid NOT NULL,
	"seq" bigint NOT NULL,
	"mid" uuid NOT NULL,
	"status" text NOT NULL,
	"code" text,
	"message" text,
	"received_at" bigint NOT NULL,
	CONSTRAINT "sync_receipt_space_id_device_id_seq_pk" PRIMARY KEY("space_id","device_id","seq")
);
--> statement-breakpoint
ALTER TABLE "sync_receipt" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "sync_row" (
	"space_id" uuid NOT NULL,
	"entity" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"row_version" bigint NOT NULL,
	"deleted" boolean NOT NULL,
	"deleted_at" bigint,
	CONSTRAINT "sync_row_space_id_entity_id_pk" PRIMARY KEY("space_id","entity","id")
);
--> statement-breakpoint
ALTER TABLE "sync_row" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "sync_space" (
	"space_id" uuid PRIMARY KEY NOT NULL,
	"version" bigint DEFAULT 0 NOT NULL,
	"gc_floor" bigint DEFAULT 0 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "sync_space" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE INDEX "exercise_day_day" ON "exercise_day" USING btree ("athlete_id","day");--> statement-breakpoint
CREATE INDEX "personal_record_day" ON "personal_record" USING btree ("athlete_id","local_day");--> statement-breakpoint
CREATE INDEX "job_intent_athlete" ON "job_intent" USING btree ("athlete_id");--> statement-breakpoint
CREATE UNIQUE INDEX "sync_receipt_mid" ON "sync_receipt" USING btree ("space_id","mid") WHERE status <> 'noop';--> statement-breakpoint
CREATE INDEX "sync_receipt_age" ON "sync_receipt" USING btree ("received_at");--> statement-breakpoint
CREATE INDEX "sync_row_version" ON "sync_row" USING btree ("space_id","row_version","entity","id");--> statement-breakpoint
CREATE INDEX "sync_row_deleted" ON "sync_row" USING btree ("deleted_at") WHERE deleted;--> statement-breakpoint
CREATE POLICY "exercise_day_subject" ON "exercise_day" AS PERMISSIVE FOR ALL TO "spotter_app" USING (athlete_id = any (((select app_subjects())::uuid[]))) WITH CHECK (athlete_id = any (((select app_subjects())::uuid[])));--> statement-breakpoint
CREATE POLICY "muscle_day_subject" ON "muscle_day" AS PERMISSIVE FOR ALL TO "spotter_app" USING (athlete_id = any (((select app_subjects())::uuid[]))) WITH CHECK (athlete_id = any (((select app_subjects())::uuid[])));--> statement-breakpoint
CREATE POLICY "personal_record_subject" ON "personal_record" AS PERMISSIVE FOR ALL TO "spotter_app" USING (athlete_id = any (((select app_subjects())::uuid[]))) WITH CHECK (athlete_id = any (((select app_subjects())::uuid[])));--> statement-breakpoint
CREATE POLICY "dirty_day_subject" ON "dirty_day" AS PERMISSIVE FOR ALL TO "spotter_app" USING (athlete_id = any ((select app_subjects())::uuid[])) WITH CHECK (athlete_id = any ((select app_subjects())::uuid[]));--> statement-breakpoint
CREATE POLICY "dirty_day_jobs" ON "dirty_day" AS PERMISSIVE FOR ALL TO "spotter_jobs" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "job_intent_subject" ON "job_intent" AS PERMISSIVE FOR ALL TO "spotter_app" USING (athlete_id = any ((select app_subjects())::uuid[])) WITH CHECK (athlete_id = any ((select app_subjects())::uuid[]));--> statement-breakpoint
CREATE POLICY "job_intent_jobs" ON "job_intent" AS PERMISSIVE FOR ALL TO "spotter_jobs" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "sync_device_subject" ON "sync_device" AS PERMISSIVE FOR ALL TO "spotter_app" USING (space_id = any ((select app_subjects())::uuid[])) WITH CHECK (space_id = any ((select app_subjects())::uuid[]));--> statement-breakpoint
CREATE POLICY "sync_device_jobs" ON "sync_device" AS PERMISSIVE FOR ALL TO "spotter_jobs" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "sync_epoch_app" ON "sync_epoch" AS PERMISSIVE FOR ALL TO "spotter_app" USING (cardinality((select app_subjects())) > 0) WITH CHECK (cardinality((select app_subjects())) > 0);--> statement-breakpoint
CREATE POLICY "sync_epoch_jobs" ON "sync_epoch" AS PERMISSIVE FOR ALL TO "spotter_jobs" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "sync_part_subject" ON "sync_part" AS PERMISSIVE FOR ALL TO "spotter_app" USING (space_id = any ((select app_subjects())::uuid[])) WITH CHECK (space_id = any ((select app_subjects())::uuid[]));--> statement-breakpoint
CREATE POLICY "sync_part_jobs" ON "sync_part" AS PERMISSIVE FOR ALL TO "spotter_jobs" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "sync_quarantine_subject" ON "sync_quarantine" AS PERMISSIVE FOR ALL TO "spotter_app" USING (space_id = any ((select app_subjects())::uuid[])) WITH CHECK (space_id = any ((select app_subjects())::uuid[]));--> statement-breakpoint
CREATE POLICY "sync_quarantine_jobs" ON "sync_quarantine" AS PERMISSIVE FOR ALL TO "spotter_jobs" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "sync_receipt_subject" ON "sync_receipt" AS PERMISSIVE FOR ALL TO "spotter_app" USING (space_id = any ((select app_subjects())::uuid[])) WITH CHECK (space_id = any ((select app_subjects())::uuid[]));--> statement-breakpoint
CREATE POLICY "sync_receipt_jobs" ON "sync_receipt" AS PERMISSIVE FOR ALL TO "spotter_jobs" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "sync_row_subject" ON "sync_row" AS PERMISSIVE FOR ALL TO "spotter_app" USING (space_id = any ((select app_subjects())::uuid[])) WITH CHECK (space_id = any ((select app_subjects())::uuid[]));--> statement-breakpoint
CREATE POLICY "sync_row_jobs" ON "sync_row" AS PERMISSIVE FOR ALL TO "spotter_jobs" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "sync_space_subject" ON "sync_space" AS PERMISSIVE FOR ALL TO "spotter_app" USING (space_id = any ((select app_subjects())::uuid[])) WITH CHECK (space_id = any ((select app_subjects())::uuid[]));--> statement-breakpoint
CREATE POLICY "sync_space_jobs" ON "sync_space" AS PERMISSIVE FOR ALL TO "spotter_jobs" USING (true) WITH CHECK (true);