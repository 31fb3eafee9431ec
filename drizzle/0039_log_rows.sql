ALTER TABLE "profile" ADD COLUMN "previous_from" text;--> statement-breakpoint
ALTER TABLE "profile" ADD COLUMN "side_rests" jsonb;--> statement-breakpoint
ALTER TABLE "profile" ADD COLUMN "warmup_steps" jsonb;--> statement-breakpoint
ALTER TABLE "workout" ADD COLUMN "pauses" jsonb;--> statement-breakpoint
ALTER TABLE "place" ADD COLUMN "notes" text;--> statement-breakpoint
ALTER TABLE "place" ADD COLUMN "exercise_notes" jsonb;