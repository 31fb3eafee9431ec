/** What processes tell each other through PostgreSQL's LISTEN: spaces that changed, access that ended, sessions revoked. */
import { EventEmitter } from 'node:events'
import postgres from 'postgres'
import { pool } from './db.ts'
import { env } from './env.ts'
import { log, safeError } from './log.ts'
import { once } from './process.ts'

export const CHANNELS = ['spotter_poke', 'spotter_access', 'spotter_session'] as const
export type Channel = (typeof CHANNELS)[number]

export type Bus = {
  /** `anew` is called whenever listening has begun (again): what was told before that is lost. */
  on: (channel: Channel, fn: (payload: string) => void, anew?: () => void) => () => void
  stop: () => Promise<void>
}

/** One connection a process; postgres.js listens anew after a lost connection. */
export function bus(): Bus {
  return once('bus', () => {
    const emitter = new EventEmitter().setMaxListeners(0)
    const sql = postgres(env().DATABASE_DIRECT_URL ?? env().DATABASE_URL, {
      max: 1,
      connect_timeout: 5,
      idle_timeout: 0,
      onnotice: () => {},
    })
    for (const channel of CHANNELS) {
      sql
        .listen(
          channel,
          (payload) => emitter.emit(channel, payload),
          () => emitter.emit(`anew ${channel}`),
        )
        .catch((error: unknown) => log().error(safeError(error), 'listening failed'))
    }
    return {
      on(channel, fn, anew = () => {}) {
        emitter.on(channel, fn).on(`anew ${channel}`, anew)
        return () => void emitter.off(channel, fn).off(`anew ${channel}`, anew)
      },
      stop: () => sql.end({ timeout: 2 }),
    }
  })
}

/** After the commit, never inside the transaction. What is lost here is found by the listeners' own regular checks. */
export async function tell(channel: Channel, payload: string): Promise<void> {
  await pool()`select pg_notify(${channel}, ${payload})`.catch((error: unknown) => {
    log().warn({ channel, ...safeError(error) }, 'telling other processes failed')
  })
}
