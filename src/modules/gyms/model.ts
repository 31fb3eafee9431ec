/** Gyms as both sides speak of them. */
import * as z from 'zod/mini'

export const STAFF_ROLES = ['owner', 'manager', 'coach', 'desk'] as const
export type StaffRole = (typeof STAFF_ROLES)[number]

/** How a check-in was made: by a button at the desk, or by the code that the member's phone shows or is read from. */
export const CHECK_IN_WAYS = ['desk', 'code'] as const
export type CheckInWay = (typeof CHECK_IN_WAYS)[number]

export const memberName = z.string().check(z.minLength(1), z.maxLength(120))
/** Stored in lower case: two spellings of one address are one address. */
export const memberEmail = z.email().check(z.maxLength(254))
export const memberPhone = z.string().check(z.maxLength(40))

/** How many are invited in one order; more of them are several orders. */
export const MOST_INVITED = 500

/** What a file may bring in at once. */
export const IMPORT_LIMIT = 20_000

/** A row of an import as it is written: added, or laid over a member who is there. Days are local day numbers. */
export const importRow = z.object({
  name: memberName,
  email: z.nullable(memberEmail),
  phone: z.nullable(memberPhone),
  startedOn: z.nullable(z.int().check(z.gte(-25_000), z.lte(100_000))),
  locationId: z.nullable(z.uuid()),
  /** Has left already: is added as somebody who has. Who is here stays as they are. */
  isEnded: z.optional(z.boolean()),
  /** The member that it is laid over; null adds somebody. */
  memberId: z.nullable(z.uuid()),
})
export type ImportRow = z.infer<typeof importRow>

/** What a column of a file is. */
export const MEMBER_FIELDS = [
  'name',
  'firstName',
  'lastName',
  'email',
  'phone',
  'startedOn',
  'location',
  'state',
] as const

/** By the file's own column titles: which of them is what. */
export const columnMap = z.record(z.string().check(z.maxLength(200)), z.enum(MEMBER_FIELDS))
export type ColumnMap = z.infer<typeof columnMap>

export const ROSTER_STATES = [
  'current',
  'new',
  'invited',
  'no_account',
  'absent',
  'never',
  'no_coach',
  'ended',
  'all',
] as const
export type RosterState = (typeof ROSTER_STATES)[number]

export const ROSTER_SORTS = ['name', 'number', 'seen', 'since', 'coach', 'location'] as const
export type RosterSort = (typeof ROSTER_SORTS)[number]

/** How a roster is looked at. */
export const rosterView = z.object({
  search: z.string().check(z.maxLength(120)),
  state: z.enum(ROSTER_STATES),
  /** An id, or `none` for those without one. */
  coach: z.nullable(z.string().check(z.maxLength(40))),
  location: z.nullable(z.string().check(z.maxLength(40))),
  sort: z.enum(ROSTER_SORTS),
  down: z.boolean(),
  /** Instead of the gym's own measure of absence. */
  weeks: z.nullable(z.int().check(z.gte(1), z.lte(520))),
})
export type RosterView = z.infer<typeof rosterView>
