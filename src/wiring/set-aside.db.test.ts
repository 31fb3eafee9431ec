import { beforeAll, expect, test } from 'vitest'
import { endRelation } from '../modules/coaching/service/relations.ts'
import { createCallerFactory } from '../server/trpc.ts'
import type { Actor } from '../shared/actor.ts'
import { newId } from '../shared/id.ts'
import { beginCoaching, newPerson, openServices } from '../test/people.ts'
import { appRouter } from './router.ts'

beforeAll(async () => {
  await openServices()
})

const as = (actor: Actor) =>
  createCallerFactory(appRouter)({ actor, requestId: newId(), ip: '127.0.0.1', userAgent: '' })

const now = Date.now()
const start = () => ({
  id: newId(),
  title: 'Floor session',
  startedAt: now,
  zone: 'UTC',
  localDay: 20_000,
  bodyweightG: null,
  holder: null,
})
const mutation = (args: unknown, mid = newId(), seq = 1) => ({ seq, mid, name: 'workouts.start', v: 1, args, at: now })

function push(who: Actor, space: string, mutations: ReturnType<typeof mutation>[], deviceId = newId()) {
  const head = { protocol: 1, deviceId, space, schemaV: 1, build: 'test', clientNow: now }
  return as(who).sync.push({ ...head, mutations })
}

/** A workout that the coach started for the athlete, and that arrived after the grant had ended. */
async function setAside() {
  const [coach, athlete, stranger] = [await newPerson(), await newPerson(), await newPerson()]
  const relationId = await beginCoaching(coach, athlete, [{ domain: 'training', level: 'write' }])
  await endRelation(async () => {}, athlete, { relationId })
  const sent = mutation(start())
  const deviceId = newId()
  const pushed = await push(coach, athlete.userId, [sent], deviceId)
  expect(pushed.results).toMatchObject([{ seq: 1, status: 'quarantined' }])
  return { coach, athlete, stranger, sent, deviceId }
}

const workoutsOf = async (athlete: Actor) => {
  const head = { protocol: 1, deviceId: newId(), space: athlete.userId, schemaV: 1 }
  const { rows } = await as(athlete).sync.pull({ ...head, epoch: null, cursor: null, limit: 100 })
  return rows.filter(({ entity }) => entity === 'workout').map(({ id, data, v }) => ({ id, title: data?.title, v }))
}

test('a set that a coach sends after the grant has ended is set aside, and both of them see it', async () => {
  const { coach, athlete, stranger } = await setAside()
  expect(await as(athlete).sync.setAside()).toMatchObject([
    { name: 'workouts.start', isOwnLog: true, isOwnDoing: false },
  ])
  expect(await as(coach).sync.setAside()).toMatchObject([{ name: 'workouts.start', isOwnLog: false, isOwnDoing: true }])
  expect(await as(stranger).sync.setAside()).toEqual([])
})

test('the athlete puts it into the log after all: once, however often it is asked for or sent again', async () => {
  const { coach, athlete, sent, deviceId } = await setAside()
  const { mid } = sent
  const asked = await Promise.allSettled(Array.from({ length: 4 }, () => as(athlete).sync.applyAgain({ mid })))
  expect(asked.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected', 'rejected'])
  const there = [{ id: (sent.args as { id: string }).id, title: 'Floor session' }]
  const before = await workoutsOf(athlete)
  expect(before).toMatchObject(there)

  expect((await push(coach, athlete.userId, [sent], deviceId)).results).toMatchObject([{ status: 'applied' }])
  expect((await push(coach, athlete.userId, [sent])).results).toMatchObject([{ status: 'noop' }])
  expect(await workoutsOf(athlete)).toEqual(before)
  expect(await as(athlete).sync.setAside()).toEqual([])
  expect(await as(coach).sync.setAside()).toEqual([])
  await expect(as(athlete).sync.applyAgain({ mid })).rejects.toThrow('There is no such entry')
})

test('its time stays that of then: what was changed since is not undone', async () => {
  const { athlete, sent } = await setAside()
  const later = { ...start(), id: (sent.args as { id: string }).id, title: 'What the athlete did' }
  await push(athlete, athlete.userId, [{ ...mutation(later), at: now + 1_000 }])
  await as(athlete).sync.applyAgain({ mid: sent.mid })
  expect(await workoutsOf(athlete)).toMatchObject([{ title: 'What the athlete did' }])
})

test('nor does the clock of the phone that sent it matter, were it an hour ahead', async () => {
  const { coach, athlete } = await setAside()
  const [id, hour] = [newId(), 3_600_000]
  const sent = { ...mutation({ ...start(), id }), at: now + hour }
  const head = {
    protocol: 1,
    deviceId: newId(),
    space: athlete.userId,
    schemaV: 1,
    build: 'test',
    clientNow: Date.now() + hour,
  }
  await as(coach).sync.push({ ...head, mutations: [sent] })
  const later = { ...start(), id, title: 'What the athlete did' }
  await push(athlete, athlete.userId, [{ ...mutation(later), at: now + 1_000 }])
  await as(athlete).sync.applyAgain({ mid: sent.mid })
  expect(await workoutsOf(athlete)).toMatchObject([{ id, title: 'What the athlete did' }])
})

test('the timeline tells of it on a phone that has heard of later ones of that device', async () => {
  const { coach, athlete, sent, deviceId } = await setAside()
  await beginCoaching(coach, athlete, [{ domain: 'training', level: 'write' }])
  const later = mutation(start(), newId(), 2)
  await push(coach, athlete.userId, [later], deviceId)
  const first = await as(athlete).sync.timeline({ have: {} })
  expect(first.entries.map(({ mid }) => mid)).toEqual([later.mid])
  await as(athlete).sync.applyAgain({ mid: sent.mid })
  const second = await as(athlete).sync.timeline({ have: first.have })
  expect(second.entries.map(({ mid }) => mid)).toEqual([sent.mid])
  expect((await as(athlete).sync.timeline({ have: second.have })).entries).toEqual([])
  // And to a phone that has heard of nothing both, once.
  expect((await as(athlete).sync.timeline({ have: {} })).entries.map(({ mid }) => mid)).toEqual([sent.mid, later.mid])
})

test('the coach may put it into the log only with a grant, and is told so', async () => {
  const { coach, athlete, sent, stranger } = await setAside()
  await expect(as(coach).sync.applyAgain({ mid: sent.mid })).rejects.toThrow('You may no longer write in this log')
  await expect(as(stranger).sync.applyAgain({ mid: sent.mid })).rejects.toThrow('There is no such entry')
  expect(await workoutsOf(athlete)).toEqual([])
  await beginCoaching(coach, athlete, [{ domain: 'training', level: 'write' }])
  await as(coach).sync.applyAgain({ mid: sent.mid })
  expect(await workoutsOf(athlete)).toHaveLength(1)
})

test('what still can’t be applied says why and stays where it is', async () => {
  const athlete = await newPerson()
  const wrong = mutation({ ...start(), title: 5 })
  await push(athlete, athlete.userId, [wrong, { ...mutation({}), seq: 2, name: 'workouts.fromTomorrow' }])
  const list = await as(athlete).sync.setAside()
  expect(list).toHaveLength(2)
  for (const { mid } of list)
    await expect(as(athlete).sync.applyAgain({ mid })).rejects.toMatchObject({ code: 'CONFLICT' })
  expect(await as(athlete).sync.setAside()).toEqual(list)
  expect(await workoutsOf(athlete)).toEqual([])
})

test('the phone that asks is told what became of it, by whoever asks and not by who else dismissed it', async () => {
  const settled = async (who: Actor, { userId: space }: Actor, mid: string) => {
    const head = { protocol: 1, deviceId: newId(), space, schemaV: 1, epoch: null, cursor: null, limit: 100 }
    return (await as(who).sync.pull({ ...head, aside: [mid, newId()] })).settled
  }
  const { coach, athlete, sent } = await setAside()
  const { mid } = sent
  expect(await settled(athlete, athlete, mid)).toBeUndefined()
  await as(coach).sync.dismissAside({ mid })
  expect(await settled(athlete, athlete, mid)).toBeUndefined()
  await beginCoaching(coach, athlete, [{ domain: 'training', level: 'read' }])
  expect(await settled(coach, athlete, mid)).toEqual([{ mid, how: 'dismissed' }])
  await as(athlete).sync.dismissAside({ mid })
  expect(await settled(athlete, athlete, mid)).toEqual([{ mid, how: 'dismissed' }])
  await as(athlete).sync.applyAgain({ mid })
  expect(await settled(athlete, athlete, mid)).toEqual([{ mid, how: 'applied' }])
  expect(await settled(coach, athlete, mid)).toEqual([{ mid, how: 'applied' }])
  expect(await settled(coach, coach, mid)).toBeUndefined()
})

test('dismissed by one of them, it is gone from their list and not from the other’s', async () => {
  const { coach, athlete, sent, stranger } = await setAside()
  const { mid } = sent
  await expect(as(stranger).sync.dismissAside({ mid })).rejects.toThrow('There is no such entry')
  await as(coach).sync.dismissAside({ mid })
  expect(await as(coach).sync.setAside()).toEqual([])
  expect(await as(athlete).sync.setAside()).toHaveLength(1)
  await as(athlete).sync.dismissAside({ mid })
  expect(await as(athlete).sync.setAside()).toEqual([])
  await as(athlete).sync.applyAgain({ mid })
  expect(await workoutsOf(athlete)).toHaveLength(1)
})
