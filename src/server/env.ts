/** The environment, parsed once and explained: a wrong value ends the start with a sentence, not a stack. */
import * as z from 'zod/mini'
import { once } from './process.ts'

const port = z.coerce.number().check(z.int(), z.gte(0), z.lte(65535))

const schema = z.object({
  NODE_ENV: z._default(z.enum(['development', 'production', 'test']), 'production'),
  HOST: z._default(z.string(), '127.0.0.1'),
  PORT: z._default(port, 3000),
  /** Port of /api/metrics; 0 means any free one. */
  METRICS_PORT: z._default(port, 0),
  /** How many proxies of ours stand in front: their entries of X-Forwarded-For are believed. */
  TRUSTED_PROXIES: z._default(z.coerce.number().check(z.int(), z.gte(0), z.lte(5)), 0),
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
  SPOTTER_BUILD: z._default(z.string(), 'development'),
  SPOTTER_DIST: z._default(z.string(), 'dist'),
  SPOTTER_STATIC: z.optional(z.string()),
  LOG_LEVEL: z._default(z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']), 'info'),
  /** Milliseconds that readiness is false before the listener closes. */
  DRAIN_MS: z._default(z.coerce.number().check(z.int(), z.gte(0)), 200),
})
export type Env = z.output<typeof schema>

const WAY_OUT: Record<string, string> = {
  DATABASE_URL: 'a PostgreSQL address such as postgres://user:password@host:5432/database',
  DATABASE_JOBS_URL: 'the address of spotter_jobs, the role that rebuilds what coaches see',
  SESSION_SECRET: 'a secret of at least 32 characters (openssl rand -hex 32)',
}

/** Throws an Error whose message is one sentence a wrong variable. */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const parsed = schema.safeParse(source)
  if (parsed.success) return parsed.data
  const sentences = parsed.error.issues.map((issue) => {
    const name = String(issue.path[0])
    const given = source[name] === undefined ? 'is not set' : 'has a value that can not be used'
    return `${name} ${given}: set it to ${WAY_OUT[name] ?? `something else (${issue.message})`}.`
  })
  throw new Error(sentences.join('\n'))
}

export function env(): Env {
  return once('env', () => parseEnv(process.env))
}
