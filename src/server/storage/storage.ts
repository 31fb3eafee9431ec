/**
 * Where files are: on this machine's disk, or at whoever speaks S3. Promises of both, held by one contract test: an
 * upload's address takes exactly the type and the length it was signed for, until it expires; a read's address opens one
 * file until it expires; whatever else is asked answers like a file that is not there. Keys name no person.
 */
import { resolve } from 'node:path'
import { env } from '../env.ts'
import { once } from '../process.ts'
import { localStorage } from './local.ts'
import { s3Settings, s3Storage } from './s3.ts'

export type SignedUpload = {
  /** PUT the file there, with these headers. */
  url: string
  headers: Record<string, string>
}

export type Storage = {
  signUpload(args: { key: string; mime: string; bytes: number; forMs: number }, now?: number): Promise<SignedUpload>
  signRead(args: { key: string; forMs: number }, now?: number): Promise<string>
  /** Null where nothing is. Refuses what is larger than `maxBytes` without reading it whole. */
  read(key: string, maxBytes: number): Promise<Buffer | null>
  write(key: string, body: Buffer, mime: string): Promise<void>
  /** What is not there is gone already. */
  remove(keys: readonly string[]): Promise<void>
}

/** The storage that the environment names: S3 where it names a bucket. */
export function storage(): Storage {
  return once('storage', () => {
    const s3 = s3Settings(env())
    return s3 ? s3Storage(s3) : localStorage(localSettings())
  })
}

export function localSettings(): { folder: string; secret: string } {
  const { MEDIA_DIR, SESSION_SECRET } = env()
  return { folder: resolve(MEDIA_DIR), secret: SESSION_SECRET }
}
