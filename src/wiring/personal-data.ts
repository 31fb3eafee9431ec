/**
 * Every table, whose data it holds, and what becomes of it when the person asks for their data or for its erasure. A
 * test reads the tables from the database and fails for one that is not here.
 */
export type Handling = {
  /** Columns that name the person the row is about. */
  person: readonly string[]
  /** Where it stands in a person's export; null with the reason in `why`. */
  exported: string | null
  /** `delete` removes the rows, `detach` takes the person out of a row that others need, `keep` leaves it. */
  erased: 'delete' | 'detach' | 'keep'
  why?: string
}
export type NoPerson = { person: null; why: string }

const athletes = (exported: string): Handling => ({ person: ['athlete_id'], exported, erased: 'delete' })
const derived: Handling = {
  person: ['athlete_id'],
  exported: null,
  erased: 'delete',
  why: 'Derived from the logged sets, which are exported.',
}
const syncState: Handling = {
  person: ['space_id'],
  exported: null,
  erased: 'delete',
  why: 'Bookkeeping of sync about rows that are exported.',
}

export const PERSONAL_DATA: Record<string, Handling | NoPerson> = {
  person: { person: ['id'], exported: 'account', erased: 'delete' },
  credential: { person: ['user_id'], exported: 'account', erased: 'delete', why: 'The address; never the hash.' },
  auth_session: { person: ['user_id'], exported: 'devices', erased: 'delete', why: 'The device and its dates.' },
  verification: {
    person: ['user_id'],
    exported: null,
    erased: 'delete',
    why: 'Proofs that wait for minutes: hashes of secrets, gone within the day.',
  },
  passkey: { person: ['user_id'], exported: 'account', erased: 'delete', why: 'Names and dates.' },
  oauth_account: { person: ['user_id'], exported: 'account', erased: 'delete' },
  letter: { person: ['user_id'], exported: null, erased: 'delete', why: 'Sent within minutes and then deleted.' },
  profile: athletes('settings'),
  exercise: athletes('exercises'),
  workout: athletes('workouts'),
  workout_exercise: athletes('workouts'),
  logged_set: athletes('workouts'),
  import_batch: athletes('imports'),
  program_assignment: athletes('programs'),
  program_override: athletes('programs'),
  planned_session: athletes('programs'),
  exercise_day: derived,
  personal_record: derived,
  dirty_day: derived,

  relation: {
    person: ['athlete_id', 'coach_id'],
    exported: 'coaches',
    erased: 'delete',
    why: 'With the athlete. When the coach is erased it ends, and names nobody.',
  },
  consent_grant: {
    person: ['athlete_id', 'coach_id'],
    exported: 'consent',
    erased: 'delete',
    why: 'With the athlete; until then it proves what they agreed to.',
  },
  invite: { person: ['coach_id'], exported: 'invites', erased: 'delete' },

  gym: { person: null, why: 'An organisation.' },
  gym_staff: {
    person: ['user_id'],
    exported: 'gyms',
    erased: 'detach',
    why: 'The gym keeps that somebody worked there.',
  },
  gym_member: {
    person: ['user_id', 'coach_id', 'ended_by'],
    exported: 'gyms',
    erased: 'detach',
    why: 'Name and contact go; the gym keeps a numbered member for its books. A coach is taken off it.',
  },
  location: { person: null, why: 'A place of an organisation.' },
  gym_invite: {
    person: ['created_by'],
    exported: null,
    erased: 'keep',
    why: 'Ids and the hash of a secret: it is the gym’s that it was sent. Goes with the member it is for.',
  },
  attendance: {
    person: ['by_id', 'undone_by'],
    exported: 'gyms',
    erased: 'keep',
    why: 'Exported with the member that it is of, by `member_id`. Ids only once the member is detached.',
  },
  member_import: {
    person: ['created_by', 'undone_by'],
    exported: null,
    erased: 'keep',
    why: 'The gym’s record of a file: its name, the titles of its columns and how many rows.',
  },
  member_import_change: {
    person: [],
    exported: null,
    erased: 'delete',
    why: 'What a member was before an import, for thirty days. Found by `member_id`; goes when the member is detached.',
  },
  audit: {
    person: ['actor_id', 'subject_id', 'on_behalf_of'],
    exported: 'history of changes',
    erased: 'keep',
    why: 'Proof of consent and of who changed what: ids only once the person is gone.',
  },

  sync_space: syncState,
  sync_device: syncState,
  sync_receipt: syncState,
  sync_row: syncState,
  sync_part: syncState,
  sync_quarantine: {
    person: ['space_id', 'principal', 'hidden_from'],
    exported: 'set aside',
    erased: 'delete',
    why: 'What could not be applied is the athlete’s data as well.',
  },
  sync_epoch: { person: null, why: 'One row: which history this database is.' },
  job_intent: { ...derived, why: 'Work to be done within seconds.' },
  rate_limit: { person: null, why: 'Counters under hashed keys that expire within the hour.' },
}
