/**
 * The relay: does the jobs that commits asked for, and rebuilds what a push marked dirty within a second of its commit,
 * then pokes whoever watches that athlete.
 * Runs in the web process by default; several may run, since days are claimed under a lock.
 */
import { rebuildAthlete } from '../modules/analytics/jobs.ts'
import { dirtyAthletes, markOutdated } from '../modules/analytics/service/rebuild.ts'
import { watchWorkout } from '../modules/notifications/service/forgotten.ts'
import { endSubscriptions } from '../modules/notifications/service.ts'
import { bus } from '../server/bus.ts'
import { jobsPool, pool } from '../server/db.ts'
import { log, safeError, withRequestId } from '../server/log.ts'
import { startPostman } from '../server/mail/postman.ts'
import { metrics } from '../server/metrics.ts'
import { newId } from '../shared/id.ts'
import { type JobHandlers, relayJobs } from '../sync/server/job-relay.ts'
import { readPoke } from '../sync/server/poke.ts'
import { startAsker } from './asker.ts'
import { erasePeople } from './privacy.ts'
import { startRinger } from './ringer.ts'
import { poke } from './sync-server.ts'
import { tidy } from './tidy.ts'

/** What follows from commits, by task: see `onFlush` in sync-server.ts. */
export const JOBS: JobHandlers = {
  workout_opened: (tx, { athleteId, payload }) => watchWorkout(tx, { athleteId, workoutId: String(payload.workoutId) }),
}

/** Looked at even without a poke: what a process that died left behind is found by the next. */
const LOOK_MS = 1_000
const TIDY_MS = 3_600_000
/** Who leaves is gone within a minute of their day. */
const ERASE_MS = 60_000
/** A push is often followed by another; one rebuild serves both. */
const SETTLE_MS = 60
const MOST_CAUSES = 10_000

export function startWorker() {
  let stopped = false
  let running: Promise<void> | null = null
  let again = false
  /** The request that marked an athlete's days last: the log of the rebuild goes on under its id. */
  const causes = new Map<string, string>()

  async function rebuild(athleteId: string): Promise<boolean> {
    const started = Date.now()
    const changed = await rebuildAthlete(athleteId).catch((error: unknown) => {
      log().error({ athleteId, ...safeError(error) }, 'rollups could not be rebuilt')
      return false
    })
    if (changed) log().debug({ athleteId, ms: Date.now() - started }, 'rollups rebuilt')
    return changed
  }

  async function run() {
    for (;;) {
      again = false
      let isAnyDone = !stopped && (await relayJobs({ app: pool(), jobs: jobsPool() }, JOBS))
      const athletes = stopped ? [] : await dirtyAthletes(jobsPool())
      metrics().dirtyDays.set(athletes.length)
      for (const athleteId of athletes) {
        if (stopped) return
        const requestId = causes.get(athleteId) ?? newId()
        causes.delete(athleteId)
        const changed = await withRequestId(requestId, () => rebuild(athleteId))
        if (changed) poke(athleteId)
        isAnyDone ||= changed
      }
      // What can't be done now waits for the next look: a failing athlete must not spin. Figures of an older formula
      // are derived anew when nothing else waits.
      if (isAnyDone || again) continue
      const isIdle = athletes.length === 0 && !stopped
      if (!isIdle || !(await markOutdated(jobsPool()))) return
    }
  }

  function wake() {
    again = true
    if (running || stopped) return
    running = run()
      .catch((error: unknown) => log().error(safeError(error), 'the relay failed and goes on'))
      .finally(() => {
        running = null
      })
  }

  let settle: NodeJS.Timeout | null = null
  const off = bus().on('spotter_poke', (payload) => {
    if (causes.size > MOST_CAUSES) causes.clear()
    for (const [space, requestId] of readPoke(payload)) if (requestId) causes.set(space, requestId)
    settle ??= setTimeout(() => {
      settle = null
      wake()
    }, SETTLE_MS)
  })
  const offSession = bus().on('spotter_session', (ended) => {
    // Missed by all, they end with the next tidying; until then sending asks for the session.
    endSubscriptions(ended.split(',')).catch((error: unknown) =>
      log().warn(safeError(error), 'subscriptions end later'),
    )
  })
  const postman = startPostman()
  const ringer = startRinger()
  const asker = startAsker()
  const timer = setInterval(wake, LOOK_MS)
  const tidying = setInterval(() => void tidy(), TIDY_MS)
  let erasing: Promise<void> = Promise.resolve()
  const erase = () => {
    erasing = erasing
      .then(() => erasePeople())
      .catch((error: unknown) => log().error(safeError(error), 'erasing failed and goes on in a minute'))
  }
  const erasures = setInterval(erase, ERASE_MS)
  erase()
  wake()

  return {
    async stop() {
      stopped = true
      off()
      offSession()
      clearInterval(timer)
      clearInterval(tidying)
      clearInterval(erasures)
      if (settle) clearTimeout(settle)
      await Promise.all([running, erasing, postman.stop(), ringer.stop(), asker.stop()])
    },
  }
}
