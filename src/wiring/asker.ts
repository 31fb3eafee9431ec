/** Asks about workouts that were left open; a question that is some seconds late is as good. */
import { askNext } from '../modules/notifications/service/forgotten.ts'
import { publicKey } from '../modules/notifications/service.ts'
import { lastTouchOf } from '../modules/workouts/service/workouts.ts'
import { log, safeError } from '../server/log.ts'

const LOOK_MS = 5_000

export function startAsker() {
  // The ringer says that there are no keys.
  if (publicKey() === null) return { stop: async () => {} }
  let stopped = false
  let looking: Promise<void> | null = null

  async function look(): Promise<void> {
    while (!stopped && (await askNext(lastTouchOf)));
  }

  const timer = setInterval(() => {
    looking ??= look()
      .catch((error: unknown) => log().error(safeError(error), 'asking about open workouts failed and goes on'))
      .finally(() => {
        looking = null
      })
  }, LOOK_MS)

  return {
    async stop() {
      stopped = true
      clearInterval(timer)
      await looking
    },
  }
}
