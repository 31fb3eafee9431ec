/** What reaches a person outside of the page: so far the end of a rest, by Web Push to the phone that rests. */
import * as z from 'zod/mini'

/** A push that comes later than this after its moment tells nobody anything. */
export const LATE_MS = 30_000
/** No rest is longer. */
export const LONGEST_REST_MS = 3_600_000

/** As the browser gives it: an address at its maker's push service, and the keys that only this browser can open with. */
export const pushSubscriptionInput = z.object({
  endpoint: z.url().check(z.maxLength(1_000)),
  /** The browser's public key, an uncompressed point of P-256, base64url. */
  p256dh: z.string().check(z.regex(/^[\w-]{87}=?$/)),
  /** 16 random bytes, base64url. */
  auth: z.string().check(z.regex(/^[\w-]{22}(==)?$/)),
})
export type PushSubscriptionInput = z.infer<typeof pushSubscriptionInput>

/** Names a rest among those of its athlete; the push service puts a later push of the same name in the place of one that waits. */
const restName = z.string().check(z.regex(/^[\w-]{1,32}$/))

/** A page hides while a rest runs. Time left instead of an instant, so that a phone whose clock is wrong rings in time. */
const ringsWord = z.object({
  rest: z.literal('rings'),
  account: z.uuid(),
  name: restName,
  /** By the phone's own clock: it only orders what one phone says. */
  saidAt: z.int().check(z.gte(0)),
  leftMs: z.int().check(z.gte(0), z.lte(LONGEST_REST_MS)),
  title: z.string().check(z.minLength(1), z.maxLength(80)),
  body: z.string().check(z.maxLength(200)),
})
/** It is back, or the rest was skipped or finished; without a name whatever runs is over. */
const overWord = z.object({
  rest: z.literal('over'),
  account: z.uuid(),
  name: z.nullable(restName),
  saidAt: z.int().check(z.gte(0)),
})
export type RestWord = z.infer<typeof ringsWord> | z.infer<typeof overWord>

/** Null for what is none. */
export function readRestWord(given: unknown): RestWord | null {
  const [rings, over] = [ringsWord.safeParse(given), overWord.safeParse(given)]
  return rings.success ? rings.data : over.success ? over.data : null
}

/** What the service worker gets: words, and where a tap leads. */
export type PushedNotice = { tag: string; title: string; body: string; url: string }
