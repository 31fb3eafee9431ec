ALTER TABLE "job_intent" ADD COLUMN "attempts" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "job_intent" ADD COLUMN "due_at" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "job_intent" ADD COLUMN "dead_at" bigint;--> statement-breakpoint
ALTER TABLE "job_intent" ADD COLUMN "error" text;--> statement-breakpoint
CREATE INDEX "job_intent_due" ON "job_intent" USING btree ("due_at") WHERE dead_at is null;