/** `/api/v1`: every module's addresses behind access tokens, their OpenAPI document, and the page about them. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import * as z from 'zod/mini'
import { exerciseAddresses } from '../modules/exercises/http.ts'
import { holderOfToken } from '../modules/users/service/api-tokens.ts'
import { workoutAddresses } from '../modules/workouts/http.ts'
import type { ApiPorts } from '../modules/workouts/service/api.ts'
import { withActor } from '../server/db.ts'
import { siteUrl } from '../server/env.ts'
import { apiPage } from '../server/http/api-page.ts'
import { ADDRESS_HEADER } from '../server/http/client-address.ts'
import { openApiOf } from '../server/http/openapi.ts'
import { sendJson } from '../server/http/probes.ts'
import { answerRest, type RestAddress } from '../server/http/rest.ts'
import { appError } from '../shared/errors.ts'
import { PROTOCOL, SCHEMA_V } from '../sync/wire.ts'
import { syncServer } from './sync-server.ts'

const ROWS_A_PAGE = 500
const MOST_TRIES = 8

const ports: ApiPorts = {
  async push({ userId }, deviceId, sent) {
    const at = Date.now()
    const given = { protocol: PROTOCOL, schemaV: SCHEMA_V, deviceId, space: userId, build: 'api', clientNow: at }
    // Each token is a device of its own to sync; which number it is at, sync says.
    for (let next = 1, tries = 0; tries < MOST_TRIES; tries++) {
      const mutations = sent.map((one, index) => ({ ...one, seq: next + index, at }))
      const output = await syncServer().push({ id: userId }, { ...given, clientNow: Date.now(), mutations })
      if (output.fork || output.expected !== undefined) {
        next = output.lastSeq + 1
        continue
      }
      const refused = output.results.find(({ status }) => status === 'rejected' || status === 'quarantined')
      if (refused) throw appError('bad_input', refused.message ?? 'The log does not take this workout.')
      return
    }
    throw appError('unavailable', 'Too much is being sent at once: try again in a moment.')
  },
  isKnown: (actor, mid) =>
    withActor(actor, [actor.userId], async (tx) => {
      const found = await tx`
        select 1 from sync_receipt where space_id = ${actor.userId} and mid = ${mid} and status = 'applied'`
      return found.length > 0
    }),
  pull({ userId }, { deviceId, epoch, cursor }) {
    const given = { protocol: PROTOCOL, schemaV: SCHEMA_V, deviceId, space: userId, epoch, cursor, limit: ROWS_A_PAGE }
    return syncServer().pull({ id: userId }, given)
  },
}

const meAddress: RestAddress = {
  method: 'GET',
  path: '/me',
  id: 'getMe',
  summary: 'Whose token this is',
  description: 'A quick way to see whether a token works.',
  scope: 'read',
  returns: z.object({ id: z.string(), token: z.object({ name: z.string(), scope: z.enum(['read', 'write']) }) }),
  run: async ({ holder: { actor, name, scope } }) => ({ body: { id: actor.userId, token: { name, scope } } }),
}

export const API_ADDRESSES = [meAddress, ...workoutAddresses(ports), ...exerciseAddresses]

export const apiDocument = () =>
  openApiOf(API_ADDRESSES, {
    title: 'Spotter',
    version: '1',
    description:
      'Your own training log, for your own programs. Make a token in your account’s settings. Loads are grams, distances metres, durations milliseconds, instants ISO 8601. Nothing is ever taken out of version 1; fields may be added.',
    server: siteUrl(),
  })

/** False when it is none of these addresses. */
export async function answerApi(req: IncomingMessage, res: ServerResponse, path: string): Promise<boolean> {
  if (path === '/developers') {
    res.setHeader('content-type', 'text/html; charset=utf-8')
    res.setHeader('cache-control', 'no-cache')
    res.setHeader('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'")
    res.end(apiPage(apiDocument()))
    return true
  }
  if (path !== '/api/v1' && !path.startsWith('/api/v1/')) return false
  if (path === '/api/v1/openapi.json') sendJson(res, 200, apiDocument())
  else {
    const ip = String(req.headers[ADDRESS_HEADER] ?? req.socket.remoteAddress ?? 'unknown')
    await answerRest(req, res, { addresses: API_ADDRESSES, findHolder: (token) => holderOfToken({ token, ip }) })
  }
  return true
}
