/** What a script of somebody's is told: their own log, nothing of others, and garbage is told so. */
import { describe, expect, test } from 'vitest'
import { measurements } from '../modules/workouts/model/body.ts'
import { routines } from '../modules/workouts/model/routines.ts'
import { workouts } from '../modules/workouts/model.ts'
import { withActor } from '../server/db.ts'
import { newId } from '../shared/id.ts'
import { withSpace } from '../sync/server/space.ts'
import { apiScripts } from '../test/api-script.ts'
import { ARGS, newRowIds } from '../test/mutation-args.ts'
import { newPerson } from '../test/people.ts'
import { API_ADDRESSES, apiDocument } from './api.ts'
import { syncedMutations, syncServer } from './sync-server.ts'

const { stage, scriptOf, post } = apiScripts()

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
      ...[
        `/events?cursor=${odd}`,
        `/workouts/${'x'.repeat(90)}`,
        '/workouts//',
        '/workouts/%00',
        '/workouts/a%00b',
      ].map(bad),
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

describe('the document', () => {
  test('names every address with its schemas, and is shown to whoever asks', async () => {
    const answer = await fetch(`${stage.origin}/api/v1/openapi.json`)
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
    const page = await (await fetch(`${stage.origin}/developers`)).text()
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
