/** Stopping without cutting anyone off: readiness first, then the listener, then what is still being answered. */
import type { Server } from 'node:http'
import { log } from '../log.ts'

export type Drain = { readonly draining: boolean; stop: (reason: string) => Promise<void> }

export function createDrain(
  server: Server,
  options: { readinessMs: number; limitMs: number; closeStreams: () => void; after: () => Promise<void> },
): Drain {
  let stopping: Promise<void> | null = null
  const drain = {
    get draining() {
      return stopping !== null
    },
    stop(reason: string) {
      stopping ??= run(reason)
      return stopping
    },
  }
  async function run(reason: string) {
    log().info({ reason }, 'draining: readiness is false')
    await new Promise((done) => setTimeout(done, options.readinessMs))
    const closed = new Promise<void>((done) => server.close(() => done()))
    options.closeStreams()
    server.closeIdleConnections()
    const idle = setInterval(() => server.closeIdleConnections(), 100)
    const limit = setTimeout(() => {
      log().warn({}, 'some requests did not end in time and were cut')
      server.closeAllConnections()
    }, options.limitMs)
    await closed
    clearInterval(idle)
    clearTimeout(limit)
    await options.after()
    log().info({}, 'stopped')
  }
  return drain
}
