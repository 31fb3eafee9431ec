/** A workout that was left open, asked about over a real push service; what is in it goes in by pushes of a phone. */
import { beforeEach, describe, expect, test } from 'vitest'
import { newId } from '../../../shared/id.ts'
import { relayJobs } from '../../../sync/server/job-relay.ts'
import { ARGS, newRowIds, type RowIds } from '../../../test/mutation-args.ts'
import { MINUTE, NOW, type RestingPhone, restingPhones } from '../../../test/resting-phones.ts'
import { syncedMutations, syncServer } from '../../../wiring/sync-server.ts'
import { JOBS } from '../../../wiring/worker.ts'
import { revokeSession } from '../../users/service/sessions.ts'
import { lastTouchOf } from '../../workouts/service/workouts.ts'
import { askNext, forgetOpenWorkouts } from './forgotten.ts'

const { stage, newPhone, rang } = restingPhones()
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

beforeEach(async () => {
  await stage.db.admin`delete from open_workout`
})

const states = async () => (await stage.db.admin`select state from open_workout order by state`).map((row) => row.state)

/** A phone that logs: each deed so many minutes ago, pushed and heard of at once. */
function logger({ userId }: { userId: string }) {
  const deviceId = newId()
  const ids: RowIds = newRowIds()
  let seq = 0
  return {
    async does(name: string, minutesAgo: number, args: object = {}) {
      seq += 1
      const v = syncedMutations.find((mutation) => mutation.name === name)?.v ?? 1
      const at = NOW - minutesAgo * MINUTE
      const mutation = { seq, mid: newId(), name, v, args: { ...ARGS[name]?.(ids), ...args }, at }
      const given = { protocol: 1, schemaV: 1, deviceId, space: userId, build: 'test', clientNow: Date.now() }
      const { results } = await syncServer().push({ id: userId }, { ...given, mutations: [mutation] })
      expect(results).toEqual([{ seq, status: 'applied' }])
      await relayJobs({ app: stage.db.app, jobs: stage.db.jobs }, JOBS)
    },
  }
}

/** Started 70 minutes ago, the one set done 20 minutes ago. */
async function leaveOpen(phone: RestingPhone) {
  const log = logger(phone)
  await log.does('workouts.start', 70)
  await log.does('workouts.addExercise', 65)
  await log.does('workouts.addSet', 60)
  await log.does('workouts.checkSet', 20)
  return log
}

async function askAll(at: number): Promise<void> {
  while (await askNext(lastTouchOf, at));
}

describe('a workout that is left open', () => {
  test('is asked about an hour after its last set, once, and the notice leads to it', async () => {
    const phone = await newPhone()
    const log = await leaveOpen(phone)
    await askAll(NOW + 39 * MINUTE)
    expect(stage.service.taken).toEqual([])
    await askAll(NOW + 41 * MINUTE)
    expect(stage.service.faults).toEqual([])
    expect(stage.service.taken).toMatchObject([
      {
        ...{ to: phone.name, topic: 'still-training', ttlS: 900 },
        said: { tag: 'still-training', title: 'Still training?', url: '/train/workout' },
      },
    ])
    await askAll(NOW + 5 * HOUR)
    // A set after the question, and another long silence.
    await log.does('workouts.uncheckSet', 0)
    await askAll(NOW + 10 * HOUR)
    expect(rang()).toEqual([phone.name])
    expect(await states()).toEqual(['asked'])
  })

  test('is not asked about while sets, finished or not, are still written in it', async () => {
    const phone = await newPhone()
    const log = await leaveOpen(phone)
    await askAll(NOW)
    await log.does('workouts.editSet', 1)
    await askAll(NOW + 58 * MINUTE)
    expect(stage.service.taken).toEqual([])
    await log.does('workouts.removeSet', 0)
    await askAll(NOW + 59 * MINUTE)
    expect(stage.service.taken).toEqual([])
  })

  test.each([['workouts.finish'], ['workouts.remove']])('is not asked about after %s', async (end) => {
    const phone = await newPhone()
    const log = await leaveOpen(phone)
    await log.does(end, 10)
    await askAll(NOW + 3 * HOUR)
    expect(stage.service.taken).toEqual([])
    expect(await states()).toEqual([])
    // Opened again, it can be forgotten again.
    await log.does(end === 'workouts.finish' ? 'workouts.resume' : 'workouts.restore', 0)
    await askAll(Date.now() + 61 * MINUTE)
    expect(rang()).toEqual([phone.name])
  })

  test('is asked about in the browser that was opened last, and in another when that one is gone', async () => {
    const phone = await newPhone()
    const tablet = await newPhone(phone)
    await newPhone()
    await stage.db.admin`update push_subscription set renewed_at = ${NOW + 1} where session_id = ${tablet.sessionId}`
    await leaveOpen(phone)
    stage.service.answer((to) => (to === tablet.name ? 410 : 201))
    await askAll(NOW + 2 * HOUR)
    expect(rang()).toEqual([phone.name])
  })

  test('is not asked about where no notices were allowed, nobody is signed in any more, or a day has passed', async () => {
    const [phone, quiet, late] = [await newPhone(), await newPhone(), await newPhone()]
    await leaveOpen(phone)
    await revokeSession(phone, { sessionId: phone.sessionId })
    await leaveOpen(quiet)
    await stage.db.admin`delete from push_subscription where user_id = ${quiet.userId}`
    await askAll(NOW + 2 * HOUR)
    await leaveOpen(late)
    await askAll(NOW + 26 * HOUR)
    expect(stage.service.taken).toEqual([])
    expect(await states()).toEqual(['late', 'nowhere', 'nowhere'])
  })

  test('is asked about once however many processes look, and again when the service was not there', async () => {
    const phone = await newPhone()
    await leaveOpen(phone)
    stage.service.answer(() => 503)
    await askAll(NOW + 41 * MINUTE)
    expect(await states()).toEqual(['waits'])
    stage.service.answer(() => 201)
    await Promise.all(Array.from({ length: 5 }, () => askAll(NOW + 45 * MINUTE)))
    expect(rang()).toEqual([phone.name])
  })

  test('is forgotten by this a month later', async () => {
    await leaveOpen(await newPhone())
    await forgetOpenWorkouts(NOW + 29 * DAY)
    expect(await states()).toEqual(['waits'])
    await forgetOpenWorkouts(NOW + 31 * DAY)
    expect(await states()).toEqual([])
  })
})
