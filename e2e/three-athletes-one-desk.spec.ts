/** One person at a desk writes into three athletes' logs from one device; one of them ends it between two pushes. */
import { expect, test } from '@playwright/test'
import { newId } from '../src/shared/id.ts'
import { beginCoaching, endCoaching } from './support/coaching.ts'
import { ownApp } from './support/own-app.ts'
import { dataOf, newVisitor, type Visitor } from './support/visitor.ts'

const world = ownApp()

const head = { protocol: 1, schemaV: 1 }
const deviceId = newId()

/** The nth workout that the desk logs for somebody; its id. */
async function logFor(desk: Visitor, athlete: Visitor, seq: number) {
  const [id, now] = [newId(), Date.now()]
  const args = {
    id,
    title: 'At the desk',
    startedAt: now,
    zone: 'UTC',
    localDay: 20_000,
    bodyweightG: null,
    holder: null,
  }
  const answer = await desk.mutate('sync.push', {
    ...{ ...head, deviceId, space: athlete.userId, build: 'story', clientNow: now },
    mutations: [{ seq, mid: newId(), name: 'workouts.start', v: 1, args, at: now }],
  })
  const [result] = dataOf<{ results: { status: string; code?: string }[] }>(answer).results
  return { id, status: result?.status, code: result?.code }
}

async function workoutsOf(who: Visitor): Promise<string[]> {
  const input = { ...head, deviceId: newId(), space: who.userId, epoch: null, cursor: null, limit: 100 }
  const { rows } = dataOf<{ rows: { entity: string; id: string }[] }>(await who.mutate('sync.pull', input))
  return rows.filter(({ entity }) => entity === 'workout').map(({ id }) => id)
}

test('three-athletes: what comes after one has ended the grant is set aside, in that log alone', async () => {
  const desk = await newVisitor(world.app.url, 'Desk').signUp()
  const athletes = [
    await newVisitor(world.app.url, 'Ana').signUp(),
    await newVisitor(world.app.url, 'Ben').signUp(),
    await newVisitor(world.app.url, 'Cleo').signUp(),
  ]
  const relations: string[] = []
  for (const athlete of athletes) {
    relations.push(await beginCoaching(desk, athlete, [{ domain: 'training', level: 'write' }]))
  }
  const logAll = (seq: number) => Promise.all(athletes.map((athlete) => logFor(desk, athlete, seq)))

  const first = await logAll(1)
  expect(first.map(({ status }) => status)).toEqual(['applied', 'applied', 'applied'])
  const [, ben] = athletes as [Visitor, Visitor, Visitor]
  await endCoaching(ben, relations[1] ?? '')
  const second = await logAll(2)
  expect(second.map(({ status, code }) => [status, code])).toEqual([
    ['applied', undefined],
    ['quarantined', 'grant_ended'],
    ['applied', undefined],
  ])

  for (const [i, athlete] of athletes.entries()) {
    const [one, two] = [first[i]?.id, second[i]?.id]
    expect((await workoutsOf(athlete)).sort()).toEqual([one, two].slice(0, i === 1 ? 1 : 2).sort())
    const aside = dataOf<object[]>(await athlete.query('sync.setAside'))
    expect(aside.map((found) => ({ ...found }))).toMatchObject(
      i === 1 ? [{ name: 'workouts.start', isOwnLog: true, isOwnDoing: false }] : [],
    )
    expect(aside).toHaveLength(i === 1 ? 1 : 0)
  }
  expect(dataOf<object[]>(await desk.query('sync.setAside'))).toMatchObject([{ isOwnLog: false, isOwnDoing: true }])
})

test('three-athletes: the same account is athlete, coach and staff at once', async () => {
  const maya = await newVisitor(world.app.url, 'Maya').signUp()
  const athlete = await newVisitor(world.app.url, 'Ana').signUp()
  const { gymId } = dataOf<{ gymId: string }>(await maya.mutate('gyms.create', { name: 'Hall', zone: 'UTC' }))
  await maya.mutate('gyms.addMember', { gymId, name: 'Ana' })
  await beginCoaching(maya, athlete, [{ domain: 'training', level: 'write' }])
  await beginCoaching(athlete, maya)

  const own = await logFor(maya, maya, 1)
  const forAthlete = await logFor(maya, athlete, 1)
  expect([own.status, forAthlete.status]).toEqual(['applied', 'applied'])
  expect(await workoutsOf(maya)).toEqual([own.id])
  expect(await workoutsOf(athlete)).toEqual([forAthlete.id])
  expect((await maya.query('gyms.roster', { gymId })).text).toContain('Ana')
  const page = (who: Visitor, athleteId: string) => who.query('analytics.athletePage', { athleteId, today: 20_000 })
  expect((await page(maya, athlete.userId)).text).toContain(forAthlete.id)
  // And is coached by the one that they coach, who sees that log and nothing of the gym.
  expect((await page(athlete, maya.userId)).text).toContain(own.id)
  expect((await athlete.query('gyms.roster', { gymId })).status).toBe(404)
})
