/** Whatever is sent to a procedure, the answer is a sentence: no stack, no 500, nothing half-written. */
import { expect, test } from '@playwright/test'
import { newId } from '../src/shared/id.ts'
import { type App, startApp } from './support/app.ts'
import { asAdmin, cloneDatabase, type StoryDatabase } from './support/database.ts'
import { figures } from './support/phone.ts'
import { type Answer, newVisitor, sentenceOf, type Visitor } from './support/visitor.ts'

let database: StoryDatabase
let app: App
let ana: Visitor
test.beforeAll(async () => {
  database = await cloneDatabase()
  app = await startApp(database)
  ana = await newVisitor(app.url, 'Ana').signUp()
})
test.afterAll(async () => {
  await app?.kill()
  await database?.drop()
})

/** Every procedure that there is, and how it is asked. The cross-tenant test fails when one is missing from its own list. */
const PROCEDURES: Record<string, 'query' | 'mutate'> = {
  'users.signUp': 'mutate',
  'users.changePassword': 'mutate',
  'users.revokeSession': 'mutate',
  'gyms.create': 'mutate',
  'gyms.roster': 'query',
  'gyms.addMember': 'mutate',
  'coaching.createInvite': 'mutate',
  'coaching.revokeInvite': 'mutate',
  'coaching.previewInvite': 'query',
  'coaching.acceptInvite': 'mutate',
  'coaching.athletes': 'query',
  'coaching.endRelation': 'mutate',
  'coaching.changeGrant': 'mutate',
  'analytics.athletePage': 'query',
  'analytics.olderWorkouts': 'query',
  'analytics.roster': 'query',
  'sync.push': 'mutate',
  'sync.pull': 'mutate',
  'sync.boot': 'mutate',
}

const WRONG: Record<string, unknown> = {
  nothing: undefined,
  null: null,
  'a number': 42,
  'a word': 'constructor',
  'a list': [[], {}, null],
  'wrong types in every field': Object.fromEntries(
    'name email password current next sessionId gymId zone search after limit role domains maxUses days token shares textVersion relationId domain level athleteId exerciseIds today before protocol deviceId space schemaV build clientNow mutations epoch cursor part inviteId'
      .split(' ')
      .map((key) => [key, { $gt: '', __proto__: null, toString: 1 }]),
  ),
  'a NUL and half a surrogate': {
    name: '\u0000',
    token: '\ud800'.repeat(20),
    email: '\u0000@example.test',
    search: '\u0000',
  },
  'a very long text': { name: 'x'.repeat(3_000), email: 'x'.repeat(3_000), token: 'x'.repeat(3_000) },
  'numbers out of range': { limit: 1e308, today: -1, maxUses: 0.5, days: 1e9, textVersion: 1e99 },
}

const noStack = /at \w+ \(|node_modules|\.ts:\d|\.js:\d|PostgresError|syntax error/

function expectSentence(answer: Answer, what: string): void {
  expect(answer.status, `${what}: ${answer.text.slice(0, 300)}`).toBeGreaterThanOrEqual(400)
  expect(answer.status, `${what}: ${answer.text.slice(0, 300)}`).toBeLessThan(500)
  expect(answer.text, what).not.toMatch(noStack)
  expect(sentenceOf(answer), what).toMatch(/^\S.{8,}[.!]$/s)
  expect(answer.text.length, `${what}: the answer repeats what was sent`).toBeLessThan(2_000)
}

for (const [procedure, kind] of Object.entries(PROCEDURES)) {
  test(`bad-input: ${procedure} answers with a sentence`, async () => {
    for (const [what, input] of Object.entries(WRONG)) {
      const answer = await ana[kind](procedure, input)
      // A list without conditions takes anything that names none of its fields.
      if (answer.status === 200 && kind === 'query') continue
      expectSentence(answer, `${procedure} with ${what}`)
    }
  })
}

test('bad-input: requests that are none', async () => {
  const post = async (path: string, body: string, type = 'application/json') => {
    const response = await ana.fetch(`${app.url}${path}`, { method: 'POST', headers: { 'content-type': type }, body })
    const text = await response.text()
    return { status: response.status, headers: response.headers, text, body: JSON.parse(text) as unknown }
  }
  expectSentence(await post('/api/trpc/sync.push', '{"a":'), 'half an object')
  expectSentence(await post('/api/trpc/sync.push', ''), 'an empty body')
  expectSentence(await post('/api/trpc/sync.push', `{"a":${'['.repeat(50_000)}`), 'deep nesting')
  expectSentence(await post('/api/trpc/sync.push', 'deviceId=1', 'text/plain'), 'a form')
  const large = await post('/api/trpc/sync.push', JSON.stringify({ text: 'x'.repeat(5 * 1024 * 1024) }))
  expect(large.status).toBe(413)
  expectSentence(large, 'five megabytes')
  for (const path of [
    '/api/trpc/constructor',
    '/api/trpc/sync.__proto__',
    '/api/trpc/%00',
    '/api/trpc/users.me,users.nobody?batch=1',
  ]) {
    const answer = await ana.get(path)
    expect(answer.status, path).toBeGreaterThanOrEqual(200)
    expect(answer.status, path).toBeLessThan(500)
    expect(answer.text).not.toMatch(noStack)
  }
  for (const space of ['', 'x', '%00', "' or 1=1 --", newId()]) {
    expect((await ana.get(`/api/events?space=${space}`)).status, space).toBe(404)
  }
})

/** What a phone that lies, or another program, may push as a set: field by field, with the sentence that comes back. */
const SETS: { what: string; set: object; sentence: RegExp }[] = [
  { what: 'a load of NaN', set: { loadG: 'NaN' }, sentence: /load.*must be.*but was "NaN"/i },
  { what: 'a load of 1,5', set: { loadG: '1,5' }, sentence: /load.*must be.*but was "1,5"/i },
  { what: 'a load of half a gram', set: { loadG: 0.5 }, sentence: /load.*must be.*but was/i },
  { what: '-5 kg', set: { loadG: -5_000 }, sentence: /load.*must be.*but was/i },
  { what: '5,000 kg', set: { loadG: 5_000_000 }, sentence: /load.*must be.*but was/i },
  { what: 'a million reps', set: { reps: 1_000_000 }, sentence: /reps.*must be.*but was/i },
  { what: 'a kind that is none', set: { kind: 'heroic' }, sentence: /kind.*must be.*but was "heroic"/i },
  { what: 'a field that is none', set: { total: 1 }, sentence: /"total", which is not known/ },
  { what: 'an id that is none', set: { id: '' }, sentence: /id.*(must be|is empty)/i },
  { what: 'done in the year 275760', set: { doneAt: 8.64e15 }, sentence: /done at.*must be/i },
]

test('bad-input: a set that can’t be is set aside with its sentence, and the queue goes on', async () => {
  const deviceId = newId()
  const now = Date.now()
  const good = { id: newId(), position: 'a0', ...figures(5), doneAt: now }
  const args = [...SETS.map(({ set }) => ({ ...good, ...set })), good].map((set) => ({
    workoutId: 'w',
    entryId: 'e',
    set,
  }))
  const answer = await ana.mutate('sync.push', {
    ...{ protocol: 1, deviceId, space: ana.userId, schemaV: 1, build: 'story', clientNow: now },
    mutations: args.map((given, i) => ({
      seq: i + 1,
      mid: newId(),
      name: 'workouts.addSet',
      v: 1,
      args: given,
      at: now,
    })),
  })
  expect(answer.status, answer.text).toBe(200)
  const { results } = (answer.body as { result: { data: { results: { status: string; message?: string }[] } } }).result
    .data
  for (const [i, { what, sentence }] of SETS.entries()) {
    expect(results[i]?.status, what).toBe('quarantined')
    expect(results[i]?.message, what).toMatch(sentence)
  }
  expect(results.at(-1)?.status).toBe('applied')
  await asAdmin(database.admin, async (sql) => {
    expect(await sql`select id from logged_set where athlete_id = ${ana.userId}`).toHaveLength(1)
    expect(await sql`select seq from sync_quarantine where space_id = ${ana.userId}`).toHaveLength(SETS.length)
  })
})

test('bad-input: after all of it the app serves, and no 500 was ever answered', async () => {
  expect((await ana.query('users.me')).status).toBe(200)
  const metrics = await (await fetch(app.metricsUrl)).text()
  expect(metrics).toMatch(/spotter_http_seconds_count\{kind="api",status="4xx"\} [1-9]/)
  expect(metrics).not.toContain('status="5xx"')
  expect(app.lines.filter((line) => line.includes('"level":"error"'))).toEqual([])
})
