DROP INDEX "sync_receipt_refused";--> statement-breakpoint
CREATE INDEX "sync_receipt_not_applied" ON "sync_receipt" USING btree ("space_id","mid") WHERE status <> 'applied';