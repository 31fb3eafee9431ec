import { beforeAll, describe, expect, it } from 'vitest'
import { withActor } from '../../server/db.ts'
import { withRequestId } from '../../server/log.ts'
import { newId } from '../../shared/id.ts'
import { openDatabase, type TestDatabase } from '../../test/database.ts'
import { createWriter, pullOf, pushOf } from '../testing/pushes.ts'
import { createTestTables, testTables } from '../testing/tables.ts'
import {
  editMark,
  marks,
  putMark,
  putSession,
  removeMark,
  serverMutations,
  sessions,
  testCollections,
} from '../testing/world.ts'
import { findAgedSpaces, forgetAged, renewEpoch } from './maintenance.ts'
import { createPoker, POKE_CHANNEL, readPoke } from './poke.ts'
import { withSpace } from './space.ts'
import { createSyncServer } from './sync-server.ts'
import { describeTables } from './synced-tables.ts'

const DAY_MS = 86_400_000
let db: TestDatabase
let server: ReturnType<typeof createSyncServer>

beforeAll(async () => {
  db = await openDatabase()
  await createTestTables(db)
  server = createSyncServer({
    sql: db.app,
    collections: testCollections,
    tables: testTables,
    mutations: serverMutations,
    mayPush: async () => 'no',
  })
})

function asAthlete<T>(athlete: string, fn: Parameters<typeof withActor<T>>[2]): Promise<T> {
  return withActor({ userId: athlete, sessionId: null }, [athlete], fn, { sql: db.app })
}

const mark = (id: string, sessionId = 's') => ({ id, sessionId, reps: 5, load: null })

describe('withSpace', () => {
  it('writes like one more device: versioned, pulled, merged with what phones wrote', async () => {
    const athlete = newId()
    const phone = createWriter(athlete)
    await server.push(
      { id: athlete },
      pushOf(phone, phone.write(putSession, { id: 's', title: 'Legs', day: 20_000 }), phone.write(putMark, mark('m'))),
    )
    await asAthlete(athlete, (tx) =>
      withSpace(tx, athlete, async (space) => {
        await space.patch(sessions, 's', { target: 5 })
        for (const found of await space.find(marks, 'sessionId', 's'))
          await space.patch(marks, found.id, { labels: ['planned'] })
        expect(await space.get(sessions, 's')).toMatchObject({ title: 'Legs', target: 5 })
      }),
    )
    await server.push({ id: athlete }, pushOf(phone, phone.write(editMark, { id: 'm', reps: 8 })))
    const { rows, version } = await server.pull({ id: athlete }, pullOf(phone))
    expect(version).toBe(3)
    expect(rows.map(({ data }) => data)).toMatchObject([
      { title: 'Legs', target: 5 },
      { reps: 8, labels: ['planned'] },
    ])
  })

  it('stores nothing when the caller’s transaction fails, and refuses a space that is not approved', async () => {
    const athlete = newId()
    const failing = asAthlete(athlete, async (tx) => {
      await withSpace(tx, athlete, (space) => space.put(sessions, { id: 's', title: '', day: 1, target: null }))
      throw new Error('the audit row could not be written')
    })
    await expect(failing).rejects.toThrow('audit row')
    expect((await server.pull({ id: athlete }, pullOf(createWriter(athlete)))).rows).toEqual([])
    const other = newId()
    const foreign = asAthlete(athlete, (tx) =>
      withSpace(tx, other, (space) => space.put(sessions, { id: 's', title: '', day: 1, target: null })),
    )
    await expect(foreign).rejects.toThrow('row-level security')
  })
})

/** What is heard about these athletes: the channel is everybody's, and a poke of an earlier test may still be on its way. */
async function hearPokes(athletes: readonly string[]) {
  const heard: [space: string, requestId: string | null][][] = []
  const { unlisten } = await db.jobs.listen(POKE_CHANNEL, (payload) => {
    const own = [...readPoke(payload)].filter(([space]) => athletes.includes(space))
    if (own.length > 0) heard.push(own)
  })
  return { heard, unlisten }
}

describe('pokes', () => {
  it('name each space that was pushed into, once', async () => {
    const athletes = Array.from({ length: 8 }, newId)
    const { heard, unlisten } = await hearPokes(athletes)
    await Promise.all(
      athletes.map((athlete) => {
        const phone = createWriter(athlete)
        return server.push({ id: athlete }, pushOf(phone, phone.write(putMark, mark('m'))))
      }),
    )
    const spaces = () => heard.flat().map(([space]) => space)
    await expect.poll(() => spaces().toSorted()).toEqual(athletes.toSorted())
    await unlisten()
  })

  it('travel together: many of one moment are one notification, that names each space once', async () => {
    const athletes = Array.from({ length: 8 }, newId)
    const { heard, unlisten } = await hearPokes(athletes)
    const poker = createPoker(db.app)
    for (const athlete of [...athletes, ...athletes]) poker.poke(athlete)
    await poker.stop()
    await expect.poll(() => heard).toEqual([athletes.map((athlete) => [athlete, null])])
    await unlisten()
  })

  it('carry the id of the request, for the log of what follows from it', async () => {
    const athlete = newId()
    const { heard, unlisten } = await hearPokes([athlete])
    const phone = createWriter(athlete)
    const push = () => server.push({ id: athlete }, pushOf(phone, phone.write(putMark, mark('m'))))
    await withRequestId('request-of-the-push', push)
    await expect.poll(() => heard).toEqual([[[athlete, 'request-of-the-push']]])
    await unlisten()
  })

  it('come after the commit of a server’s own write, and not at all when it was rolled back', async () => {
    const [failed, kept] = [newId(), newId()]
    const { heard, unlisten } = await hearPokes([failed, kept])
    const putSomething = (athlete: string, then: () => void) =>
      asAthlete(athlete, async (tx) => {
        await withSpace(tx, athlete, (space) => space.put(sessions, { id: 's', title: '', day: 1, target: null }))
        then()
      })
    const failing = putSomething(failed, () => {
      throw new Error('the audit row could not be written')
    })
    await expect(failing).rejects.toThrow('audit row')
    // Sent by the same poker, in its order: one that came for the failed write would have come before.
    await putSomething(kept, () => {})
    await expect.poll(() => heard.flat().map(([space]) => space)).toEqual([kept])
    await unlisten()
  })
})

describe('what time takes away', () => {
  it('forgets deleted data after 30 days with all that was in it, keeps the deletion, and drops tombstones after 180', async () => {
    const athlete = newId()
    const phone = createWriter(athlete)
    await server.push(
      { id: athlete },
      pushOf(
        phone,
        phone.write(putSession, { id: 's', title: '', day: 1 }),
        phone.write(putMark, mark('m')),
        phone.write(putMark, mark('kept', 'other')),
        phone.write(putMark, mark('gone', 'other')),
        phone.write(removeMark, { id: 'gone' }, 5_000),
      ),
    )
    await asAthlete(athlete, (tx) => withSpace(tx, athlete, (space) => space.delete(sessions, 's')))
    const tables = describeTables(testCollections, testTables)
    const forgetAt = (days: number) =>
      asAthlete(athlete, (tx) => forgetAged(tx, tables, athlete, Date.now() + days * DAY_MS))

    await forgetAt(29)
    expect(await db.admin`select id from test_mark where athlete_id = ${athlete} order by id`).toHaveLength(3)
    const jobs = await db.jobs.reserve()
    expect(await findAgedSpaces(jobs, Date.now() + 31 * DAY_MS, 1_000)).toContain(athlete)
    jobs.release()

    await forgetAt(31)
    expect(await db.admin`select id from test_mark where athlete_id = ${athlete}`).toMatchObject([{ id: 'kept' }])
    const { rows } = await server.pull({ id: athlete }, pullOf(phone))
    expect(rows.map(({ id, deleted, data }) => [id, deleted ?? false, data === undefined])).toEqual([
      ['gone', true, true],
      ['kept', false, false],
      ['s', true, true],
      ['m', true, true],
    ])

    await server.push({ id: athlete }, pushOf(phone, phone.write(editMark, { id: 'gone', reps: 9 }, 6_000)))
    expect(await db.admin`select id from test_mark where athlete_id = ${athlete}`).toMatchObject([{ id: 'kept' }])
    const late = createWriter(athlete)
    await server.push({ id: athlete }, pushOf(late, late.write(putMark, mark('gone', 'other'), 1)))
    expect(await db.admin`select deleted from test_mark where athlete_id = ${athlete} and id = 'gone'`).toEqual([
      { deleted: true },
    ])

    await forgetAt(400)
    await forgetAt(800)
    const stale = pullOf(phone, { cursor: [0, '', ''] })
    expect(await server.pull({ id: athlete }, stale)).toHaveProperty('reset', true)
    expect(await db.admin`select 1 from sync_receipt where space_id = ${athlete}`).toHaveLength(0)
    // Whose seq 1 was, nobody knows any more: the phone must not believe that its mutation is here.
    const repeated = await server.push({ id: athlete }, pushOf(phone, { ...phone.write(putMark, mark('x')), seq: 1 }))
    expect(repeated).toMatchObject({ fork: true, results: [] })
  })

  it('knows a mutation by its last repetition when its first receipt is gone', async () => {
    const athlete = newId()
    const [first, second, third] = [createWriter(athlete), createWriter(athlete), createWriter(athlete)]
    const written = first.write(putMark, mark('m'))
    await server.push({ id: athlete }, pushOf(first, written))
    await server.push({ id: athlete }, pushOf(second, written))
    await db.admin`update sync_receipt set received_at = received_at - ${50 * DAY_MS}
      where space_id = ${athlete} and device_id = ${first.deviceId}`
    const tables = describeTables(testCollections, testTables)
    await asAthlete(athlete, (tx) => forgetAged(tx, tables, athlete, Date.now()))
    expect(await db.admin`select status from sync_receipt where space_id = ${athlete}`).toEqual([{ status: 'noop' }])
    expect(await server.push({ id: athlete }, pushOf(third, written))).toMatchObject({ results: [{ status: 'noop' }] })
  })

  it('renews the epoch after a restore, and every phone is told to start over', async () => {
    const athlete = newId()
    const phone = createWriter(athlete)
    const { epoch } = await server.pull({ id: athlete }, pullOf(phone))
    const jobs = await db.jobs.reserve()
    await renewEpoch(jobs)
    jobs.release()
    expect(await server.pull({ id: athlete }, pullOf(phone, { epoch }))).toHaveProperty('reset', true)
  })
})
