/** SQL on what tracks add to sets. Every query runs inside `withActor`, and still names the athlete. */
import type { Tx } from '../../../server/db.ts'

/** Those of the ids that are files of sessions which are there, as their workouts are; deleted ones too, where asked. */
export async function findFileIds(
  tx: Tx,
  args: { athleteId: string; ids: readonly string[]; orDeleted: boolean },
): Promise<string[]> {
  const rows = await tx<{ id: string }[]>`
    select distinct c.file->>'id' as id from cardio_session c
    join workout w on w.athlete_id = c.athlete_id and w.id = c.workout_id
    where c.athlete_id = ${args.athleteId} and c.file->>'id' = any (${args.ids as string[]})
      and (${args.orDeleted} or not c.deleted and not w.deleted)`
  return rows.map(({ id }) => id)
}
