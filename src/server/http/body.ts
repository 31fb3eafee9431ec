/** A request's body as text, up to a limit. */
import type { IncomingMessage } from 'node:http'
import { appError } from '../../shared/errors.ts'

export async function readText(req: IncomingMessage, maxBytes: number): Promise<string> {
  const parts: Buffer[] = []
  let bytes = 0
  for await (const part of req as AsyncIterable<Buffer>) {
    bytes += part.length
    // Read to its end all the same, so that the answer is heard.
    if (bytes <= maxBytes) parts.push(part)
    else if (bytes > 16 * maxBytes) break
  }
  if (bytes > maxBytes) {
    throw appError('too_large', `The request is larger than ${Math.floor(maxBytes / 1024)} KiB: send less at once.`)
  }
  return Buffer.concat(parts).toString('utf8')
}
