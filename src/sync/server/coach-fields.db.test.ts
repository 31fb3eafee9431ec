import { describe, expect, it } from 'vitest'
import { newId } from '../../shared/id.ts'
import { testServer } from '../testing/postgres-server.ts'
import { createWriter, pullOf, pushOf } from '../testing/pushes.ts'
import { putSession, renameSession, setTarget } from '../testing/world.ts'

// A session's `target` is the coach's, its title and day are the athlete's.
const stage = testServer()
const session = { id: 's', title: 'Legs', day: 20_000 }

function people() {
  const [athlete, coach] = [newId(), newId()]
  stage.grant(coach, athlete, 'yes')
  const phone = createWriter(athlete)
  return {
    athlete: { id: athlete },
    coach: { id: coach },
    phone,
    tablet: createWriter(athlete),
    shown: async () => (await stage.server.pull({ id: athlete }, pullOf(phone))).rows.map(({ data }) => data),
  }
}

describe('a field that is the coach’s', () => {
  it('is not changed by the athlete: the log is set aside and says whose it is', async () => {
    const { athlete, coach, phone, tablet, shown } = people()
    await stage.server.push(athlete, pushOf(phone, phone.write(putSession, session)))
    await stage.server.push(coach, pushOf(tablet, tablet.write(setTarget, { id: 's', target: 5 })))
    const out = await stage.server.push(athlete, pushOf(phone, phone.write(setTarget, { id: 's', target: 9 }, 9_000)))
    expect(out.results).toEqual([
      {
        seq: 2,
        status: 'quarantined',
        code: 'forbidden',
        message: 'test_session s was not changed: only the coach may change target.',
      },
    ])
    expect(await shown()).toMatchObject([{ title: 'Legs', target: 5 }])
  })

  it('is not emptied by a row that the athlete puts later, whichever of the two arrives first', async () => {
    for (const isCoachFirst of [true, false]) {
      const { athlete, coach, phone, tablet, shown } = people()
      const puts = () => stage.server.push(athlete, pushOf(phone, phone.write(putSession, session, 9_000)))
      const sets = () =>
        stage.server.push(coach, pushOf(tablet, tablet.write(setTarget, { id: 's', target: 5 }, 2_000)))
      for (const act of isCoachFirst ? [sets, puts] : [puts, sets]) await act()
      expect(await shown()).toEqual([{ ...session, target: 5 }])
    }
  })
})

describe('a field that is the athlete’s', () => {
  it('is not changed by the coach, by itself or in a whole row', async () => {
    const { athlete, coach, phone, tablet, shown } = people()
    await stage.server.push(athlete, pushOf(phone, phone.write(putSession, session)))
    const out = await stage.server.push(
      coach,
      pushOf(
        tablet,
        tablet.write(renameSession, { id: 's', title: 'Arms' }, 9_000),
        tablet.write(putSession, { id: 's', title: 'Back', day: 1 }, 9_000),
        tablet.write(putSession, { id: 't', title: 'New', day: 2 }, 9_000),
      ),
    )
    expect(out.results.map(({ status, code }) => [status, code])).toEqual([
      ['quarantined', 'forbidden'],
      ['applied', undefined],
      ['applied', undefined],
    ])
    expect(await shown()).toEqual([
      { ...session, target: null },
      { id: 't', title: 'New', day: 2, target: null },
    ])
  })
})
