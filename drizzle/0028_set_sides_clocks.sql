ALTER TABLE "logged_set" ADD COLUMN "reps_right" integer;--> statement-breakpoint
ALTER TABLE "workout_exercise" ADD COLUMN "sides" boolean;--> statement-breakpoint
ALTER TABLE "workout_exercise" ADD COLUMN "every_s" integer;--> statement-breakpoint
ALTER TABLE "workout_exercise" ADD COLUMN "work_s" integer;