import { beforeAll, describe, expect, it } from 'vitest'
import { withActor } from '../../server/db.ts'
import { newId } from '../../shared/id.ts'
import { openDatabase, type TestDatabase } from '../../test/database.ts'
import { createWriter, pullOf, pushOf } from '../testing/pushes.ts'
import { createTestTables, testTables } from '../testing/tables.ts'
import {
  editMark,
  failLate,
  failLog,
  forgotten,
  labelDay,
  putMark,
  putSession,
  putSetting,
  removeMark,
  restoreMark,
  serverMutations,
  setTarget,
  testCollections,
} from '../testing/world.ts'
import { createEngine, type SyncServer } from './engine.ts'
import { createPostgresStore } from './postgres-store.ts'
import { findQuarantined } from './quarantine.ts'
import type { Grant } from './steps.ts'
import { describeTables } from './synced-tables.ts'

let db: TestDatabase
let server: SyncServer
const grants = new Map<string, Grant>()
const poked: string[] = []

beforeAll(async () => {
  db = await openDatabase()
  await createTestTables(db)
  server = createEngine({
    store: createPostgresStore(db.app, describeTables(testCollections, testTables)),
    collections: testCollections,
    mutations: serverMutations,
    mayPush: async (principal, space) => grants.get(`${principal.id} ${space}`) ?? 'no',
    poke: (space) => poked.push(space),
    onFlush: (_, changes) => changes.map(({ row }) => ({ task: 'seen', payload: { id: row.id } })),
  })
})

function mark(id: string, sessionId: string, reps = 5) {
  return { id, sessionId, reps, load: 22_500 }
}

describe('a push', () => {
  it('stores a workout with its sets, marks its day dirty, asks for jobs and answers a pull with all of it', async () => {
    const athlete = newId()
    const phone = createWriter(athlete)
    const out = await server.push(
      { id: athlete },
      pushOf(
        phone,
        phone.write(putSession, { id: 's', title: 'Legs', day: 20_000 }),
        phone.write(putMark, mark('m1', 's')),
        phone.write(putMark, mark('m2', 's', 8)),
        phone.write(editMark, { id: 'm1', reps: 6 }, 2_000),
      ),
    )
    expect(out.lastSeq).toBe(4)
    expect(out.results.map(({ status }) => status)).toEqual(['applied', 'applied', 'applied', 'applied'])
    expect(poked).toContain(athlete)

    const pulled = await server.pull({ id: athlete }, pullOf(phone))
    expect(pulled).toMatchObject({ version: 1, lastSeq: 4, more: false })
    expect(pulled.rows.map(({ entity, id, data }) => [entity, id, data?.reps])).toEqual([
      ['test_mark', 'm1', 6],
      ['test_mark', 'm2', 8],
      ['test_session', 's', undefined],
    ])
    expect(pulled.rows[0]?.stamps.fields?.reps?.[0]).toBe(2_000)
    expect(await db.admin`select day, version from dirty_day where athlete_id = ${athlete}`).toMatchObject([
      { day: 20_000, version: 1 },
    ])
    expect(await db.admin`select count(*)::int as n from job_intent where athlete_id = ${athlete}`).toMatchObject([
      { n: 3 },
    ])
  })

  it('answers a repetition with the first answer and changes nothing', async () => {
    const athlete = newId()
    const phone = createWriter(athlete)
    const input = pushOf(
      phone,
      phone.write(putMark, mark('m', 's')),
      phone.write(failLate, { id: 'x', sessionId: 's', how: 'rejected' }),
    )
    const first = await server.push({ id: athlete }, input)
    expect(first.results[1]).toEqual({
      seq: 2,
      status: 'rejected',
      code: 'conflict',
      message: 'The session is closed: open it again.',
    })
    const again = await Promise.all([1, 2, 3].map(() => server.push({ id: athlete }, input)))
    for (const answer of again) expect(answer.results).toEqual(first.results)
    const pulled = await server.pull({ id: athlete }, pullOf(phone))
    expect(pulled.version).toBe(1)
    expect(pulled.rows.map(({ id, data }) => [id, data?.times])).toEqual([['m', 1]])
  })

  it('merges what two phones push at the same moment, whichever lock is first', async () => {
    const athlete = newId()
    const writers = [createWriter(athlete), createWriter(athlete)]
    const [a, b] = writers
    if (!a || !b) return
    await server.push({ id: athlete }, pushOf(a, a.write(putMark, mark('m', 's'), 1)))
    for (let round = 1; round <= 20; round++) {
      await Promise.all([
        server.push({ id: athlete }, pushOf(a, a.write(editMark, { id: 'm', reps: round }, round * 10))),
        server.push({ id: athlete }, pushOf(b, b.write(editMark, { id: 'm', load: round }, round * 10))),
      ])
      const pulled = await server.pull({ id: athlete }, pullOf(a))
      expect(pulled.rows[0]?.data).toMatchObject({ reps: round, load: round })
    }
  })

  it('says which seq it expects after a gap, and applies nothing behind it', async () => {
    const athlete = newId()
    const phone = createWriter(athlete)
    const [first, , third] = [1, 2, 3].map((n) => phone.write(putMark, mark(`m${n}`, 's')))
    if (!first || !third) return
    const out = await server.push({ id: athlete }, pushOf(phone, first, third))
    expect(out).toMatchObject({ lastSeq: 1, expected: 2, results: [{ seq: 1, status: 'applied' }] })
  })

  it('notices a cloned phone, and another person behind the same device id', async () => {
    const athlete = newId()
    const phone = createWriter(athlete)
    await server.push({ id: athlete }, pushOf(phone, phone.write(putMark, mark('m', 's'))))
    const clone = createWriter(athlete, phone.deviceId)
    expect(await server.push({ id: athlete }, pushOf(clone, clone.write(putMark, mark('c', 's'))))).toMatchObject({
      fork: true,
    })

    const coach = newId()
    grants.set(`${coach} ${athlete}`, 'yes')
    const stranger = createWriter(athlete, phone.deviceId)
    expect(await server.push({ id: coach }, pushOf(stranger, stranger.write(putMark, mark('d', 's'))))).toMatchObject({
      fork: true,
    })
    expect((await server.pull({ id: athlete }, pullOf(phone))).rows.map(({ id }) => id)).toEqual(['m'])
  })

  it('takes what it has seen under another device id as known', async () => {
    const athlete = newId()
    const before = createWriter(athlete)
    const wire = before.write(putMark, mark('m', 's'))
    await server.push({ id: athlete }, pushOf(before, wire))
    const after = createWriter(athlete)
    after.write(putMark, mark('m', 's'))
    const out = await server.push(
      { id: athlete },
      pushOf(after, { ...wire, seq: 1 }, after.write(putMark, mark('n', 's'))),
    )
    expect(out.results.map(({ status }) => status)).toEqual(['noop', 'applied'])
    const { rows } = await server.pull({ id: athlete }, pullOf(after))
    expect(rows.map(({ id, data }) => [id, data?.times])).toEqual([
      ['m', 1],
      ['n', 1],
    ])
  })

  it('goes on behind poison: refused, set aside, unknown and broken mutations each take their seq', async () => {
    const athlete = newId()
    const phone = createWriter(athlete)
    const good = (id: string) => phone.write(putMark, mark(id, 's'))
    const out = await server.push(
      { id: athlete },
      pushOf(
        phone,
        phone.write(failLate, { id: 'x1', sessionId: 's', how: 'rejected' }),
        phone.write(failLate, { id: 'x2', sessionId: 's', how: 'bug' }),
        phone.write(failLog, { id: 'x3', note: 'felt heavy' }),
        phone.write(forgotten, { id: 'x4' }),
        { ...good('x5'), args: { id: 'x5' } },
        good('m'),
      ),
    )
    expect(out.results.map(({ status, code }) => [status, code])).toEqual([
      ['rejected', 'conflict'],
      ['rejected', 'bug'],
      ['quarantined', 'bad_input'],
      ['quarantined', 'unknown_mutation'],
      ['quarantined', 'bad_input'],
      ['applied', undefined],
    ])
    const pulled = await server.pull({ id: athlete }, pullOf(phone))
    expect(pulled.rows.map(({ id }) => id)).toEqual(['m'])
    const aside = await db.admin`select name, args from sync_quarantine where space_id = ${athlete} order by seq`
    expect(aside.map((row) => [row.name, JSON.parse(row.args)])).toEqual([
      ['test.failLog', { id: 'x3', note: 'felt heavy' }],
      ['test.forgotten', { id: 'x4' }],
      ['test.putMark', { id: 'x5' }],
    ])
  })

  it('sets aside the one mutation whose value no database can store, and applies the others', async () => {
    const athlete = newId()
    const phone = createWriter(athlete)
    const out = await server.push(
      { id: athlete },
      pushOf(
        phone,
        phone.write(putSetting, { id: 'a', value: 'kg' }),
        phone.write(putSetting, { id: 'b', value: 'nul \u0000 inside' }),
        phone.write(putMark, { ...mark('m', 's'), reps: 9_000_000_000 }),
        phone.write(labelDay, { day: 9_000_000_000, label: 'far' }),
        phone.write(putSetting, { id: 'c', value: 'lb' }),
      ),
    )
    expect(out.results.map(({ status, code }) => [status, code])).toEqual([
      ['applied', undefined],
      ['quarantined', 'not_storable'],
      ['quarantined', 'not_storable'],
      ['applied', undefined],
      ['applied', undefined],
    ])
    expect(out.lastSeq).toBe(5)
    const [kept] = await db.admin`select args from sync_quarantine where space_id = ${athlete} order by seq`
    expect(JSON.parse(kept?.args)).toEqual({ id: 'b', value: 'nul \u0000 inside' })
  })

  it('keeps edits and deletes of a row that arrives later, after a restore for one', async () => {
    const athlete = newId()
    const [maker, editor] = [createWriter(athlete), createWriter(athlete)]
    await server.push(
      { id: athlete },
      pushOf(editor, editor.write(editMark, { id: 'm', reps: 9 }, 2_000), editor.write(removeMark, { id: 'n' }, 2_000)),
    )
    expect((await server.pull({ id: athlete }, pullOf(maker))).rows).toEqual([])
    await server.push(
      { id: athlete },
      pushOf(maker, maker.write(putMark, mark('m', 's'), 1_000), maker.write(putMark, mark('n', 's'), 1_000)),
    )
    const { rows } = await server.pull({ id: athlete }, pullOf(maker))
    expect(rows.map(({ id, deleted, data }) => [id, deleted ?? false, data?.reps])).toEqual([
      ['m', false, 9],
      ['n', true, 5],
    ])
    expect(await db.admin`select 1 from sync_part where space_id = ${athlete}`).toHaveLength(0)
  })

  it('reads children whose parent an earlier mutation of the batch moved into the range', async () => {
    const athlete = newId()
    const phone = createWriter(athlete)
    await server.push(
      { id: athlete },
      pushOf(phone, phone.write(putSession, { id: 's', title: 'Pull', day: 1 }), phone.write(putMark, mark('m', 's'))),
    )
    const out = await server.push(
      { id: athlete },
      pushOf(
        phone,
        phone.write(putSession, { id: 's', title: 'Pull', day: 2 }, 2_000),
        phone.write(labelDay, { day: 2, label: 'moved' }, 2_000),
      ),
    )
    expect(out.results.map(({ status }) => status)).toEqual(['applied', 'applied'])
    const { rows } = await server.pull({ id: athlete }, pullOf(phone))
    expect(rows.find(({ id }) => id === 'm')?.data?.labels).toEqual(['moved'])
  })

  it('hides deleted rows from mutations, merges edits into them and shows them again after a restore', async () => {
    const athlete = newId()
    const phone = createWriter(athlete)
    await server.push(
      { id: athlete },
      pushOf(
        phone,
        phone.write(putMark, mark('m', 's'), 1),
        phone.write(removeMark, { id: 'm' }, 2),
        phone.write(editMark, { id: 'm', reps: 7 }, 3),
      ),
    )
    expect((await server.pull({ id: athlete }, pullOf(phone))).rows).toMatchObject([
      { deleted: true, data: { reps: 7 } },
    ])
    await server.push({ id: athlete }, pushOf(phone, phone.write(restoreMark, { id: 'm' }, 4)))
    const { rows } = await server.pull({ id: athlete }, pullOf(phone))
    expect(rows[0]?.deleted).toBeUndefined()
    expect(rows[0]?.data).toMatchObject({ reps: 7 })
  })
})

describe('a database that goes away', () => {
  it('costs a push nothing but another attempt: each set is there once, and the pool serves on', async () => {
    const athletes = Array.from({ length: 6 }, newId)
    const killer = (async () => {
      for (let round = 0; round < 12; round++) {
        await db.admin`select pg_terminate_backend(pid) from pg_stat_activity
          where usename = 'spotter_app' and datname = current_database()
            and state in ('active', 'idle in transaction') and query not like '%pg_catalog.pg_type%'`
        await new Promise((done) => setTimeout(done, 5))
      }
    })()
    let failures = 0
    await Promise.all(
      athletes.map(async (athlete) => {
        const phone = createWriter(athlete)
        for (let n = 0; n < 15; n++) {
          const input = pushOf(phone, phone.write(putMark, mark(`m${n}`, 's')))
          for (let isDone = false; !isDone; ) {
            isDone = await server.push({ id: athlete }, input).then(
              () => true,
              () => ++failures < 0,
            )
          }
        }
      }),
    )
    await killer
    for (const athlete of athletes) {
      const { rows } = await server.pull({ id: athlete }, pullOf({ deviceId: newId(), space: athlete }))
      expect(rows.map(({ data }) => data?.times)).toEqual(Array.from({ length: 15 }, () => 1))
    }
    expect(failures).toBeGreaterThan(0)
  })
})

describe('access', () => {
  it('lets a desk write into three athletes’ spaces from one device; what comes after a revocation is kept aside', async () => {
    const desk = newId()
    const deviceId = newId()
    const athletes = [newId(), newId(), newId()]
    for (const athlete of athletes) grants.set(`${desk} ${athlete}`, 'yes')
    const writers = athletes.map((athlete) => createWriter(athlete, deviceId))
    const pushAll = (id: string) =>
      Promise.all(
        writers.map((writer) => server.push({ id: desk }, pushOf(writer, writer.write(putMark, mark(id, 's'))))),
      )

    const before = await pushAll('m1')
    expect(before.map(({ results }) => results[0]?.status)).toEqual(['applied', 'applied', 'applied'])
    grants.set(`${desk} ${athletes[1]}`, 'ended')
    const after = await pushAll('m2')
    expect(after.map(({ results }) => [results[0]?.status, results[0]?.code])).toEqual([
      ['applied', undefined],
      ['quarantined', 'grant_ended'],
      ['applied', undefined],
    ])
    for (const [i, athlete] of athletes.entries()) {
      const { rows, lastSeq } = await server.pull({ id: athlete }, pullOf({ deviceId, space: athlete }))
      expect(rows.map(({ id }) => id)).toEqual(i === 1 ? ['m1'] : ['m1', 'm2'])
      expect(lastSeq).toBe(2)
    }
    const revoked = athletes[1] ?? ''
    const seenBy = (userId: string, wanted: Parameters<typeof findQuarantined>[1]) =>
      withActor({ userId, sessionId: null }, [userId], (tx) => findQuarantined(tx, wanted), { sql: db.app })
    const aside = { principal: desk, name: 'test.putMark', args: mark('m2', 's'), code: 'grant_ended' }
    expect(await seenBy(revoked, { space: revoked })).toMatchObject([aside])
    expect(await seenBy(desk, { sentBy: desk })).toMatchObject([aside])
    expect(await seenBy(athletes[0] ?? '', { space: revoked })).toEqual([])
  })

  it('answers a stranger as if the space did not exist', async () => {
    const athlete = newId()
    const stranger = createWriter(athlete)
    const who = { id: newId() }
    await expect(server.push(who, pushOf(stranger, stranger.write(putMark, mark('m', 's'))))).rejects.toThrow(
      'no such log',
    )
    await expect(server.pull(who, pullOf(stranger))).rejects.toThrow('no such log')
    await expect(
      server.boot(who, { protocol: 1, deviceId: stranger.deviceId, space: athlete, part: 'now' }),
    ).rejects.toThrow('no such log')
  })

  it('refuses a write that does not go through the engine, and shows nothing to who has no subjects', async () => {
    const athlete = newId()
    const phone = createWriter(athlete)
    await server.push({ id: athlete }, pushOf(phone, phone.write(putMark, mark('m', 's'))))
    await expect(db.admin`update test_mark set reps = 1 where athlete_id = ${athlete}`).rejects.toThrow(
      'write it through withSpace',
    )
    await expect(db.admin`delete from test_mark where athlete_id = ${athlete}`).rejects.toThrow(
      'write it through withSpace',
    )
    for (const table of [
      'test_mark',
      'sync_row',
      'sync_receipt',
      'sync_space',
      'sync_device',
      'dirty_day',
      'sync_epoch',
    ]) {
      expect(await db.app.unsafe(`select 1 from ${table}`), table).toHaveLength(0)
    }
  })
})

describe('pull', () => {
  it('goes through a version larger than a page without leaving a row out, and ends behind it', async () => {
    const athlete = newId()
    const phone = createWriter(athlete)
    const ids = Array.from({ length: 7 }, (_, i) => `m${i}`)
    await server.push({ id: athlete }, pushOf(phone, ...ids.map((id) => phone.write(putMark, mark(id, 's')))))
    const seen: string[] = []
    let cursor = null as Parameters<typeof server.pull>[1]['cursor']
    for (let pages = 0; pages < 10; pages++) {
      const page = await server.pull({ id: athlete }, pullOf(phone, { cursor, limit: 2 }))
      seen.push(...page.rows.map(({ id }) => id))
      cursor = page.cursor
      if (!page.more) break
    }
    expect(seen).toEqual(ids)
    expect(cursor).toEqual([1, '~', '~'])
  })

  it('asks for a reset after a restore: another epoch, or a version behind the cursor', async () => {
    const athlete = newId()
    const phone = createWriter(athlete)
    const { epoch } = await server.pull({ id: athlete }, pullOf(phone))
    expect(await server.pull({ id: athlete }, pullOf(phone, { epoch, cursor: [0, '~', '~'] }))).not.toHaveProperty(
      'reset',
    )
    expect(await server.pull({ id: athlete }, pullOf(phone, { epoch, cursor: [5, '~', '~'] }))).toHaveProperty(
      'reset',
      true,
    )
    expect(await server.pull({ id: athlete }, pullOf(phone, { epoch: newId() }))).toHaveProperty('reset', true)
  })
})

describe('bootstrap', () => {
  it('cuts everything into parts without leaving out a day, children with their parent', async () => {
    const athlete = newId()
    const phone = createWriter(athlete)
    const today = Math.floor(Date.now() / 86_400_000)
    const days = [
      today + 1,
      today,
      today - 27,
      today - 28,
      today - 29,
      today - 100,
      today - 340,
      today - 400,
      today - 800,
    ]
    const wires = days.flatMap((day) => [
      phone.write(putSession, { id: `s${day}`, title: '', day }),
      phone.write(putMark, mark(`m${day}`, `s${day}`)),
    ])
    wires.push(
      phone.write(putSetting, { id: 'unit', value: 'kg' }),
      phone.write(setTarget, { id: `s${today}`, target: 5 }),
    )
    await server.push({ id: athlete }, pushOf(phone, ...wires))
    const bootPart = (part: string) =>
      server.boot({ id: athlete }, { protocol: 1, deviceId: phone.deviceId, space: athlete, part })
    const now = await bootPart('now')
    const recent = await bootPart('recent')
    const older = await Promise.all((now.months ?? []).map(bootPart))
    const ids = [now, recent, ...older].flatMap(({ rows }) => rows.map(({ id }) => id))
    expect(ids.toSorted()).toEqual(['unit', ...days.flatMap((day) => [`s${day}`, `m${day}`])].toSorted())
    expect(now.rows.map(({ id }) => id)).toContain(`m${today - 28}`)
    expect(recent.rows.map(({ id }) => id)).toContain(`m${today - 100}`)
    expect(now.months).toEqual([...(now.months ?? [])].sort().reverse())
    expect(older.flatMap(({ rows }) => rows)).toHaveLength(4)
  })
})
