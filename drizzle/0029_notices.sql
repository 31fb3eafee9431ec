CREATE TABLE "push_subscription" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"endpoint" text NOT NULL,
	"endpoint_hash" text NOT NULL,
	"p256dh" text NOT NULL,
	"auth" text NOT NULL,
	"created_at" bigint NOT NULL,
	"renewed_at" bigint NOT NULL,
	CONSTRAINT "push_subscription_session_id_unique" UNIQUE("session_id"),
	CONSTRAINT "push_subscription_endpoint_hash_unique" UNIQUE("endpoint_hash")
);
--> statement-breakpoint
ALTER TABLE "push_subscription" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "timer" (
	"user_id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"session_id" uuid NOT NULL,
	"said_at" bigint NOT NULL,
	"state" text NOT NULL,
	"ends_at" bigint NOT NULL,
	"due_at" bigint NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"title" text NOT NULL,
	"body" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "timer" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "profile" ADD COLUMN "warmup_rest_s" integer DEFAULT 60 NOT NULL;--> statement-breakpoint
ALTER TABLE "profile" ADD COLUMN "chain_rest_s" integer DEFAULT 30 NOT NULL;--> statement-breakpoint
ALTER TABLE "push_subscription" ADD CONSTRAINT "push_subscription_user_id_person_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "push_subscription" ADD CONSTRAINT "push_subscription_session_id_auth_session_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."auth_session"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "timer" ADD CONSTRAINT "timer_user_id_person_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "push_subscription_user" ON "push_subscription" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "timer_due" ON "timer" USING btree ("due_at") WHERE "timer"."state" = 'waits';--> statement-breakpoint
CREATE POLICY "push_subscription_own" ON "push_subscription" AS PERMISSIVE FOR ALL TO "spotter_app" USING (user_id = (select app_actor())) WITH CHECK (user_id = (select app_actor()));--> statement-breakpoint
CREATE POLICY "push_subscription_jobs" ON "push_subscription" AS PERMISSIVE FOR ALL TO "spotter_jobs" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "timer_own" ON "timer" AS PERMISSIVE FOR ALL TO "spotter_app" USING (user_id = (select app_actor())) WITH CHECK (user_id = (select app_actor()));--> statement-breakpoint
CREATE POLICY "timer_jobs" ON "timer" AS PERMISSIVE FOR ALL TO "spotter_jobs" USING (true) WITH CHECK (true);