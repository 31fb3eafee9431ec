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

test('a set that a coach sends after the grant has ended is set aside, and both of them see it', async () => {
  const [coach, athlete, stranger] = [await newPerson(), await newPerson(), await newPerson()]
  const relationId = await beginCoaching(coach, athlete, [{ domain: 'training', level: 'write' }])
  await endRelation(async () => {}, athlete, { relationId })

  const now = Date.now()
  const args = {
    id: newId(),
    title: 'Floor session',
    startedAt: now,
    zone: 'UTC',
    localDay: 20_000,
    bodyweightG: null,
    holder: null,
  }
  const pushed = await as(coach).sync.push({
    ...{ protocol: 1, deviceId: newId(), space: athlete.userId, schemaV: 1, build: 'test', clientNow: now },
    mutations: [{ seq: 1, mid: newId(), name: 'workouts.start', v: 1, args, at: now }],
  })
  expect(pushed.results).toMatchObject([{ seq: 1, status: 'quarantined' }])

  expect(await as(athlete).sync.setAside()).toMatchObject([
    { name: 'workouts.start', isOwnLog: true, isOwnDoing: false },
  ])
  expect(await as(coach).sync.setAside()).toMatchObject([{ name: 'workouts.start', isOwnLog: false, isOwnDoing: true }])
  expect(await as(stranger).sync.setAside()).toEqual([])
})
