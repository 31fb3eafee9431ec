/** Files at whoever speaks S3. Its addresses are presigned (Signature Version 4); calls of ours pass a breaker. */
import {
  DeleteObjectsCommand,
  GetObjectCommand,
  NoSuchKey,
  NotFound,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import { appError } from '../../shared/errors.ts'
import { makeGuard } from '../breaker.ts'
import type { Env } from '../env.ts'
import type { Storage } from './storage.ts'

export type S3Settings = {
  bucket: string
  region: string
  /** Null: Amazon's own. */
  endpoint: string | null
  /** Null: as the machine's own role or files say. */
  credentials: { accessKeyId: string; secretAccessKey: string } | null
}

export function s3Settings(env: Env): S3Settings | null {
  if (!env.S3_BUCKET) return null
  const { S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = env
  return {
    bucket: env.S3_BUCKET,
    region: env.S3_REGION,
    endpoint: env.S3_ENDPOINT ?? null,
    credentials: accessKeyId && secretAccessKey ? { accessKeyId, secretAccessKey } : null,
  }
}

/** Where a browser reads and writes, for the pages' content security policy. */
export function s3Origin({ endpoint, bucket, region }: S3Settings): string {
  return endpoint ? new URL(endpoint).origin : `https://${bucket}.s3.${region}.amazonaws.com`
}

const PATIENCE = { timeoutMs: 10_000, pauseMs: 15_000 }

export function s3Storage({ bucket, region, endpoint, credentials }: S3Settings, patience = PATIENCE): Storage {
  const client = new S3Client({
    region,
    // Servers of one's own have no names of their own for each bucket.
    ...(endpoint ? { endpoint, forcePathStyle: true } : {}),
    ...(credentials ? { credentials } : {}),
    maxAttempts: 2,
    // Of other makers' servers not all know Amazon's newer checksums.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  })
  const guarded = makeGuard({
    name: 'the picture store',
    ...patience,
    sentence: 'Pictures can’t be stored or shown right now. Nothing was changed; try again in a minute.',
  })
  return {
    async signUpload({ key, mime, bytes, forMs }, now = Date.now()) {
      const command = new PutObjectCommand({ Bucket: bucket, Key: key, ContentType: mime, ContentLength: bytes })
      const signableHeaders = new Set(['content-type', 'content-length', 'host'])
      const options = { expiresIn: Math.ceil(forMs / 1000), signingDate: new Date(now), signableHeaders }
      return { url: await getSignedUrl(client, command, options), headers: { 'content-type': mime } }
    },
    async signRead({ key, forMs }, now = Date.now()) {
      const command = new GetObjectCommand({ Bucket: bucket, Key: key })
      return getSignedUrl(client, command, { expiresIn: Math.ceil(forMs / 1000), signingDate: new Date(now) })
    },
    async read(key, maxBytes) {
      return guarded(async (abortSignal) => {
        const found = await client
          .send(new GetObjectCommand({ Bucket: bucket, Key: key }), { abortSignal })
          .catch(missing)
        if (!found?.Body) return null
        if ((found.ContentLength ?? 0) > maxBytes) {
          throw appError('too_large', 'The file is larger than was said: choose a smaller one.')
        }
        return Buffer.from(await found.Body.transformToByteArray())
      })
    },
    async write(key, body, mime) {
      const command = new PutObjectCommand({ Bucket: bucket, Key: key, Body: body, ContentType: mime })
      await guarded((abortSignal) => client.send(command, { abortSignal }))
    },
    async remove(keys) {
      if (keys.length === 0) return
      const Objects = keys.map((Key) => ({ Key }))
      const command = new DeleteObjectsCommand({ Bucket: bucket, Delete: { Objects, Quiet: true } })
      await guarded((abortSignal) => client.send(command, { abortSignal }))
    },
  }
}

function missing(error: unknown): null {
  const isMissing =
    error instanceof NoSuchKey ||
    error instanceof NotFound ||
    (error instanceof S3ServiceException && error.$metadata.httpStatusCode === 404)
  if (isMissing) return null
  throw error
}
