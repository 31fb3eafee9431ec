/** What another person gets of a log that is shared with them: the domains that its athlete gave, and no more. */
import { beforeAll, describe, expect, test } from 'vitest'
import { DOMAINS } from '../modules/coaching/model.ts'
import { createCallerFactory } from '../server/trpc.ts'
import type { Actor } from '../shared/actor.ts'
import { newId } from '../shared/id.ts'
import { appRouter } from '../wiring/router.ts'
import { syncedCollections, syncedMutations } from '../wiring/sync-server.ts'
import type { TestDatabase } from './database.ts'
import { ARGS, newRowIds } from './mutation-args.ts'
import { beginCoaching, newPerson, openServices, type Person } from './people.ts'
import { CALLS } from './procedure-calls.ts'

/** Grams that stand nowhere else, so that finding them in an answer means one thing. */
const BODYWEIGHT = 81_237
const DAY_MS = 86_400_000
const now = Date.now()
const sync = { protocol: 1, schemaV: 1 }

let db: TestDatabase
let athlete: Person
let measuring: Person
let training: Person
let bystander: Person

const as = (actor: Actor) =>
  createCallerFactory(appRouter)({ actor, requestId: newId(), ip: '127.0.0.1', userAgent: '' })

beforeAll(async () => {
  db = await openServices()
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
  const ids = {
    relationId: newId(),
    inviteId: newId(),
    sessionId: newId(),
    gymId: newId(),
    memberId: newId(),
    locationId: newId(),
    staffId: newId(),
    gymInviteId: newId(),
    attendanceId: newId(),
    importId: newId(),
    gymPlaceId: newId(),
    workoutId: newId(),
    mediaId: newId(),
    asideMid: newId(),
    passkeyId: newId(),
    tokenId: newId(),
    postId: newId(),
    commentId: newId(),
  }
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

  test('with measurements alone has nothing of the training in it', async () => {
    const base = { ...sync, deviceId: newId(), space: athlete.userId }
    expect(await as(bystander).sync.boot({ ...base, part: 'now' })).toMatchObject({ rows: [], months: [] })
    expect(await as(bystander).sync.boot({ ...base, part: 'recent' })).toMatchObject({ rows: [] })
  })
})

/** Never shown to anybody else: no grant speaks of it. */
const NOBODY_ELSES = ['place', 'training_break', 'shared_link', 'cardio_session']

test('every synced collection says which domain shows it, in words that a grant knows', () => {
  for (const { name, domain, fields, fieldDomains } of syncedCollections) {
    if (NOBODY_ELSES.includes(name)) expect(domain, name).toBeUndefined()
    else expect(DOMAINS, name).toContain(domain)
    for (const [field, needs] of Object.entries(fieldDomains)) {
      expect(fields, name).toContain(field)
      if (needs !== null) expect(DOMAINS, `${name}.${field}`).toContain(needs)
    }
  }
})

describe('a coach who may write', () => {
  /** What an athlete does themselves: settings, places, which program they follow, and what came from a file of theirs. */
  const ATHLETES_ALONE = [
    'users.setUp',
    'users.editProfile',
    'users.setWeeklyGoal',
    'programs.follow',
    'programs.leave',
    'programs.override',
    'programs.startSession',
    'programs.skipSession',
    'programs.dropSession',
    'programs.decide',
    'gyms.addPlace',
    'gyms.editPlace',
    'gyms.noteAtPlace',
    'gyms.removePlace',
    'gyms.restorePlace',
    'workouts.rateSession',
    'workouts.addBreak',
    'workouts.removeBreak',
    'workouts.restoreBreak',
    'workouts.addRoutine',
    'workouts.editRoutine',
    'workouts.removeRoutine',
    'workouts.restoreRoutine',
    'workouts.putFolder',
    'workouts.removeFolder',
    'workouts.restoreFolder',
    'workouts.makeLink',
    'workouts.revokeLink',
    'workouts.nameRoutine',
    ...['Measurement', 'Photo'].flatMap((noun) =>
      ['add', 'remove', 'restore'].map((verb) => `workouts.${verb}${noun}`),
    ),
    'workouts.addCardio',
    'workouts.startImport',
    'workouts.importChunk',
    'workouts.finishImport',
    'workouts.removeBatch',
    'workouts.restoreBatch',
    'archive.bring',
    'archive.mark',
  ]

  /** Every mutation there is, in one push over rows that it makes. */
  async function pushAll(who: Actor) {
    const ids = newRowIds()
    const { results } = await as(who).sync.push({
      ...{ ...sync, deviceId: newId(), space: athlete.userId, build: 'test', clientNow: now },
      mutations: syncedMutations.map(({ name, v }, i) => {
        return { seq: i + 1, mid: newId(), name, v, at: now, args: ARGS[name]?.(ids) }
      }),
    })
    return Object.fromEntries(syncedMutations.map(({ name }, i) => [name, results[i]]))
  }
  const alone = () => db.admin`
    select (select to_jsonb(profile) from profile where athlete_id = ${athlete.userId}) as profile,
      (select count(*)::int from import_batch where athlete_id = ${athlete.userId}) as batches,
      (select count(*)::int from workout where athlete_id = ${athlete.userId} and batch_id is not null) as imported,
      (select count(*)::int from sync_quarantine where space_id = ${athlete.userId}) as aside`

  test('can do what concerns the training log; of the rest each is refused by itself, with a sentence', async () => {
    const before = await alone()
    const results = await pushAll(training)
    for (const [name, result] of Object.entries(results)) {
      if (!ATHLETES_ALONE.includes(name)) {
        expect(result?.status, `${name}: ${result?.message}`).toBe('applied')
        continue
      }
      expect(result, name).toMatchObject({ status: 'rejected', code: 'forbidden' })
      expect(result?.message).toBe(`Only the athlete can do ${name} in their log. Nothing was changed.`)
    }
    expect([...(await alone())]).toEqual([...before])
  })

  test('says no bodyweight of the athlete: what they said stays, and where they said nothing there is none', async () => {
    const start = (id: string, bodyweightG: number) => ({
      ...{ id, title: 'Weighed', startedAt: now, zone: 'UTC', localDay: 20_000, bodyweightG, holder: null },
    })
    const [own, coached] = [newId(), newId()]
    const push = (who: Actor, sent: [name: string, args: object][]) =>
      as(who).sync.push({
        ...{ ...sync, deviceId: newId(), space: athlete.userId, build: 'test', clientNow: now },
        mutations: sent.map(([name, args], i) => ({ seq: i + 1, mid: newId(), name, v: 1, at: now, args })),
      })
    await push(athlete, [['workouts.start', start(own, BODYWEIGHT)]])
    const { results } = await push(training, [
      ['workouts.start', start(own, 1)],
      ['workouts.edit', { id: own, bodyweightG: 2, notes: 'Slow' }],
      ['workouts.start', start(coached, 3)],
      ['workouts.edit', { id: coached, bodyweightG: null }],
      ['workouts.edit', { id: coached, bodyweightG: 4 }],
    ])
    expect(results.map(({ status }) => status)).toEqual(results.map(() => 'applied'))
    const found = await db.admin`select id, bodyweight_g, notes from workout where id in ${db.admin([own, coached])}`
    expect(Object.fromEntries(found.map((row) => [row.id, [row.bodyweight_g, row.notes]]))).toEqual({
      [own]: [BODYWEIGHT, 'Slow'],
      [coached]: [null, ''],
    })
  })

  test('confirms no figure of the athlete: what they confirmed stays, and what they did not is still asked about', async () => {
    const ids = newRowIds()
    const push = (who: Actor, sent: [name: string, args: unknown][]) =>
      as(who).sync.push({
        ...{ ...sync, deviceId: newId(), space: athlete.userId, build: 'test', clientNow: now },
        mutations: sent.map(([name, args], i) => ({ seq: i + 1, mid: newId(), name, v: 1, at: now, args })),
      })
    const confirmedNow = async () => {
      const [row] = await db.admin`select confirmed, notes from logged_set where id = ${ids.setId}`
      return [row?.confirmed, row?.notes]
    }
    const edit = (confirmed: string | null, notes: string) => ({ id: ids.setId, fields: { confirmed, notes } })
    const made = ['workouts.start', 'workouts.addExercise', 'workouts.addSet']
    await push(
      athlete,
      made.map((name) => [name, ARGS[name]?.(ids)]),
    )
    await push(training, [['workouts.editSet', edit('by the coach', 'Fast')]])
    expect(await confirmedNow()).toEqual([null, 'Fast'])
    await push(athlete, [['workouts.editSet', edit('by the athlete', 'Fast')]])
    const { results } = await push(training, [
      ['workouts.editSet', edit(null, 'Slow')],
      ['workouts.editSet', edit('by the coach', 'Slow')],
    ])
    expect(results.map(({ status }) => status)).toEqual(['applied', 'applied'])
    expect(await confirmedNow()).toEqual(['by the athlete', 'Slow'])
  })

  test('and the athlete can do all of it', async () => {
    for (const [name, result] of Object.entries(await pushAll(athlete))) {
      expect(result?.status, `${name}: ${result?.message}`).toBe('applied')
    }
  })

  test('is told the sentence of the edge only for what is theirs to do', async () => {
    const wrong = { ...{ ...sync, deviceId: newId(), space: athlete.userId, build: 'test', clientNow: now } }
    const push = (seq: number, name: string) => ({ seq, mid: newId(), name, v: 1, at: now, args: { nonsense: true } })
    const mutations = [push(1, 'users.editProfile'), push(2, 'workouts.remove')]
    const { results } = await as(training).sync.push({ ...wrong, mutations })
    expect(results).toMatchObject([
      { status: 'rejected', code: 'forbidden' },
      { status: 'quarantined', code: 'bad_input' },
    ])
  })
})
