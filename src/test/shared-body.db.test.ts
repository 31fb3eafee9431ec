/** What another person gets of a body: measurements by a grant of theirs, pictures by another, and each until it ends. */
import { beforeAll, expect, test } from 'vitest'
import type { Domain } from '../modules/coaching/model.ts'
import { changeGrant } from '../modules/coaching/service/relations.ts'
import { createCallerFactory } from '../server/trpc.ts'
import type { Actor } from '../shared/actor.ts'
import { newId } from '../shared/id.ts'
import { appRouter } from '../wiring/router.ts'
import { beginCoaching, newPerson, openServices, type Person } from './people.ts'

const DAY_MS = 86_400_000
const now = Date.now()
const sync = { protocol: 1, schemaV: 1 }
const facts = { at: now, localDay: Math.floor(now / DAY_MS) }

let athlete: Person
const as = (actor: Actor) =>
  createCallerFactory(appRouter)({ actor, requestId: newId(), ip: '127.0.0.1', userAgent: '' })

beforeAll(async () => {
  await openServices()
  athlete = await newPerson('Ana')
  const mutations = [
    { name: 'workouts.addMeasurement', args: { id: newId(), kind: 'waist', value: 812, ...facts } },
    { name: 'workouts.addMeasurement', args: { id: newId(), kind: 'weight', value: 64_200, ...facts } },
    { name: 'workouts.addMeasurement', args: { id: newId(), kind: 'sleep', value: 420, ...facts } },
    { name: 'workouts.addPhoto', args: { id: newId(), pose: 'back', ...facts } },
  ]
  const { results } = await as(athlete).sync.push({
    ...{ ...sync, deviceId: newId(), space: athlete.userId, build: 'test', clientNow: now },
    mutations: mutations.map((one, i) => ({ ...one, seq: i + 1, mid: newId(), v: 1, at: now })),
  })
  expect(results.map(({ status }) => status)).toEqual(mutations.map(() => 'applied'))
})

/** By every way in: the page's question, and both of sync. What is not shared is not there. */
async function toldTo(who: Actor): Promise<string[]> {
  const base = { ...sync, deviceId: newId(), space: athlete.userId }
  const { measurements, photos } = await as(who).workouts.body({ athleteId: athlete.userId })
  const rows = [
    ...(
      await as(who)
        .sync.boot({ ...base, part: 'now' })
        .catch(() => ({ rows: [] }))
    ).rows,
    ...(
      await as(who)
        .sync.pull({ ...base, epoch: null, cursor: null, limit: 100 })
        .catch(() => ({ rows: [] }))
    ).rows,
  ].filter(({ entity }) => ['body_measurement', 'progress_photo'].includes(entity))
  return [
    ...(measurements ?? []).map(({ kind, value }) => `${kind} ${value}`),
    ...(photos ?? []).map(({ pose }) => `photo ${pose}`),
    ...rows.map(({ entity }) => entity),
  ].toSorted()
}

const MEASURED = [...Array(4).fill('body_measurement'), 'waist 812', 'weight 64200']
const SLEPT = [...Array(2).fill('body_measurement'), 'sleep 420']
const PICTURED = ['photo back', 'progress_photo', 'progress_photo']
const everything = [...MEASURED, ...SLEPT, ...PICTURED].toSorted()

test('oneself is told all, a stranger nothing', async () => {
  expect(await toldTo(athlete)).toEqual(everything)
  expect(await toldTo(await newPerson())).toEqual([])
})

test.each<[Domain[], string[]]>([
  [['training', 'video', 'wellness', 'injuries', 'attendance'], []],
  [['measurements'], MEASURED],
  [['measurements', 'wellness'], [...MEASURED, ...SLEPT].toSorted()],
  [['photos'], PICTURED],
  [['training', 'measurements', 'photos', 'wellness'], everything],
])('a coach with %j is told %j, and nothing once it is taken back', async (domains, told) => {
  const coach = await newPerson()
  const shares = domains.map((domain) => ({ domain, level: 'read' as const }))
  const relationId = await beginCoaching(coach, athlete, shares)
  expect(await toldTo(coach)).toEqual(told)
  for (const domain of domains) await changeGrant(async () => {}, athlete, { relationId, domain, level: null })
  expect(await toldTo(coach)).toEqual([])
})

test('nobody else writes it, not even a coach who may write the training', async () => {
  const coach = await newPerson()
  await beginCoaching(coach, athlete, [{ domain: 'training', level: 'write' }])
  const args = { id: newId(), kind: 'weight', value: 90_000, ...facts }
  const { results } = await as(coach).sync.push({
    ...{ ...sync, deviceId: newId(), space: athlete.userId, build: 'test', clientNow: now },
    mutations: [{ name: 'workouts.addMeasurement', args, seq: 1, mid: newId(), v: 1, at: now }],
  })
  expect(results.map(({ status }) => status)).toEqual(['rejected'])
  expect(await toldTo(athlete)).toEqual(everything)
})
