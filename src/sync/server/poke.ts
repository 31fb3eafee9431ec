/**
 * Tells the other instances which spaces changed, after the commit and once every 20 ms: a notify inside each
 * transaction would queue all commits of the cluster behind one lock. A lost poke costs nothing but time. Each space comes
 * with the id of the request that changed it last, for the log of the work that follows.
 */
import type { Sql } from 'postgres'
import { currentRequestId } from '../../server/log.ts'

export const POKE_CHANNEL = 'spotter_poke'
const EVERY_MS = 20
/** A payload may have 8,000 bytes; a space's id takes 37 and a request's at most 65. */
const SPACES_A_PAYLOAD = 75

export type Poker = { poke(space: string): void; stop(): Promise<void> }

/** The spaces of a payload, each with the request that changed it, where that is known. */
export function readPoke(payload: string): Map<string, string | null> {
  return new Map(
    payload.split(',').map((one) => {
      const [space = '', requestId] = one.split(':')
      return [space, requestId ?? null]
    }),
  )
}

export function createPoker(sql: Sql, report: (error: unknown) => void = () => {}): Poker {
  let waiting = new Map<string, string | null>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let sending: Promise<void> = Promise.resolve()

  function send(): void {
    timer = undefined
    const spaces = [...waiting].map(([space, requestId]) => (requestId ? `${space}:${requestId}` : space))
    waiting = new Map()
    sending = Promise.all(
      chunk(spaces, SPACES_A_PAYLOAD).map((some) =>
        sql.unsafe('select pg_notify($1, $2)', [POKE_CHANNEL, some.join(',')]),
      ),
    ).then(() => {}, report)
  }

  function poke(space: string): void {
    waiting.set(space, currentRequestId())
    timer ??= setTimeout(send, EVERY_MS)
  }

  return {
    poke,
    /** What still waits is sent. */
    async stop() {
      if (timer) {
        clearTimeout(timer)
        send()
      }
      await sending
    },
  }
}

function chunk<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size))
}
