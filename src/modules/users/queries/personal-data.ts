/**
 * SQL over any table of the registry of personal data: names come from the registry, never from a request. Reading runs
 * as the person, under the same row-level security as all they do; erasing as the jobs' role with them as its subject.
 */
import type { Tx } from '../../../server/db.ts'
import type { Finding } from '../rules/personal-data.ts'

export type Found = Record<string, unknown>
export type Place = { table: string; finding: Finding; personId: string }

/** The rows that a finding of the registry means. */
function matches(tx: Tx, finding: Finding, personId: string) {
  if ('column' in finding) return tx`${tx(finding.column)} = ${personId}`
  const { table, by, of } = finding.through
  return tx`${tx(by)} in (select id from ${tx(table)} where ${tx(of)} = ${personId})`
}

/** Rows about the person, without the columns that leave for nobody, always in one order. */
export async function findRowsAbout(
  tx: Tx,
  args: { table: string; findings: readonly Finding[]; without: readonly string[]; personId: string },
): Promise<Found[]> {
  const conditions = args.findings.map((finding, i) =>
    i === 0 ? matches(tx, finding, args.personId) : tx` or ${matches(tx, finding, args.personId)}`,
  )
  const rows = await tx<{ row: Found }[]>`
    select to_jsonb(t) - ${args.without as string[]}::text[] as row from ${tx(args.table)} t
    where ${conditions} order by to_jsonb(t)::text`
  return rows.map(({ row }) => row)
}

/** Names of those among the ids that the actor may know by name. */
export async function findNames(tx: Tx, args: { table: string; ids: readonly string[] }): Promise<Found[]> {
  return tx<
    Found[]
  >`select id, name from ${tx(args.table)} where id = any (${args.ids as string[]}::uuid[]) order by id`
}

/** Deletes up to `limit`; how many. */
export async function deleteRowsAbout(tx: Tx, args: Place & { limit: number }): Promise<number> {
  const rows = await tx`
    delete from ${tx(args.table)} where ctid = any (array(
      select ctid from ${tx(args.table)} where ${matches(tx, args.finding, args.personId)} limit ${args.limit}))
    returning 1`
  return rows.length
}

/** Sets columns of the rows about the person; those of `ifEmpty` only where nothing stands yet. */
export async function setRowsAbout(
  tx: Tx,
  args: Place & {
    always: Readonly<Record<string, string | number | null>>
    ifEmpty: Readonly<Record<string, string | number>>
  },
): Promise<void> {
  const always = Object.entries(args.always).map(([column, value]) => tx`${tx(column)} = ${value}`)
  const ifEmpty = Object.entries(args.ifEmpty).map(
    ([column, value]) => tx`${tx(column)} = coalesce(${tx(column)}, ${value})`,
  )
  const changes = [...always, ...ifEmpty].map((change, i) => (i === 0 ? change : tx`, ${change}`))
  if (changes.length === 0) return
  await tx`update ${tx(args.table)} set ${changes} where ${matches(tx, args.finding, args.personId)}`
}

export async function takeOutOfList(tx: Tx, args: { table: string; column: string; personId: string }): Promise<void> {
  await tx`
    update ${tx(args.table)} set ${tx(args.column)} = array_remove(${tx(args.column)}, ${args.personId}::uuid)
    where ${args.personId}::uuid = any (${tx(args.column)})`
}

/** Ids of rows that stay without the person in them, and the gyms they are of. */
export async function findKeptIds(tx: Tx, args: Place): Promise<{ id: string; gymId: string | null }[]> {
  return tx<{ id: string; gymId: string | null }[]>`
    select t.id::text as id, to_jsonb(t)->>'gym_id' as "gymId" from ${tx(args.table)} t
    where ${matches(tx, args.finding, args.personId)}`
}

/** Rows about the person, or which speak of one of `mentioned`, with the columns that may hold words. */
export async function findWords(
  tx: Tx,
  args: Place & { words: readonly string[]; mentioned: readonly string[] },
): Promise<Found[]> {
  const speaks = args.words.map((word) => tx` or ${tx(word)}::text like any (${args.mentioned.map((id) => `%${id}%`)})`)
  return tx<Found[]>`
    select id, ${args.words.map((word, i) => (i === 0 ? tx`${tx(word)}` : tx`, ${tx(word)}`))} from ${tx(args.table)}
    where ${matches(tx, args.finding, args.personId)} ${args.mentioned.length > 0 ? speaks : tx``}`
}

export async function replaceWords(
  tx: Tx,
  args: { table: string; id: string; words: Readonly<Record<string, unknown>> },
): Promise<void> {
  const changes = Object.entries(args.words).map(([column, value], i) => {
    const set = tx`${tx(column)} = ${value === null ? null : tx.json(value as never)}`
    return i === 0 ? set : tx`, ${set}`
  })
  await tx`update ${tx(args.table)} set ${changes} where id = ${args.id}`
}

export async function nameSpace(tx: Tx, args: { personId: string }): Promise<void> {
  await tx`select set_config('app.space', ${args.personId}, true)`
}

/**
 * Waits for who writes in the person's log, then takes the row that is its lock: whoever waits behind finds nothing, and
 * makes no new one, since the person is marked erased in the same transaction.
 */
export async function takeSpace(tx: Tx, args: { personId: string }): Promise<void> {
  await tx`delete from sync_space where space_id = ${args.personId}`
}
