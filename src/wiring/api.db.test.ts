/** The REST API over HTTP, as a script of somebody's uses it: their own log, nothing of others, and garbage is told so. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TokenScope } from '../modules/users/model/api-tokens.ts'
import { makeToken, removeToken } from '../modules/users/service/api-tokens.ts'
import { measurements } from '../modules/workouts/model/body.ts'
import { routines } from '../modules/workouts/model/routines.ts'
import { workouts } from '../modules/workouts/model.ts'
import { withActor } from '../server/db.ts'
import { newId } from '../shared/id.ts'
import { withSpace } from '../sync/server/space.ts'
import type { TestDatabase } from '../test/database.ts'
import { ARGS, newRowIds } from '../test/mutation-args.ts'
import { newPerson, openServices, type Person } from '../test/people.ts'
import { API_ADDRESSES, answerApi, apiDocument } from './api.ts'
import { syncedMutations, syncServer } from './sync-server.ts'

let db: TestDatabase
let origin = ''
const server = createServer((req, res) => {
  void answerApi(req, res, req.url?.split('?', 1)[0] ?? '/')
})
beforeAll(async () => {
  db = await openServices()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => server.close())

type Answer = { status: number; body: Record<string, unknown> & { error?: { code: string; message: string } } }

/** A script of this person's. */
async function scriptOf(person: Person, scope: TokenScope = 'write') {
  const { token, id } = await makeToken(person, { name: 'My script', scope })
  return { tokenId: id, token, ask: (path: string, init: RequestInit = {}) => ask(token, path, init) }
}

async function ask(token: string | null, path: string, init: RequestInit = {}): Promise<Answer> {
  const headers = { ...(token && { authorization: `Bearer ${token}` }), ...(init.headers as object) }
  const answer = await fetch(`${origin}/api/v1${path}`, { ...init, headers })
  return { status: answer.status, body: (await answer.json()) as Answer['body'] }
}

const json = (body: unknown, key = newId()): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', 'idempotency-key': key },
  body: typeof body === 'string' ? body : JSON.stringify(body),
})

/** At 18:00 in Ljubljana, some days ago. */
function session(daysAgo: number, fields: object = {}) {
  const day = new Date(Date.now() - daysAgo * 86_400_000).toISOString().slice(0, 10)
  return {
    ...{ title: 'Push day', startedAt: `${day}T18:00:00+01:00`, endedAt: `${day}T19:05:00+01:00` },
    ...{ zone: 'Europe/Ljubljana', notes: 'Good one', sessionRpe: 7 },
    exercises: [
      {
        ...{ exerciseId: 'bench-press', notes: 'Paused' },
        sets: [
          { kind: 'warmup', loadG: 20_000, reps: 10 },
          { loadG: 60_000, reps: 8, rir: 1.5 },
        ],
      },
      { exerciseId: 'plank', superset: 1, sets: [{ durationMs: 60_000, notes: 'Shaky' }] },
    ],
    ...fields,
  }
}

const post = async (
  script: { ask: typeof scriptOf extends never ? never : (p: string, i?: RequestInit) => Promise<Answer> },
  daysAgo: number,
) => (await script.ask('/workouts', json(session(daysAgo)))).body as { id: string }

describe('a finished workout that is sent', () => {
  test('is in the log as if a phone had sent it, and is shown again whole', async () => {
    const ida = await newPerson('Ida')
    const script = await scriptOf(ida)
    const made = await script.ask('/workouts', json(session(2)))
    expect(made.status).toBe(201)
    expect(made.body).toMatchObject({
      ...{ title: 'Push day', state: 'done', source: 'app', activeMs: 65 * 60_000, notes: 'Good one', sessionRpe: 7 },
      ...{ zone: 'Europe/Ljubljana', bodyweightG: null },
      exercises: [
        {
          ...{ exerciseId: 'bench-press', notes: 'Paused', superset: null },
          sets: [
            { kind: 'warmup', loadMode: 'external', loadG: 20_000, reps: 10, rir: null },
            { kind: 'normal', loadG: 60_000, reps: 8, rir: 1.5, doneAt: (made.body as { endedAt: string }).endedAt },
          ],
        },
        { exerciseId: 'plank', superset: 1, sets: [{ durationMs: 60_000, loadG: null, notes: 'Shaky' }] },
      ],
    })
    expect(await script.ask(`/workouts/${made.body.id}`)).toEqual({ status: 200, body: made.body })
    // A phone is told of it (a profile was there before), and its days are to be derived.
    const [row] = await db.admin`
      select (select count(*)::int from dirty_day where athlete_id = ${ida.userId}) as days,
        (select count(*)::int from sync_row where space_id = ${ida.userId}) as rows`
    expect(row).toEqual({ days: 1, rows: 7 })
  })

  test('is one workout however often it comes, also at once, and its key is nobody else’s', async () => {
    const [ida, sam] = [await newPerson('Ida'), await newPerson('Sam')]
    const [script, his] = [await scriptOf(ida), await scriptOf(sam)]
    const order = json(session(1), 'push-day-1')
    const all = await Promise.all([1, 2, 3].map(() => script.ask('/workouts', order)))
    const again = await script.ask('/workouts', order)
    expect(again.status).toBe(200)
    expect(new Set(all.map(({ body }) => body.id))).toEqual(new Set([again.body.id]))
    expect((await script.ask('/workouts')).body.workouts).toHaveLength(1)
    expect(await script.ask('/workouts', json(session(1, { title: 'Another' }), 'push-day-1'))).toMatchObject({
      status: 409,
      body: { error: { code: 'conflict', message: /another workout already/ } } as never,
    })
    expect((await his.ask('/workouts', order)).body.id).not.toBe(again.body.id)
    await withActor(ida, [ida.userId], (tx) =>
      withSpace(tx, ida.userId, (space) => space.delete(workouts, String(again.body.id))),
    )
    expect((await script.ask('/workouts', order)).body.error?.message).toMatch(/was removed since/)
    expect((await script.ask('/workouts')).body.workouts).toEqual([])
  })

  test('goes on after workouts of another token, and after its own', async () => {
    const ida = await newPerson('Ida')
    const [one, two] = [await scriptOf(ida), await scriptOf(ida)]
    for (const script of [one, two, one, one, two]) {
      expect((await script.ask('/workouts', json(session(3)))).status).toBe(201)
    }
    expect((await one.ask('/workouts')).body.workouts).toHaveLength(5)
  })

  const wrong: [string, unknown, string | RegExp][] = [
    ['no JSON', '{"title":', 'The request’s body is no JSON: send it again.'],
    ['a list', [], /must be an object/],
    ['nothing', {}, /Started at is missing|startedAt is missing|Started at/],
    ['a field too many', session(1, { color: 'red' }), /"color", which is not known/],
    ['tomorrow', session(-1), 'It starts or ends after now: send a workout once it is finished.'],
    ['no zone', session(1, { zone: 'Mars/Base' }), '“Mars/Base” is no time zone: name one such as Europe/Ljubljana.'],
    [
      'the wrong way round',
      session(1, { endedAt: '2020-01-01T00:00:00Z' }),
      'It ends before it starts: look at endedAt.',
    ],
    ['the year 1', session(1, { startedAt: '0001-01-01T00:00:00Z' }), /before 1900/],
    ['30 February', session(1, { startedAt: '2026-02-30T00:00:00Z' }), /./],
    ['no exercise', session(1, { exercises: [] }), /a list of at least 1/],
    [
      'an unknown exercise',
      withSet({ reps: 5 }, 'moon-walk'),
      'Exercise 1 is none that there is: “moon-walk”. Take one of /exercises.',
    ],
    ['a NUL', session(1, { title: 'a\0b' }), /./],
    ['half a surrogate', session(1, { notes: '\ud800' }), /./],
    ['an empty set', withSet({}), 'Set 1 of exercise 1 says nothing: give it reps, durationMs or distanceM.'],
    ['three tons', withSet({ reps: 1, loadG: 3_000_000 }), /at most 2,?000/],
    ['half a rep', withSet({ reps: 2.5 }), /whole number/],
    ['a quarter in reserve', withSet({ reps: 2, rir: 1.25 }), /multiple of 0.5/],
    ['a set of another day', withSet({ reps: 2, doneAt: '2020-01-01T00:00:00Z' }), /before the start or after the end/],
  ]
  function withSet(set: object, exerciseId = 'bench-press') {
    return session(1, { exercises: [{ exerciseId, sets: [set] }] })
  }

  test.each(wrong)('with %s is refused in a sentence, and nothing of it is stored', async (_, body, sentence) => {
    const ida = await newPerson('Ida')
    const script = await scriptOf(ida)
    const answer = await script.ask('/workouts', json(body))
    expect(answer.status, JSON.stringify(answer.body)).toBe(400)
    expect(answer.body.error?.message).toMatch(sentence)
    expect((await script.ask('/workouts')).body.workouts).toEqual([])
  })

  test('needs a key, JSON, a token that may write, and is no book', async () => {
    const ida = await newPerson('Ida')
    const [script, reader] = [await scriptOf(ida), await scriptOf(ida, 'read')]
    const order = json(session(1))
    const bare = { ...order, headers: { 'content-type': 'application/json' } }
    expect(await script.ask('/workouts', bare)).toMatchObject({
      status: 400,
      body: { error: { message: 'The header Idempotency-Key is missing.' } },
    })
    expect((await script.ask('/workouts', { ...order, headers: { 'idempotency-key': 'abcdefgh' } })).status).toBe(415)
    expect(await reader.ask('/workouts', order)).toMatchObject({
      status: 403,
      body: { error: { message: 'The token “My script” may only read: make one that may also write.' } },
    })
    expect((await script.ask('/workouts', json(' '.repeat(2_000_000)))).status).toBe(413)
  })
})

describe('what is asked for', () => {
  test('comes in pages that leave nothing out and repeat nothing', async () => {
    const script = await scriptOf(await newPerson('Ida'))
    const ids: string[] = []
    for (const daysAgo of [1, 2, 3, 3, 4]) ids.push((await post(script, daysAgo)).id)
    const seen: string[] = []
    let cursor: unknown = ''
    while (cursor !== null) {
      const { body } = await script.ask(`/workouts?limit=2${cursor ? `&cursor=${cursor}` : ''}`)
      seen.push(...(body.workouts as { id: string }[]).map(({ id }) => id))
      cursor = body.nextCursor
    }
    expect(seen).toHaveLength(5)
    expect(new Set(seen)).toEqual(new Set(ids))
  })

  test('holds routines, figures of the body, and exercises, shipped and own', async () => {
    const ida = await newPerson('Ida')
    const script = await scriptOf(ida)
    const ids = newRowIds()
    const args = (name: string) => ARGS[name]?.(ids) as never
    const at = { protocol: 1, schemaV: 1, deviceId: newId(), space: ida.userId, build: 'test', clientNow: Date.now() }
    const names = ['exercises.create', 'workouts.addRoutine', 'workouts.addMeasurement']
    const mutations = names.map((name, i) => {
      const v = syncedMutations.find((mutation) => mutation.name === name)?.v ?? 1
      return { seq: i + 1, mid: newId(), name, v, args: args(name), at: Date.now() }
    })
    await syncServer().push({ id: ida.userId }, { ...at, mutations })
    expect((await script.ask('/exercises?own=true')).body.exercises).toMatchObject([{ name: 'Yoke walk', own: true }])
    const all = (await script.ask('/exercises')).body.exercises as { id: string }[]
    expect(all.length).toBeGreaterThan(300)
    expect(all.map(({ id }) => id)).toContain('bench-press')
    expect((await script.ask('/routines')).body.routines).toMatchObject([
      { id: ids.routineId, title: 'Push day', exercises: [{ exerciseId: 'bench-press', sets: [{ reps: 5 }] }] },
    ])
    expect((await script.ask('/body-measurements?kind=weight')).body).toEqual({
      measurements: [
        {
          id: ids.measurementId,
          kind: 'weight',
          value: 80_000,
          at: '2023-11-14T22:13:20.000Z',
          localDay: '2023-11-14',
        },
      ],
      nextCursor: null,
    })
    expect((await script.ask('/body-measurements?kind=waist')).body.measurements).toEqual([])
    expect((await script.ask('/me')).body).toEqual({ id: ida.userId, token: { name: 'My script', scope: 'write' } })
  })

  test('is told as it changes: each thing once, as it is now, and what is gone as gone', async () => {
    const ida = await newPerson('Ida')
    const script = await scriptOf(ida)
    const { id } = await post(script, 2)
    const first = (await script.ask('/events')).body as { events: object[]; cursor: string; more: boolean }
    expect(first).toMatchObject({
      events: [{ type: 'updated', of: 'workout', id, data: { title: 'Push day' } }],
      more: false,
    })
    expect((await script.ask(`/events?cursor=${first.cursor}`)).body).toMatchObject({
      events: [],
      cursor: first.cursor,
    })

    const inLog = (write: Parameters<typeof withSpace>[2]) =>
      withActor(ida, [ida.userId], (tx) => withSpace(tx, ida.userId, write))
    const other = await post(script, 1)
    await inLog(async (space) => {
      await space.patch(workouts, id, { title: 'Renamed' })
      await space.delete(workouts, other.id)
      await space.put(measurements, { id: 'm', kind: 'waist', value: 800, at: 5, localDay: 0 })
      await space.put(routines, { id: 'r', title: 'A', folderId: null, position: 'a0', notes: '', exercises: [] })
    })
    const second = (await script.ask(`/events?cursor=${first.cursor}`)).body as typeof first
    expect(second.events).toHaveLength(4)
    expect(second.events).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ type: 'updated', id, data: expect.objectContaining({ title: 'Renamed' }) }),
        { type: 'deleted', of: 'workout', id: other.id },
        expect.objectContaining({ type: 'updated', of: 'bodyMeasurement', id: 'm' }),
        expect.objectContaining({ type: 'updated', of: 'routine', id: 'r' }),
      ]),
    )
  })

  test('since a cursor of before a restore is refused: read anew', async () => {
    const script = await scriptOf(await newPerson('Ida'))
    await post(script, 2)
    const { cursor } = (await script.ask('/events')).body as { cursor: string }
    const [, ...rest] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[]
    const old = Buffer.from(JSON.stringify([newId(), ...rest])).toString('base64url')
    expect(await script.ask(`/events?cursor=${old}`)).toMatchObject({ status: 409 })
  })

  test('as garbage is answered with a sentence and never with a 500', async () => {
    const script = await scriptOf(await newPerson('Ida'))
    const far = Buffer.from('[1e300,"x"]').toString('base64url')
    const odd = Buffer.from(JSON.stringify([newId(), 99, '\0', '\0'])).toString('base64url')
    const asked: [string, number][] = [
      ...['/workouts?limit=0', '/workouts?limit=101', '/workouts?limit=1e9', '/workouts?limit='].map(bad),
      ...['/workouts?cursor=', '/workouts?cursor=zzz', `/workouts?cursor=${far}`, '/workouts?limit=1&limit=2'].map(bad),
      ...['/workouts?page=2', '/exercises?own=maybe', '/body-measurements?kind=soul', '/events?cursor=W10'].map(bad),
      ...[`/events?cursor=${odd}`, `/workouts/${'x'.repeat(90)}`, '/workouts//', '/workouts/%00', '/workouts/a%00b'].map(bad),
      ...['/workouts/%E0%A4%A', '/nothing', '/', '', '/workouts/x/y', '/workout'].map(none),
      ...['/workouts/none', `/workouts/${newId()}`, '/workouts/..%2fme'].map(none),
    ]
    for (const [path, status] of asked) {
      const answer = await script.ask(path)
      expect([path, answer.status], JSON.stringify(answer.body)).toEqual([path, status])
      expect(answer.body.error?.message, path).toMatch(/^[“A-Z].+\.$/)
    }
    for (const method of ['PUT', 'DELETE', 'PATCH']) {
      expect(await script.ask('/workouts', { method })).toMatchObject({
        status: 405,
        body: { error: { code: 'wrong_method' } },
      })
    }
  })
})

const bad = (path: string): [string, number] => [path, 400]
const none = (path: string): [string, number] => [path, 404]

describe('another person’s log', () => {
  test('answers as one that does not exist, at every address', async () => {
    const [ida, sam] = [await newPerson('Ida'), await newPerson('Sam')]
    const [hers, his] = [await scriptOf(ida), await scriptOf(sam)]
    const { id } = await post(hers, 1)
    const { cursor } = (await hers.ask('/events')).body as { cursor: string }
    expect(await his.ask(`/workouts/${id}`)).toEqual(await his.ask(`/workouts/${newId()}`))
    expect((await his.ask(`/workouts/${id}`)).status).toBe(404)
    for (const [path, list] of [
      ['/workouts', 'workouts'],
      ['/events', 'events'],
      ['/routines', 'routines'],
      ['/body-measurements', 'measurements'],
      ['/exercises?own=true', 'exercises'],
    ] as const) {
      expect((await his.ask(path)).body[list], path).toEqual([])
    }
    // A cursor names a place in one's own log, whosever it was.
    const answer = await his.ask(`/events?cursor=${cursor}`)
    expect(JSON.stringify(answer.body)).not.toContain(id)
  })
})

describe('a token', () => {
  test('opens nothing when it is missing, wrong, in the address, or was taken back', async () => {
    const ida = await newPerson('Ida')
    const { token, tokenId, ask: own } = await scriptOf(ida)
    expect((await own('/me')).status).toBe(200)
    const wrong = `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`
    for (const none of [null, wrong, 'x', `${token}x`]) {
      const answer = await ask(none, '/me')
      expect(answer).toMatchObject({ status: 401, body: { error: { code: 'unauthenticated' } } })
    }
    expect((await ask(null, `/me?access_token=${token}`)).status).toBe(401)
    await removeToken(ida, { tokenId })
    expect((await own('/me')).status).toBe(401)
    // What is stored opens nothing, and tells nothing of the token but its tail.
    const other = await scriptOf(ida)
    const stored = JSON.stringify(await db.admin`select * from api_token where user_id = ${ida.userId}`)
    expect(stored).not.toContain(other.token.slice('spotter_'.length, -4))
  })

  test('is answered 429 with a wait when its account asks too much, and guesses are counted', async () => {
    const ida = await newPerson('Ida')
    const { token } = await scriptOf(ida)
    await db.admin`update rate_limit set points = 600 where key like 'api-user:%'`
    await ask(token, '/me')
    await db.admin`update rate_limit set points = 600 where key like 'api-user:%'`
    const full = await fetch(`${origin}/api/v1/me`, { headers: { authorization: `Bearer ${token}` } })
    expect(full.status).toBe(429)
    expect(Number(full.headers.get('retry-after'))).toBeGreaterThan(0)
    await db.admin`update rate_limit set points = 60 where key like 'token-ip:%'`
    expect((await ask('guess', '/me')).status).toBe(429)
    await db.admin`delete from rate_limit`
  })

  test('of an account that is about to be deleted opens nothing', async () => {
    const ida = await newPerson('Ida')
    const { ask: own } = await scriptOf(ida)
    await db.admin`
      insert into privacy_request (id, user_id, kind, asked_at, due_at, state)
      values (${newId()}, ${ida.userId}, 'delete', 1, 2, 'pending')`
    expect(await own('/me')).toMatchObject({
      status: 401,
      body: { error: { message: /about to be deleted/ } } as never,
    })
  })
})

describe('the document', () => {
  test('names every address with its schemas, and is shown to whoever asks', async () => {
    const answer = await fetch(`${origin}/api/v1/openapi.json`)
    const document = (await answer.json()) as ReturnType<typeof apiDocument> & { paths: Record<string, object> }
    expect(document).toEqual(JSON.parse(JSON.stringify(apiDocument())))
    expect(
      Object.entries(document.paths)
        .flatMap(([path, all]) => Object.keys(all).map((method) => `${method} ${path}`))
        .sort(),
    ).toEqual(API_ADDRESSES.map(({ method, path }) => `${method.toLowerCase()} ${path}`).sort())
    const { createWorkout } = { createWorkout: document.paths['/workouts'] as { post: { requestBody: object } } }
    expect(JSON.stringify(createWorkout.post.requestBody)).toMatch(/"loadG"/)
  })

  test('is a page for people, without a script', async () => {
    const page = await (await fetch(`${origin}/developers`)).text()
    for (const { path, summary } of API_ADDRESSES) {
      expect(page).toContain(path)
      expect(page).toContain(summary)
    }
    expect(page).not.toMatch(/<script/)
  })

  test('tells the truth: what each address gives fits the schema that it names', async () => {
    const script = await scriptOf(await newPerson('Ida'))
    const { id } = await post(script, 1)
    for (const address of API_ADDRESSES) {
      if (address.method !== 'GET') continue
      const { body } = await script.ask(address.path.replace('{workoutId}', id))
      const read = address.returns.safeParse(body)
      expect(read.error?.issues ?? [], address.path).toEqual([])
    }
  })
})
