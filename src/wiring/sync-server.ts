/** Sync's server end with everyone's collections, tables and mutations, and the procedures that phones call. */
import * as z from 'zod/mini'
import { mayPushTraining, sharedDomains } from '../modules/coaching/service/access.ts'
import { exercises } from '../modules/exercises/model.ts'
import { exerciseMutations } from '../modules/exercises/mutators.ts'
import { exercise } from '../modules/exercises/schema.ts'
import { places } from '../modules/gyms/model/places.ts'
import { placeMutations } from '../modules/gyms/mutators.ts'
import { place } from '../modules/gyms/schema/places.ts'
import { assignments, decisions, overrides, plannedSessions } from '../modules/programs/model.ts'
import { programMutations } from '../modules/programs/mutators.ts'
import { plannedSession, programAssignment, programDecision, programOverride } from '../modules/programs/schema.ts'
import { profiles } from '../modules/users/model.ts'
import { profileMutations } from '../modules/users/mutators.ts'
import { profile } from '../modules/users/schema.ts'
import { measurements, progressPhotos } from '../modules/workouts/model/body.ts'
import { breaks } from '../modules/workouts/model/breaks.ts'
import { cardioSessions } from '../modules/workouts/model/cardio.ts'
import { routineFolders, routines } from '../modules/workouts/model/routines.ts'
import { sharedLinks } from '../modules/workouts/model/shares.ts'
import { importBatches, loggedSets, workoutExercises, workouts } from '../modules/workouts/model.ts'
import { progressMutations } from '../modules/workouts/mutators/progress.ts'
import { routineMutations } from '../modules/workouts/mutators/routines.ts'
import { shareMutations } from '../modules/workouts/mutators/shares.ts'
import { workoutMutations } from '../modules/workouts/mutators.ts'
import { bodyMeasurement, progressPhoto } from '../modules/workouts/schema/body.ts'
import { trainingBreak } from '../modules/workouts/schema/breaks.ts'
import { cardioSession } from '../modules/workouts/schema/cardio.ts'
import { routine, routineFolder } from '../modules/workouts/schema/routines.ts'
import { sharedLink } from '../modules/workouts/schema/shares.ts'
import { importBatch, loggedSet, workout, workoutExercise } from '../modules/workouts/schema.ts'
import { workoutsOpened } from '../modules/workouts/service/workouts.ts'
import { tell } from '../server/bus.ts'
import { pool, withActor } from '../server/db.ts'
import { log, safeError } from '../server/log.ts'
import { metrics } from '../server/metrics.ts'
import { once } from '../server/process.ts'
import { takePoint } from '../server/rate-limit.ts'
import { router, signedInProcedure } from '../server/trpc.ts'
import { appError } from '../shared/errors.ts'
import { UUID } from '../shared/id.ts'
import { archiveMutations } from '../sync/archive-mutations.ts'
import type { Mutation } from '../sync/mutation.ts'
import { bootInput, type PushInput, pullInput, pushInput, timelineInput } from '../sync/protocol.ts'
import { checkFields } from '../sync/server/check-fields.ts'
import { applyQuarantined, dismissQuarantined, findQuarantined, spaceOfQuarantined } from '../sync/server/quarantine.ts'
import { createSyncServer } from '../sync/server/sync-server.ts'
import { readTimeline } from '../sync/server/timeline.ts'
import { MAX_PUSH_BYTES } from '../sync/wire.ts'

export const syncedCollections = [
  profiles,
  places,
  exercises,
  workouts,
  workoutExercises,
  loggedSets,
  cardioSessions,
  importBatches,
  breaks,
  routines,
  routineFolders,
  sharedLinks,
  measurements,
  progressPhotos,
  assignments,
  overrides,
  plannedSessions,
  decisions,
]
export const syncedTables = {
  profile,
  place,
  exercise,
  workout,
  workout_exercise: workoutExercise,
  logged_set: loggedSet,
  cardio_session: cardioSession,
  import_batch: importBatch,
  training_break: trainingBreak,
  routine,
  routine_folder: routineFolder,
  shared_link: sharedLink,
  body_measurement: bodyMeasurement,
  progress_photo: progressPhoto,
  program_assignment: programAssignment,
  program_override: programOverride,
  planned_session: plannedSession,
  program_decision: programDecision,
}
export const syncedMutations = [
  ...profileMutations,
  ...placeMutations,
  ...exerciseMutations,
  ...programMutations,
  ...workoutMutations,
  ...progressMutations,
  ...routineMutations,
  ...shareMutations,
  ...archiveMutations(syncedCollections, checkFields),
] as unknown as readonly Mutation[]

const asActor = (principal: { id: string }) => ({ userId: principal.id, sessionId: null })

/** One a process. The first call also gives `withSpace` to every service. */
export function syncServer() {
  return once('sync.server', () =>
    createSyncServer({
      sql: pool(),
      collections: syncedCollections,
      tables: syncedTables,
      mutations: syncedMutations,
      // Phones that know no places yet go on syncing: version 2 only added.
      minSchemaV: 1,
      mayPush: (principal, space, db) => mayPushTraining(asActor(principal), space, db),
      shared: (principal, space) => sharedDomains(asActor(principal), space),
      onFlush: (_space, changes) =>
        workoutsOpened(changes).map((workoutId) => ({ task: 'workout_opened', payload: { workoutId } })),
      report: (error) => log().warn(safeError(error), 'a poke could not be sent'),
    }),
  )
}

/** Says that a space's derived figures changed. */
export function poke(space: string): void {
  void tell('spotter_poke', space)
}

const mutationsByName = new Map(syncedMutations.map((mutation) => [mutation.name, mutation]))
const byMid = z.object({ mid: z.string().check(z.regex(UUID)) })

/** A phone that is told so sends less. One mutation alone is taken up to the size of any request: it can't be cut. */
function mustFit({ mutations }: PushInput): void {
  const bytes = mutations.length > 1 ? Buffer.byteLength(JSON.stringify(mutations)) : 0
  if (bytes <= MAX_PUSH_BYTES) return
  const [kib, most] = [Math.ceil(bytes / 1024), MAX_PUSH_BYTES / 1024]
  throw appError('too_large', `The push holds ${kib} KiB and may hold ${most}: send fewer mutations at once.`)
}

/** Nothing is written into a log that is about to be deleted: the phone keeps it, and sends it if its owner stays. */
const syncingProcedure = signedInProcedure.use(({ ctx, next }) => {
  if (ctx.actor.leavingAt !== undefined) {
    throw appError('unauthenticated', 'This account is about to be deleted: open your account to keep it.')
  }
  return next()
})

export const syncRouter = router({
  push: syncingProcedure.input(pushInput).mutation(async ({ ctx, input }) => {
    await takePoint('sync-device', ctx.actor.userId)
    mustFit(input)
    const output = await syncServer().push({ id: ctx.actor.userId }, input)
    for (const { status } of output.results) metrics().mutations.inc({ status })
    return output
  }),
  pull: syncingProcedure.input(pullInput).mutation(async ({ ctx, input }) => {
    await takePoint('sync-device', ctx.actor.userId)
    return syncServer().pull({ id: ctx.actor.userId }, input)
  }),
  boot: syncingProcedure.input(bootInput).mutation(async ({ ctx, input }) => {
    await takePoint('sync-device', ctx.actor.userId)
    return syncServer().boot({ id: ctx.actor.userId }, input)
  }),
  /** What was done in one's own log, by whomever. */
  timeline: signedInProcedure.input(timelineInput).query(async ({ ctx, input }) => {
    const { userId } = ctx.actor
    await takePoint('sync-device', userId)
    return withActor(ctx.actor, [userId], (tx) => readTimeline(tx, userId, input.have, Date.now()))
  }),
  /** What could not be applied: in one's own log, or sent by oneself into another's. Nothing of it was dropped. */
  setAside: signedInProcedure.query(({ ctx }) => {
    const { userId } = ctx.actor
    return withActor(ctx.actor, [userId], async (tx) => {
      const [mine, sent] = [await findQuarantined(tx, { space: userId }), await findQuarantined(tx, { sentBy: userId })]
      const byMid = new Map([...mine, ...sent].map((found) => [found.mid, found]))
      return [...byMid.values()]
        .sort((a, b) => b.receivedAt - a.receivedAt)
        .map(({ mid, name, message, receivedAt, space, principal }) => {
          return { mid, name, message, receivedAt, isOwnLog: space === userId, isOwnDoing: principal === userId }
        })
    })
  }),
  /** The athlete may always; who sent it, while they may still write there. */
  applyAgain: signedInProcedure.input(byMid).mutation(async ({ ctx, input: { mid } }) => {
    await takePoint('sync-device', ctx.actor.userId)
    const { userId } = ctx.actor
    const space = await withActor(ctx.actor, [userId], (tx) => spaceOfQuarantined(tx, { actor: userId, mid }))
    const grant = await mayPushTraining(ctx.actor, space, undefined)
    syncServer()
    await withActor(ctx.actor, [space], (tx) =>
      applyQuarantined(tx, mutationsByName, { space, mid, nowMs: Date.now(), grant }),
    )
  }),
  dismissAside: signedInProcedure.input(byMid).mutation(async ({ ctx, input: { mid } }) => {
    const { userId } = ctx.actor
    await withActor(ctx.actor, [userId], (tx) => dismissQuarantined(tx, { actor: userId, mid }))
    return { mid }
  }),
})
