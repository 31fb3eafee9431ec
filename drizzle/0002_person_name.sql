-- A person's name as others see it follows their profile's, whichever device changed it. Runs as whoever writes the
-- profile, under the same row-level security: the subject who may be written is the person whose name changes.
create function person_takes_profile_name() returns trigger language plpgsql as $$
begin
  update person set name = new.name where id = new.athlete_id and name <> new.name;
  return null;
end
$$;
--> statement-breakpoint
create trigger person_name after insert or update of name on profile
  for each row execute function person_takes_profile_name();
