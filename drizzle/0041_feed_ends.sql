ALTER POLICY "follow_block_met" ON "follow_block" TO spotter_app USING (whom_id = (select app_actor()));--> statement-breakpoint
ALTER POLICY "post_comment_seen" ON "post_comment" TO spotter_app USING (writer_id = (select app_actor()) or maker_id = (select app_actor()) or exists (
  select 1 from shared_link l where l.athlete_id = maker_id and l.id = post_id and l.posted_at is not null));--> statement-breakpoint
ALTER POLICY "post_like_seen" ON "post_like" TO spotter_app USING (person_id = (select app_actor()) or maker_id = (select app_actor()) or exists (
  select 1 from shared_link l where l.athlete_id = maker_id and l.id = post_id and l.posted_at is not null));