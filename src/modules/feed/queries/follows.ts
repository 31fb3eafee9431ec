/** SQL on who follows whom. Names of people who are leaving are nobody's to see, and so they are in none of the lists. */
import type { Tx } from '../../../server/db.ts'
import type { Known } from '../model.ts'
import type { Follow } from '../rules/access.ts'

type Pair = { ofId: string; followerId: string }

export async function findToken(tx: Tx, args: { ownerId: string }): Promise<string | null> {
  const [row] = await tx<{ token: string }[]>`select token from follow_link where owner_id = ${args.ownerId}`
  return row?.token ?? null
}

/** In place of the one before. */
export async function putToken(tx: Tx, args: { ownerId: string; token: string; at: number }): Promise<void> {
  await tx`
    insert into follow_link (owner_id, token, created_at) values (${args.ownerId}, ${args.token}, ${args.at})
    on conflict (owner_id) do update set token = excluded.token, created_at = excluded.created_at`
}

/** Whose link it is, unless they blocked the reader. Names the token, for the rest of the transaction. */
export async function findOwner(tx: Tx, args: { token: string; readerId: string }): Promise<string | null> {
  const [, rows] = await Promise.all([
    tx`select set_config('app.lookup', ${args.token}, true)`.execute(),
    tx<{ ownerId: string }[]>`
      select k.owner_id as "ownerId" from follow_link k
      where k.token = ${args.token}
        and not exists (select 1 from follow_block b where b.by_id = k.owner_id and b.whom_id = ${args.readerId})`,
  ])
  return rows[0]?.ownerId ?? null
}

/** Of those among them who are here: neither leaving nor gone. Asked with them as the subjects. */
export async function findNames(tx: Tx, args: { ids: readonly string[] }): Promise<Map<string, string>> {
  const rows = await tx<Known[]>`
    select id, name from person
    where id = any (${args.ids as string[]}::uuid[]) and leaving_at is null and erased_at is null`
  return new Map(rows.map(({ id, name }) => [id, name]))
}

export async function findFollow(tx: Tx, { ofId, followerId }: Pair): Promise<Follow | null> {
  const [row] = await tx<Follow[]>`
    select accepted_at as "acceptedAt" from follow where of_id = ${ofId} and follower_id = ${followerId}`
  return row ?? null
}

/** The same, and it can't be ended before this transaction does. */
export async function holdFollow(tx: Tx, { ofId, followerId }: Pair): Promise<Follow | null> {
  const [row] = await tx<Follow[]>`
    select accepted_at as "acceptedAt" from follow where of_id = ${ofId} and follower_id = ${followerId} for share`
  return row ?? null
}

/** One who counts their follows holds themselves, so that no two of their phones count at once. */
export async function holdSelf(tx: Tx, args: { personId: string }): Promise<void> {
  await tx`select 1 from person where id = ${args.personId} for no key update`
}

/** Those asked for among them: each may become one. */
export async function countFollowing(tx: Tx, args: { followerId: string }): Promise<number> {
  const [row] = await tx<{ n: number }[]>`select count(*)::int as n from follow where follower_id = ${args.followerId}`
  return row?.n ?? 0
}

export async function countFollowers(tx: Tx, args: { ofId: string }): Promise<number> {
  const [row] = await tx<{ n: number }[]>`
    select count(*)::int as n from follow where of_id = ${args.ofId} and accepted_at is not null`
  return row?.n ?? 0
}

/** Asked twice it is asked once. */
export async function insertAsk(tx: Tx, args: Pair & { at: number }): Promise<void> {
  await tx`
    insert into follow (of_id, follower_id, asked_at) values (${args.ofId}, ${args.followerId}, ${args.at})
    on conflict do nothing`
}

export async function acceptAsk(tx: Tx, args: Pair & { at: number }): Promise<boolean> {
  const rows = await tx`
    update follow set accepted_at = coalesce(accepted_at, ${args.at})
    where of_id = ${args.ofId} and follower_id = ${args.followerId} returning 1`
  return rows.length === 1
}

export async function deleteFollow(tx: Tx, { ofId, followerId }: Pair): Promise<boolean> {
  const rows = await tx`delete from follow where of_id = ${ofId} and follower_id = ${followerId} returning 1`
  return rows.length === 1
}

/** Both ways, in one order for both of them. */
export async function deleteFollows(tx: Tx, args: { oneId: string; otherId: string }): Promise<boolean> {
  const { oneId, otherId } = args
  const held = await tx`
    select 1 from follow where (of_id, follower_id) in ((${oneId}, ${otherId}), (${otherId}, ${oneId}))
    order by of_id for update`
  await tx`delete from follow where (of_id, follower_id) in ((${oneId}, ${otherId}), (${otherId}, ${oneId}))`
  return held.length > 0
}

export async function isBlocked(tx: Tx, args: { byId: string; whomId: string }): Promise<boolean> {
  const rows = await tx`select 1 from follow_block where by_id = ${args.byId} and whom_id = ${args.whomId}`
  return rows.length > 0
}

export async function insertBlock(tx: Tx, args: { byId: string; whomId: string; at: number }): Promise<void> {
  await tx`
    insert into follow_block (by_id, whom_id, at) values (${args.byId}, ${args.whomId}, ${args.at})
    on conflict do nothing`
}

export async function deleteBlock(tx: Tx, args: { byId: string; whomId: string }): Promise<boolean> {
  const rows = await tx`delete from follow_block where by_id = ${args.byId} and whom_id = ${args.whomId} returning 1`
  return rows.length === 1
}

type Row = Known & Follow

/** Those accepted first, by name. An ask that slipped in beside a block is none. */
export async function findFollowers(tx: Tx, args: { ofId: string }): Promise<Row[]> {
  return tx<Row[]>`
    select p.id, p.name, f.accepted_at as "acceptedAt" from follow f join person p on p.id = f.follower_id
    where f.of_id = ${args.ofId} and p.leaving_at is null
      and not exists (select 1 from follow_block b where b.by_id = f.of_id and b.whom_id = f.follower_id)
    order by (f.accepted_at is null), lower(p.name), p.id limit 1000`
}

export async function countAsks(tx: Tx, args: { ofId: string }): Promise<number> {
  const [row] = await tx<{ n: number }[]>`
    select count(*)::int as n from follow f join person p on p.id = f.follower_id
    where f.of_id = ${args.ofId} and f.accepted_at is null and p.leaving_at is null
      and not exists (select 1 from follow_block b where b.by_id = f.of_id and b.whom_id = f.follower_id)`
  return row?.n ?? 0
}

export async function findFollowing(tx: Tx, args: { followerId: string }): Promise<Row[]> {
  return tx<Row[]>`
    select p.id, p.name, f.accepted_at as "acceptedAt" from follow f join person p on p.id = f.of_id
    where f.follower_id = ${args.followerId} and p.leaving_at is null
    order by lower(p.name), p.id`
}

export async function findBlocked(tx: Tx, args: { byId: string }): Promise<Known[]> {
  return tx<Known[]>`
    select p.id, p.name from follow_block b join person p on p.id = b.whom_id
    where b.by_id = ${args.byId} and p.leaving_at is null order by lower(p.name), p.id limit 1000`
}
