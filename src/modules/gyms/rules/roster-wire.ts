/** The roster on its way to the browser: column by column, ids of coaches and locations once. Half the bytes of rows. */
import type { RosterRow } from './roster.ts'

export type RosterWire = {
  ids: string[]
  numbers: number[]
  names: string[]
  emails: (string | null)[]
  /** 1 has an address, 2 has an account. */
  flags: number[]
  /** Places in `refs`, -1 for none. */
  locations: number[]
  coaches: number[]
  refs: string[]
  /** Instants in seconds: a roster needs no milliseconds. */
  started: number[]
  ended: (number | null)[]
  seen: (number | null)[]
  invited: (number | null)[]
}

const seconds = (ms: number) => Math.round(ms / 1000)
const secondsOr = (ms: number | null) => (ms === null ? null : seconds(ms))
const msOr = (value: number | null | undefined) => (value == null ? null : value * 1000)

export function packRoster(rows: readonly RosterRow[]): RosterWire {
  const places = new Map<string, number>()
  const placeOf = (id: string | null) => {
    if (id === null) return -1
    const known = places.get(id)
    if (known !== undefined) return known
    places.set(id, places.size)
    return places.size - 1
  }
  return {
    ids: rows.map((row) => row.id),
    numbers: rows.map((row) => row.number),
    names: rows.map((row) => row.name),
    emails: rows.map((row) => row.email),
    flags: rows.map((row) => (row.canMail ? 1 : 0) + (row.hasAccount ? 2 : 0)),
    locations: rows.map((row) => placeOf(row.locationId)),
    coaches: rows.map((row) => placeOf(row.coachId)),
    started: rows.map((row) => seconds(row.startedAt)),
    ended: rows.map((row) => secondsOr(row.endedAt)),
    seen: rows.map((row) => secondsOr(row.lastSeenAt)),
    invited: rows.map((row) => secondsOr(row.invitedUntil)),
    refs: [...places.keys()],
  }
}

export function unpackRoster(wire: RosterWire): RosterRow[] {
  const refOf = (place: number | undefined) => (place === undefined ? null : (wire.refs[place] ?? null))
  return wire.ids.map((id, at) => {
    const flags = wire.flags[at] ?? 0
    return {
      id,
      number: wire.numbers[at] ?? 0,
      name: wire.names[at] ?? '',
      email: wire.emails[at] ?? null,
      canMail: (flags & 1) > 0,
      hasAccount: (flags & 2) > 0,
      locationId: refOf(wire.locations[at]),
      coachId: refOf(wire.coaches[at]),
      startedAt: (wire.started[at] ?? 0) * 1000,
      endedAt: msOr(wire.ended[at]),
      lastSeenAt: msOr(wire.seen[at]),
      invitedUntil: msOr(wire.invited[at]),
    }
  })
}
