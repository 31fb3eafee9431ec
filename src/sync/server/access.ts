/** What the calls share: the engine's parts, who asks, and the check that comes before anything else. */
import type { ReservedSql } from 'postgres'
import { appError } from '../../shared/errors.ts'
import type { Collection, Mutation } from '../mutation.ts'
import type { WireRow } from '../protocol.ts'
import type { Change } from '../view.ts'
import type { Grant, PullSteps, PushSteps } from './steps.ts'
import type { JobIntent, SyncStore } from './store.ts'

/** A person or a registered device, from the session, never from the request's body. */
export type Principal = { id: string }
/** Asked inside the push's transaction, for other people's spaces only. */
export type MayPush = (principal: Principal, space: string, db: ReservedSql | undefined) => Promise<Grant>
/** What the athlete shares with somebody else, as domains that collections and fields name. */
export type Shared = (principal: Principal, space: string) => Promise<readonly string[]>
/** Jobs that follow from a commit, stored with it. */
export type OnFlush = (space: string, changes: readonly Change[], actor: string) => JobIntent[]

export type Engine = {
  store: SyncStore
  collections: ReadonlyMap<string, Collection>
  mutations: ReadonlyMap<string, Mutation>
  mayPush: MayPush
  shared: Shared
  onFlush: OnFlush
  poke: (space: string) => void
  now: () => number
  /** Clients with an older schema must update before they sync. */
  minSchemaV: number
  steps: PushSteps
  pullSteps: PullSteps
}

/** What of a space the principal is told: rows pass through it before they leave the server. */
export type Shown = { rows(rows: WireRow[]): WireRow[]; months: boolean }

const OWN: Shown = { rows: (rows) => rows, months: true }

/**
 * Authorises before revealing existence: a space of which nothing is shared answers like one that does not exist. One's
 * own is told whole, without a question.
 */
export async function mustRead(engine: Engine, principal: Principal, space: string): Promise<Shown> {
  if (principal.id === space) return OWN
  const shared = new Set(await engine.shared(principal, space))
  const open = new Map([...engine.collections].filter(([, { domain }]) => domain !== undefined && shared.has(domain)))
  if (open.size === 0) throw appError('not_found', 'There is no such log, or it is not shared with you.')
  const hidden = new Map([...open].map(([name, collection]) => [name, hiddenFields(collection, shared)]))
  return {
    rows: (rows) =>
      rows
        .filter((row) => isShown(row, open.get(row.entity), shared))
        .map((row) => without(row, hidden.get(row.entity) ?? [])),
    months: [...engine.collections.values()].every(({ name, dated }) => dated === undefined || open.has(name)),
  }
}

function isShown({ data }: WireRow, collection: Collection | undefined, shared: ReadonlySet<string>): boolean {
  const besides = data && collection?.rowDomain?.(data)
  return collection !== undefined && (!besides || shared.has(besides))
}

function hiddenFields({ fieldDomains }: Collection, shared: ReadonlySet<string>): string[] {
  return Object.keys(fieldDomains).filter((field) => !shared.has(fieldDomains[field] ?? ''))
}

/** The row as if it had no such fields: neither what they hold nor when they were written. */
function without(row: WireRow, fields: readonly string[]): WireRow {
  if (fields.length === 0) return row
  const named = <V>(of: Record<string, V>) =>
    Object.fromEntries(Object.entries(of).filter(([key]) => !fields.includes(key)))
  return {
    ...row,
    stamps: { ...row.stamps, ...(row.stamps.fields && { fields: named(row.stamps.fields) }) },
    ...(row.data && { data: named(row.data) }),
  }
}
