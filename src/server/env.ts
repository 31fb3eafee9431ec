/** The environment, parsed once and explained: a wrong value ends the start with a sentence, not a stack. */
import * as z from 'zod/mini'
import { once } from './process.ts'

const LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'silent'] as const

const port = z.coerce.number().check(z.int(), z.gte(0), z.lte(65535))

const schema = z.object({
  NODE_ENV: z._default(z.enum(['development', 'production', 'test']), 'production'),
  HOST: z._default(z.string(), '127.0.0.1'),
  PORT: z._default(port, 3000),
  /** Of /api/metrics: this machine's own address, wherever pages are served. */
  METRICS_HOST: z._default(z.string(), '127.0.0.1'),
  /** 0 means any free one. */
  METRICS_PORT: z._default(port, 0),
  /** PEM files of a certificate and its key: with both we speak HTTPS, where no proxy in front does. */
  TLS_CERT_FILE: z.optional(z.string()),
  TLS_KEY_FILE: z.optional(z.string()),
  /** How many proxies of ours stand in front: their entries of X-Forwarded-For are believed. */
  TRUSTED_PROXIES: z._default(z.coerce.number().check(z.int(), z.gte(0), z.lte(5)), 0),
  /** Who runs this server and how to reach them, for the legal pages. */
  OPERATOR_NAME: z.optional(z.string()),
  OPERATOR_CONTACT: z.optional(z.string()),
  /** Address people use, without a slash at its end. */
  PUBLIC_URL: z.optional(z.url()),
  /** The app's role. */
  DATABASE_URL: z.string(),
  /** The role that owns the tables and migrates them. */
  DATABASE_OWNER_URL: z.optional(z.string()),
  /** Past PgBouncer: for LISTEN. */
  DATABASE_DIRECT_URL: z.optional(z.string()),
  /** The role of jobs that walk across subjects. */
  DATABASE_JOBS_URL: z.string(),
  DATABASE_PREPARE: z._default(z.enum(['0', '1']), '1'),
  DATABASE_POOL: z._default(z.coerce.number().check(z.int(), z.gte(1), z.lte(200)), 24),
  /** Signs session cookies. At least 32 characters. */
  SESSION_SECRET: z.string().check(z.minLength(32)),
  /** The mail server: smtp://user:password@host:587, or smtps://… for TLS from the first byte. */
  SMTP_URL: z.optional(z.string().check(z.regex(/^smtps?:\/\/./))),
  /** Whom letters come from. */
  MAIL_FROM: z.optional(z.string().check(z.regex(/^[^@\r\n]*[^@\s<]+@[^@\s>]+>?$/))),
  /** Sign-in with Google, with both or without: an OAuth client of the kind *web application*. */
  GOOGLE_CLIENT_ID: z.optional(z.string().check(z.minLength(10))),
  GOOGLE_CLIENT_SECRET: z.optional(z.string().check(z.minLength(10))),
  /** Another issuer that speaks OpenID Connect in its place; the tests have one. */
  GOOGLE_ISSUER: z._default(z.url(), 'https://accounts.google.com'),
  /** The keys that sign Web Pushes, base64url; every instance has the same. Phones subscribe to the public one. */
  VAPID_PUBLIC_KEY: z.optional(z.string().check(z.regex(/^[\w-]{87}$/))),
  VAPID_PRIVATE_KEY: z.optional(z.string().check(z.regex(/^[\w-]{43}$/))),
  /** Whom a push service reaches about this server; a mail address of `OPERATOR_CONTACT` or `MAIL_FROM` by default. */
  VAPID_SUBJECT: z.optional(z.string().check(z.regex(/^(mailto:[^\s@]+@[^\s@]+\.[^\s@]+|https:\/\/[^\s/]+\.[^\s]+)$/))),
  /** The tests' own push service on this machine, which is called like those of the browsers' makers. */
  PUSH_TEST_PEER: z.optional(z.string().check(z.regex(/^https?:\/\/(127\.0\.0\.1|localhost):\d+$/))),
  /** Secret rest of the address where letters are shown instead of sent; only `npm start` gives one. */
  SPOTTER_OUTBOX: z.optional(z.string().check(z.regex(/^[\w-]{24,}$/))),
  /** Where files that people bring are kept, while no S3 bucket is named. */
  MEDIA_DIR: z._default(z.string(), '.data/media'),
  /** A bucket at Amazon's or at any server that speaks S3 (then with its address). */
  S3_BUCKET: z.optional(z.string().check(z.regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/))),
  S3_ENDPOINT: z.optional(z.url({ protocol: /^https?$/ })),
  S3_REGION: z._default(z.string(), 'us-east-1'),
  S3_ACCESS_KEY_ID: z.optional(z.string()),
  S3_SECRET_ACCESS_KEY: z.optional(z.string()),
  SPOTTER_BUILD: z._default(z.string(), 'development'),
  SPOTTER_DIST: z._default(z.string(), 'dist'),
  SPOTTER_STATIC: z.optional(z.string()),
  LOG_LEVEL: z._default(z.enum(LEVELS), 'info'),
  /** Milliseconds that readiness is false before the listener closes. */
  DRAIN_MS: z._default(z.coerce.number().check(z.int(), z.gte(0)), 200),
})
export type Env = z.output<typeof schema>

const WAY_OUT: Record<string, string> = {
  NODE_ENV: 'development, production or test',
  PORT: 'a number from 0 (any free port) to 65535',
  METRICS_PORT: 'a number from 0 (any free port) to 65535',
  TRUSTED_PROXIES: 'the number of your own proxies in front, 0 to 5',
  PUBLIC_URL: 'the whole address that people use, such as https://spotter.example.com',
  DATABASE_PREPARE: '1 for prepared statements, 0 for none (PgBouncer before 1.21)',
  DATABASE_POOL: 'the number of connections, 1 to 200',
  LOG_LEVEL: `one of ${LEVELS.join(', ')}`,
  DRAIN_MS: 'a whole number of milliseconds, 0 or more',
  DATABASE_URL: 'a PostgreSQL address such as postgres://user:password@host:5432/database',
  DATABASE_JOBS_URL: 'the address of spotter_jobs, the role that rebuilds what coaches see',
  SMTP_URL: 'the address of a mail server such as smtp://user:password@mail.example.com:587',
  MAIL_FROM: 'the sender of its letters, such as Spotter <no-reply@example.com>',
  GOOGLE_CLIENT_ID: 'the client id of an OAuth client at Google',
  GOOGLE_CLIENT_SECRET: 'the secret of that OAuth client',
  GOOGLE_ISSUER: 'the address of an issuer that speaks OpenID Connect',
  VAPID_PUBLIC_KEY: 'the public key of a VAPID pair (npx web-push generate-vapid-keys)',
  VAPID_PRIVATE_KEY: 'the private key of that pair',
  VAPID_SUBJECT: 'an address that a push service can write to, such as mailto:you@example.com or https://example.com',
  PUSH_TEST_PEER: 'the address of a push service on this machine, such as http://127.0.0.1:4100',
  SPOTTER_OUTBOX: 'a secret of at least 24 letters and digits',
  S3_BUCKET: 'the name of a bucket, such as spotter-media',
  S3_ENDPOINT: 'the address of a server that speaks S3, such as https://s3.example.com',
  SESSION_SECRET: 'a secret of at least 32 characters (openssl rand -hex 32)',
}

/** The second is needed where the first is set. */
const TOGETHER = [
  ['SMTP_URL', 'MAIL_FROM'],
  ['GOOGLE_CLIENT_ID', 'GOOGLE_CLIENT_SECRET'],
  ['GOOGLE_CLIENT_SECRET', 'GOOGLE_CLIENT_ID'],
  ['VAPID_PUBLIC_KEY', 'VAPID_PRIVATE_KEY'],
  ['VAPID_PRIVATE_KEY', 'VAPID_PUBLIC_KEY'],
] as const

/** Throws an Error whose message is one sentence a wrong variable. One that is set to nothing is not set. */
export function parseEnv(given: Record<string, string | undefined>): Env {
  const source = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''))
  const parsed = schema.safeParse(source)
  if (parsed.success) {
    for (const [one, other] of TOGETHER) {
      if (parsed.data[one] && !parsed.data[other]) {
        throw new Error(`${other} is not set: with ${one}, set it to ${WAY_OUT[other]}.`)
      }
    }
    const { S3_BUCKET, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY } = parsed.data
    if (S3_BUCKET && !S3_ACCESS_KEY_ID !== !S3_SECRET_ACCESS_KEY) {
      throw new Error('S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY belong together: set both, or neither.')
    }
    return parsed.data
  }
  const sentences = parsed.error.issues.map((issue) => {
    const name = String(issue.path[0])
    const state = source[name] === undefined ? 'is not set' : 'has a value that can not be used'
    return `${name} ${state}: set it to ${WAY_OUT[name] ?? `something else (${issue.message})`}.`
  })
  throw new Error(sentences.join('\n'))
}

export function env(): Env {
  return once('env', () => parseEnv(process.env))
}

/** Whether letters reach anybody: a mail server takes them, or the outbox of `npm start` shows them. */
export function sendsLetters(): boolean {
  const { SMTP_URL, SPOTTER_OUTBOX } = env()
  return Boolean(SMTP_URL ?? SPOTTER_OUTBOX)
}

/** The address that letters name and passkeys belong to, without a slash at its end. */
export function siteUrl(): string {
  const { PUBLIC_URL, HOST, PORT } = env()
  const own = /^(127\.|0\.0\.0\.0$|::1?$)/.test(HOST) ? 'localhost' : HOST
  return PUBLIC_URL?.replace(/\/+$/, '') ?? `http://${own}:${PORT}`
}
