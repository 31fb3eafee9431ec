import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '../../shared/id.ts'
import { testServer } from '../testing/postgres-server.ts'
import { createWriter, pushOf } from '../testing/pushes.ts'
import { failLog, putMark } from '../testing/world.ts'
import { type JobHandlers, MOST_ATTEMPTS, relayJobs } from './job-relay.ts'

// Its server asks, with each commit, for the task `seen` about every row that changed.
const stage = testServer()
const LATER = 86_400_000
const pools = () => ({ app: stage.db.app, jobs: stage.db.jobs })
const waiting = () => stage.db.admin`select task, attempts, error, dead_at from job_intent order by id`
const effects = async () => (await stage.db.admin`select row from effect order by row`).map(({ row }) => row)

/** The work of these stories: one row in a table, in the job's own transaction. */
const seen: JobHandlers = {
  async seen(tx, { athleteId, payload }) {
    await tx`insert into effect (athlete_id, row) values (${athleteId}, ${String(payload.id)})`
  },
}

beforeAll(async () => {
  await stage.db.owner`create table effect (athlete_id uuid, row text)`
  await stage.db.owner`grant insert on effect to spotter_app`
})
beforeEach(async () => {
  await stage.db.admin`truncate effect, job_intent`
})

async function logMarks(...ids: string[]): Promise<void> {
  const athlete = newId()
  const phone = createWriter(athlete)
  const marks = ids.map((id) => phone.write(putMark, { id, sessionId: 's', reps: 5, load: null }))
  await stage.server.push({ id: athlete }, pushOf(phone, ...marks))
}

describe('a job', () => {
  it('is stored with the commit that asks for it, done once, and gone', async () => {
    await logMarks('a', 'b')
    expect((await waiting()).map(({ task }) => task)).toEqual(['seen', 'seen'])
    await relayJobs(pools(), seen)
    await relayJobs(pools(), seen, Date.now() + LATER)
    expect(await effects()).toEqual(['a', 'b'])
    expect(await waiting()).toEqual([])
  })

  it('is not asked for by what was set aside', async () => {
    const athlete = newId()
    const phone = createWriter(athlete)
    await stage.server.push({ id: athlete }, pushOf(phone, phone.write(failLog, { id: 'x', note: 'heavy' })))
    expect(await waiting()).toEqual([])
  })

  it('is done once by however many relays', async () => {
    await logMarks('a', 'b', 'c', 'd', 'e', 'f')
    await Promise.all(Array.from({ length: 4 }, () => relayJobs(pools(), seen)))
    expect(await effects()).toEqual(['a', 'b', 'c', 'd', 'e', 'f'])
  })

  it('of a task that this build does not know waits for one that does', async () => {
    await logMarks('a')
    await relayJobs(pools(), { other: async () => {} })
    expect(await waiting()).toMatchObject([{ task: 'seen', attempts: 0 }])
    await relayJobs(pools(), seen)
    expect(await effects()).toEqual(['a'])
  })
})

describe('a job that fails', () => {
  const failing: JobHandlers = {
    async seen(tx, job) {
      await seen.seen?.(tx, job)
      throw Object.assign(new Error('no way'), { code: 'E_NO_WAY' })
    },
  }

  it('leaves nothing behind, is put off, longer each time, and tried again', async () => {
    await logMarks('a')
    const start = Date.now()
    await relayJobs(pools(), failing, start)
    expect(await waiting()).toMatchObject([{ attempts: 1, error: 'E_NO_WAY', dead_at: null }])
    await relayJobs(pools(), seen, start + 29_999)
    expect(await effects()).toEqual([])
    await relayJobs(pools(), failing, start + 30_000)
    await relayJobs(pools(), seen, start + 30_000 + 59_999)
    expect(await effects()).toEqual([])
    await relayJobs(pools(), seen, start + 30_000 + 60_000)
    expect(await effects()).toEqual(['a'])
    expect(await waiting()).toEqual([])
  })

  it('is given up in the end, kept, and keeps no other from being done', async () => {
    await logMarks('a')
    let at = Date.now()
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      await relayJobs(pools(), failing, at)
      at += LATER
    }
    await logMarks('b')
    await relayJobs(pools(), seen, at)
    expect(await effects()).toEqual(['b'])
    expect(await waiting()).toMatchObject([{ attempts: MOST_ATTEMPTS, error: 'E_NO_WAY', dead_at: at }])
  })
})

describe('a relay that dies in a job', () => {
  it('has done nothing of it; the next one does it, once', async () => {
    await logMarks('a')
    const start = Date.now()
    const dying: JobHandlers = {
      async seen(tx, job) {
        await seen.seen?.(tx, job)
        const [own] = await tx`select pg_backend_pid() as pid`
        await stage.db.admin`select pg_terminate_backend(${own?.pid}, 5000)`
      },
    }
    await relayJobs(pools(), dying, start)
    expect(await effects()).toEqual([])
    expect(await waiting()).toMatchObject([{ attempts: 1, dead_at: null }])
    await relayJobs(pools(), seen, start + LATER)
    expect(await effects()).toEqual(['a'])
  })

  it('and comes back to it does not do it beside one that is at it', async () => {
    await logMarks('a')
    const start = Date.now()
    let isBegun = () => {}
    let goOn = () => {}
    const begun = new Promise<void>((done) => {
      isBegun = done
    })
    const slow = relayJobs(
      pools(),
      {
        async seen(tx, job) {
          isBegun()
          await new Promise<void>((done) => {
            goOn = done
          })
          await seen.seen?.(tx, job)
        },
      },
      start,
    )
    await begun
    await relayJobs(pools(), seen, start + LATER)
    expect(await effects()).toEqual([])
    goOn()
    await slow
    expect(await effects()).toEqual(['a'])
    expect(await waiting()).toEqual([])
  })
})
