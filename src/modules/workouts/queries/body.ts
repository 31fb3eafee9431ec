/** SQL on the body. Every query runs inside `withActor`, and still names the athlete. */
import type { Tx } from '../../../server/db.ts'
import type { Measurement, ProgressPhoto } from '../model/body.ts'

/** Oldest first. */
export async function findMeasurements(tx: Tx, args: { athleteId: string }): Promise<Measurement[]> {
  return tx<Measurement[]>`
    select id, kind, value, at, local_day as "localDay" from body_measurement
    where athlete_id = ${args.athleteId} and not deleted order by at, id`
}

/** Newest first. */
export async function findProgressPhotos(tx: Tx, args: { athleteId: string }): Promise<ProgressPhoto[]> {
  return tx<ProgressPhoto[]>`
    select id, pose, at, local_day as "localDay" from progress_photo
    where athlete_id = ${args.athleteId} and not deleted order by at desc, id desc`
}

/** Those of the ids that are there; deleted ones too, where asked. */
export async function findPhotoIds(
  tx: Tx,
  args: { athleteId: string; ids: readonly string[]; orDeleted: boolean },
): Promise<string[]> {
  const rows = await tx<{ id: string }[]>`
    select id from progress_photo
    where athlete_id = ${args.athleteId} and id = any (${args.ids as string[]}) and (${args.orDeleted} or not deleted)`
  return rows.map(({ id }) => id)
}
