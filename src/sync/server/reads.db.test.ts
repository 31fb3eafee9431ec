import { describe, expect, it } from 'vitest'
import { newId } from '../../shared/id.ts'
import { testServer } from '../testing/postgres-server.ts'
import { createWriter, pullOf, pushOf } from '../testing/pushes.ts'
import { putMark, putSession, putSetting, setTarget } from '../testing/world.ts'

const stage = testServer()

function mark(id: string, sessionId: string, reps = 5) {
  return { id, sessionId, reps, load: 22_500 }
}

describe('pull', () => {
  it('goes through a version larger than a page without leaving a row out, and ends behind it', async () => {
    const athlete = newId()
    const phone = createWriter(athlete)
    const ids = Array.from({ length: 7 }, (_, i) => `m${i}`)
    await stage.server.push({ id: athlete }, pushOf(phone, ...ids.map((id) => phone.write(putMark, mark(id, 's')))))
    const seen: string[] = []
    let cursor = null as Parameters<typeof stage.server.pull>[1]['cursor']
    for (let pages = 0; pages < 10; pages++) {
      const page = await stage.server.pull({ id: athlete }, pullOf(phone, { cursor, limit: 2 }))
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
    const { epoch } = await stage.server.pull({ id: athlete }, pullOf(phone))
    expect(
      await stage.server.pull({ id: athlete }, pullOf(phone, { epoch, cursor: [0, '~', '~'] })),
    ).not.toHaveProperty('reset')
    expect(await stage.server.pull({ id: athlete }, pullOf(phone, { epoch, cursor: [5, '~', '~'] }))).toHaveProperty(
      'reset',
      true,
    )
    expect(await stage.server.pull({ id: athlete }, pullOf(phone, { epoch: newId() }))).toHaveProperty('reset', true)
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
    await stage.server.push({ id: athlete }, pushOf(phone, ...wires))
    const bootPart = (part: string) =>
      stage.server.boot({ id: athlete }, { protocol: 1, deviceId: phone.deviceId, space: athlete, part })
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
