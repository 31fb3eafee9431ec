/** Workouts, routines and the body in the REST API. */
import * as z from 'zod/mini'
import type { RestAddress } from '../../server/http/rest.ts'
import {
  apiEvents,
  apiMeasurement,
  apiRoutine,
  apiWorkout,
  idempotencyKey,
  type NewApiWorkout,
  newApiWorkout,
} from './model/api.ts'
import { MEASURES } from './model/body.ts'
import * as service from './service/api.ts'

const cursorText = z.string().check(z.minLength(1), z.maxLength(400))
const limitOf = (most: number, usual: number) => ({
  schema: z.int().check(z.gte(1), z.lte(most)),
  description: `How many at once, 1 to ${most}; ${usual} where it is left out.`,
})
const pageCursor = { schema: cursorText, description: '`nextCursor` of the page before.' }
const nextCursor = z.nullable(z.string())
const asText = (value: unknown) => value as string | undefined

export const workoutAddresses = (ports: service.ApiPorts): readonly RestAddress[] => [
  {
    method: 'GET',
    path: '/workouts',
    id: 'listWorkouts',
    summary: 'Workouts, newest first',
    description: 'With everything in them. The open one, if there is one, is among them.',
    scope: 'read',
    query: { limit: limitOf(100, 20), cursor: pageCursor },
    returns: z.object({ workouts: z.array(apiWorkout), nextCursor }),
    async run({ holder, query }) {
      const { limit = 20 } = query as { limit?: number }
      return { body: await service.listWorkouts(holder.actor, { limit, cursor: asText(query.cursor) }) }
    },
  },
  {
    method: 'POST',
    path: '/workouts',
    id: 'createWorkout',
    summary: 'A finished workout',
    description:
      'Goes into the log as if a phone had sent it: records, totals and your coach’s view follow. Send the same request again whenever you are not sure that it arrived: the same key is the same workout, and makes no second one.',
    scope: 'write',
    headers: {
      'Idempotency-Key': {
        schema: idempotencyKey,
        description: 'Names this workout among all that you send: 8 to 200 letters, digits or signs without spaces.',
      },
    },
    body: newApiWorkout,
    returns: apiWorkout,
    also: {
      201: 'It is in the log now; 200 says that it already was.',
      409: 'The key stands for another workout, or for one that was removed since.',
    },
    async run({ holder, headers, body }) {
      const { isNew, workout } = await service.createWorkout(ports, holder.actor, {
        tokenId: holder.tokenId,
        key: headers['idempotency-key'] ?? '',
        workout: body as NewApiWorkout,
      })
      return { status: isNew ? 201 : 200, body: workout }
    },
  },
  {
    method: 'GET',
    path: '/workouts/{workoutId}',
    id: 'getWorkout',
    summary: 'One workout',
    description: 'With everything in it.',
    scope: 'read',
    params: { workoutId: { schema: apiWorkout.shape.id, description: 'Its id.' } },
    returns: apiWorkout,
    also: { 404: 'There is no such workout in your log.' },
    async run({ holder, params }) {
      return { body: await service.getWorkout(holder.actor, { id: params.workoutId ?? '' }) }
    },
  },
  {
    method: 'GET',
    path: '/routines',
    id: 'listRoutines',
    summary: 'Routines',
    description: 'All of them, in your order.',
    scope: 'read',
    returns: z.object({ routines: z.array(apiRoutine) }),
    async run({ holder }) {
      return { body: { routines: await service.listRoutines(holder.actor) } }
    },
  },
  {
    method: 'GET',
    path: '/body-measurements',
    id: 'listBodyMeasurements',
    summary: 'Figures of the body, newest first',
    description: 'One figure of one moment each.',
    scope: 'read',
    query: {
      kind: { schema: z.enum(MEASURES), description: 'Only these.' },
      limit: limitOf(500, 100),
      cursor: pageCursor,
    },
    returns: z.object({ measurements: z.array(apiMeasurement), nextCursor }),
    async run({ holder, query }) {
      const { limit = 100 } = query as { limit?: number }
      const args = { limit, cursor: asText(query.cursor), kind: asText(query.kind) }
      return { body: await service.listMeasurements(holder.actor, args) }
    },
  },
  {
    method: 'GET',
    path: '/events',
    id: 'listEvents',
    summary: 'What changed since',
    description:
      'Everything that was made, changed or deleted since a cursor, each thing once and as it is now. Begin without a cursor to be told of all there is; keep the cursor of the last page, and come back with it another day. A cursor is good for at least 30 days.',
    scope: 'read',
    query: { cursor: { schema: cursorText, description: '`cursor` of the page before.' } },
    returns: apiEvents,
    also: { 409: 'The cursor is too old: begin without one.' },
    async run({ holder, query }) {
      const args = { tokenId: holder.tokenId, cursor: asText(query.cursor) }
      return { body: await service.listEvents(ports, holder.actor, args) }
    },
  },
]
