/** What another person gets of a log that is shared with them: the domains that its athlete gave, and no more. */
import { beforeAll, describe, expect, test } from 'vitest'
import { DOMAINS } from '../modules/coaching/model.ts'
import { createCallerFactory } from '../server/trpc.ts'
import type { Actor } from '../shared/actor.ts'
import { newId } from '../shared/id.ts'
import { appRouter } from '../wiring/router.ts'
import { syncedCollections } from '../wiring/sync-server.ts'
import { beginCoaching, newPerson, openServices, type Person } from './people.ts'
import { CALLS } from './procedure-calls.ts'

/** Grams that stand nowhere else, so that finding them in an answer means one thing. */
const BODYWEIGHT = 81_237
const DAY_MS = 86_400_000
const now = Date.now()
const sync = { protocol: 1, schemaV: 1 }

let athlete: Person
let measuring: Person
let training: Person
let bystander: Person

const as = (actor: Actor) =>
  createCallerFactory(appRouter)({ actor, requestId: newId(), ip: '127.0.0.1', userAgent: '' })

beforeAll(async () => {
  await openServices()
  athlete = await newPerson('Ana')
  measuring = await newPerson('Coach with measurements')
  training = await newPerson('Coach')
  bystander = await newPerson('Physio')
  const started = [0, 100, 500].map((daysAgo) => ({
    id: newId(),
    title: `Session ${daysAgo} days ago`,
    startedAt: now - daysAgo * DAY_MS,
    zone: 'UTC',
    localDay: Math.floor(now / DAY_MS) - daysAgo,
    bodyweightG: BODYWEIGHT,
    holder: null,
  }))
  const mutations = [
    { name: 'users.editProfile', args: { fields: { name: 'Ana', bodyweightG: BODYWEIGHT, theme: 'light' } } },
    ...started.map((args) => ({ name: 'workouts.start', args })),
  ]
  const { results } = await as(athlete).sync.push({
    ...{ ...sync, deviceId: newId(), space: athlete.userId, build: 'test', clientNow: now },
    mutations: mutations.map((one, i) => ({ ...one, seq: i + 1, mid: newId(), v: 1, at: now })),
  })
  expect(results.map(({ status }) => status)).toEqual(mutations.map(() => 'applied'))
  await beginCoaching(training, athlete, [{ domain: 'training', level: 'write' }])
  await beginCoaching(measuring, athlete, [
    { domain: 'training', level: 'read' },
    { domain: 'measurements', level: 'read' },
  ])
  await beginCoaching(bystander, athlete, [{ domain: 'measurements', level: 'read' }])
})

/** Every answer that somebody gets when they ask for this athlete, sync's by part and page by page. */
async function allAnswers(who: Actor): Promise<Record<string, unknown>> {
  const ask = as(who)
  const base = { ...sync, deviceId: newId(), space: athlete.userId }
  const answers: Record<string, unknown> = {}
  const { months = [] } = await ask.sync.boot({ ...base, part: 'now' })
  for (const part of ['now', 'recent', ...months]) answers[`boot ${part}`] = await ask.sync.boot({ ...base, part })
  let cursor: [number, string, string] | null = null
  for (let page = 0, more = true; more; page++) {
    const pulled = await ask.sync.pull({ ...base, epoch: null, cursor, limit: 1 })
    answers[`pull ${page}`] = pulled
    ;({ cursor, more } = pulled)
  }
  const ids = { relationId: newId(), inviteId: newId(), sessionId: newId(), gymId: newId(), workoutId: newId() }
  for (const [name, input] of Object.entries(CALLS)) {
    if (name.startsWith('sync.p') || name.startsWith('sync.b')) continue
    const procedure = name.split('.').reduce<unknown>((at, part) => (at as Record<string, unknown>)[part], ask)
    const given = input?.({ ...ids, athleteId: athlete.userId })
    answers[name] = await (procedure as (given: unknown) => Promise<unknown>)(given).catch(String)
  }
  const before = { startedAt: now + DAY_MS, id: 'zzz' }
  answers.older = await ask.analytics.olderWorkouts({ athleteId: athlete.userId, before })
  return answers
}

const whichHold = (answers: Record<string, unknown>, what: string) =>
  Object.keys(answers).filter((name) => JSON.stringify(answers[name]).includes(what))

describe('a coach', () => {
  test('without measurements gets no bodyweight in any answer, and all else', async () => {
    const answers = await allAnswers(training)
    expect(whichHold(answers, String(BODYWEIGHT))).toEqual([])
    // Neither when it was written, nor that there is such a field.
    expect(whichHold(answers, 'bodyweightG').filter((name) => /boot|pull/.test(name))).toEqual([])
    for (const daysAgo of [0, 100, 500]) {
      expect(whichHold(answers, `Session ${daysAgo} days ago`).filter((name) => /boot/.test(name))).toHaveLength(1)
    }
    expect(whichHold(answers, '"name":"Ana"')).toEqual(expect.arrayContaining(['boot now', 'analytics.athletePage']))
  })

  test('with measurements gets it wherever it stands, as the athlete does', async () => {
    const [shared, own] = [await allAnswers(measuring), await allAnswers(athlete)]
    const holding = whichHold(shared, String(BODYWEIGHT))
    expect(holding).toEqual(expect.arrayContaining(['boot now', 'boot recent', 'analytics.athletePage', 'older']))
    expect(holding.filter((name) => /pull/.test(name))).toHaveLength(4)
    expect(whichHold(own, String(BODYWEIGHT))).toEqual(holding)
  })

  test('never gets what is the athlete’s alone', async () => {
    expect(whichHold(await allAnswers(measuring), '"theme"')).toEqual([])
    expect(whichHold(await allAnswers(athlete), '"theme":"light"')).not.toEqual([])
  })

  test('with measurements alone has no log to open', async () => {
    const asked = as(bystander).sync.boot({ ...sync, deviceId: newId(), space: athlete.userId, part: 'now' })
    await expect(asked).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})

test('every synced collection says which domain shows it, in words that a grant knows', () => {
  for (const { name, domain, fields, fieldDomains } of syncedCollections) {
    expect(DOMAINS, name).toContain(domain)
    for (const [field, needs] of Object.entries(fieldDomains)) {
      expect(fields, name).toContain(field)
      if (needs !== null) expect(DOMAINS, `${name}.${field}`).toContain(needs)
    }
  }
})
