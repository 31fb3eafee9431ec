/**
 * A real push service on this machine, and the browser behind it: it takes what RFC 8030 describes, checks the signature of
 * who sends (RFC 8292) and opens what was sent with the subscription's own keys (RFC 8291), by node's cryptography alone.
 */
import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes, verify } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'

export type PushService = {
  /** `http://127.0.0.1:…`: what `PUSH_TEST_PEER` names. */
  readonly origin: string
  /** What was taken, opened, oldest first. */
  readonly taken: Taken[]
  /** Why a push was not one that a service takes: the signature, a header, the encryption. */
  readonly faults: string[]
  /** A browser subscribes under this name. */
  subscribe(name: string): { endpoint: string; p256dh: string; auth: string }
  /** Answers the next pushes with a status of its own, or holds them until it is told. */
  answer(how: (to: string) => number | Promise<number>): void
  close(): Promise<void>
}
export type Taken = {
  to: string
  topic: string
  ttlS: number
  urgency: string
  at: number
  said: Record<string, string>
}

type Browser = { keys: ReturnType<typeof createECDH>; auth: Buffer }

export async function startPushService(options: { publicKey: string; port?: number }): Promise<PushService> {
  const browsers = new Map<string, Browser>()
  const taken: Taken[] = []
  const faults: string[] = []
  let answer: (to: string) => number | Promise<number> = () => 201
  let origin = ''

  async function hear(req: IncomingMessage): Promise<number> {
    const body = await whole(req)
    const to = decodeURIComponent(/^\/push\/([^/]+)$/.exec(req.url ?? '')?.[1] ?? '')
    const browser = browsers.get(to)
    if (req.method !== 'POST' || !browser) return 404
    const fault = faultOf(req, { audience: origin, publicKey: options.publicKey })
    if (fault) {
      faults.push(fault)
      return 403
    }
    let said: Record<string, string>
    try {
      said = JSON.parse(openPush(body, browser)) as Record<string, string>
    } catch (error) {
      faults.push(`not to be opened: ${String(error)}`)
      return 400
    }
    const status = await answer(to)
    if (status < 300) {
      const { topic, ttl, urgency } = req.headers
      taken.push({ to, topic: String(topic), ttlS: Number(ttl), urgency: String(urgency), at: Date.now(), said })
    }
    return status
  }

  const server = createServer((req, res) => {
    hear(req).then(
      (status) => res.writeHead(status).end(),
      () => res.writeHead(500).end(),
    )
  })
  await new Promise<void>((done) => server.listen(options.port ?? 0, '127.0.0.1', () => done()))
  origin = `http://127.0.0.1:${(server.address() as { port: number }).port}`
  return {
    origin,
    taken,
    faults,
    subscribe(name) {
      const keys = createECDH('prime256v1')
      keys.generateKeys()
      const auth = randomBytes(16)
      browsers.set(name, { keys, auth })
      return {
        endpoint: `${origin}/push/${encodeURIComponent(name)}`,
        p256dh: keys.getPublicKey('base64url'),
        auth: auth.toString('base64url'),
      }
    },
    answer(how) {
      answer = how
    },
    close: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}

async function whole(req: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of req as AsyncIterable<Buffer>) parts.push(part)
  return Buffer.concat(parts)
}

/** Null when it is one that services take. */
function faultOf({ headers }: IncomingMessage, expected: { audience: string; publicKey: string }): string | null {
  if (headers['content-encoding'] !== 'aes128gcm') return 'its encoding is not aes128gcm'
  if (!/^\d+$/.test(String(headers.ttl))) return 'it has no TTL'
  if (!/^[\w-]{1,32}$/.test(String(headers.topic))) return 'its topic is none'
  const [, token, key] = /^vapid t=([\w.-]+), ?k=([\w-]+)$/.exec(headers.authorization ?? '') ?? []
  if (!token || !key) return 'it is not signed'
  if (key !== expected.publicKey) return 'it is signed with another key than browsers subscribed to'
  const [head = '', claims = '', signature = ''] = token.split('.')
  const isRight = verify(
    'sha256',
    Buffer.from(`${head}.${claims}`),
    { key: publicKeyOf(key), dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  )
  if (!isRight) return 'its signature is wrong'
  const { aud, exp, sub } = JSON.parse(Buffer.from(claims, 'base64url').toString()) as Record<string, unknown>
  if (aud !== expected.audience) return `it is meant for ${aud}`
  const leftS = Number(exp) - Date.now() / 1000
  if (!(leftS > 0 && leftS <= 86_400)) return 'its time is over, or more than a day away'
  if (
    !/^(mailto:[^@\s]+@[^@\s]+\.[^@\s]+|https:\/\/[^/\s]+\.\S+)$/.test(String(sub)) ||
    /localhost/.test(String(sub))
  ) {
    return `nobody can be reached at ${sub}`
  }
  return null
}

function publicKeyOf(point: string) {
  const raw = Buffer.from(point, 'base64url')
  const [x, y] = [raw.subarray(1, 33), raw.subarray(33)].map((part) => part.toString('base64url'))
  return createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y }, format: 'jwk' })
}

/** RFC 8188, section 2.1: salt, record size, the sender's key, then one record; RFC 8291, section 3.4, for its keys. */
function openPush(body: Buffer, { keys, auth }: Browser): string {
  const salt = body.subarray(0, 16)
  const keyLength = body.readUInt8(20)
  const sender = body.subarray(21, 21 + keyLength)
  const record = body.subarray(21 + keyLength)
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), keys.getPublicKey(), sender])
  const secret = Buffer.from(hkdfSync('sha256', keys.computeSecret(sender), auth, info, 32))
  const part = (name: string, length: number) =>
    Buffer.from(hkdfSync('sha256', secret, salt, Buffer.from(`Content-Encoding: ${name}\0`), length))
  const decipher = createDecipheriv('aes-128-gcm', part('aes128gcm', 16), part('nonce', 12))
  decipher.setAuthTag(record.subarray(-16))
  const padded = Buffer.concat([decipher.update(record.subarray(0, -16)), decipher.final()])
  // The last record ends with 2 and any number of zeros.
  return padded.subarray(0, padded.lastIndexOf(2)).toString('utf8')
}
