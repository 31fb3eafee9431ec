/**
 * Who of a file is here already. By address for sure, by name perhaps: two people may share a name, so a name alone is
 * laid over somebody only where nothing speaks against it. What is done with each is a choice that stands beside the row.
 */
import { foldLetters } from '../../../../shared/fold-letters.ts'
import type { ImportRow } from '../../model.ts'
import type { RosterRow } from '../roster.ts'
import type { ReadRow } from './rows.ts'

export type Match =
  | { by: 'email' | 'name'; memberId: string; number: number; name: string; email: string | null }
  /** The same person stands on an earlier line of this file. */
  | { by: 'twin'; line: number }

export const DECISIONS = ['add', 'update', 'skip'] as const
export type Decision = (typeof DECISIONS)[number]

export type MatchedRow = ReadRow & { match: Match | null; suggested: Decision }

/** Two spellings of one name have one key. */
export const nameKey = (name: string) => foldLetters(name).replace(/\s+/g, ' ').trim()

/** Those who have left match too: somebody who comes back is somebody. Current members come first. */
export function matchRows(rows: readonly ReadRow[], roster: readonly RosterRow[]): MatchedRow[] {
  const byEmail = new Map<string, RosterRow>()
  const byName = new Map<string, RosterRow>()
  for (const row of [...roster].sort((a, b) => Number(a.endedAt !== null) - Number(b.endedAt !== null))) {
    if (row.email && !byEmail.has(row.email)) byEmail.set(row.email, row)
    if (row.name && !byName.has(nameKey(row.name))) byName.set(nameKey(row.name), row)
  }
  const earlier = new Map<string, number>()
  const laidOver = new Set<string>()
  return rows.map((row) => {
    const key = `${nameKey(row.name)}\u0000${row.email ?? ''}`
    const twin = row.isOut ? undefined : earlier.get(key)
    if (!row.isOut && twin === undefined) earlier.set(key, row.line)
    if (twin !== undefined) return { ...row, match: { by: 'twin', line: twin }, suggested: 'skip' }
    const mail = row.email ? byEmail.get(row.email) : undefined
    const found = row.isOut ? undefined : (mail ?? byName.get(nameKey(row.name)))
    if (!found) return { ...row, match: null, suggested: row.isOut ? 'skip' : 'add' }
    const by = mail ? ('email' as const) : ('name' as const)
    const { id: memberId, number, name, email } = found
    return { ...row, match: { by, memberId, number, name, email }, suggested: suggest(row, found, by, laidOver) }
  })
}

/** A member is laid over once; a family that shares an address is several people. */
function suggest(row: ReadRow, found: RosterRow, by: 'email' | 'name', laidOver: Set<string>): Decision {
  const isSameName = nameKey(found.name) === nameKey(row.name)
  const isOther = by === 'email' ? !isSameName : found.email !== null && row.email !== null
  if (isOther || laidOver.has(found.id)) return 'add'
  laidOver.add(found.id)
  return 'update'
}

/** Of one line, when it was chosen by hand; of all of a kind, when that was. */
export type Choices = { all: Partial<Record<Match['by'], Decision>>; line: Readonly<Record<number, Decision>> }

export function decisionOf(row: MatchedRow, choices: Choices): Decision {
  if (row.isOut) return 'skip'
  const chosen = choices.line[row.line] ?? (row.match ? choices.all[row.match.by] : undefined) ?? row.suggested
  // There is nobody to lay it over.
  return chosen === 'update' && (!row.match || row.match.by === 'twin') ? 'add' : chosen
}

export type Plan = { rows: ImportRow[]; added: number; updated: number; skipped: number }

/** What is sent: a member who two rows are laid over gets the first, and the other is added. */
export function planOf(rows: readonly MatchedRow[], choices: Choices): Plan {
  const plan: Plan = { rows: [], added: 0, updated: 0, skipped: 0 }
  const laidOver = new Set<string>()
  for (const row of rows) {
    const decision = decisionOf(row, choices)
    if (decision === 'skip') {
      plan.skipped += 1
      continue
    }
    const wanted = decision === 'update' && row.match && row.match.by !== 'twin' ? row.match.memberId : null
    const memberId = wanted !== null && !laidOver.has(wanted) ? wanted : null
    if (memberId) laidOver.add(memberId)
    if (memberId) plan.updated += 1
    else plan.added += 1
    const { name, email, phone, startedOn, locationId, isEnded } = row
    plan.rows.push({ name, email, phone, startedOn, locationId, memberId, isEnded: isEnded && memberId === null })
  }
  return plan
}
