/**
 * Every mutation there is, with arguments that can't be: each is refused with a sentence that names the field and what
 * stood in it, and nothing is half-written. A new mutation fails this file until it has a row.
 */
import { beforeAll, describe, expect, test } from 'vitest'
import { createCallerFactory } from '../server/trpc.ts'
import type { Actor } from '../shared/actor.ts'
import { newId } from '../shared/id.ts'
import { appRouter } from '../wiring/router.ts'
import { syncedMutations, syncedTables } from '../wiring/sync-server.ts'
import type { TestDatabase } from './database.ts'
import { ARGS, newRowIds, type RowIds } from './mutation-args.ts'
import { newPerson, openServices, type Person } from './people.ts'

let db: TestDatabase
let athlete: Person
let ids: RowIds
beforeAll(async () => {
  db = await openServices()
  athlete = await newPerson('Ana')
  ids = newRowIds()
})

const NAMED_BY_ID = ['removeExercise', 'restore', 'removeBatch'].concat(
  ['Break', 'Photo', 'Measurement', 'Routine', 'Folder'].flatMap((noun) => [`remove${noun}`, `restore${noun}`]),
)
const sync = { protocol: 1, schemaV: 1 }
const now = Date.now()

const as = (actor: Actor) =>
  createCallerFactory(appRouter)({ actor, requestId: newId(), ip: '127.0.0.1', userAgent: '' })

const versionOf = (name: string) => syncedMutations.find((mutation) => mutation.name === name)?.v ?? 1

async function push(who: Actor, mutations: { name: string; args: unknown }[]) {
  const { results } = await as(who).sync.push({
    ...{ ...sync, deviceId: newId(), space: who.userId, build: 'test', clientNow: now },
    mutations: mutations.map((one, i) => ({ ...one, seq: i + 1, mid: newId(), v: versionOf(one.name), at: now })),
  })
  return results
}

/** The rows of all synced tables. */
async function rowsOf({ userId }: Actor): Promise<unknown[]> {
  const tables = Object.keys(syncedTables)
  return Promise.all(
    tables.map((table) => db.admin`select * from ${db.admin(table)} where athlete_id = ${userId} order by id`),
  )
}

type Row = [mutation: string, fields: object, sentence: string]

const NO_TITLE = 'workout a was not changed: title is not valid. Correct it and save again.'

const set = (fields: object): object => ({ set: fields })
const TABLE: Row[] = [
  ['users.editProfile', { fields: { weekStart: 9 } }, 'Week start of fields must be at most 7, but was 9.'],
  [
    'users.editProfile',
    { fields: { bodyweightG: -5_000 } },
    'Bodyweight of fields must be at least 0 kg, but was -5 kg.',
  ],
  ['users.editProfile', { fields: { admin: true } }, 'Fields holds "admin", which is not known.'],
  ['users.editProfile', { fields: { setUpAt: 0 } }, 'Fields holds "setUpAt", which is not known.'],
  ['users.setUp', { fields: { weekStart: 0 } }, 'Week start of fields must be at least 1, but was 0.'],
  ['users.setWeeklyGoal', { goal: 0 }, 'Goal must be at least 1, but was 0.'],
  ['gyms.addPlace', { place: { name: ' ' } }, 'The place has no name. Give it one, then save it again.'],
  ['gyms.addPlace', { place: { unit: 'stone' } }, 'Unit of place must be one of "kg" and "lb", but was "stone".'],
  ['gyms.addPlace', { place: { owner: 'me' } }, 'Place holds "owner", which is not known.'],
  [
    'gyms.editPlace',
    { fields: { dumbbells: [{ from: 2000, to: 20_000, step: 0, unit: 'kg' }] } },
    '“2 to 20 kg by 0” is no row of weights. Give a first, a last, and a step between them.',
  ],
  [
    'gyms.editPlace',
    { fields: { plates: [{ milli: 20_000, unit: 'kg', pairs: 21 }] } },
    'Pairs of plates 1 of fields must be at most 20, but was 21.',
  ],
  ['gyms.noteAtPlace', { note: 7 }, 'Note must be text, but was 7.'],
  ['gyms.removePlace', { id: 7 }, 'Id must be text, but was 7.'],
  ['gyms.restorePlace', { id: '' }, 'Id is empty: fill it in.'],
  ['exercises.create', { exercise: { restS: -5 } }, 'Rest of exercise must be at least 0 s, but was -5 s.'],
  [
    'exercises.create',
    { exercise: { id: 'back-squat' } },
    'An own exercise needs a UUID as its id, but was given "back-squat".',
  ],
  ['exercises.create', { exercise: { name: '  ' } }, 'The exercise has no name. Give it one, then save it again.'],
  [
    'exercises.edit',
    { fields: { equipment: 'spoon' } },
    'Equipment of fields must be one of "barbell", "dumbbell", "kettlebell", "machine", "cable", "smith_machine", "bodyweight", "band", "plate", "ez_bar", "trap_bar", "landmine", "rings", "medicine_ball", "sled", "cardio_machine" and "other", but was "spoon".',
  ],
  ['exercises.remove', { id: 7 }, 'Id must be text, but was 7.'],
  ['exercises.restore', { id: null }, 'Id must be text, but was empty.'],
  ['programs.follow', { version: 0 }, 'Version must be at least 1, but was 0.'],
  [
    'programs.follow',
    { loads: [{ slot: 'squat', loadG: -1, enteredLoad: null, enteredUnit: null }] },
    'Load of loads 1 must be at least 0 kg, but was -0.001 kg.',
  ],
  ['programs.leave', { leftAt: 'today' }, 'Left at must be a number, but was "today".'],
  ['programs.override', { slot: '' }, 'Slot is empty: fill it in.'],
  ['programs.override', { enteredUnit: 'stone' }, 'Entered unit must be one of "kg" and "lb", but was "stone".'],
  ['programs.startSession', { round: -1 }, 'Round must be at least 0, but was -1.'],
  ['programs.startSession', { workoutId: null }, 'Workout id must be text, but was empty.'],
  ['programs.skipSession', { localDay: 1.5 }, 'Local day must be a whole number, but was 1.5.'],
  ['programs.dropSession', { id: 7 }, 'Id must be text, but was 7.'],
  ['programs.decide', { verdict: 'maybe' }, 'Verdict must be one of "kept" and "changed", but was "maybe".'],
  ['workouts.start', { localDay: -10_000_000 }, 'Local day must be at least -719162, but was -10000000.'],
  ['workouts.start', { startedAt: 'yesterday' }, 'Started at must be a number, but was "yesterday".'],
  ['workouts.start', { bodyweightG: 5_000_000 }, 'Bodyweight must be at most 700 kg, but was 5000 kg.'],
  ['workouts.start', { title: 'a\u0000b' }, 'Title holds a character that can’t be stored: it was "a␀b".'],
  ['workouts.start', { placeId: 7 }, 'Place id must be text, but was 7.'],
  ['workouts.addExercise', { restS: 86_400 }, 'Rest must be at most 3600 s, but was 86400 s.'],
  ['workouts.addExercise', { position: '' }, 'Position is empty: fill it in.'],
  ['workouts.moveExercise', { position: 1 }, 'Position must be text, but was 1.'],
  ['workouts.restoreExercise', { id: ['a'] }, 'Id must be text, but was a list.'],
  [
    'workouts.editExercise',
    { notes: 'x'.repeat(5_001) },
    'Notes must be at most 5000 characters long, but had 5001: "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…".',
  ],
  [
    'workouts.replaceExercise',
    { exerciseId: 'x'.repeat(81) },
    'Exercise id must be at most 80 characters long, but had 81: "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…".',
  ],
  ['workouts.addSet', set({ loadG: 'NaN' }), 'Load of set must be a number, but was "NaN".'],
  ['workouts.addSet', set({ loadG: '1,5' }), 'Load of set must be a number, but was "1,5".'],
  ['workouts.addSet', set({ loadG: 0.5 }), 'Load of set must be a whole number, but was 0.0005 kg.'],
  ['workouts.addSet', set({ loadG: -5_000 }), 'Load of set must be at least 0 kg, but was -5 kg.'],
  ['workouts.addSet', set({ loadG: 5_000_000 }), 'Load of set must be at most 2000 kg, but was 5000 kg.'],
  ['workouts.addSet', set({ reps: 1_000_000 }), 'Reps of set must be at most 200000, but was 1000000.'],
  [
    'workouts.addSet',
    set({ kind: 'heroic' }),
    'Kind of set must be one of "normal", "warmup", "drop", "failure", "amrap", "restpause", "myo", "partial", "forced", "tempo" and "hold", but was "heroic".',
  ],
  ['workouts.addSet', set({ total: 1 }), 'Set holds "total", which is not known.'],
  ['workouts.addSet', set({ id: '' }), 'Id of set is empty: fill it in.'],
  [
    'workouts.addSet',
    set({ doneAt: 8.64e15 }),
    'Done at of set must be at most 9999-12-31T23:59:59.999Z, but was +275760-09-13T00:00:00.000Z.',
  ],
  [
    'workouts.editSet',
    { fields: { rir2: 21 } },
    'Effort of fields must be at most 10 reps in reserve, but was 10.5 reps in reserve.',
  ],
  ['workouts.checkSet', { figures: { durationMs: -1_000 } }, 'Duration of figures must be at least 0 s, but was -1 s.'],
  ['workouts.uncheckSet', { id: false }, 'Id must be text, but was false.'],
  ['workouts.removeSet', { id: {} }, 'Id must be text, but was an object.'],
  [
    'workouts.restoreSet',
    { id: 'x'.repeat(81) },
    'Id must be at most 80 characters long, but had 81: "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…".',
  ],
  ['workouts.finish', { state: 'open' }, 'State must be one of "done" and "partial", but was "open".'],
  ['workouts.finish', { activeMs: 8 * 86_400_000 }, 'Active must be at most 604800 s, but was 691200 s.'],
  ['workouts.resume', { holder: 5 }, 'Holder must be text, but was 5.'],
  ['workouts.takeOver', { holder: true }, 'Holder must be text, but was true.'],
  ['workouts.pause', { isPaused: 'yes' }, 'Is paused must be yes or no, but was "yes".'],
  ['workouts.rateSession', { sessionRpe: 11 }, 'Session rpe must be at most 10, but was 11.'],
  ['workouts.addBreak', { kind: 'mood' }, 'Kind must be one of "rest", "illness" and "holiday", but was "mood".'],
  ['workouts.addRoutine', { exercises: 'all' }, 'Exercises must be a list, but was "all".'],
  ...['editRoutine', 'putFolder'].map(
    (name) => [`workouts.${name}`, { position: '' }, 'Position is empty: fill it in.'] as never,
  ),
  ['workouts.nameRoutine', { routineId: '' }, 'Routine id is empty: fill it in.'],
  ['workouts.makeLink', { kind: 'mood' }, 'Kind must be one of "routine", "workout" and "post", but was "mood".'],
  ['workouts.revokeLink', { revokedAt: 'now' }, 'Revoked at must be a number, but was "now".'],
  ['workouts.addCardio', { avgHr: -1 }, 'Avg hr must be at least 0, but was -1.'],
  ['workouts.addMeasurement', { value: 0 }, 'Value must be at least 1, but was 0.'],
  ['workouts.addPhoto', { pose: 'flex' }, 'Pose must be one of "front", "side" and "back", but was "flex".'],
  ...NAMED_BY_ID.map((name) => [`workouts.${name}`, { id: '' }, 'Id is empty: fill it in.'] as never),
  [
    'workouts.edit',
    { zone: 'x'.repeat(65) },
    'Zone must be at most 64 characters long, but had 65: "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…".',
  ],
  ['workouts.remove', { id: 1.5 }, 'Id must be text, but was 1.5.'],
  [
    'workouts.startImport',
    { batch: { source: 'excel' } },
    'Source of batch must be one of "app", "strong", "hevy", "csv", "fitnotes", "stronglifts", "fitbod", "liftosaur", "liftlog", "gpx", "tcx", "fit" and "kml", but was "excel".',
  ],
  ['workouts.startImport', { batch: { total: -1 } }, 'Total of batch must be at least 0, but was -1.'],
  ['workouts.importChunk', { workouts: 'all' }, 'Workouts must be a list, but was "all".'],
  [
    'workouts.importChunk',
    { workouts: [{ workout: { id: 'w' }, entries: [] }] },
    'Title of workout of workouts 1 is missing; state of workout of workouts 1 is missing; started at of workout of workouts 1 is missing; 7 more values are not valid.',
  ],
  ['workouts.finishImport', { id: null }, 'Id must be text, but was empty.'],
  ['workouts.restoreBatch', { workoutIds: [1] }, 'Workout ids 1 must be text, but was 1.'],
  ['archive.bring', { rows: [{ of: 'workout', row: {} }] }, 'Id of row of rows 1 is missing.'],
  [
    'archive.bring',
    { rows: [{ of: 'spoon', row: { id: 'a' } }] },
    'This version of the app does not know "spoon": update it.',
  ],
  ['archive.bring', { rows: [{ of: 'workout', row: { id: 'a', title: 7 } }] }, NO_TITLE],
  ['archive.mark', { rows: [{ of: 'workout', id: '' }] }, 'Id of rows 1 is empty: fill it in.'],
  ['archive.mark', { rows: [{ of: 'workout', id: 'a', fields: { title: 7 } }] }, NO_TITLE],
]

/** Valid arguments with the given fields in their place, one level down too. */
function spoilt(name: string, fields: object): unknown {
  const merged: Record<string, unknown> = { ...(ARGS[name]?.(ids) as Record<string, unknown>) }
  for (const [key, value] of Object.entries(fields)) {
    const isInner =
      typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length > 0
    merged[key] = isInner ? { ...(merged[key] as object), ...value } : value
  }
  return merged
}

describe('arguments that can’t be', () => {
  test('every mutation has a row here, and valid arguments beside it', () => {
    const names = syncedMutations.map(({ name }) => name).sort()
    expect([...new Set(TABLE.map(([name]) => name))].sort()).toEqual(names)
    expect(Object.keys(ARGS).sort()).toEqual(names)
  })

  test('are refused one by one, each with its sentence; the valid ones beside them are done', async () => {
    const before = await rowsOf(athlete)
    const results = await push(
      athlete,
      TABLE.map(([name, fields]) => ({ name, args: spoilt(name, fields) })),
    )
    expect(results.map(({ message }, i) => [TABLE[i]?.[0], TABLE[i]?.[1], message])).toEqual(TABLE)
    for (const [i, [name]] of TABLE.entries()) {
      const isLog = syncedMutations.find((mutation) => mutation.name === name)?.isLog
      expect(results[i]?.status, name).toBe(isLog ? 'quarantined' : 'rejected')
    }
    expect(await rowsOf(athlete)).toEqual(before)
  })
})

describe('another person’s ids in one’s own log', () => {
  const whole = (of: RowIds) => syncedMutations.map(({ name }) => ({ name, args: ARGS[name]?.(of) }))

  /** Everything that one's own space tells, with its own ids under names that two spaces share. */
  async function told(who: Actor, of: RowIds): Promise<string> {
    const head = { ...sync, deviceId: newId(), space: who.userId }
    const { rows } = await as(who).sync.pull({ ...head, epoch: null, cursor: null, limit: 1_000 })
    let text = JSON.stringify(rows.map(({ entity, id, data }) => ({ entity, id, data })))
    for (const [name, id] of Object.entries({ ...of, userId: who.userId })) text = text.replaceAll(id, `<${name}>`)
    return text
      .replaceAll(/"id":"[0-9a-f-]{36}"/g, '"id":"<derived>"')
      .split('},{')
      .sort()
      .join('\n')
  }

  test('make rows of one’s own, as ids of nobody do: nothing of the other’s changes, and nothing is told', async () => {
    const victim = await newPerson('Victim')
    const theirs = newRowIds()
    await push(victim, whole(theirs))
    const own = [
      { name: 'workouts.edit', args: { id: theirs.workoutId, title: 'Secret session', notes: 'Secret notes' } },
      { name: 'exercises.edit', args: { id: theirs.exerciseId, fields: { name: 'Secret lift' } } },
    ]
    expect((await push(victim, own)).map(({ status }) => status)).toEqual(['applied', 'applied'])
    const [before, ofVictim] = [await rowsOf(victim), await told(victim, theirs)]
    expect(ofVictim).toContain('Secret lift')

    const [thief, other] = [await newPerson('Somebody'), await newPerson('Somebody')]
    const nobodys = newRowIds()
    const [withTheirs, withNobodys] = [await push(thief, whole(theirs)), await push(other, whole(nobodys))]
    expect(withTheirs).toEqual(withNobodys)
    expect(withTheirs.map(({ status }) => status)).toEqual(syncedMutations.map(() => 'applied'))

    expect(await rowsOf(victim)).toEqual(before)
    expect(await told(victim, theirs)).toBe(ofVictim)
    expect(await told(thief, theirs)).toBe(await told(other, nobodys))
    expect(await told(thief, theirs)).not.toContain('Secret')
  })

  test('that change rows without having made them find nothing', async () => {
    const victim = await newPerson('Victim')
    const theirs = newRowIds()
    await push(victim, whole(theirs))
    const before = await rowsOf(victim)
    const thief = await newPerson('Thief')
    const changing = whole(theirs).filter(
      ({ name }) => !/create|start|add|put|make|import|editProfile|setUp|follow|override|decide|skip|bring/i.test(name),
    )
    expect(changing.length).toBeGreaterThan(15)
    for (const { status } of await push(thief, changing)) expect(status).toBe('applied')
    expect(await rowsOf(victim)).toEqual(before)
    expect((await rowsOf(thief)).slice(1).flat()).toEqual([])
  })
})
