/**
 * Live streams: `/api/events?space=…` says when an athlete's data has changed, to the athlete and to a coach who may
 * see it. It ends when the grant or the session ends, so a revoked page goes blank. An unknown athlete and one that
 * this person may not see answer alike.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { mayReadTraining } from '../modules/coaching/service/access.ts'
import { forgetSessions } from '../modules/users/service/sessions.ts'
import { bus } from '../server/bus.ts'
import { type EventStream, openEventStream } from '../server/http/event-stream.ts'
import { sendJson } from '../server/http/probes.ts'
import { isId } from '../shared/id.ts'
import { readPoke } from '../sync/server/poke.ts'
import { principalFromRequest } from './principal.ts'

/** Sessions are asked again this often: with the 10 s that a session may be believed, a revoked one ends within 30 s. */
const RECHECK_MS = 15_000

type Open = { stream: EventStream; req: IncomingMessage; userId: string; space: string }

export function eventStreams() {
  const open = new Set<Open>()
  const events = bus()

  const offPoke = events.on(
    'spotter_poke',
    (payload) => {
      const spaces = readPoke(payload)
      for (const { stream, space } of open) if (spaces.has(space)) stream.send('poke')
    },
    // Nobody knows which pokes were lost while the database was away: every page looks.
    () => {
      for (const { stream } of open) stream.send('poke')
    },
  )
  const offAccess = events.on('spotter_access', recheckAll, recheckAll)
  const offSession = events.on(
    'spotter_session',
    (ended) => {
      forgetSessions(ended.split(','))
      void recheckAll()
    },
    recheckAll,
  )
  const timer = setInterval(() => void recheckAll(), RECHECK_MS)

  async function recheckAll() {
    await Promise.all([...open].map(recheck))
  }

  async function recheck(entry: Open) {
    // A database that can't say is no reason to end a stream: the next check will tell.
    const actor = await principalFromRequest(entry.req).catch(() => undefined)
    if (actor === undefined) return
    if (actor === null) return end(entry, 'signed-out')
    const allowed = await maySee(actor, entry.space).catch(() => true)
    if (!allowed) end(entry, 'revoked')
  }

  function end(entry: Open, event: string) {
    open.delete(entry)
    entry.stream.send(event)
    entry.stream.close()
  }

  async function maySee(actor: { userId: string; sessionId: string | null }, space: string): Promise<boolean> {
    return actor.userId === space || (await mayReadTraining(actor, space))
  }

  return {
    async open(req: IncomingMessage, res: ServerResponse, _requestId: string): Promise<void> {
      const actor = await principalFromRequest(req)
      if (!actor) return sendJson(res, 401, { error: 'You are signed out: sign in to go on.' })
      const space = new URL(req.url ?? '', 'http://local').searchParams.get('space') ?? actor.userId
      if (!isId(space) || !(await maySee(actor, space))) {
        return sendJson(res, 404, { error: 'There is no such athlete among those who share their training with you.' })
      }
      const stream = openEventStream(req, res)
      const entry: Open = { stream, req, userId: actor.userId, space }
      open.add(entry)
      stream.onClose(() => open.delete(entry))
      stream.send('hello')
    },
    closeAll() {
      for (const entry of open) end(entry, 'restart')
    },
    async stop() {
      clearInterval(timer)
      offPoke()
      offAccess()
      offSession()
      await events.stop()
    },
  }
}
