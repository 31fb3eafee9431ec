/** Rings what is due, the moment it is: in several lanes, so that a push service that is slow holds up nobody else's rest. */
import { nextDueAt, publicKey, ringNext } from '../modules/notifications/service.ts'
import { log, safeError } from '../server/log.ts'

/** Looked at even if nothing is known to be due: another process may have heard of it. */
const LOOK_MS = 500
/** While something is due that nobody has rung yet: it may be in another process's hands, or new. */
const SOON_MS = 50
/** As many as `sendingPool` has connections: each holds one while a push service answers. */
const LANES = 8

export function startRinger() {
  if (publicKey() === null) {
    log().warn('VAPID_PUBLIC_KEY and VAPID_PRIVATE_KEY are not set: phones are not told of the end of a rest')
    return { stop: async () => {} }
  }
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let looking: Promise<void> = Promise.resolve()
  const lanes = new Set<Promise<void>>()

  function openLane(): void {
    if (stopped || lanes.size >= LANES) return
    const lane: Promise<void> = ringAll()
      .catch((error: unknown) => log().error(safeError(error), 'ringing failed and goes on'))
      .finally(() => lanes.delete(lane))
    lanes.add(lane)
  }

  async function ringAll(): Promise<void> {
    for (;;) {
      const ringing = ringNext()
      if (stopped || !(await ringing)) return
      // Where one was due there are often more.
      openLane()
    }
  }

  async function look(): Promise<number> {
    const dueAt = await nextDueAt()
    const leftMs = (dueAt ?? Number.POSITIVE_INFINITY) - Date.now()
    if (leftMs > 0) return Math.min(LOOK_MS, leftMs)
    openLane()
    return SOON_MS
  }

  function next(waitMs: number): void {
    if (stopped) return
    timer = setTimeout(() => {
      looking = look().then(next, (error: unknown) => {
        log().error(safeError(error), 'looking for rests that end failed and goes on')
        next(LOOK_MS)
      })
    }, waitMs)
  }
  next(0)

  return {
    async stop() {
      stopped = true
      clearTimeout(timer)
      await looking
      await Promise.all(lanes)
    },
  }
}
