/**
 * One's own log as other programs read and write it. Promises: a token's owner sees their own and nothing else; what comes
 * in goes the way of a phone's push, through the same mutations; the same key is the same workout, however often it is sent.
 */
import { type Tx, withActor } from '../../../server/db.ts'
import { sha256 } from '../../../server/hash.ts'
import { unstorableSentence } from '../../../server/unstorable.ts'
import type { Actor } from '../../../shared/actor.ts'
import { appError } from '../../../shared/errors.ts'
import { derivedId } from '../../../shared/id.ts'
import type { Mutation } from '../../../sync/mutation.ts'
import type { Cursor, PullOutput } from '../../../sync/protocol.ts'
import { exercisesOf, findOwnExercises } from '../../exercises/service.ts'
import {
  type API_EVENTS,
  type ApiEvents,
  type ApiMeasurement,
  type ApiRoutine,
  type ApiWorkout,
  eventCursor,
  type NewApiWorkout,
  pageCursor,
} from '../model/api.ts'
import { rateSession } from '../mutators/session.ts'
import { addExercise, addSet, editExercise, editWorkout, finishWorkout, startWorkout } from '../mutators.ts'
import * as queries from '../queries/api.ts'
import { positionsAtEnd } from '../rules/place-in-order.ts'
import { type TakenWorkout, takeWorkout, toApiMeasurement, toApiRoutine, toApiWorkout } from './api-view.ts'
import { wholeOf } from './workouts.ts'

/** One mutation as a phone sends it. */
export type Sent = { mid: string; name: string; v: number; args: unknown }
/** How the log is reached: by sync, which wiring knows. */
export type ApiPorts = {
  /** All of them in one transaction; throws the first refusal. */
  push(actor: Actor, deviceId: string, sent: readonly Sent[]): Promise<void>
  /** Whether this very mutation was applied before. */
  isKnown(actor: Actor, mid: string): Promise<boolean>
  pull(actor: Actor, args: { deviceId: string; epoch: string | null; cursor: Cursor | null }): Promise<PullOutput>
}

const read = <T>(actor: Actor, work: (tx: Tx) => Promise<T>) =>
  withActor(actor, [actor.userId], work, { readOnly: true })

export async function listWorkouts(actor: Actor, args: { limit: number; cursor: string | undefined }) {
  const after = readAfter(args.cursor)
  const athleteId = actor.userId
  return read(actor, async (tx) => {
    const found = await queries.findWorkoutPage(tx, { athleteId, limit: args.limit + 1, after })
    const page = found.slice(0, args.limit)
    const workouts = (await wholeOf(tx, athleteId, page)).map(toApiWorkout)
    const last = found.length > page.length ? page.at(-1) : undefined
    return { workouts, nextCursor: last ? afterText({ at: last.startedAt, id: last.id }) : null }
  })
}

const NO_WORKOUT = 'There is no such workout in your log: it was removed, or its id is another one.'

export async function getWorkout(actor: Actor, args: { id: string }): Promise<ApiWorkout> {
  const [found] = await read(actor, (tx) => workoutsById(tx, actor.userId, [args.id]))
  if (!found) throw appError('not_found', NO_WORKOUT)
  return found
}

async function workoutsById(tx: Tx, athleteId: string, ids: readonly string[]): Promise<ApiWorkout[]> {
  return (await wholeOf(tx, athleteId, await queries.findWorkoutsById(tx, { athleteId, ids }))).map(toApiWorkout)
}

export async function listRoutines(actor: Actor): Promise<ApiRoutine[]> {
  return (await read(actor, (tx) => queries.findRoutines(tx, { athleteId: actor.userId }))).map(toApiRoutine)
}

export async function listMeasurements(
  actor: Actor,
  args: { limit: number; cursor: string | undefined; kind: string | undefined },
): Promise<{ measurements: ApiMeasurement[]; nextCursor: string | null }> {
  const { limit, kind } = args
  const after = readAfter(args.cursor)
  const found = await read(actor, (tx) =>
    queries.findMeasurementPage(tx, { athleteId: actor.userId, limit: limit + 1, after, kind }),
  )
  const page = found.slice(0, limit)
  const last = found.length > page.length ? page.at(-1) : undefined
  return { measurements: page.map(toApiMeasurement), nextCursor: last ? afterText({ at: last.at, id: last.id }) : null }
}

/** Ids out of the owner's key: 128 bits of its hash, marked as a UUID of version 8. */
function idOfKey(text: string): string {
  const hex = sha256(text)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** `isNew` false: the same request was done before, and this is what came of it. */
export async function createWorkout(
  ports: ApiPorts,
  actor: Actor,
  args: { tokenId: string; key: string; workout: NewApiWorkout },
  now = Date.now(),
): Promise<{ isNew: boolean; workout: ApiWorkout }> {
  // Asked first: of what a phone pushes, the database may refuse a part, and the rest would be in the log.
  const unstorable = unstorableSentence(args.workout)
  if (unstorable) throw appError('bad_input', unstorable)
  const athleteId = actor.userId
  const id = idOfKey(`workout ${athleteId} ${args.key}`)
  const mid = idOfKey(`mid ${athleteId} ${args.key} ${JSON.stringify(args.workout)}`)
  const [deleted, loadModeOf] = await read(actor, async (tx) => {
    const [all, own] = [await exercisesOf(tx, { athleteId }), await findOwnExercises(tx, { athleteId })]
    const gone = new Set(own.filter((one) => one.deleted).map((one) => one.id))
    const modeOf = (exerciseId: string) => (gone.has(exerciseId) ? undefined : all(exerciseId)?.loadMode)
    return [await queries.findIsDeleted(tx, { athleteId, id }), modeOf] as const
  })
  if (deleted === true) throw appError('conflict', 'The workout of this key was removed since: send another key.')
  if (deleted === false) {
    if (await ports.isKnown(actor, mid)) return { isNew: false, workout: await getWorkout(actor, { id }) }
    throw appError('conflict', 'This key stands for another workout already: send another key for this one.')
  }
  const taken = takeWorkout(args.workout, loadModeOf, now)
  await ports.push(actor, args.tokenId, asSent(taken, id, mid))
  return { isNew: true, workout: await getWorkout(actor, { id }) }
}

/** What a phone would have sent: started, its sets, finished. */
function asSent({ workout, exercises }: TakenWorkout, id: string, mid: string): Sent[] {
  const sent: Sent[] = []
  const send = <A>({ name, v }: Pick<Mutation<A>, 'name' | 'v'>, args: NoInfer<A>) => {
    sent.push({ mid: sent.length === 0 ? mid : derivedId(mid, sent.length), name, v, args })
  }
  let ids = 0
  const nextId = () => derivedId(id, ++ids)
  const { title, startedAt, zone, localDay, endedAt, activeMs, notes, sessionRpe } = workout
  send(startWorkout, { id, title, startedAt, zone, localDay, bodyweightG: null, holder: null, placeId: null })
  const places = positionsAtEnd([], exercises.length)
  for (const [at, { exerciseId, superset, restS, sets, notes: said }] of exercises.entries()) {
    const entryId = nextId()
    const position = places[at] ?? ''
    send(addExercise, { workoutId: id, id: entryId, exerciseId, position, restS, superset, sets: [] })
    if (said !== '') send(editExercise, { id: entryId, notes: said })
    const positions = positionsAtEnd([], sets.length)
    for (const [index, set] of sets.entries()) {
      const placed = { id: nextId(), position: positions[index] ?? '', ...set }
      send(addSet, { workoutId: id, entryId, set: placed })
    }
  }
  send(finishWorkout, { id, endedAt, activeMs, state: 'done' })
  if (notes !== '') send(editWorkout, { id, notes })
  if (sessionRpe !== null) send(rateSession, { id, sessionRpe })
  return sent
}

type EventOf = (typeof API_EVENTS)[number]
const MOST_PAGES = 4

/** What changed since, each thing once: the rows of a pull, told by what they belong to. */
export async function listEvents(
  ports: ApiPorts,
  actor: Actor,
  args: { tokenId: string; cursor: string | undefined },
): Promise<ApiEvents> {
  let at: { epoch: string | null; cursor: Cursor | null } = readEventCursor(args.cursor)
  const touched = new Map<string, { of: EventOf; id: string }>()
  let more = true
  for (let pages = 0; more && touched.size === 0 && pages < MOST_PAGES; pages++) {
    const page: PullOutput = await ports.pull(actor, { deviceId: args.tokenId, ...at })
    if (page.reset) {
      throw appError(
        'conflict',
        'This cursor is too old, or of before a backup: read everything anew, and begin without a cursor.',
      )
    }
    for (const row of page.rows) {
      const one = eventOf(row)
      if (one) touched.set(`${one.of} ${one.id}`, one)
    }
    at = { epoch: page.epoch, cursor: page.cursor }
    more = page.more
  }
  const idsOf = (of: EventOf) => [...touched.values()].filter((one) => one.of === of).map(({ id }) => id)
  const athleteId = actor.userId
  const now = await read(actor, async (tx) => {
    const found = new Map<string, Record<string, unknown>>()
    const keep = (of: EventOf, all: readonly { id: string }[]) => {
      for (const one of all) found.set(`${of} ${one.id}`, one)
    }
    keep('workout', await workoutsById(tx, athleteId, idsOf('workout')))
    keep('routine', (await queries.findRoutines(tx, { athleteId, ids: idsOf('routine') })).map(toApiRoutine))
    const measured = await queries.findMeasurementsById(tx, { athleteId, ids: idsOf('bodyMeasurement') })
    keep('bodyMeasurement', measured.map(toApiMeasurement))
    const ids = new Set(idsOf('exercise'))
    const own = ids.size === 0 ? [] : await findOwnExercises(tx, { athleteId })
    keep(
      'exercise',
      own.filter((one) => ids.has(one.id) && !one.deleted).map(({ deleted: _, ...one }) => one),
    )
    return found
  })
  const events = [...touched].map(([key, { of, id }]) => {
    const data = now.get(key)
    return data ? { type: 'updated' as const, of, id, data } : { type: 'deleted' as const, of, id }
  })
  return { events, cursor: textOf([at.epoch, ...(at.cursor ?? [0, '', ''])]), more }
}

const ITSELF: Record<string, EventOf> = {
  workout: 'workout',
  routine: 'routine',
  exercise: 'exercise',
  body_measurement: 'bodyMeasurement',
}

/** Null for what the API does not show, and for what time has taken before it could be told whose it was. */
function eventOf({ entity, id, data }: PullOutput['rows'][number]): { of: EventOf; id: string } | null {
  const of = ITSELF[entity]
  if (of) return { of, id }
  const { workoutId } = (data ?? {}) as { workoutId?: string }
  const isPart = entity === 'workout_exercise' || entity === 'logged_set'
  return isPart && workoutId !== undefined ? { of: 'workout', id: workoutId } : null
}

const textOf = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
const afterText = ({ at, id }: queries.After) => textOf([at, id])

function readAfter(cursor: string | undefined): queries.After | null {
  if (cursor === undefined) return null
  const [at, id] = readCursor(pageCursor, cursor)
  return { at, id }
}

function readEventCursor(cursor: string | undefined): { epoch: string | null; cursor: Cursor | null } {
  if (cursor === undefined) return { epoch: null, cursor: null }
  const [epoch, version, entity, id] = readCursor(eventCursor, cursor)
  return { epoch, cursor: [version, entity, id] }
}

type Shape<T> = { safeParse(value: unknown): { success: true; data: T } | { success: false } }

function readCursor<T>(shape: Shape<T>, cursor: string): T {
  let value: unknown = null
  try {
    value = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
  } catch {
    // Said below.
  }
  const read = shape.safeParse(value)
  if (read.success) return read.data
  throw appError('bad_input', 'This cursor is none of ours: take the one that the page before gave, or begin without.')
}
