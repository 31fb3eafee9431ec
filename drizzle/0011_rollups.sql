DROP POLICY "muscle_day_subject" ON "muscle_day" CASCADE;--> statement-breakpoint
DROP TABLE "muscle_day" CASCADE;--> statement-breakpoint
CREATE INDEX "exercise_day_formula" ON "exercise_day" USING btree ("formula_version");--> statement-breakpoint
CREATE POLICY "exercise_day_jobs" ON "exercise_day" AS PERMISSIVE FOR SELECT TO "spotter_jobs" USING (true);