/**
 * Every table, whose data it holds, and what becomes of it when the person asks for their data or for its erasure: run by
 * `users/service/privacy.ts` and `users/service/erasure.ts`. Tests read the tables from the database and fail for one that
 * is not here, for one whose rows are not told to their person, or are told to another, and for one that keeps more than
 * it says. What others hang on by a foreign key stands first: erasure walks backwards.
 */
import { type Handling, NOW, type NoPerson, SELF } from '../modules/users/rules/personal-data.ts'

const log: Handling = { person: ['athlete_id'], exported: 'log', erased: 'delete' }
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

const IDS = { idsOf: ['before', 'after', 'reason'] } as const

export const PERSONAL_DATA: Record<string, Handling | NoPerson> = {
  person: {
    person: ['id'],
    exported: 'account',
    erased: { set: { name: '', created_at: 0, erased_at: NOW } },
    why: 'The id stays, with nothing behind it: it is the key of what others keep, and tells an old phone what happened.',
  },
  credential: { person: ['user_id'], exported: 'account', secret: ['password_hash'], erased: 'delete' },
  auth_session: { person: ['user_id'], exported: 'devices', secret: ['sid_hash'], erased: 'delete' },
  verification: {
    person: ['user_id'],
    exported: null,
    erased: 'delete',
    why: 'Proofs that wait for minutes: hashes of secrets, gone within the day.',
  },
  passkey: { person: ['user_id'], exported: 'account', erased: 'delete' },
  api_token: { person: ['user_id'], exported: 'account', secret: ['token_hash'], erased: 'delete' },
  oauth_account: { person: ['user_id'], exported: 'account', erased: 'delete' },
  letter: { person: ['user_id'], exported: null, erased: 'delete', why: 'Sent within minutes and then deleted.' },
  privacy_request: {
    person: ['user_id'],
    exported: 'account',
    erased: 'keep',
    why: 'The receipt that it was done: ids and dates.',
  },
  media_object: {
    person: ['owner_id'],
    exported: 'account',
    secret: ['upload_key', 'variants', 'sha256'],
    erased: { set: { state: 'gone', kind: '', mime: '', sha256: null, upload_key: null, variants: null } },
    why: 'The picture is gone at once; its files, and then this row, with the next look for leftovers (media/service/photos.ts).',
  },
  push_subscription: {
    person: ['user_id'],
    exported: 'devices',
    secret: ['endpoint', 'endpoint_hash', 'p256dh', 'auth'],
    erased: 'delete',
  },
  timer: {
    person: ['user_id'],
    exported: null,
    erased: 'delete',
    why: 'One rest, until an hour after its end.',
  },
  open_workout: {
    person: ['athlete_id'],
    exported: null,
    erased: 'delete',
    why: 'When to ask about a workout that is left open, for a month; the workout is exported.',
  },
  profile: log,
  place: log,
  exercise: log,
  workout: log,
  workout_exercise: log,
  logged_set: log,
  import_batch: log,
  training_break: log,
  routine: log,
  routine_folder: log,
  shared_link: log,
  follow_link: { person: ['owner_id'], exported: 'friends', secret: ['token'], erased: 'delete' },
  follow: { person: ['of_id', 'follower_id'], exported: 'friends', erased: 'delete' },
  follow_block: {
    person: ['by_id'],
    exported: 'friends',
    erased: { by_id: 'delete', whom_id: 'delete' },
    why: 'Told to who blocked, never to who is.',
  },
  feed_seen: { person: ['person_id'], exported: 'friends', erased: 'delete' },
  post_closed: { person: ['maker_id'], exported: 'friends', erased: 'delete' },
  post_like: {
    person: ['person_id'],
    exported: 'friends',
    erased: { maker_id: 'delete', person_id: 'delete' },
    why: 'With who liked, and with whose post it was.',
  },
  post_comment: {
    person: ['writer_id'],
    exported: 'friends',
    erased: { maker_id: 'delete', writer_id: 'delete' },
    why: 'With who wrote it, and with whose post it was under.',
  },
  body_measurement: log,
  progress_photo: log,
  cardio_session: log,
  program_assignment: log,
  program_override: log,
  planned_session: log,
  program_decision: log,
  exercise_day: derived,
  personal_record: derived,
  dirty_day: derived,

  relation: {
    person: ['athlete_id', 'coach_id'],
    acted: ['ended_by'],
    exported: 'coaches',
    erased: { athlete_id: 'delete', coach_id: { set: { state: 'ended', ended_at: NOW, ended_by: SELF } } },
    why: 'With the athlete. When the coach is erased it ends, and the athlete keeps that somebody coached them.',
  },
  consent_grant: {
    person: ['athlete_id', 'coach_id'],
    acted: ['ended_by'],
    exported: 'consent',
    erased: { athlete_id: 'delete', coach_id: { set: { ended_at: NOW, ended_by: SELF } } },
    why: 'With the athlete; until then it proves what they agreed to.',
  },
  invite: { person: ['coach_id'], exported: 'invites', secret: ['token_hash'], erased: 'delete' },

  gym: { person: null, why: 'An organisation.' },
  gym_place: { person: null, why: 'What an organisation has to lift.' },
  location: { person: null, why: 'A place of an organisation.' },
  gym_staff: {
    person: ['user_id'],
    acted: ['ended_by'],
    exported: 'gyms',
    erased: { set: { ended_at: NOW } },
    why: 'The gym keeps that somebody worked there.',
  },
  gym_member: {
    person: ['user_id'],
    acted: ['ended_by'],
    exported: 'gyms',
    erased: {
      user_id: { set: { user_id: null, name: '', email: null, phone: null, ended_at: NOW, ended_by: SELF } },
      coach_id: { set: { coach_id: null } },
    },
    why: 'Name and contact go; the gym keeps a numbered member for its books. A coach is taken off it.',
  },
  attendance: {
    person: [],
    through: { table: 'gym_member', by: 'member_id', of: 'user_id' },
    acted: ['by_id', 'undone_by'],
    exported: 'gyms',
    erased: 'keep',
    why: 'That a numbered member was there.',
  },
  gym_invite: {
    person: [],
    through: { table: 'gym_member', by: 'member_id', of: 'user_id' },
    acted: ['created_by'],
    exported: null,
    erased: 'delete',
    why: 'Ids and the hash of a secret: it is the gym’s that it was sent.',
  },
  member_import: {
    person: [],
    acted: ['created_by', 'undone_by'],
    exported: null,
    erased: 'keep',
    why: 'The gym’s record of a file: its name, the titles of its columns and how many rows.',
  },
  member_import_change: {
    person: [],
    through: { table: 'gym_member', by: 'member_id', of: 'user_id' },
    exported: null,
    erased: 'delete',
    why: 'What a member was before and after an import of the gym’s, for thirty days: it is the gym’s undo.',
  },
  audit: {
    person: ['subject_id', 'actor_id', 'on_behalf_of'],
    exported: 'history of changes',
    did: { by: 'actor_id', ...IDS },
    erased: { subject_id: IDS, on_behalf_of: IDS, actor_id: 'keep' },
    why: 'Proof of consent and of who changed what: ids only once the person is gone.',
  },

  sync_space: syncState,
  sync_device: syncState,
  sync_receipt: syncState,
  sync_row: syncState,
  sync_part: syncState,
  sync_quarantine: {
    person: ['space_id', 'principal'],
    exported: 'set aside',
    erased: { space_id: 'delete', principal: 'keep' },
    lists: ['hidden_from'],
    why: 'What could not be applied is the athlete’s data; of who sent it the id stays with it.',
  },
  sync_epoch: { person: null, why: 'One row: which history this database is.' },
  job_intent: { ...derived, why: 'Work to be done within seconds.' },
  rate_limit: { person: null, why: 'Counters under hashed keys that expire within a day.' },
}
