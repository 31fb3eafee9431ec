/** `/api/beacon`: what a page says while it is being hidden or left. Nobody reads the answer, so it is short. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Actor } from '../../shared/actor.ts'
import { isAppError } from '../../shared/errors.ts'
import { readRestWord } from './model.ts'
import * as service from './service.ts'

/** A word is a few hundred bytes. */
const MAX_BYTES = 4_096

export async function answerBeacon(
  req: IncomingMessage,
  res: ServerResponse,
  findActor: () => Promise<Actor | null>,
): Promise<void> {
  res.setHeader('cache-control', 'no-store')
  res.statusCode = await hear(req, findActor)
  res.end()
}

async function hear(req: IncomingMessage, findActor: () => Promise<Actor | null>): Promise<number> {
  if (req.method !== 'POST') return 405
  // Only our own pages: a browser says so itself.
  const from = req.headers['sec-fetch-site']
  if (from !== undefined && from !== 'same-origin') return 403
  const parts: Buffer[] = []
  let bytes = 0
  for await (const part of req as AsyncIterable<Buffer>) {
    bytes += part.length
    if (bytes > MAX_BYTES) return 413
    parts.push(part)
  }
  const word = readRestWord(parsed(Buffer.concat(parts).toString('utf8')))
  if (!word) return 400
  const actor = await findActor()
  if (!actor) return 401
  try {
    await service.hearRest(actor, word)
    return 204
  } catch (error) {
    if (isAppError(error) && error.code === 'rate_limited') return 429
    throw error
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
