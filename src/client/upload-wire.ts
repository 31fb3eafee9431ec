/**
 * How an upload reaches the server: announced, sent straight to where files are, completed. Each step can be done again.
 * By plain requests, since the phone has no tRPC client, and as the account whose log it is: under anybody else's cookie
 * nothing is answered.
 */
import type { UploadKind, UploadSize } from '../modules/media/model/uploads.ts'

/** Final: the server will never take it. Otherwise it is tried again, after `retryAfterMs` where it says so. */
export class UploadRefused extends Error {
  readonly isFinal: boolean
  readonly retryAfterMs: number | null

  constructor(message: string, isFinal: boolean, retryAfterMs: number | null = null) {
    super(message)
    this.name = 'UploadRefused'
    this.isFinal = isFinal
    this.retryAfterMs = retryAfterMs
  }
}

export type UploadWire = {
  /** Resolves when the server has it, also when it had it before. */
  send(upload: { id: string; kind: UploadKind; file: Blob }): Promise<void>
  /** `waits`: those that a row on the server still names. */
  remove(ids: readonly string[]): Promise<{ waits: readonly string[] }>
  /** Addresses that hold for minutes, of those that are on the server and one may see. */
  addresses(args: { ownerId: string; ids: readonly string[]; size: UploadSize }): Promise<{ id: string; url: string }[]>
}

const ASK_MS = 30_000
/** A slow uplink needs minutes for a large file. */
const SEND_MS = 5 * 60_000

type Body = {
  result?: { data?: unknown }
  error?: { message?: string; data?: { app?: string; details?: { retryAfterS?: number } } }
}
type Begun = { state: 'ready' } | { state: 'send'; url: string; headers: Record<string, string> }

export function createUploadWire(
  account: string,
  origin = '',
  fetcher: typeof fetch = (...args) => fetch(...args),
): UploadWire {
  async function ask<T>(name: string, input: unknown, method: 'GET' | 'POST' = 'POST'): Promise<T> {
    const json = JSON.stringify(input)
    const query = method === 'GET' ? `?input=${encodeURIComponent(json)}` : ''
    const answer = await fetcher(`${origin}/api/trpc/media.${name}${query}`, {
      method,
      headers: { 'content-type': 'application/json', 'x-spotter-account': account },
      ...(method === 'POST' && { body: json }),
      credentials: 'same-origin',
      cache: 'no-store',
      signal: AbortSignal.timeout(ASK_MS),
    })
    const { result, error } = ((await answer.json().catch(() => null)) ?? {}) as Body
    if (answer.ok && result && 'data' in result) return result.data as T
    const retryAfterS = error?.data?.details?.retryAfterS
    const isFinal = error?.data?.app === 'bad_input' || error?.data?.app === 'too_large'
    throw new UploadRefused(
      error?.message ?? `media.${name} was answered by something else.`,
      isFinal,
      retryAfterS === undefined ? null : retryAfterS * 1000,
    )
  }

  return {
    async send({ id, kind, file }) {
      const begun = await ask<Begun>('beginUpload', { id, kind, mime: file.type, bytes: file.size })
      if (begun.state === 'ready') return
      const { url, headers } = begun
      const sent = await fetcher(new URL(url, origin || location.origin), {
        method: 'PUT',
        body: file,
        headers,
        signal: AbortSignal.timeout(SEND_MS),
      })
      if (!sent.ok) throw new UploadRefused(`The file was answered with ${sent.status}.`, false)
      await ask('completeUpload', { id })
    },
    remove: (ids) => ask('removeUploads', { ids }),
    addresses: (args) => ask('uploads', args, 'GET'),
  }
}
