/**
 * The roster: everybody who is or was a member, with or without an account or a plan. Promises: nobody is missing; an
 * address goes only to who may see it, and who takes the list out of the house is written down.
 */
import type { Actor } from '../../../shared/actor.ts'
import { writeAudit } from '../../users/service/audit.ts'
import type { RosterState, RosterView, StaffRole } from '../model.ts'
import { findGym, findLocations } from '../queries/gyms.ts'
import { lockMembers } from '../queries/members.ts'
import { findRoster, type RosterRecord } from '../queries/roster.ts'
import { findRosterStart, isNamed, isToldBySql } from '../queries/roster-start.ts'
import { canSeeContact } from '../rules/access.ts'
import { countStates, prepareRoster, type RosterRow, viewRows } from '../rules/roster.ts'
import { packRoster, type RosterWire } from '../rules/roster-wire.ts'
import { inGym } from './access.ts'
import { currentCoach, findCoaches } from './staff.ts'

type Reader = { id: string; role: StaffRole; coaches: ReadonlyMap<string, string> }

function lightRow({ email, ...record }: RosterRecord, reader: Reader): RosterRow {
  const coachId = currentCoach(record.coachId, reader.coaches)
  const sees = canSeeContact(reader.role, { isTheirCoach: coachId === reader.id })
  return { ...record, coachId, email: sees ? email : null, canMail: email !== null }
}

type Read = { rows: RosterRow[]; version: number; absentWeeks: number; names: ReadonlyMap<string, string> }

/** `named`: with what coaches and locations are called, for an order by them. */
async function readRows(actor: Actor, args: { gymId: string; named: boolean }, now: number): Promise<Read> {
  const { gymId, named } = args
  return inGym(
    actor,
    { gymId, action: 'see_members' },
    async (tx, role) => {
      const [records, gym, coaches, locations] = await Promise.all([
        findRoster(tx, { gymId, now }),
        findGym(tx, { gymId }),
        findCoaches(tx, { gymId }),
        named ? findLocations(tx, { gymId }) : [],
      ])
      return {
        rows: records.map((record) => lightRow(record, { id: actor.userId, role, coaches })),
        version: gym?.nextNumber ?? 0,
        absentWeeks: gym?.absentWeeks ?? 1,
        names: new Map([...coaches, ...locations.map(({ id, name }) => [id, name] as const)]),
      }
    },
    { readOnly: true },
  )
}

export type WholeRoster = {
  members: RosterWire
  /** Grows with each member who is added: an import is made for the roster that its preview was made for. */
  version: number
  /** The server's clock, by which states are told. */
  at: number
}

/** Everybody at once, for a browser that searches and sorts by itself. */
export async function readRoster(actor: Actor, args: { gymId: string }, now = Date.now()): Promise<WholeRoster> {
  const { rows, version } = await readRows(actor, { ...args, named: false }, now)
  return { members: packRoster(rows), version, at: now }
}

export type RosterStart = {
  rows: RosterRow[]
  /** How many the view shows, and how many there are in each state. */
  shown: number
  counts: Record<RosterState, number>
  at: number
}

/** The first rows of a view, by the same rules as in the browser: what the page shows until everybody is there. */
export async function startRoster(
  actor: Actor,
  args: { gymId: string; view: RosterView; limit: number },
  now = Date.now(),
): Promise<RosterStart> {
  const { gymId, view, limit } = args
  if (isToldBySql(view)) {
    return inGym(
      actor,
      { gymId, action: 'see_members' },
      async (tx, role) => {
        const [gym, coaches] = await Promise.all([findGym(tx, { gymId }), findCoaches(tx, { gymId })])
        const asked = { gymId, view, limit, now, absentWeeks: gym?.absentWeeks ?? 1, coachIds: [...coaches.keys()] }
        const { records, shown, counts } = await findRosterStart(tx, asked)
        const rows = records.map((record) => lightRow(record, { id: actor.userId, role, coaches }))
        return { rows, shown, counts, at: now }
      },
      { readOnly: true },
    )
  }
  const { rows, absentWeeks, names } = await readRows(actor, { gymId, named: isNamed(view.sort) }, now)
  const clock = { now, absentWeeks }
  const shown = viewRows(prepareRoster(rows), view, clock, names)
  return { rows: shown.slice(0, limit), shown: shown.length, counts: countStates(rows, clock), at: now }
}

export type Exported = {
  number: number
  name: string
  email: string | null
  phone: string | null
  locationId: string | null
  coachId: string | null
  startedAt: number
  endedAt: number | null
  lastSeenAt: number | null
}

/** Those members in full, in the order in which they were asked for. */
export async function exportMembers(
  actor: Actor,
  args: { gymId: string; memberIds: readonly string[] },
  now = Date.now(),
): Promise<Exported[]> {
  const { gymId, memberIds } = args
  return inGym(actor, { gymId, action: 'export_members' }, async (tx) => {
    const [members, records, coaches] = await Promise.all([
      lockMembers(tx, { gymId, memberIds }),
      findRoster(tx, { gymId, now }),
      findCoaches(tx, { gymId }),
    ])
    const seen = new Map(records.map(({ id, lastSeenAt }) => [id, lastSeenAt]))
    const byId = new Map(members.map((member) => [member.id, member]))
    await writeAudit(tx, actor, now, { action: 'members.export', gymId, after: { count: members.length } })
    return memberIds.flatMap((id) => {
      const member = byId.get(id)
      if (!member) return []
      const { number, name, email, phone, locationId, startedAt, endedAt } = member
      const coachId = currentCoach(member.coachId, coaches)
      const lastSeenAt = seen.get(id) ?? null
      return [{ number, name, email, phone, locationId, coachId, startedAt, endedAt, lastSeenAt }]
    })
  })
}
