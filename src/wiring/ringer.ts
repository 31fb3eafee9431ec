/** Rings what is due, the moment it is: several lanes, so that a slow push service holds up nobody else's rest. */
import { nextDueAt, publicKey, ringNext } from '../modules/notifications/service.ts'
import { log, safeError } from '../server/log.ts'

/** Looked at even if nothing is known to be due: another process may have heard of it. */
const LOOK_MS = 500
/** As many as `sendingPool` has connections: each holds one while a push service answers. */
export const LANES = 8

export function startRinger() {
  if (publicKey() === null) {
    log().warn('VAPID_PUBLIC_KEY and VAPID_PRIVATE_KEY are not set: phones are not told of the end of a rest')
    return { stop: async () => {} }
  }
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> = Promise.resolve()

  async function lane(): Promise<void> {
    while (!stopped && (await ringNext()));
  }

  async function look(): Promise<number> {
    const dueAt = await nextDueAt()
    if (dueAt !== null && dueAt <= Date.now()) {
      await Promise.all(Array.from({ length: LANES }, lane))
      return 0
    }
    return dueAt === null ? LOOK_MS : Math.min(LOOK_MS, dueAt - Date.now())
  }

  function next(waitMs: number): void {
    if (stopped) return
    timer = setTimeout(() => {
      running = look().then(next, (error: unknown) => {
        log().error(safeError(error), 'ringing failed and goes on')
        next(LOOK_MS)
      })
    }, waitMs)
  }
  next(0)

  return {
    async stop() {
      stopped = true
      clearTimeout(timer)
      await running
    },
  }
}
