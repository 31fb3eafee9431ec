/**
 * Rate limits. Those that guard accounts count in PostgreSQL, so that they hold across processes, and fail closed: when
 * the counter can't be read, the request is refused. Sync's limit is a process's own: it guards against a runaway loop.
 */
import { RateLimiterMemory, RateLimiterPostgres, type RateLimiterRes } from 'rate-limiter-flexible'
import { appError } from '../shared/errors.ts'
import { pool } from './db.ts'
import { sha256 } from './hash.ts'
import { metrics } from './metrics.ts'
import { once } from './process.ts'

const MINUTE = 60

/** Points an interval in seconds. */
const LIMITS = {
  'sign-in-address': { points: 10, duration: 15 * MINUTE, shared: true },
  'sign-in-ip': { points: 60, duration: 15 * MINUTE, shared: true },
  'sign-up-ip': { points: 30, duration: 60 * MINUTE, shared: true },
  'password-user': { points: 10, duration: 15 * MINUTE, shared: true },
  'letter-address': { points: 6, duration: 30 * MINUTE, shared: true },
  'letter-day': { points: 20, duration: 1_440 * MINUTE, shared: true },
  /** Of a gym and of who sends for it: a real gym's ten thousand members are invited over a few days. */
  'gym-letters': { points: 3_000, duration: 1_440 * MINUTE, shared: true },
  'letter-ip': { points: 60, duration: 60 * MINUTE, shared: true },
  'passkey-user': { points: 30, duration: 15 * MINUTE, shared: true },
  'passkey-ip': { points: 240, duration: 15 * MINUTE, shared: true },
  'proof-ip': { points: 120, duration: 15 * MINUTE, shared: true },
  'export-user': { points: 30, duration: 60 * MINUTE, shared: true },
  'invite-make': { points: 200, duration: 60 * MINUTE, shared: true },
  'invite-user': { points: 60, duration: 60 * MINUTE, shared: true },
  'shared-ip': { points: 120, duration: 15 * MINUTE, shared: true },
  'follow-link': { points: 30, duration: 60 * MINUTE, shared: true },
  'follow-ip': { points: 120, duration: 15 * MINUTE, shared: true },
  'follow-ask': { points: 60, duration: 60 * MINUTE, shared: true },
  /** Likes and comments of one person. */
  'feed-say': { points: 300, duration: 60 * MINUTE, shared: true },
  'invite-ip': { points: 60, duration: 15 * MINUTE, shared: true },
  'media-user': { points: 60, duration: 60 * MINUTE, shared: true },
  /** A year of pictures from a phone that was offline, and what watches recorded. */
  'upload-user': { points: 1_200, duration: 60 * MINUTE, shared: true },
  'push-user': { points: 120, duration: 60 * MINUTE, shared: true },
  /** A page says a word each time that it hides or comes back while a rest runs. */
  'rest-user': { points: 240, duration: MINUTE, shared: false },
  /** Of tokens that open nothing. */
  'token-ip': { points: 60, duration: 15 * MINUTE, shared: true },
  'token-make': { points: 30, duration: 60 * MINUTE, shared: true },
  /** Of all tokens of one account. */
  'api-user': { points: 600, duration: 5 * MINUTE, shared: true },
  'sync-device': { points: 6_000, duration: MINUTE, shared: false },
} as const
export type LimitName = keyof typeof LIMITS

type PgQuery = { name?: string; text: string; values: unknown[] }

/** The library speaks to node-postgres; this is the part of it that it uses. */
const client = {
  query: async ({ text, values }: PgQuery) => ({ rows: await pool().unsafe(text, values as never[]) }),
}

function limiter(name: LimitName) {
  return once(`limit.${name}`, () => {
    const { points, duration, shared } = LIMITS[name]
    const options = { points, duration, keyPrefix: name }
    if (!shared) return new RateLimiterMemory(options)
    return new RateLimiterPostgres({
      ...options,
      storeClient: client,
      storeType: 'client',
      tableName: 'rate_limit',
      tableCreated: true,
      clearExpiredByTimeout: false,
    })
  })
}

/** Whom the counter is of is nobody's to read: not an address, and not an id that outlives its account for an hour. */
function hashed(name: LimitName, key: string): string {
  return LIMITS[name].shared ? sha256(key) : key
}

/** Takes one point; throws when none is left or the counter can't be read. */
export async function takePoint(name: LimitName, key: string): Promise<void> {
  try {
    await limiter(name).consume(hashed(name, key))
  } catch (refusal) {
    metrics().limited.inc({ limit: name })
    const waitMs = (refusal as Partial<RateLimiterRes>).msBeforeNext
    if (typeof waitMs !== 'number') throw unchecked()
    const seconds = Math.max(1, Math.ceil(waitMs / 1000))
    const wait = seconds < 90 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`
    throw appError('rate_limited', `Too many tries. Wait ${wait}, then try again.`, { retryAfterS: seconds })
  }
}

const unchecked = () =>
  appError('unavailable', 'This can’t be checked right now, so it was not done. Try again in a minute.')

/**
 * For many at once, in one statement on the library's table: how many of the `wanted` points each key gets, down to none.
 * Nothing is refused as a whole. What was asked for beyond the limit counts, too, until the key's time is over.
 */
export async function takePoints(
  name: LimitName,
  wanted: ReadonlyMap<string, number>,
): Promise<(key: string) => number> {
  const { points: most, duration } = LIMITS[name]
  const now = Date.now()
  const stored = new Map([...wanted].map(([key, count]) => [`${name}:${hashed(name, key)}`, { key, count }]))
  // In one order, so that two of these wait for each other and not both for both.
  const keys = [...stored.keys()].sort()
  const counts = keys.map((key) => stored.get(key)?.count ?? 0)
  const rows = await pool()<{ key: string; points: number }[]>`
    insert into rate_limit as held (key, points, expire)
    select key, count, ${now + duration * 1000}::bigint from unnest(${keys}::text[], ${counts}::int[]) as given (key, count)
    on conflict (key) do update set
      points = case when held.expire <= ${now} then excluded.points else held.points + excluded.points end,
      expire = case when held.expire <= ${now} then excluded.expire else held.expire end
    returning key, points`.catch(() => {
    throw unchecked()
  })
  const granted = new Map<string, number>()
  for (const { key: at, points } of rows) {
    const { key, count } = stored.get(at) ?? { key: '', count: 0 }
    granted.set(key, Math.max(0, Math.min(count, most - (points - count))))
    if (points > most) metrics().limited.inc({ limit: name })
  }
  return (key) => granted.get(key) ?? 0
}

/** Gives the points back: a right password clears the address's failed tries. */
export async function clearPoints(name: LimitName, key: string): Promise<void> {
  await limiter(name).delete(hashed(name, key))
}

/** Counters whose time is over; the library would do it with a timer in every process. */
export async function removeExpiredPoints(now = Date.now()): Promise<void> {
  await pool()`delete from rate_limit where expire < ${now}`
}
