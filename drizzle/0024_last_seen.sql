ALTER TABLE "gym_member" ADD COLUMN "last_seen_at" bigint;--> statement-breakpoint
-- The latest visit that counts, kept by whatever writes visits. An undo locks the member first: what another check-in has
-- written meanwhile is seen.
create or replace function attendance_seen() returns trigger language plpgsql as $$
begin
  if new.undone_at is null then
    update gym_member set last_seen_at = new.at
      where id = new.member_id and (last_seen_at is null or last_seen_at < new.at);
  else
    perform 1 from gym_member where id = new.member_id for update;
    update gym_member m set last_seen_at = (select max(a.at) from attendance a
      where a.gym_id = m.gym_id and a.member_id = m.id and a.undone_at is null) where m.id = new.member_id;
  end if;
  return null;
end
$$;
--> statement-breakpoint
create or replace trigger attendance_seen after insert or update of undone_at on "attendance" for each row
execute function attendance_seen();
--> statement-breakpoint
ALTER TABLE "gym_member" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "attendance" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
update gym_member m set last_seen_at = (select max(a.at) from attendance a
  where a.gym_id = m.gym_id and a.member_id = m.id and a.undone_at is null);--> statement-breakpoint
ALTER TABLE "attendance" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "gym_member" FORCE ROW LEVEL SECURITY;
