/**
 * The wire: tRPC's own HTTP form by plain fetch, so that the start-up pack carries no tRPC client. Every request has an
 * end: a hanging one would hold the sync lock.
 */
import type { Transport } from './api.ts'

/** Why a request failed: no answer, not signed in, not understood by this server, or any other answer. */
export class TransportError extends Error {
  readonly kind: 'network' | 'unauthenticated' | 'upgrade' | 'conflict' | 'too_large' | 'server'
  readonly retryAfterMs: number | null

  constructor(kind: TransportError['kind'], message: string, retryAfterMs: number | null = null) {
    super(message)
    this.name = 'TransportError'
    this.kind = kind
    this.retryAfterMs = retryAfterMs
  }
}

/** A bootstrap part is a large answer on a slow network; a push must not keep its mark half full for a minute. */
const TIMEOUT_MS = { push: 30_000, pull: 30_000, boot: 90_000, dismissAside: 30_000 } as const

const KINDS: Record<number, TransportError['kind']> = {
  // This build sends what the server does not understand: keep all, sync again with a newer one.
  400: 'upgrade',
  401: 'unauthenticated',
  403: 'unauthenticated',
  404: 'upgrade',
  409: 'conflict',
  412: 'upgrade',
  413: 'too_large',
}

type Refusal = { error?: { data?: { details?: { retryAfterS?: number } } } }

/** `account` is who the log belongs to: a request under anybody else's cookie is refused as signed out. */
export function createTransport(
  account: string,
  origin = '',
  fetcher: typeof fetch = (...args) => fetch(...args),
): Transport {
  async function call<T>(name: keyof typeof TIMEOUT_MS, input: unknown): Promise<T> {
    let response: Response
    let body: unknown
    try {
      response = await fetcher(`${origin}/api/trpc/sync.${name}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-spotter-account': account },
        body: JSON.stringify(input),
        credentials: 'same-origin',
        cache: 'no-store',
        signal: AbortSignal.timeout(TIMEOUT_MS[name]),
      })
      body = await response.json().catch(() => null)
    } catch (error) {
      throw new TransportError('network', `sync.${name} got no answer: ${String(error)}`)
    }
    const data = (body as { result?: { data?: T } } | null)?.result?.data
    if (response.ok && data !== undefined) return data
    // A captive portal answers 200 with its own page: that is no answer of ours.
    if (response.ok || body === null)
      throw new TransportError('network', `sync.${name} was answered by something else.`)
    const retryAfter =
      (body as Refusal).error?.data?.details?.retryAfterS ?? Number(response.headers.get('retry-after') ?? 0)
    throw new TransportError(
      KINDS[response.status] ?? 'server',
      `sync.${name} was refused with ${response.status}.`,
      Number.isFinite(retryAfter) && retryAfter > 0 ? retryAfter * 1000 : null,
    )
  }

  return {
    push: (input) => call('push', input),
    pull: (input) => call('pull', input),
    boot: (input) => call('boot', input),
    dismiss: (mid) =>
      call<void>('dismissAside', { mid }).catch((error: TransportError) => {
        // Not there any more, or a server that does not know how: there is nothing to wait for.
        if (error.kind !== 'upgrade') throw error
      }),
    listen(space, onPoke) {
      if (typeof EventSource === 'undefined') return () => {}
      const source = new EventSource(`${origin}/api/events?space=${encodeURIComponent(space)}`)
      source.addEventListener('poke', onPoke)
      // A poke is a hint: without it the next trigger pulls. The browser reconnects by itself.
      source.onerror = () => {}
      return () => source.close()
    },
  }
}
