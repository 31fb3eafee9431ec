DROP INDEX "sync_row_deleted";--> statement-breakpoint
ALTER TABLE "sync_row" ADD COLUMN "forgotten" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX "sync_row_deleted" ON "sync_row" USING btree ("forgotten","deleted_at") WHERE deleted;