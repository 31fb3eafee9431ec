import { describe, expect, it } from 'vitest'
import { newId } from '../../shared/id.ts'
import { testServer } from '../testing/postgres-server.ts'
import { createWriter, pullOf, pushOf } from '../testing/pushes.ts'
import { failLate, failLog, forgotten, labelDay, putMark, putSetting } from '../testing/world.ts'

const stage = testServer()

function mark(id: string, sessionId: string, reps = 5) {
  return { id, sessionId, reps, load: 22_500 }
}

describe('poison', () => {
  it('goes on behind poison: refused, set aside, unknown and broken mutations each take their seq', async () => {
    const athlete = newId()
    const phone = createWriter(athlete)
    const good = (id: string) => phone.write(putMark, mark(id, 's'))
    const out = await stage.server.push(
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
    const pulled = await stage.server.pull({ id: athlete }, pullOf(phone))
    expect(pulled.rows.map(({ id }) => id)).toEqual(['m'])
    const aside = await stage.db.admin`select name, args from sync_quarantine where space_id = ${athlete} order by seq`
    expect(aside.map((row) => [row.name, JSON.parse(row.args)])).toEqual([
      ['test.failLog', { id: 'x3', note: 'felt heavy' }],
      ['test.forgotten', { id: 'x4' }],
      ['test.putMark', { id: 'x5' }],
    ])
  })

  it('sets aside the one mutation whose value no database can store, and applies the others', async () => {
    const athlete = newId()
    const phone = createWriter(athlete)
    const out = await stage.server.push(
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
    const [kept] = await stage.db.admin`select args from sync_quarantine where space_id = ${athlete} order by seq`
    expect(JSON.parse(kept?.args)).toEqual({ id: 'b', value: 'nul \u0000 inside' })
  })
})

describe('a database that goes away', () => {
  it('costs a push nothing but another attempt: each set is there once, and the pool serves on', async () => {
    const athletes = Array.from({ length: 6 }, newId)
    const killer = (async () => {
      for (let round = 0; round < 12; round++) {
        await stage.db.admin`select pg_terminate_backend(pid) from pg_stat_activity
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
            isDone = await stage.server.push({ id: athlete }, input).then(
              () => true,
              () => ++failures < 0,
            )
          }
        }
      }),
    )
    await killer
    for (const athlete of athletes) {
      const { rows } = await stage.server.pull({ id: athlete }, pullOf({ deviceId: newId(), space: athlete }))
      expect(rows.map(({ data }) => data?.times)).toEqual(Array.from({ length: 15 }, () => 1))
    }
    expect(failures).toBeGreaterThan(0)
  })
})
