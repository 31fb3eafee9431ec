DROP POLICY "muscle_day_subject" ON "muscle_day" CASCADE;--> statement-breakpoint
DROP TABLE "muscle_day" CASCADE;