/**
 * Files on this machine's disk. What S3 checks of an address, `local-http.ts` checks of ours: both are signed with the
 * server's secret, over the operation, the key, the time and, for an upload, the type and the length.
 */
import { createHmac, timingSafeEqual } from 'node:crypto'
import { mkdir, open, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { appError } from '../../shared/errors.ts'
import { newId } from '../../shared/id.ts'
import type { Storage } from './storage.ts'

export const LOCAL_PREFIX = '/api/media/'
/** Nothing that could climb out of the folder, or that a file system would read in its own way. */
const KEY = /^[a-z0-9]+(\/[a-z0-9-]+)*(\.[a-z0-9]+)?$/

export type LocalSettings = { folder: string; secret: string }
type Signed = { operation: 'put' | 'get'; key: string; until: number; mime: string; bytes: number }

function signature(secret: string, { operation, key, until, mime, bytes }: Signed): string {
  const own = createHmac('sha256', secret).update('spotter media addresses').digest()
  return createHmac('sha256', own).update([operation, key, until, mime, bytes].join('\n')).digest('base64url')
}

export function localStorage({ folder, secret }: LocalSettings): Storage {
  const addressOf = (signed: Signed) => {
    const { key, until, mime, bytes } = signed
    const words = { until: String(until), mime, bytes: String(bytes), sig: signature(secret, signed) }
    return `${LOCAL_PREFIX}${key}?${new URLSearchParams(words)}`
  }
  return {
    async signUpload({ key, mime, bytes, forMs }, now = Date.now()) {
      const url = addressOf({ operation: 'put', key, until: now + forMs, mime, bytes })
      return { url, headers: { 'content-type': mime } }
    },
    async signRead({ key, forMs }, now = Date.now()) {
      return addressOf({ operation: 'get', key, until: now + forMs, mime: '', bytes: 0 })
    },
    async read(key, maxBytes) {
      const file = await open(pathOf(folder, key)).catch(ignoreMissing)
      if (!file) return null
      try {
        const { size } = await file.stat()
        if (size > maxBytes) throw appError('too_large', 'The file is larger than was said: choose a smaller one.')
        return await file.readFile()
      } finally {
        await file.close()
      }
    },
    async write(key, body) {
      await putWhole(pathOf(folder, key), (path) => writeFile(path, body, { mode: 0o600 }))
    },
    async remove(keys) {
      await Promise.all(keys.map((key) => rm(pathOf(folder, key), { force: true })))
    },
  }
}

/** The file of a key that was signed for this operation, or null, whatever is wrong with the address. */
export function openAddress(
  { folder, secret }: LocalSettings,
  operation: Signed['operation'],
  url: URL,
  now: number,
): (Signed & { path: string }) | null {
  const key = url.pathname.slice(LOCAL_PREFIX.length)
  const word = (name: string) => url.searchParams.get(name) ?? ''
  const signed: Signed = {
    operation,
    key,
    until: Number(word('until')),
    mime: word('mime'),
    bytes: Number(word('bytes')),
  }
  if (!KEY.test(key) || !(signed.until > now)) return null
  const [given, right] = [Buffer.from(word('sig')), Buffer.from(signature(secret, signed))]
  if (given.length !== right.length || !timingSafeEqual(given, right)) return null
  return { ...signed, path: pathOf(folder, key) }
}

/** Written beside its place and moved there: nobody reads half a file, and a machine that dies leaves none. */
export async function putWhole(path: string, write: (beside: string) => Promise<void>): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const beside = `${path}.${newId()}.part`
  try {
    await write(beside)
    await rename(beside, path)
  } catch (error) {
    await rm(beside, { force: true })
    throw error
  }
}

function pathOf(folder: string, key: string): string {
  if (!KEY.test(key)) throw new Error('a media key has characters that no key has')
  return join(folder, key)
}

function ignoreMissing(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null
  throw error
}
