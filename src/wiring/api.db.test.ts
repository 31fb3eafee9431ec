/** What a script of somebody's sends into their log, and what its token opens. */
import { describe, expect, test } from 'vitest'
import { removeToken } from '../modules/users/service/api-tokens.ts'
import { workouts } from '../modules/workouts/model.ts'
import { withActor } from '../server/db.ts'
import { newId } from '../shared/id.ts'
import { withSpace } from '../sync/server/space.ts'
import { apiScripts, json, session } from '../test/api-script.ts'
import { newPerson } from '../test/people.ts'

const { stage, ask, scriptOf } = apiScripts()

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
    const [row] = await stage.db.admin`
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
    ['30 February', session(1, { startedAt: '2026-02-30T00:00:00Z' }), /There is no such day as 2026-02-30/],
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
    const stored = JSON.stringify(await stage.db.admin`select * from api_token where user_id = ${ida.userId}`)
    expect(stored).not.toContain(other.token.slice('spotter_'.length, -4))
  })

  test('is answered 429 with a wait when its account asks too much, and guesses are counted', async () => {
    const ida = await newPerson('Ida')
    const { token } = await scriptOf(ida)
    await stage.db.admin`update rate_limit set points = 600 where key like 'api-user:%'`
    await ask(token, '/me')
    await stage.db.admin`update rate_limit set points = 600 where key like 'api-user:%'`
    const full = await fetch(`${stage.origin}/api/v1/me`, { headers: { authorization: `Bearer ${token}` } })
    expect(full.status).toBe(429)
    expect(Number(full.headers.get('retry-after'))).toBeGreaterThan(0)
    await stage.db.admin`update rate_limit set points = 60 where key like 'token-ip:%'`
    expect((await ask('guess', '/me')).status).toBe(429)
    await stage.db.admin`delete from rate_limit`
  })

  test('of an account that is about to be deleted opens nothing', async () => {
    const ida = await newPerson('Ida')
    const { ask: own } = await scriptOf(ida)
    await stage.db.admin`
      insert into privacy_request (id, user_id, kind, asked_at, due_at, state)
      values (${newId()}, ${ida.userId}, 'delete', 1, 2, 'pending')`
    expect(await own('/me')).toMatchObject({
      status: 401,
      body: { error: { message: /about to be deleted/ } } as never,
    })
  })
})
