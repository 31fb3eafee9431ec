CREATE TABLE "oauth_account" (
	"provider" text NOT NULL,
	"subject" text NOT NULL,
	"user_id" uuid NOT NULL,
	"created_at" bigint NOT NULL,
	CONSTRAINT "oauth_account_provider_subject_pk" PRIMARY KEY("provider","subject")
);
--> statement-breakpoint
ALTER TABLE "oauth_account" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "passkey" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"public_key" text NOT NULL,
	"counter" bigint NOT NULL,
	"transports" jsonb NOT NULL,
	"name" text NOT NULL,
	"backed_up" boolean NOT NULL,
	"created_at" bigint NOT NULL,
	"last_used_at" bigint
);
--> statement-breakpoint
ALTER TABLE "passkey" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "verification" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"user_id" uuid,
	"email" text,
	"token_hash" text NOT NULL,
	"ask_hash" text,
	"code_hash" text,
	"payload" jsonb,
	"attempts" integer DEFAULT 0 NOT NULL,
	"created_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL,
	"used_at" bigint,
	CONSTRAINT "verification_token_hash_unique" UNIQUE("token_hash"),
	CONSTRAINT "verification_ask_hash_unique" UNIQUE("ask_hash")
);
--> statement-breakpoint
ALTER TABLE "verification" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "letter" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid,
	"to_address" text NOT NULL,
	"subject" text NOT NULL,
	"text" text NOT NULL,
	"html" text NOT NULL,
	"created_at" bigint NOT NULL,
	"due_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"error" text,
	"shown_at" bigint,
	"dead_at" bigint
);
--> statement-breakpoint
ALTER TABLE "letter" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "credential" ALTER COLUMN "password_hash" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "auth_session" ADD COLUMN "made_by" text DEFAULT 'password' NOT NULL;--> statement-breakpoint
ALTER TABLE "credential" ADD COLUMN "verified_at" bigint;--> statement-breakpoint
ALTER TABLE "oauth_account" ADD CONSTRAINT "oauth_account_user_id_person_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passkey" ADD CONSTRAINT "passkey_user_id_person_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "verification" ADD CONSTRAINT "verification_user_id_person_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "oauth_account_user" ON "oauth_account" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "passkey_user" ON "passkey" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "verification_user" ON "verification" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "verification_expiry" ON "verification" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "letter_due" ON "letter" USING btree ("due_at") WHERE shown_at is null and dead_at is null;--> statement-breakpoint
CREATE POLICY "oauth_account_own" ON "oauth_account" AS PERMISSIVE FOR ALL TO "spotter_app" USING (user_id = (select app_actor()) or subject = (select nullif(current_setting('app.lookup', true), ''))) WITH CHECK (user_id = (select app_actor()));--> statement-breakpoint
CREATE POLICY "passkey_own" ON "passkey" AS PERMISSIVE FOR ALL TO "spotter_app" USING (user_id = (select app_actor()) or id = (select nullif(current_setting('app.lookup', true), ''))) WITH CHECK (user_id = (select app_actor()));--> statement-breakpoint
CREATE POLICY "verification_own" ON "verification" AS PERMISSIVE FOR ALL TO "spotter_app" USING (user_id = (select app_actor()) or token_hash = (select nullif(current_setting('app.lookup', true), '')) or ask_hash = (select nullif(current_setting('app.lookup', true), ''))) WITH CHECK (user_id = (select app_actor()) or token_hash = (select nullif(current_setting('app.lookup', true), '')) or ask_hash = (select nullif(current_setting('app.lookup', true), '')));--> statement-breakpoint
CREATE POLICY "verification_expiry" ON "verification" AS PERMISSIVE FOR ALL TO "spotter_jobs" USING (true);--> statement-breakpoint
CREATE POLICY "letter_add" ON "letter" AS PERMISSIVE FOR INSERT TO "spotter_app" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "letter_send" ON "letter" AS PERMISSIVE FOR ALL TO "spotter_jobs" USING (true);