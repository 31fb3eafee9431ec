/**
 * A real S3-speaking server that a test starts (s3rver), behind a gate that checks what s3rver leaves out: Signature
 * Version 4 of every request, presigned or not, its time and its signed headers, as
 * docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html says.
 */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import S3rver from 's3rver'
import type { S3Settings } from '../server/storage/s3.ts'

const CREDENTIALS = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' }
const BUCKET = 'spotter'
/** What browsers may do at the bucket, as docs/self-hosting has it set. */
const CORS = `<CORSConfiguration><CORSRule><AllowedOrigin>*</AllowedOrigin><AllowedMethod>GET</AllowedMethod>
  <AllowedMethod>PUT</AllowedMethod><AllowedHeader>*</AllowedHeader></CORSRule></CORSConfiguration>`

export type S3Server = {
  settings: S3Settings
  /** Takes requests and answers none, as long as it is true. */
  hang: (isHanging: boolean) => void
  requests: () => number
  close(): Promise<void>
}

export async function startS3Server(): Promise<S3Server> {
  const directory = mkdtempSync(join(tmpdir(), 'spotter-s3-'))
  const behind = new S3rver({
    port: 0,
    address: '127.0.0.1',
    silent: true,
    directory,
    configureBuckets: [{ name: BUCKET, configs: [CORS] }],
  })
  const { port } = await behind.run()
  let isHanging = false
  let requests = 0
  const gate = createServer((req, res) => {
    requests += 1
    if (isHanging) return
    const fault = req.method === 'OPTIONS' ? null : faultOf(req)
    if (fault) {
      res.writeHead(403, { 'content-type': 'application/xml' })
      return res.end(`<Error><Code>${fault}</Code></Error>`)
    }
    pass(req, res, port)
  })
  await new Promise<void>((done) => gate.listen(0, '127.0.0.1', done))
  const { port: front } = gate.address() as AddressInfo
  return {
    settings: {
      bucket: BUCKET,
      region: 'us-east-1',
      endpoint: `http://127.0.0.1:${front}`,
      credentials: CREDENTIALS,
    },
    hang: (next) => {
      isHanging = next
    },
    requests: () => requests,
    async close() {
      gate.closeAllConnections()
      await new Promise((done) => gate.close(done))
      await behind.close()
      rmSync(directory, { recursive: true, force: true })
    },
  }
}

function pass(req: IncomingMessage, res: ServerResponse, port: number) {
  const { method, url, headers } = req
  const onward = request({ host: '127.0.0.1', port, method, path: url, headers }, (answer) => {
    res.writeHead(answer.statusCode ?? 500, answer.headers)
    answer.pipe(res)
  })
  onward.on('error', () => res.destroy())
  req.pipe(onward)
}

const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()
const encode = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`)

/** The code of the error that Amazon's own would answer with, or null. */
function faultOf(req: IncomingMessage): string | null {
  const url = new URL(req.url ?? '/', 'http://local')
  const query = url.searchParams
  const header = /Credential=([^,]+), ?SignedHeaders=([^,]+), ?Signature=(\w+)/.exec(req.headers.authorization ?? '')
  const [, credential = query.get('X-Amz-Credential') ?? ''] = header ?? []
  const signedHeaders = (header?.[2] ?? query.get('X-Amz-SignedHeaders') ?? '').split(';')
  const given = header?.[3] ?? query.get('X-Amz-Signature') ?? ''
  const at = String(req.headers['x-amz-date'] ?? query.get('X-Amz-Date') ?? '')
  if (!given) return 'AccessDenied'
  if (!header && isOver(at, Number(query.get('X-Amz-Expires')))) return 'AccessDenied'
  const canonical = [
    req.method,
    url.pathname,
    [...query]
      .filter(([name]) => name !== 'X-Amz-Signature')
      .map(([name, value]) => `${encode(name)}=${encode(value)}`)
      .sort()
      .join('&'),
    ...signedHeaders.map((name) => `${name}:${String(req.headers[name] ?? '').trim()}`),
    '',
    signedHeaders.join(';'),
    header ? String(req.headers['x-amz-content-sha256']) : 'UNSIGNED-PAYLOAD',
  ].join('\n')
  const [, day = '', region = '', service = '', end = ''] = credential.split('/')
  const key = [day, region, service, end].reduce<string | Buffer>(hmac, `AWS4${CREDENTIALS.secretAccessKey}`)
  const scope = [day, region, service, end].join('/')
  const hashed = createHash('sha256').update(canonical).digest('hex')
  const right = hmac(key, ['AWS4-HMAC-SHA256', at, scope, hashed].join('\n')).toString('hex')
  const isRight = given.length === right.length && timingSafeEqual(Buffer.from(given), Buffer.from(right))
  return isRight ? null : 'SignatureDoesNotMatch'
}

function isOver(at: string, seconds: number): boolean {
  const [, y, m, d, h, min, s] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(at) ?? []
  return !y || Date.UTC(+y, Number(m) - 1, Number(d), Number(h), Number(min), Number(s)) + seconds * 1000 <= Date.now()
}
