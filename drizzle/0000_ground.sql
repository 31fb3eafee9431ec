-- What every later migration stands on: who asks, and whose rows they may see. The roles themselves are made by
-- src/server/prepare-database.ts, since they belong to the cluster and not to this database.
create function app_actor() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.actor', true), '')::uuid;
--> statement-breakpoint
create function app_subjects() returns uuid[] language sql stable parallel safe
  return coalesce(string_to_array(nullif(current_setting('app.subjects', true), ''), ',')::uuid[], '{}');
--> statement-breakpoint
grant usage on schema public to spotter_app, spotter_jobs;
--> statement-breakpoint
alter default privileges in schema public grant select, insert, update, delete on tables to spotter_app, spotter_jobs;
--> statement-breakpoint
alter default privileges in schema public grant usage, select on sequences to spotter_app, spotter_jobs;
