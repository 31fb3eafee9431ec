/**
 * What the registry of personal data can say of a table (wiring/personal-data.ts holds it), and how a log of changes
 * forgets words. The registry is run, not only read: export and erasure do what it says, table by table.
 */

/** What becomes of the rows about a person who is erased. */
export type Erased =
  | 'delete'
  /** Stays as it is: it names them by an id that leads nowhere any more. */
  | 'keep'
  /** Stays for others with these columns set, which takes the person out of it. */
  | { set: Readonly<Record<string, string | number | null>> }
  /** Stays, but of these JSON columns only what is no word: ids, numbers, states. */
  | { idsOf: readonly string[] }

/** As a value of `set`: the moment, and the person's own id; only where the column is still empty. */
export const NOW = '$now'
export const SELF = '$self'

export type Handling = {
  /** Columns that name the person the row is about. */
  person: readonly string[]
  /** It is about whoever a row of `table` is about by its column `of`, which it names by `by`. */
  through?: { table: string; by: string; of: string }
  /** Columns that name who did it: an id that stays, told by the history of changes. */
  acted?: readonly string[]
  /**
   * Its section in what the server holds about a person; `log` when it is a synced collection, which the athlete's
   * archive has; null with the reason in `why`.
   */
  exported: string | null
  /**
   * Of rows that only this column finds, what somebody did and not what was done to them: of the JSON columns named here
   * they are told no more than ids, numbers and states.
   */
  did?: { by: string; idsOf: readonly string[] }
  /** Columns that leave the server for nobody: hashes of secrets. */
  secret?: readonly string[]
  /** One for all, or for each column of `person` its own; further columns name people who are taken out of it as well. */
  erased: Erased | Readonly<Record<string, Erased>>
  /** Columns with lists of ids of people, out of which an erased one is taken. */
  lists?: readonly string[]
  why?: string
}
export type NoPerson = { person: null; why: string }
export type Registry = Readonly<Record<string, Handling | NoPerson>>

export const isAboutPeople = (entry: Handling | NoPerson): entry is Handling => entry.person !== null

function isOne(erased: Handling['erased']): erased is Erased {
  return typeof erased === 'string' || 'set' in erased || 'idsOf' in erased
}

/** Which rows: those whose column names the person, or which name a row of another table that does. */
export type Finding = { column: string } | { through: NonNullable<Handling['through']> }

/** What becomes of which rows. Throws where a column has no answer. */
export function erasedBy({ person, through, erased }: Handling): [Finding, Erased][] {
  if (isOne(erased)) return findingsOf({ person, through }).map((finding) => [finding, erased])
  const silent = person.find((column) => !erased[column])
  if (silent || through) throw new Error(`The registry says nothing of rows found by ${silent ?? through?.by}.`)
  return Object.entries(erased).map(([column, answer]) => [{ column }, answer])
}

/** Which rows are about a person. */
export function findingsOf({ person, through }: Pick<Handling, 'person' | 'through'>): Finding[] {
  return [...person.map((column) => ({ column })), ...(through ? [{ through }] : [])]
}

/** A row as its person is told it. */
export function toldOf(
  row: Readonly<Record<string, unknown>>,
  { person, did }: Pick<Handling, 'person' | 'did'>,
  personId: string,
): Record<string, unknown> {
  if (!did || person.some((column) => column !== did.by && row[column] === personId)) return { ...row }
  return { ...row, ...Object.fromEntries(did.idsOf.map((column) => [column, idsOnly(row[column])])) }
}

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
/** Keys whose words are ours and say nothing about anybody. */
const OURS = new Set(['state', 'role', 'domain', 'level', 'kind', 'status', 'action'])

/** What is no word of somebody's: ids, numbers, states. A text that is none of these is gone. */
export function idsOnly(value: unknown, key = ''): unknown {
  if (typeof value === 'string') return ID.test(value) || OURS.has(key) ? value : null
  if (Array.isArray(value)) return value.map((inner) => idsOnly(inner, key))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([name, inner]) => [name, idsOnly(inner, name)])
  return Object.fromEntries(entries.filter(([, inner]) => inner !== null))
}
