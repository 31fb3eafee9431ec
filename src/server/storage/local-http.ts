/** The addresses of files on this machine's disk: takes what an upload was signed for, shows what a read was signed for. */
import { createReadStream, createWriteStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { sendJson } from '../http/probes.ts'
import { type LocalSettings, openAddress, putWhole } from './local.ts'

const MIME: Record<string, string> = { webp: 'image/webp', bin: 'application/octet-stream' }

export function localMedia(settings: LocalSettings) {
  return async function answer(req: IncomingMessage, res: ServerResponse, now = Date.now()): Promise<void> {
    const url = new URL(req.url ?? '/', 'http://local')
    res.setHeader('cache-control', 'no-store')
    if (req.method === 'PUT') return take(req, res, url, now)
    if (req.method === 'GET' || req.method === 'HEAD') return show(req, res, url, now)
    nothing(res)
  }

  async function take(req: IncomingMessage, res: ServerResponse, url: URL, now: number) {
    const upload = openAddress(settings, 'put', url, now)
    if (!upload) return nothing(res)
    const fits = req.headers['content-type'] === upload.mime && req.headers['content-length'] === String(upload.bytes)
    if (!fits) return sendJson(res, 403, { error: 'This is not the file that was announced: choose it again.' })
    await putWhole(upload.path, (path) =>
      pipeline(req, exactly(upload.bytes), createWriteStream(path, { mode: 0o600 })),
    )
    sendJson(res, 200, { stored: true })
  }

  async function show(req: IncomingMessage, res: ServerResponse, url: URL, now: number) {
    const read = openAddress(settings, 'get', url, now)
    const found = read && (await stat(read.path).catch(() => null))
    const mime = MIME[/\.(\w+)$/.exec(read?.path ?? '')?.[1] ?? '']
    if (!read || !found || !mime) return nothing(res)
    res.statusCode = 200
    res.setHeader('content-type', mime)
    res.setHeader('content-length', found.size)
    // As long as the address itself, and on this device only.
    res.setHeader('cache-control', `private, max-age=${Math.floor((read.until - now) / 1000)}`)
    // Opened by itself it is a picture and nothing else, whatever stands in it.
    res.setHeader('content-security-policy', "default-src 'none'; sandbox")
    if (req.method === 'HEAD') return void res.end()
    await pipeline(createReadStream(read.path), res)
  }
}

/** A bad signature, one that is over and a file that is not there answer alike. */
function nothing(res: ServerResponse): void {
  sendJson(res, 404, { error: 'There is nothing here, or its address is too old: reload the page.' })
}

/** Ends with an error unless exactly so many bytes go through. */
function exactly(bytes: number): Transform {
  let seen = 0
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      seen += chunk.length
      done(seen > bytes ? new Error('more came than was announced') : null, chunk)
    },
    flush(done) {
      done(seen === bytes ? null : new Error('less came than was announced'))
    },
  })
}
