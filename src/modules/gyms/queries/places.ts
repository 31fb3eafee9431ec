/** SQL on what gyms have to lift. */
import type { Tx } from '../../../server/db.ts'
import type { GymPlaceFields } from '../model/places.ts'

export type GymPlaceRow = {
  id: string
  draft: GymPlaceFields
  published: GymPlaceFields | null
  version: number
  publishedAt: number | null
}

/** Those that are not removed, oldest first. */
export async function findGymPlaces(tx: Tx, args: { gymId: string }): Promise<GymPlaceRow[]> {
  return tx<GymPlaceRow[]>`
    select id, draft, published, version, published_at as "publishedAt" from gym_place
    where gym_id = ${args.gymId} and removed_at is null order by created_at, id`
}

export async function lockGymPlace(tx: Tx, args: { gymId: string; placeId: string }): Promise<GymPlaceRow | null> {
  const [row] = await tx<GymPlaceRow[]>`
    select id, draft, published, version, published_at as "publishedAt" from gym_place
    where gym_id = ${args.gymId} and id = ${args.placeId} and removed_at is null for update`
  return row ?? null
}

export async function insertGymPlace(
  tx: Tx,
  args: { id: string; gymId: string; draft: GymPlaceFields; at: number },
): Promise<boolean> {
  const rows = await tx`
    insert into gym_place (id, gym_id, draft, created_at)
    values (${args.id}, ${args.gymId}, ${tx.json(args.draft)}, ${args.at})
    on conflict (gym_id, id) do nothing returning id`
  return rows.length === 1
}

/** False when that is what stands there. */
export async function updateGymPlace(
  tx: Tx,
  args: { gymId: string; placeId: string; draft: GymPlaceFields },
): Promise<boolean> {
  const draft = tx.json(args.draft)
  const rows = await tx`
    update gym_place set draft = ${draft}
    where gym_id = ${args.gymId} and id = ${args.placeId} and draft is distinct from ${draft} returning id`
  return rows.length === 1
}

export async function publishGymPlace(tx: Tx, args: { gymId: string; placeId: string; at: number }): Promise<void> {
  await tx`
    update gym_place set published = draft, version = version + 1, published_at = ${args.at}
    where gym_id = ${args.gymId} and id = ${args.placeId}`
}

export async function removeGymPlace(tx: Tx, args: { gymId: string; placeId: string; at: number }): Promise<void> {
  await tx`
    update gym_place set removed_at = ${args.at} where gym_id = ${args.gymId} and id = ${args.placeId}`
}

export type PublishedRow = { gymId: string; gymName: string; placeId: string; version: number; place: GymPlaceFields }

/** What the gyms that somebody trains at have published. */
export async function findPublishedPlaces(tx: Tx, args: { userId: string }): Promise<PublishedRow[]> {
  return tx<PublishedRow[]>`
    select p.gym_id as "gymId", g.name as "gymName", p.id as "placeId", p.version, p.published as place
    from gym_place p join gym g on g.id = p.gym_id
    where p.version > 0 and p.removed_at is null and p.gym_id in
      (select m.gym_id from gym_member m where m.user_id = ${args.userId} and m.ended_at is null)
    order by lower(g.name), p.created_at, p.id limit 100`
}
