/**
 * The roster: what a member is at `now`, and which of them are looked at. Promise: states are derived here and stored
 * nowhere, and nobody is missing from "everybody". Used by the page's first rows on the server and by the browser, which
 * holds all of them.
 */
import { foldLetters, searchWords } from '../../../shared/fold-letters.ts'
import { ROSTER_SORTS, ROSTER_STATES, type RosterSort, type RosterState, type RosterView } from '../model.ts'

export const DAY_MS = 86_400_000
export const NEW_DAYS = 30

/** One member, as light as ten thousand have to be. Instants in milliseconds. */
export type RosterRow = {
  id: string
  number: number
  /** Empty once the person has been erased. */
  name: string
  /** Null where there is none, and where the reader may not see it. */
  email: string | null
  /** There is an address to write to, whoever may see it. */
  canMail: boolean
  hasAccount: boolean
  locationId: string | null
  coachId: string | null
  startedAt: number
  endedAt: number | null
  lastSeenAt: number | null
  /** Of an invite that still works. */
  invitedUntil: number | null
}

/** The day that counts, and the gym's own measure of absence. */
export type Clock = { now: number; absentWeeks: number }

const isCurrent = (row: RosterRow, now: number) => row.endedAt === null || row.endedAt > now

/** Whole weeks since somebody was seen; null for who never was. */
export function weeksAway(row: RosterRow, now: number): number | null {
  return row.lastSeenAt === null ? null : Math.floor((now - row.lastSeenAt) / (7 * DAY_MS))
}

const isInvited = (row: RosterRow, now: number) =>
  !row.hasAccount && row.invitedUntil !== null && row.invitedUntil > now

export function isInState(row: RosterRow, state: RosterState, { now, absentWeeks }: Clock): boolean {
  if (state === 'all') return true
  if (state === 'ended') return !isCurrent(row, now)
  if (!isCurrent(row, now)) return false
  switch (state) {
    case 'current':
      return true
    case 'new':
      return now - row.startedAt < NEW_DAYS * DAY_MS
    case 'invited':
      return isInvited(row, now)
    case 'no_account':
      return !row.hasAccount
    case 'absent':
      return (weeksAway(row, now) ?? 0) >= absentWeeks
    case 'never':
      return row.lastSeenAt === null
    case 'no_coach':
      return row.coachId === null
  }
}

/** What asks for a look, as one word for the list: the first that holds. */
export type MemberStatus =
  | { kind: 'ended'; at: number }
  | { kind: 'invited'; until: number }
  | { kind: 'absent'; weeks: number }
  | { kind: 'new' }
  | { kind: 'never' }
  | { kind: 'active' }

export function statusOf(row: RosterRow, clock: Clock): MemberStatus {
  const { now, absentWeeks } = clock
  if (!isCurrent(row, now)) return { kind: 'ended', at: row.endedAt ?? now }
  const weeks = weeksAway(row, now)
  if (weeks !== null && weeks >= absentWeeks) return { kind: 'absent', weeks }
  if (isInvited(row, now)) return { kind: 'invited', until: row.invitedUntil ?? now }
  if (isInState(row, 'new', clock)) return { kind: 'new' }
  return weeks === null ? { kind: 'never' } : { kind: 'active' }
}

/** `NOBODY` as a coach or a location: those without one. */
export const NOBODY = 'none'

export const FIRST_VIEW: RosterView = {
  search: '',
  state: 'current',
  coach: null,
  location: null,
  sort: 'name',
  down: false,
  weeks: null,
}

/** Made once for a list, so that a keystroke costs a walk over strings and nothing else. */
export type PreparedRoster = {
  rows: readonly RosterRow[]
  /** Of each row: what a search looks in. */
  texts: readonly string[]
  /** Of each row: its place by name. */
  ranks: readonly number[]
}

export function prepareRoster(rows: readonly RosterRow[]): PreparedRoster {
  const names = rows.map((row) => foldLetters(row.name))
  const texts = rows.map((row, at) => `${names[at]} ${row.number} ${row.email ?? ''}`)
  // By folded letters, the same here and on the server: a locale's own order takes fifteen times as long to find.
  const keys = names.map((name) => name || LAST)
  const order = rows.map((_, at) => at)
  order.sort((a, b) => compare(keys[a], keys[b]) || (rows[a]?.number ?? 0) - (rows[b]?.number ?? 0))
  const ranks = new Array<number>(rows.length)
  for (const [rank, at] of order.entries()) ranks[at] = rank
  return { rows, texts, ranks }
}

/** Those whose name is gone come after every letter there is. */
const LAST = '\u{10ffff}'

const compare = (a = '', b = '') => (a < b ? -1 : a > b ? 1 : 0)

/** The rows that a view shows, in its order. `names` says how coaches and locations are called, for their columns. */
export function viewRows(
  prepared: PreparedRoster,
  view: RosterView,
  clock: Clock,
  names: ReadonlyMap<string, string> = new Map(),
): RosterRow[] {
  const { rows, texts, ranks } = prepared
  const words = searchWords(view.search)
  const measured = { ...clock, absentWeeks: view.weeks ?? clock.absentWeeks }
  const found: number[] = []
  for (const [at, row] of rows.entries()) {
    if (!isInState(row, view.state, measured)) continue
    if (view.coach !== null && (row.coachId ?? NOBODY) !== view.coach) continue
    if (view.location !== null && (row.locationId ?? NOBODY) !== view.location) continue
    const text = texts[at] ?? ''
    if (words.every((word) => text.includes(word))) found.push(at)
  }
  const sign = view.down ? -1 : 1
  const byName = (a: number, b: number) => (ranks[a] ?? 0) - (ranks[b] ?? 0)
  const key = keyOf(view.sort, names)
  if (!key) return found.sort((a, b) => sign * byName(a, b)).flatMap((at) => rows[at] ?? [])
  const keys = new Map(found.map((at) => [at, rows[at] ? key(rows[at]) : null]))
  found.sort((a, b) => compareKeys(keys.get(a) ?? null, keys.get(b) ?? null, sign) || byName(a, b))
  return found.flatMap((at) => rows[at] ?? [])
}

type Key = string | number | null

/** What is missing stands last, whichever way it is sorted. */
function compareKeys(a: Key, b: Key, sign: number): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1
  return sign * (a < b ? -1 : a > b ? 1 : 0)
}

function keyOf(sort: RosterSort, names: ReadonlyMap<string, string>): ((row: RosterRow) => Key) | null {
  const called = (id: string | null) => (id === null ? null : foldLetters(names.get(id) ?? id))
  switch (sort) {
    case 'name':
      return null
    case 'number':
      return (row) => row.number
    case 'seen':
      return (row) => row.lastSeenAt
    case 'since':
      return (row) => row.startedAt
    case 'coach':
      return (row) => called(row.coachId)
    case 'location':
      return (row) => called(row.locationId)
  }
}

/** How many are in each state, for the filter. */
export function countStates(rows: readonly RosterRow[], clock: Clock): Record<RosterState, number> {
  const counts = Object.fromEntries(ROSTER_STATES.map((state) => [state, 0])) as Record<RosterState, number>
  for (const row of rows) for (const state of ROSTER_STATES) if (isInState(row, state, clock)) counts[state] += 1
  return counts
}

type Params = { get: (key: string) => string | null }

/** A view from an address; what it can't be is left at its first. */
export function viewOfParams(params: Params): RosterView {
  const weeks = Number(params.get('weeks'))
  return {
    search: (params.get('q') ?? '').slice(0, 120),
    state: ROSTER_STATES.find((state) => state === params.get('state')) ?? FIRST_VIEW.state,
    coach: params.get('coach'),
    location: params.get('at'),
    sort: ROSTER_SORTS.find((sort) => sort === params.get('sort')) ?? FIRST_VIEW.sort,
    down: params.get('down') === '1',
    weeks: Number.isInteger(weeks) && weeks > 0 && weeks <= 520 ? weeks : null,
  }
}

/** The other way round: only what is not as at first. */
export function paramsOfView(view: RosterView): Record<string, string> {
  const params: Record<string, string> = {}
  if (view.search.trim()) params.q = view.search
  if (view.state !== FIRST_VIEW.state) params.state = view.state
  if (view.coach !== null) params.coach = view.coach
  if (view.location !== null) params.at = view.location
  if (view.sort !== FIRST_VIEW.sort) params.sort = view.sort
  if (view.down) params.down = '1'
  if (view.weeks !== null) params.weeks = String(view.weeks)
  return params
}
