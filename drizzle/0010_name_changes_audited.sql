-- A person's name changes by way of sync, where no service runs: the row in the log is written here, in the same
-- transaction, as whoever is the actor of it.
create function person_name_audited() returns trigger language plpgsql as $$
declare
  who uuid := coalesce(app_actor(), new.id);
begin
  insert into audit (id, at, actor_id, on_behalf_of, subject_id, action, before, after)
  values (uuidv7(), (extract(epoch from clock_timestamp()) * 1000)::bigint, who, nullif(new.id, who), new.id,
    'account.rename', jsonb_build_object('name', old.name), jsonb_build_object('name', new.name));
  return null;
end
$$;
--> statement-breakpoint
create trigger person_name_audited after update of name on person
  for each row when (old.name is distinct from new.name) execute function person_name_audited();
