DROP INDEX "sync_receipt_mid";--> statement-breakpoint
CREATE UNIQUE INDEX "sync_receipt_applied" ON "sync_receipt" USING btree ("space_id","mid") WHERE status = 'applied';--> statement-breakpoint
CREATE INDEX "sync_receipt_refused" ON "sync_receipt" USING btree ("space_id","mid") WHERE status in ('rejected', 'quarantined');