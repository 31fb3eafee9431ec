/**
 * The trigger on every synced table: a write outside a push or `withSpace` would be invisible to phones, since nothing
 * would raise the space's version. It goes into a migration whenever a synced table is added.
 */
import { quoteName } from './synced-tables.ts'

export const GUARD_FUNCTION_SQL = `create or replace function sync_guard() returns trigger language plpgsql as $$
begin
  raise exception '% belongs to a synced space: write it through withSpace', tg_table_name using errcode = 'SY001';
end
$$`

export function guardTableSql(table: string): string[] {
  const name = quoteName(table)
  return [
    `create or replace trigger sync_guard_write before insert or update on ${name} for each row
when (new.athlete_id::text is distinct from current_setting('app.space', true)) execute function sync_guard()`,
    `create or replace trigger sync_guard_delete before delete on ${name} for each row
when (old.athlete_id::text is distinct from current_setting('app.space', true)) execute function sync_guard()`,
  ]
}
