ALTER TABLE "profile" ADD COLUMN "own_groups" jsonb;--> statement-breakpoint
ALTER TABLE "profile" ADD COLUMN "bests" jsonb;--> statement-breakpoint
ALTER TABLE "profile" ADD COLUMN "recovery_days" integer;--> statement-breakpoint
ALTER TABLE "profile" ADD COLUMN "week_seen" integer;--> statement-breakpoint
ALTER TABLE "cardio_session" ADD COLUMN "incline_tenths" integer;