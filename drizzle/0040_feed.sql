CREATE TABLE "feed_seen" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"seen_at" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "feed_seen" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "follow" (
	"of_id" uuid NOT NULL,
	"follower_id" uuid NOT NULL,
	"asked_at" bigint NOT NULL,
	"accepted_at" bigint,
	CONSTRAINT "follow_of_id_follower_id_pk" PRIMARY KEY("of_id","follower_id")
);
--> statement-breakpoint
ALTER TABLE "follow" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "follow_block" (
	"by_id" uuid NOT NULL,
	"whom_id" uuid NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "follow_block_by_id_whom_id_pk" PRIMARY KEY("by_id","whom_id")
);
--> statement-breakpoint
ALTER TABLE "follow_block" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "follow_link" (
	"owner_id" uuid PRIMARY KEY NOT NULL,
	"token" text NOT NULL,
	"created_at" bigint NOT NULL,
	CONSTRAINT "follow_link_token_unique" UNIQUE("token")
);
--> statement-breakpoint
ALTER TABLE "follow_link" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "post_closed" (
	"maker_id" uuid NOT NULL,
	"post_id" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "post_closed_maker_id_post_id_pk" PRIMARY KEY("maker_id","post_id")
);
--> statement-breakpoint
ALTER TABLE "post_closed" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "post_comment" (
	"maker_id" uuid NOT NULL,
	"post_id" text NOT NULL,
	"id" uuid PRIMARY KEY NOT NULL,
	"writer_id" uuid NOT NULL,
	"text" text NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "post_comment" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "post_like" (
	"maker_id" uuid NOT NULL,
	"post_id" text NOT NULL,
	"person_id" uuid NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "post_like_maker_id_post_id_person_id_pk" PRIMARY KEY("maker_id","post_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "post_like" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "leaving_at" bigint;--> statement-breakpoint
ALTER TABLE "shared_link" ADD COLUMN "posted_at" bigint GENERATED ALWAYS AS (case when kind = 'post' and revoked_at is null and not deleted then (stamps->'row'->>0)::bigint end) STORED;--> statement-breakpoint
ALTER TABLE "feed_seen" ADD CONSTRAINT "feed_seen_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow" ADD CONSTRAINT "follow_of_id_person_id_fk" FOREIGN KEY ("of_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow" ADD CONSTRAINT "follow_follower_id_person_id_fk" FOREIGN KEY ("follower_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_block" ADD CONSTRAINT "follow_block_by_id_person_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_block" ADD CONSTRAINT "follow_block_whom_id_person_id_fk" FOREIGN KEY ("whom_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_link" ADD CONSTRAINT "follow_link_owner_id_person_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post_closed" ADD CONSTRAINT "post_closed_maker_id_post_id_shared_link_athlete_id_id_fk" FOREIGN KEY ("maker_id","post_id") REFERENCES "public"."shared_link"("athlete_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post_comment" ADD CONSTRAINT "post_comment_writer_id_person_id_fk" FOREIGN KEY ("writer_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post_comment" ADD CONSTRAINT "post_comment_maker_id_post_id_shared_link_athlete_id_id_fk" FOREIGN KEY ("maker_id","post_id") REFERENCES "public"."shared_link"("athlete_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post_like" ADD CONSTRAINT "post_like_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post_like" ADD CONSTRAINT "post_like_maker_id_post_id_shared_link_athlete_id_id_fk" FOREIGN KEY ("maker_id","post_id") REFERENCES "public"."shared_link"("athlete_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "follow_follower" ON "follow" USING btree ("follower_id");--> statement-breakpoint
CREATE INDEX "follow_block_whom" ON "follow_block" USING btree ("whom_id");--> statement-breakpoint
CREATE INDEX "post_comment_post" ON "post_comment" USING btree ("maker_id","post_id","at");--> statement-breakpoint
CREATE INDEX "post_comment_new" ON "post_comment" USING btree ("maker_id","at");--> statement-breakpoint
CREATE INDEX "post_comment_writer" ON "post_comment" USING btree ("writer_id");--> statement-breakpoint
CREATE INDEX "post_like_new" ON "post_like" USING btree ("maker_id","at");--> statement-breakpoint
CREATE INDEX "post_like_person" ON "post_like" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "shared_link_posted" ON "shared_link" USING btree ("athlete_id","posted_at","id") WHERE posted_at is not null;--> statement-breakpoint
CREATE POLICY "person_with_friends" ON "person" AS PERMISSIVE FOR SELECT TO "spotter_app" USING (leaving_at is null and (
    id in (select f.of_id from follow f where f.follower_id = (select app_actor()))
    or id in (select f.follower_id from follow f where f.of_id = (select app_actor()))
    or id in (select b.whom_id from follow_block b where b.by_id = (select app_actor()))));--> statement-breakpoint
CREATE POLICY "shared_link_followed" ON "shared_link" AS PERMISSIVE FOR SELECT TO "spotter_app" USING (posted_at is not null and (athlete_id = (select app_actor()) or exists (
    select 1 from follow f where f.of_id = athlete_id and f.follower_id = (select app_actor()) and f.accepted_at is not null)));--> statement-breakpoint
CREATE POLICY "feed_seen_erase" ON "feed_seen" AS PERMISSIVE FOR ALL TO "spotter_jobs" USING (person_id = any ((select app_subjects())::uuid[])) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "feed_seen_own" ON "feed_seen" AS PERMISSIVE FOR ALL TO "spotter_app" USING (person_id = (select app_actor()));--> statement-breakpoint
CREATE POLICY "follow_erase" ON "follow" AS PERMISSIVE FOR ALL TO "spotter_jobs" USING (of_id = any ((select app_subjects())::uuid[]) or follower_id = any ((select app_subjects())::uuid[])) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "follow_seen" ON "follow" AS PERMISSIVE FOR SELECT TO "spotter_app" USING (of_id = (select app_actor()) or follower_id = (select app_actor()));--> statement-breakpoint
CREATE POLICY "follow_ask" ON "follow" AS PERMISSIVE FOR INSERT TO "spotter_app" WITH CHECK (follower_id = (select app_actor()) and accepted_at is null);--> statement-breakpoint
CREATE POLICY "follow_accept" ON "follow" AS PERMISSIVE FOR UPDATE TO "spotter_app" USING (of_id = (select app_actor()) or follower_id = (select app_actor())) WITH CHECK (of_id = (select app_actor()));--> statement-breakpoint
CREATE POLICY "follow_end" ON "follow" AS PERMISSIVE FOR DELETE TO "spotter_app" USING (of_id = (select app_actor()) or follower_id = (select app_actor()));--> statement-breakpoint
CREATE POLICY "follow_block_erase" ON "follow_block" AS PERMISSIVE FOR ALL TO "spotter_jobs" USING (by_id = any ((select app_subjects())::uuid[]) or whom_id = any ((select app_subjects())::uuid[])) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "follow_block_own" ON "follow_block" AS PERMISSIVE FOR ALL TO "spotter_app" USING (by_id = (select app_actor()));--> statement-breakpoint
CREATE POLICY "follow_block_met" ON "follow_block" AS PERMISSIVE FOR SELECT TO "spotter_app" USING (whom_id = (select app_actor())
        and exists (select 1 from follow_link k where k.owner_id = by_id and k.token = (select nullif(current_setting('app.lookup', true), ''))));--> statement-breakpoint
CREATE POLICY "follow_link_erase" ON "follow_link" AS PERMISSIVE FOR ALL TO "spotter_jobs" USING (owner_id = any ((select app_subjects())::uuid[])) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "follow_link_own" ON "follow_link" AS PERMISSIVE FOR ALL TO "spotter_app" USING (owner_id = (select app_actor()));--> statement-breakpoint
CREATE POLICY "follow_link_seen" ON "follow_link" AS PERMISSIVE FOR SELECT TO "spotter_app" USING (token = (select nullif(current_setting('app.lookup', true), '')));--> statement-breakpoint
CREATE POLICY "post_closed_erase" ON "post_closed" AS PERMISSIVE FOR ALL TO "spotter_jobs" USING (maker_id = any ((select app_subjects())::uuid[])) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "post_closed_own" ON "post_closed" AS PERMISSIVE FOR ALL TO "spotter_app" USING (maker_id = (select app_actor()));--> statement-breakpoint
CREATE POLICY "post_closed_seen" ON "post_closed" AS PERMISSIVE FOR SELECT TO "spotter_app" USING (exists (
  select 1 from shared_link l where l.athlete_id = maker_id and l.id = post_id and l.posted_at is not null));--> statement-breakpoint
CREATE POLICY "post_comment_erase" ON "post_comment" AS PERMISSIVE FOR ALL TO "spotter_jobs" USING (maker_id = any ((select app_subjects())::uuid[]) or writer_id = any ((select app_subjects())::uuid[])) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "post_comment_seen" ON "post_comment" AS PERMISSIVE FOR SELECT TO "spotter_app" USING (writer_id = (select app_actor()) or exists (
  select 1 from shared_link l where l.athlete_id = maker_id and l.id = post_id and l.posted_at is not null));--> statement-breakpoint
CREATE POLICY "post_comment_add" ON "post_comment" AS PERMISSIVE FOR INSERT TO "spotter_app" WITH CHECK (writer_id = (select app_actor()) and exists (
  select 1 from shared_link l where l.athlete_id = maker_id and l.id = post_id and l.posted_at is not null) and not exists (
        select 1 from post_closed o where o.maker_id = post_comment.maker_id and o.post_id = post_comment.post_id));--> statement-breakpoint
CREATE POLICY "post_comment_end" ON "post_comment" AS PERMISSIVE FOR DELETE TO "spotter_app" USING (writer_id = (select app_actor()) or maker_id = (select app_actor()));--> statement-breakpoint
CREATE POLICY "post_like_erase" ON "post_like" AS PERMISSIVE FOR ALL TO "spotter_jobs" USING (maker_id = any ((select app_subjects())::uuid[]) or person_id = any ((select app_subjects())::uuid[])) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "post_like_seen" ON "post_like" AS PERMISSIVE FOR SELECT TO "spotter_app" USING (person_id = (select app_actor()) or exists (
  select 1 from shared_link l where l.athlete_id = maker_id and l.id = post_id and l.posted_at is not null));--> statement-breakpoint
CREATE POLICY "post_like_add" ON "post_like" AS PERMISSIVE FOR INSERT TO "spotter_app" WITH CHECK (person_id = (select app_actor()) and exists (
  select 1 from shared_link l where l.athlete_id = maker_id and l.id = post_id and l.posted_at is not null));--> statement-breakpoint
CREATE POLICY "post_like_end" ON "post_like" AS PERMISSIVE FOR DELETE TO "spotter_app" USING (person_id = (select app_actor()) or maker_id = (select app_actor()));--> statement-breakpoint
ALTER POLICY "shared_link_seen" ON "shared_link" TO spotter_app USING (token = (select nullif(current_setting('app.lookup', true), '')) and kind <> 'post' and revoked_at is null and not deleted);--> statement-breakpoint
-- Others may not ask what somebody has asked about their own data: that an account is leaving stands with its name.
create function person_is_leaving() returns trigger language plpgsql as $$
begin
  update person set leaving_at = case when new.state = 'pending' then new.due_at end where id = new.user_id;
  return null;
end
$$;
--> statement-breakpoint
create trigger person_leaving after insert or update of state on privacy_request
for each row execute function person_is_leaving();
--> statement-breakpoint
ALTER TABLE "person" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "privacy_request" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
update person p set leaving_at = r.due_at from privacy_request r where r.user_id = p.id and r.state = 'pending';--> statement-breakpoint
ALTER TABLE "privacy_request" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "person" FORCE ROW LEVEL SECURITY;
