import { describe, expect, it } from 'vitest'
import { newId } from '../../shared/id.ts'
import { testServer } from '../testing/postgres-server.ts'
import { createWriter, pullOf, pushOf } from '../testing/pushes.ts'
import { editMark, failLate, labelDay, putMark, putSession, removeMark, restoreMark } from '../testing/world.ts'

const stage = testServer()

function mark(id: string, sessionId: string, reps = 5) {
  return { id, sessionId, reps, load: 22_500 }
}

describe('a push', () => {
  it('stores a workout with its sets, marks its day dirty, asks for jobs and answers a pull with all of it', async () => {
    const athlete = newId()
    const phone = createWriter(athlete)
    const out = await stage.server.push(
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
    expect(stage.poked).toContain(athlete)

    const pulled = await stage.server.pull({ id: athlete }, pullOf(phone))
    expect(pulled).toMatchObject({ version: 1, lastSeq: 4, more: false })
    expect(pulled.rows.map(({ entity, id, data }) => [entity, id, data?.reps])).toEqual([
      ['test_mark', 'm1', 6],
      ['test_mark', 'm2', 8],
      ['test_session', 's', undefined],
    ])
    expect(pulled.rows[0]?.stamps.fields?.reps?.[0]).toBe(2_000)
    expect(await stage.db.admin`select day, version from dirty_day where athlete_id = ${athlete}`).toMatchObject([
      { day: 20_000, version: 1 },
    ])
    expect(await stage.db.admin`select count(*)::int as n from job_intent where athlete_id = ${athlete}`).toMatchObject(
      [{ n: 3 }],
    )
  })

  it('answers a repetition with the first answer and changes nothing', async () => {
    const athlete = newId()
    const phone = createWriter(athlete)
    const input = pushOf(
      phone,
      phone.write(putMark, mark('m', 's')),
      phone.write(failLate, { id: 'x', sessionId: 's', how: 'rejected' }),
    )
    const first = await stage.server.push({ id: athlete }, input)
    expect(first.results[1]).toEqual({
      seq: 2,
      status: 'rejected',
      code: 'conflict',
      message: 'The session is closed: open it again.',
    })
    const again = await Promise.all([1, 2, 3].map(() => stage.server.push({ id: athlete }, input)))
    for (const answer of again) expect(answer.results).toEqual(first.results)
    const pulled = await stage.server.pull({ id: athlete }, pullOf(phone))
    expect(pulled.version).toBe(1)
    expect(pulled.rows.map(({ id, data }) => [id, data?.times])).toEqual([['m', 1]])
  })

  it('merges what two phones push at the same moment, whichever lock is first', async () => {
    const athlete = newId()
    const writers = [createWriter(athlete), createWriter(athlete)]
    const [a, b] = writers
    if (!a || !b) return
    await stage.server.push({ id: athlete }, pushOf(a, a.write(putMark, mark('m', 's'), 1)))
    for (let round = 1; round <= 20; round++) {
      await Promise.all([
        stage.server.push({ id: athlete }, pushOf(a, a.write(editMark, { id: 'm', reps: round }, round * 10))),
        stage.server.push({ id: athlete }, pushOf(b, b.write(editMark, { id: 'm', load: round }, round * 10))),
      ])
      const pulled = await stage.server.pull({ id: athlete }, pullOf(a))
      expect(pulled.rows[0]?.data).toMatchObject({ reps: round, load: round })
    }
  })

  it('says which seq it expects after a gap, and applies nothing behind it', async () => {
    const athlete = newId()
    const phone = createWriter(athlete)
    const [first, , third] = [1, 2, 3].map((n) => phone.write(putMark, mark(`m${n}`, 's')))
    if (!first || !third) return
    const out = await stage.server.push({ id: athlete }, pushOf(phone, first, third))
    expect(out).toMatchObject({ lastSeq: 1, expected: 2, results: [{ seq: 1, status: 'applied' }] })
  })

  it('notices a cloned phone, and another person behind the same device id', async () => {
    const athlete = newId()
    const phone = createWriter(athlete)
    await stage.server.push({ id: athlete }, pushOf(phone, phone.write(putMark, mark('m', 's'))))
    const clone = createWriter(athlete, phone.deviceId)
    expect(await stage.server.push({ id: athlete }, pushOf(clone, clone.write(putMark, mark('c', 's'))))).toMatchObject(
      {
        fork: true,
      },
    )

    const coach = newId()
    stage.grant(coach, athlete, 'yes')
    const stranger = createWriter(athlete, phone.deviceId)
    expect(
      await stage.server.push({ id: coach }, pushOf(stranger, stranger.write(putMark, mark('d', 's')))),
    ).toMatchObject({
      fork: true,
    })
    expect((await stage.server.pull({ id: athlete }, pullOf(phone))).rows.map(({ id }) => id)).toEqual(['m'])
  })

  it('takes what it has seen under another device id as known', async () => {
    const athlete = newId()
    const before = createWriter(athlete)
    const wire = before.write(putMark, mark('m', 's'))
    await stage.server.push({ id: athlete }, pushOf(before, wire))
    const after = createWriter(athlete)
    after.write(putMark, mark('m', 's'))
    const out = await stage.server.push(
      { id: athlete },
      pushOf(after, { ...wire, seq: 1 }, after.write(putMark, mark('n', 's'))),
    )
    expect(out.results.map(({ status }) => status)).toEqual(['noop', 'applied'])
    const { rows } = await stage.server.pull({ id: athlete }, pullOf(after))
    expect(rows.map(({ id, data }) => [id, data?.times])).toEqual([
      ['m', 1],
      ['n', 1],
    ])
  })

  it('keeps edits and deletes of a row that arrives later, after a restore for one', async () => {
    const athlete = newId()
    const [maker, editor] = [createWriter(athlete), createWriter(athlete)]
    await stage.server.push(
      { id: athlete },
      pushOf(editor, editor.write(editMark, { id: 'm', reps: 9 }, 2_000), editor.write(removeMark, { id: 'n' }, 2_000)),
    )
    expect((await stage.server.pull({ id: athlete }, pullOf(maker))).rows).toEqual([])
    await stage.server.push(
      { id: athlete },
      pushOf(maker, maker.write(putMark, mark('m', 's'), 1_000), maker.write(putMark, mark('n', 's'), 1_000)),
    )
    const { rows } = await stage.server.pull({ id: athlete }, pullOf(maker))
    expect(rows.map(({ id, deleted, data }) => [id, deleted ?? false, data?.reps])).toEqual([
      ['m', false, 9],
      ['n', true, 5],
    ])
    expect(await stage.db.admin`select 1 from sync_part where space_id = ${athlete}`).toHaveLength(0)
  })

  it('reads children whose parent an earlier mutation of the batch moved into the range', async () => {
    const athlete = newId()
    const phone = createWriter(athlete)
    await stage.server.push(
      { id: athlete },
      pushOf(phone, phone.write(putSession, { id: 's', title: 'Pull', day: 1 }), phone.write(putMark, mark('m', 's'))),
    )
    const out = await stage.server.push(
      { id: athlete },
      pushOf(
        phone,
        phone.write(putSession, { id: 's', title: 'Pull', day: 2 }, 2_000),
        phone.write(labelDay, { day: 2, label: 'moved' }, 2_000),
      ),
    )
    expect(out.results.map(({ status }) => status)).toEqual(['applied', 'applied'])
    const { rows } = await stage.server.pull({ id: athlete }, pullOf(phone))
    expect(rows.find(({ id }) => id === 'm')?.data?.labels).toEqual(['moved'])
  })

  it('hides deleted rows from mutations, merges edits into them and shows them again after a restore', async () => {
    const athlete = newId()
    const phone = createWriter(athlete)
    await stage.server.push(
      { id: athlete },
      pushOf(
        phone,
        phone.write(putMark, mark('m', 's'), 1),
        phone.write(removeMark, { id: 'm' }, 2),
        phone.write(editMark, { id: 'm', reps: 7 }, 3),
      ),
    )
    expect((await stage.server.pull({ id: athlete }, pullOf(phone))).rows).toMatchObject([
      { deleted: true, data: { reps: 7 } },
    ])
    await stage.server.push({ id: athlete }, pushOf(phone, phone.write(restoreMark, { id: 'm' }, 4)))
    const { rows } = await stage.server.pull({ id: athlete }, pullOf(phone))
    expect(rows[0]?.deleted).toBeUndefined()
    expect(rows[0]?.data).toMatchObject({ reps: 7 })
  })
})
