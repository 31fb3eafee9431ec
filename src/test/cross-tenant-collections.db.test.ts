/**
 * Every synced collection there is: rows of one person, asked for and written over by another with their ids, through
 * every way in. Each answers as for rows of nobody, and nothing of theirs changes. A new collection fails this file until
 * it has a row here.
 */

import { beforeAll, describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { mayPushTraining, sharedDomains } from '../modules/coaching/service/access.ts'
import { templateEquipment } from '../modules/gyms/rules/place-templates.ts'
import { defaultProfile } from '../modules/users/model.ts'
import { pool, withActor } from '../server/db.ts'
import { isAppError } from '../shared/errors.ts'
import { newId } from '../shared/id.ts'
import { type Collection, defineMutation, type Mutation, type Row } from '../sync/mutation.ts'
import { createEngine, type SyncServer } from '../sync/server/engine.ts'
import { createPostgresStore } from '../sync/server/postgres-store.ts'
import { withSpace } from '../sync/server/space.ts'
import { describeTables } from '../sync/server/synced-tables.ts'
import { PROTOCOL, SCHEMA_V } from '../sync/wire.ts'
import { syncedCollections, syncedTables } from '../wiring/sync-server.ts'
import type { TestDatabase } from './database.ts'
import { newPerson, openServices, type Person } from './people.ts'

const WORDS = 'for the eyes of its owner'
const DAY_MS = 86_400_000
const today = Math.floor(Date.now() / DAY_MS)
/** One of each part of the bootstrap. */
const DAYS = { now: today, recent: today - 60, older: today - 500 }
type When = keyof typeof DAYS

const figures = {
  kind: 'normal',
  loadMode: 'external',
  loadG: 100_000,
  enteredLoad: '100',
  enteredUnit: 'kg',
  reps: 5,
  rir2: null,
  durationMs: null,
  distanceM: null,
  enteredDistance: null,
  distanceUnit: null,
}
const exercise = {
  equipment: 'other',
  pattern: 'carry',
  measure: 'load_reps',
  loadMode: 'external',
  laterality: 'bilateral',
  implements: 1,
}
const workout = { state: 'done', zone: 'UTC', endedAt: 2, activeMs: 1, bodyweightG: null, holder: null, source: 'app' }

/** A valid row of each collection, with the words in it. `of` gives the id of another row of the same moment. */
const ROWS: Record<string, (id: string, when: When, of: (entity: string) => string) => Row> = {
  profile: (id) => ({ ...defaultProfile(id), name: WORDS }),
  place: (id) => ({ id, name: WORDS, unit: 'kg', ...templateEquipment('home_kg').equipment, published: null }) as Row,
  exercise: (id) => ({
    ...{ id, name: WORDS, aliases: [], ...exercise, bodyweightFraction: null, muscles: {}, restS: 60, notes: WORDS },
  }),
  workout: (id, when) => ({
    ...{
      id,
      title: WORDS,
      ...workout,
      startedAt: DAYS[when] * DAY_MS,
      localDay: DAYS[when],
      notes: WORDS,
      batchId: null,
    },
  }),
  workout_exercise: (id, _when, of) => ({
    ...{
      id,
      workoutId: of('workout'),
      exerciseId: 'back-squat',
      position: 'a0',
      notes: WORDS,
      restS: null,
      superset: null,
    },
  }),
  logged_set: (id, _when, of) => ({
    ...{
      id,
      workoutId: of('workout'),
      entryId: of('workout_exercise'),
      position: 'a0',
      ...figures,
      doneAt: 1,
      notes: WORDS,
    },
  }),
  body_measurement: (id, when) => ({ id, kind: 'waist', value: 800, at: 1, localDay: DAYS[when] }) as Row,
  progress_photo: (id, when) => ({ id, pose: 'front', at: 1, localDay: DAYS[when] }) as Row,
  cardio_session: (id, _when, of) =>
    ({
      ...{ id, workoutId: of('workout'), gainM: 1, avgHr: 1, maxHr: 1 },
      ...{ splits: [1], mileSplits: [], parts: [], outline: [0, 0] },
      file: { id, name: WORDS, sha256: WORDS },
    }) as Row,
  training_break: (id, when) => ({ id, kind: 'holiday', fromDay: DAYS[when], toDay: DAYS[when] }) as Row,
  routine: (id) =>
    ({ id, title: WORDS, folderId: WORDS, position: 'a0', notes: WORDS, exercises: [], settledId: WORDS }) as Row,
  routine_folder: (id) => ({ id, title: WORDS, position: 'a0' }) as Row,
  shared_link: (id) =>
    ({
      ...{ id, kind: 'routine', ofId: WORDS, token: `${newId()}`, fromName: WORDS, createdAt: 1, revokedAt: null },
      document: { title: WORDS, notes: WORDS, localDay: null, activeMs: null, exercises: [], own: [] },
    }) as Row,
  program_assignment: (id) => ({ id, programId: WORDS, version: 1, startedAt: 1, leftAt: null }) as Row,
  program_override: (id, _when, of) =>
    ({
      ...{ id, assignmentId: of('program_assignment'), slot: WORDS, exerciseId: WORDS, setAt: 1 },
      ...{ loadG: 1, enteredLoad: '1', enteredUnit: 'kg', rules: [], rulesAt: 1 },
    }) as Row,
  program_decision: (id, _when, of) =>
    ({
      ...{ id, assignmentId: of('program_assignment'), sessionId: WORDS, slot: WORDS, verdict: 'kept' },
      ...{ loadG: 1, enteredLoad: '1', enteredUnit: 'kg' },
    }) as Row,
  planned_session: (id, when, of) =>
    ({
      ...{ id, assignmentId: of('program_assignment'), round: 0, day: WORDS, localDay: DAYS[when] },
      ...{ workoutId: of('workout'), skippedAt: null, exercises: [] },
    }) as Row,
  import_batch: (id) => ({ id, source: 'csv', fileName: WORDS, createdAt: 1, total: 1, state: 'done' }) as Row,
}

const collections = syncedCollections as unknown as readonly Collection[]
const names = collections.map(({ name }) => name)

/** What no module offers: any row whole, any field of it, and its deletion, by id alone. */
function anyWrite(collection: Collection): Mutation[] {
  const args = z.object({ id: z.string(), row: z.record(z.string(), z.unknown()) })
  const write = (what: string, run: Mutation<z.infer<typeof args>>['run']) =>
    defineMutation({
      ...{ name: `${what}.${collection.name}`, v: 1, args, run },
      reads: ({ id }) => [{ from: collection, id }],
    }) as unknown as Mutation
  return [
    write('put', (tx, { id, row }) => tx.put(collection, { ...row, id })),
    write('patch', (tx, { id, row }) => tx.patch(collection, id, row)),
    write('delete', (tx, { id }) => tx.delete(collection, id)),
  ]
}

let db: TestDatabase
let engine: SyncServer
let victim: Person
let stranger: Person
/** The victim's rows by collection and moment. */
const theirs = new Map<string, Row>()
const key = (entity: string, when: When) => `${entity} ${when}`
const rowOf = (entity: string, when: When = 'now') => theirs.get(key(entity, when)) as Row

beforeAll(async () => {
  db = await openServices()
  victim = await newPerson('Victim')
  stranger = await newPerson('Stranger')
  const asActor = ({ id }: { id: string }) => ({ userId: id, sessionId: null })
  engine = createEngine({
    store: createPostgresStore(pool(), describeTables(collections, syncedTables)),
    collections,
    mutations: collections.flatMap(anyWrite),
    mayPush: (principal, space, tx) => mayPushTraining(asActor(principal), space, tx),
    shared: (principal, space) => sharedDomains(asActor(principal), space),
  })
  for (const when of Object.keys(DAYS) as When[]) {
    const ids = new Map(names.map((name) => [name, newId()]))
    const of = (entity: string) => ids.get(entity) ?? ''
    for (const name of names) theirs.set(key(name, when), ROWS[name]?.(of(name), when, of) as Row)
  }
  await withActor(victim, [victim.userId], (tx) =>
    withSpace(tx, victim.userId, async (space) => {
      for (const collection of collections)
        for (const when of Object.keys(DAYS) as When[]) await space.put(collection, rowOf(collection.name, when))
    }),
  )
})

const head = (space: string) => ({ protocol: PROTOCOL, schemaV: SCHEMA_V, build: 'test', deviceId: newId(), space })

async function answerOf(asking: Promise<object>): Promise<Record<string, unknown>> {
  return asking.then(
    (answer) => ({ ...answer, serverNow: 0, epoch: '' }),
    (error: unknown) => {
      if (!isAppError(error)) throw error
      return { code: error.code, message: error.message }
    },
  )
}

function push(who: Person, space: string, name: string, args: unknown) {
  const mutation = { seq: 1, mid: newId(), name, v: 1, args, at: Date.now() }
  return answerOf(engine.push({ id: who.userId }, { ...head(space), clientNow: Date.now(), mutations: [mutation] }))
}

const month = new Date(DAYS.older * DAY_MS).toISOString().slice(0, 7)

/** Everything that a space says of itself over the wire. */
async function wholeSpace(who: Person, space: string): Promise<unknown[]> {
  const principal = { id: who.userId }
  const parts = ['now', 'recent', month].map((part) => answerOf(engine.boot(principal, { ...head(space), part })))
  const pulled = engine.pull(principal, { ...head(space), epoch: null, cursor: null, limit: 2_000 })
  return Promise.all([...parts, answerOf(pulled)])
}

const everythingOfVictim = () =>
  Promise.all([
    ...Object.keys(syncedTables).map(
      (table) => db.admin`select * from ${db.admin(table)} where athlete_id = ${victim.userId} order by id`,
    ),
    db.admin`select * from sync_row where space_id = ${victim.userId} order by entity, id`,
    ...['sync_space', 'sync_part', 'sync_receipt', 'sync_device', 'sync_quarantine'].map(
      (table) => db.admin`select * from ${db.admin(table)} where space_id = ${victim.userId}`,
    ),
  ])

test('every synced collection has a row in this file, and none that is gone', () => {
  expect(Object.keys(ROWS).sort()).toEqual([...names].sort())
})

test('the rows are there: their owner finds every one of them in both ways that a phone has', async () => {
  const [now, recent, older, pulled] = (await wholeSpace(victim, victim.userId)).map((part) => JSON.stringify(part))
  for (const name of names) {
    for (const when of Object.keys(DAYS) as When[]) {
      expect(pulled, `pull of ${name}`).toContain(rowOf(name, when).id)
      expect(`${now}${recent}${older}`, `boot of ${name}`).toContain(rowOf(name, when).id)
    }
  }
})

test('a stranger’s pull and boot of all that is there answer as for a log of nobody', async () => {
  expect(await wholeSpace(stranger, victim.userId)).toEqual(await wholeSpace(stranger, newId()))
})

describe.each(collections.map((collection) => [collection.name, collection] as const))('%s', (name, collection) => {
  test.each(['put', 'patch', 'delete'])(
    '%s with another’s id in another’s log answers as in nobody’s',
    async (what) => {
      const before = await everythingOfVictim()
      const args = { id: rowOf(name).id, row: rowOf(name) }
      const answer = await push(stranger, victim.userId, `${what}.${name}`, args)
      expect(answer).toEqual(await push(stranger, newId(), `${what}.${name}`, args))
      expect(await everythingOfVictim()).toEqual(before)
    },
  )

  test.each(['patch', 'delete', 'put'])('%s with another’s id in the own log is about another row', async (what) => {
    const before = await everythingOfVictim()
    const own = ROWS[name]?.(rowOf(name).id, 'now', (entity) => rowOf(entity).id)
    const row = JSON.parse(JSON.stringify(own).replaceAll(WORDS, 'mine'))
    const answer = await push(stranger, stranger.userId, `${what}.${name}`, { id: rowOf(name).id, row })
    const unknown = newId()
    expect(answer).toEqual(
      await push(stranger, stranger.userId, `${what}.${name}`, { id: unknown, row: { ...row, id: unknown } }),
    )
    expect(answer).toMatchObject({ results: [{ status: 'applied' }] })
    expect(await everythingOfVictim()).toEqual(before)
    expect(JSON.stringify(await wholeSpace(stranger, stranger.userId))).not.toContain(WORDS)
  })

  test('is not found in the own log by any id or index of another’s rows', async () => {
    await withActor(stranger, [stranger.userId], (tx) =>
      withSpace(tx, stranger.userId, async (space) => {
        for (const when of ['recent', 'older'] as const) {
          const row = rowOf(name, when) as Row & Record<string, string | number>
          expect(await space.get(collection, row.id)).toBeUndefined()
          for (const index of collection.indexes.filter((field) => typeof row[field] === 'string')) {
            const found = await space.find(collection, index as 'id', row[index] as string)
            expect(JSON.stringify(found)).not.toContain(WORDS)
          }
        }
      }),
    )
  })

  test('is not found in its table by whoever may see only their own', async () => {
    const rows = await withActor(
      stranger,
      [stranger.userId],
      (tx) => tx`select * from ${tx(name)} where athlete_id = ${victim.userId} or id = ${rowOf(name, 'recent').id}`,
    )
    expect([...rows]).toEqual([])
    const opened = withActor(stranger, [stranger.userId], (tx) =>
      withSpace(tx, victim.userId, (space) => space.get(collection, rowOf(name).id)),
    )
    await expect(opened).rejects.toThrow()
  })
})
