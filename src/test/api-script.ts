/** Scripts of people that speak to the REST API over HTTP, and what they send. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll } from 'vitest'
import type { TokenScope } from '../modules/users/model.ts'
import { makeToken } from '../modules/users/service/api-tokens.ts'
import { newId } from '../shared/id.ts'
import { answerApi } from '../wiring/api.ts'
import type { TestDatabase } from './database.ts'
import { openServices, type Person } from './people.ts'

export type Answer = { status: number; body: Record<string, unknown> & { error?: { code: string; message: string } } }
type Ask = (path: string, init?: RequestInit) => Promise<Answer>

/** Call it at the top of a file: its database and its server are there in each test. */
export function apiScripts() {
  const stage = {} as { db: TestDatabase; origin: string }
  const server = createServer((req, res) => {
    void answerApi(req, res, req.url?.split('?', 1)[0] ?? '/')
  })
  beforeAll(async () => {
    stage.db = await openServices()
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    stage.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  afterAll(() => server.close())

  async function ask(token: string | null, path: string, init: RequestInit = {}): Promise<Answer> {
    const headers = { ...(token && { authorization: `Bearer ${token}` }), ...(init.headers as object) }
    const answer = await fetch(`${stage.origin}/api/v1${path}`, { ...init, headers })
    return { status: answer.status, body: (await answer.json()) as Answer['body'] }
  }
  return {
    ...{ stage, ask },
    /** A script of this person's. */
    async scriptOf(person: Person, scope: TokenScope = 'write') {
      const { token, id } = await makeToken(person, { name: 'My script', scope })
      return { tokenId: id, token, ask: ((path, init = {}) => ask(token, path, init)) as Ask }
    },
    /** Sends a session of some days ago. */
    async post(script: { ask: Ask }, daysAgo: number): Promise<{ id: string }> {
      return (await script.ask('/workouts', json(session(daysAgo)))).body as { id: string }
    },
  }
}

export const json = (body: unknown, key = newId()): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', 'idempotency-key': key },
  body: typeof body === 'string' ? body : JSON.stringify(body),
})

/** At 18:00 in Ljubljana, some days ago. */
export function session(daysAgo: number, fields: object = {}) {
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
