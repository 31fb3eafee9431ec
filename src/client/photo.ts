/**
 * A person's own picture, from any page: asked for, sent straight to where files are, removed. By plain requests, since
 * the phone has no tRPC client and this is the one thing there that needs the network.
 */
import type { Crop, PhotoSize } from '../modules/media/model.ts'

/** A server that takes the file and never answers must not keep the form busy for ever. */
const TIMEOUT_MS = 60_000

export type PhotoProblem = { key: 'noSignal' | 'unexpected' } | { said: string }
export type PhotoResult<T = unknown> = { ok: true; value: T } | { ok: false; why: PhotoProblem }

type Answer<T> = { result?: { data: T }; error?: { message: string } }

async function ask<T>(path: string, input: unknown, method: 'GET' | 'POST'): Promise<T> {
  const json = JSON.stringify(input ?? null)
  const order = method === 'POST' ? { body: json, headers: { 'content-type': 'application/json' } } : {}
  const query = method === 'GET' ? `?input=${encodeURIComponent(json)}` : ''
  const signal = AbortSignal.timeout(TIMEOUT_MS)
  const answer = await fetch(`/api/trpc/media.${path}${query}`, { method, ...order, cache: 'no-store', signal })
  const { result, error } = (await answer.json()) as Answer<T>
  if (!result) throw new Refused(error?.message ?? '')
  return result.data
}

class Refused extends Error {}

/** Turns a lost connection, a refusal or an odd answer into a result. */
async function said<T>(work: () => Promise<T>): Promise<PhotoResult<T>> {
  try {
    return { ok: true, value: await work() }
  } catch (error) {
    if (error instanceof Refused && error.message) return { ok: false, why: { said: error.message } }
    const isAway = error instanceof TypeError || (error as Partial<Error> | null)?.name === 'TimeoutError'
    return { ok: false, why: { key: isAway ? 'noSignal' : 'unexpected' } }
  }
}

export function uploadPhoto(file: Blob, crop: Crop): Promise<PhotoResult> {
  return said(async () => {
    const begun = await ask<{ id: string; url: string; headers: Record<string, string> }>(
      'beginPhoto',
      { mime: file.type, bytes: file.size },
      'POST',
    )
    const { id, url, headers } = begun
    // The server has just answered: what fails here is not for want of a signal.
    const sent = await fetch(url, {
      method: 'PUT',
      body: file,
      headers,
      signal: AbortSignal.timeout(TIMEOUT_MS),
    }).catch(() => null)
    if (!sent?.ok) throw new Error('the file was not taken')
    return ask('completePhoto', { id, crop }, 'POST')
  })
}

export function removePhoto(): Promise<PhotoResult> {
  return said(() => ask('removePhoto', undefined, 'POST'))
}

/** Where one's own picture is shown, for minutes; null without one. */
export function findOwnPhoto(personId: string, size: PhotoSize): Promise<PhotoResult<string | null>> {
  return said(async () => {
    const [own] = await ask<{ url: string }[]>('photos', { personIds: [personId], size }, 'GET')
    return own?.url ?? null
  })
}
