/**
 * An athlete's body as others see it. Promise: measurements by a grant of `measurements` (how they slept and ate only with
 * one of `wellness` besides), pictures by one of `photos`, each
 * while it holds; who has neither is told what they would be told of nobody.
 */
import { withActor } from '../../../server/db.ts'
import type { Actor } from '../../../shared/actor.ts'
import { approve } from '../../coaching/service/access.ts'
import { isDaily, type Measurement, type ProgressPhoto } from '../model/body.ts'
import * as queries from '../queries/body.ts'

/** Null is what is not shared. */
export type Body = { measurements: Measurement[] | null; photos: ProgressPhoto[] | null }

export async function bodyOf(actor: Actor, { athleteId }: { athleteId: string }): Promise<Body> {
  const athleteIds = [athleteId]
  const measured = await approve(actor, { athleteIds, domain: 'measurements' })
  const pictured = await approve(actor, { athleteIds, domain: 'photos' })
  const well = await approve(actor, { athleteIds, domain: 'wellness' })
  const [measurements, photos] = await Promise.all([
    measured.length === 0 ? null : withActor(actor, measured, (tx) => queries.findMeasurements(tx, { athleteId })),
    pictured.length === 0 ? null : withActor(actor, pictured, (tx) => queries.findProgressPhotos(tx, { athleteId })),
  ])
  const shown = measurements?.filter(({ kind }) => well.length > 0 || !isDaily(kind)) ?? null
  return { measurements: shown, photos }
}

type Among = { athleteId: string; ids: readonly string[] }

/** Those among the ids that are pictures of the athlete, not deleted, and shared with the actor. */
export async function photosSeen(actor: Actor, args: Among): Promise<string[]> {
  const approved = await approve(actor, { athleteIds: [args.athleteId], domain: 'photos' })
  return approved.length === 0 ? [] : photosAmong(actor, { ...args, orDeleted: false })
}

/** Of the athlete, whoever asks: for what serves the athlete themselves. `orDeleted`: as long as that can be undone. */
export function photosAmong(actor: Actor, args: Among & { orDeleted: boolean }): Promise<string[]> {
  return withActor(actor, [args.athleteId], (tx) => queries.findPhotoIds(tx, args))
}
