/** A gym's log of changes, for its office. What is told is what the audit rows hold: names and roles, no addresses. */
import type { Actor } from '../../../shared/actor.ts'
import { findAuditByGym } from '../../users/service/audit.ts'
import { findLocations } from '../queries/gyms.ts'
import { findStaff } from '../queries/staff.ts'
import { inGym } from './access.ts'

const PAGE = 100

export type LogEntry = {
  id: string
  at: number
  action: string
  /** Who did it; empty when their name is not this gym's to show. */
  who: string
  /** Whom or what it is about; empty when there is nothing to name. */
  name: string
  /** What else the sentence needs. */
  values: Record<string, string | number>
}

export type LogPage = { entries: LogEntry[]; next: { at: number; id: string } | null }

export async function readLog(
  actor: Actor,
  args: { gymId: string; after: { at: number; id: string } | null },
): Promise<LogPage> {
  const { gymId, after } = args
  return inGym(
    actor,
    { gymId, action: 'see_log' },
    async (tx) => {
      const [rows, staff, locations] = await Promise.all([
        findAuditByGym(tx, { gymId, after, limit: PAGE + 1 }),
        findStaff(tx, { gymId }),
        findLocations(tx, { gymId }),
      ])
      const names = new Map([
        ...staff.map(({ userId, name }) => [userId, name] as const),
        ...locations.map(({ id, name }) => [id, name] as const),
      ])
      const page = rows.slice(0, PAGE)
      const last = rows.length > PAGE ? page.at(-1) : undefined
      return {
        entries: page.map(({ id, at, action, actorId, subjectId, before, after: now }) => {
          const facts = { ...before, ...now }
          const own = typeof facts.name === 'string' ? facts.name : ''
          return {
            id,
            at,
            action,
            // A member who joins or leaves is no staff: their row is the one that is told of.
            who: names.get(actorId) ?? (actorId === subjectId ? own : ''),
            name: own || (subjectId && names.get(subjectId)) || '',
            values: valuesOf(facts, before, names),
          }
        }),
        next: last ? { at: last.at, id: last.id } : null,
      }
    },
    { readOnly: true },
  )
}

function valuesOf(
  facts: Record<string, unknown>,
  before: Record<string, unknown> | null,
  names: ReadonlyMap<string, string>,
): LogEntry['values'] {
  const values: LogEntry['values'] = {}
  for (const [key, value] of Object.entries(facts)) {
    if (typeof value === 'string' || typeof value === 'number') values[key] = value
    if (Array.isArray(value)) values[key] = value.join(', ')
  }
  for (const key of ['name', 'role'] as const)
    if (typeof before?.[key] === 'string') values[`${key}Before`] = before[key]
  const was = names.get(String(before?.coachId ?? before?.locationId ?? ''))
  if (was) values.was = was
  return values
}
