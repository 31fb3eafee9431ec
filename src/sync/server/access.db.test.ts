import { describe, expect, it } from 'vitest'
import { withActor } from '../../server/db.ts'
import { newId } from '../../shared/id.ts'
import { testServer } from '../testing/postgres-server.ts'
import { createWriter, pullOf, pushOf } from '../testing/pushes.ts'
import { putMark } from '../testing/world.ts'
import { findQuarantined } from './quarantine.ts'

const stage = testServer()

function mark(id: string, sessionId: string, reps = 5) {
  return { id, sessionId, reps, load: 22_500 }
}

describe('access', () => {
  it('lets a desk write into three athletes’ spaces from one device; what comes after a revocation is kept aside', async () => {
    const desk = newId()
    const deviceId = newId()
    const athletes = [newId(), newId(), newId()]
    for (const athlete of athletes) stage.grant(desk, athlete, 'yes')
    const writers = athletes.map((athlete) => createWriter(athlete, deviceId))
    const pushAll = (id: string) =>
      Promise.all(
        writers.map((writer) => stage.server.push({ id: desk }, pushOf(writer, writer.write(putMark, mark(id, 's'))))),
      )

    const before = await pushAll('m1')
    expect(before.map(({ results }) => results[0]?.status)).toEqual(['applied', 'applied', 'applied'])
    stage.grant(desk, athletes[1] ?? '', 'ended')
    const after = await pushAll('m2')
    expect(after.map(({ results }) => [results[0]?.status, results[0]?.code])).toEqual([
      ['applied', undefined],
      ['quarantined', 'grant_ended'],
      ['applied', undefined],
    ])
    for (const [i, athlete] of athletes.entries()) {
      const { rows, lastSeq } = await stage.server.pull({ id: athlete }, pullOf({ deviceId, space: athlete }))
      expect(rows.map(({ id }) => id)).toEqual(i === 1 ? ['m1'] : ['m1', 'm2'])
      expect(lastSeq).toBe(2)
    }
    const revoked = athletes[1] ?? ''
    const seenBy = (userId: string, wanted: Parameters<typeof findQuarantined>[1]) =>
      withActor({ userId, sessionId: null }, [userId], (tx) => findQuarantined(tx, wanted), { sql: stage.db.app })
    const aside = { principal: desk, name: 'test.putMark', args: mark('m2', 's'), code: 'grant_ended' }
    expect(await seenBy(revoked, { space: revoked })).toMatchObject([aside])
    expect(await seenBy(desk, { sentBy: desk })).toMatchObject([aside])
    expect(await seenBy(athletes[0] ?? '', { space: revoked })).toEqual([])
  })

  it('answers a stranger as if the space did not exist', async () => {
    const athlete = newId()
    const stranger = createWriter(athlete)
    const who = { id: newId() }
    await expect(stage.server.push(who, pushOf(stranger, stranger.write(putMark, mark('m', 's'))))).rejects.toThrow(
      'no such log',
    )
    await expect(stage.server.pull(who, pullOf(stranger))).rejects.toThrow('no such log')
    await expect(
      stage.server.boot(who, { protocol: 1, deviceId: stranger.deviceId, space: athlete, part: 'now' }),
    ).rejects.toThrow('no such log')
  })

  it('tells a stranger who names a phone of the athlete’s, with its seq and mid, nothing of that phone', async () => {
    const athlete = newId()
    const phone = createWriter(athlete)
    const sent = pushOf(phone, phone.write(putMark, mark('m', 's')))
    await stage.server.push({ id: athlete }, sent)
    const said = (error: unknown) => error
    const ofAthlete = await stage.server.push({ id: newId() }, sent).catch(said)
    const ofNobody = await stage.server.push({ id: newId() }, { ...sent, space: newId() }).catch(said)
    expect(ofAthlete).toEqual(ofNobody)
    expect(ofAthlete).toMatchObject({ code: 'not_found' })
  })

  it('refuses a write that does not go through the engine, and shows nothing to who has no subjects', async () => {
    const athlete = newId()
    const phone = createWriter(athlete)
    await stage.server.push({ id: athlete }, pushOf(phone, phone.write(putMark, mark('m', 's'))))
    await expect(stage.db.admin`update test_mark set reps = 1 where athlete_id = ${athlete}`).rejects.toThrow(
      'write it through withSpace',
    )
    await expect(stage.db.admin`delete from test_mark where athlete_id = ${athlete}`).rejects.toThrow(
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
      expect(await stage.db.app.unsafe(`select 1 from ${table}`), table).toHaveLength(0)
    }
  })
})
