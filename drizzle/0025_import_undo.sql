ALTER TABLE "member_import_change" ALTER COLUMN "before" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "member_import" ADD COLUMN "left_alone" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE POLICY "member_import_change_change" ON "member_import_change" AS PERMISSIVE FOR UPDATE TO "spotter_app" USING (gym_id = any (((select app_subjects())::uuid[])));