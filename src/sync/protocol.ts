/** The wire of sync: what push, pull and boot say. zod checks it at the server's edge; the phone uses the types. */
import * as z from 'zod/mini'
import type { Told } from './effects.ts'
import { MAX_ASIDE, MAX_PUSH_MUTATIONS } from './wire.ts'

const uuid = z.string().check(z.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/))

/** [ms, deviceId, seq]: the greater one wins, compared in this order. */
export type Stamp = readonly [number, string, number]
/** One stamp for the row, exceptions by field. `deleted` is one more field that only delete and restore write. */
export type Stamps = { row: Stamp; fields?: Record<string, Stamp> }

/** No more than a column of the database holds, and nothing that text of the database refuses. */
const smallInt = z.int().check(z.gte(1), z.lte(2_147_483_647))
const plainText = z.string().check(z.maxLength(80), z.regex(/^[\x20-\x7e]*$/))

export const wireMutation = z.object({
  seq: z.int().check(z.gte(1)),
  mid: uuid,
  name: plainText,
  v: smallInt,
  args: z.unknown(),
  /** The phone's raw clock, ms. */
  at: z.int(),
  /**
   * `at` corrected by the offset the phone knew when it wrote: the time of its stamps, which the server clamps. Absent,
   * the server corrects by this push's `clientNow`.
   */
  ms: z.optional(z.int()),
})
export type WireMutation = z.infer<typeof wireMutation>

export const pushInput = z.object({
  protocol: z.int(),
  deviceId: uuid,
  space: uuid,
  schemaV: smallInt,
  build: plainText,
  clientNow: z.int(),
  mutations: z.array(wireMutation).check(z.maxLength(MAX_PUSH_MUTATIONS)),
})
export type PushInput = z.infer<typeof pushInput>

export type MutationStatus = 'applied' | 'noop' | 'rejected' | 'quarantined'
export type PushResult = { seq: number; status: MutationStatus; code?: string; message?: string }
export type PushOutput = {
  lastSeq: number
  results: PushResult[]
  serverNow: number
  /** The next seq the server wants, when the batch left a gap. */
  expected?: number
  upgrade?: 'soft' | 'hard'
  /** Another phone pushed under this device id: take a new one and push again. */
  fork?: true
}

/** Rows after this point come next. */
export type Cursor = [version: number, entity: string, id: string]

/** After every row of `version`: no entity's name sorts after a tilde. */
export function cursorAfter(version: number): Cursor {
  return [version, '~', '~']
}

export const pullInput = z.object({
  protocol: z.int(),
  deviceId: uuid,
  space: uuid,
  schemaV: z.int(),
  epoch: z.nullable(z.string()),
  cursor: z.nullable(z.tuple([z.int(), z.string(), z.string()])),
  limit: z.int().check(z.gte(1), z.lte(2000)),
  /** What was set aside and this phone still shows for that: the answer tells which of it is settled. */
  aside: z.optional(z.array(uuid).check(z.maxLength(MAX_ASIDE))),
})
export type PullInput = z.infer<typeof pullInput>

export type WireRow = {
  entity: string
  id: string
  v: number
  stamps: Stamps
  deleted?: true
  /** Absent only for a tombstone whose row is gone. */
  data?: Record<string, unknown>
}
/** What became of an entry that was set aside: put into the log after all, or dismissed by the person who asks. */
export type Settled = { mid: string; how: 'applied' | 'dismissed' }
export type PullOutput = {
  epoch: string
  reset?: true
  rows: WireRow[]
  cursor: Cursor
  more: boolean
  version: number
  /** The device's last seq in the same snapshot: what the outbox may be trimmed to. */
  lastSeq: number
  /** Those of `aside` that are settled in the same snapshot. */
  settled?: Settled[]
}

export const bootInput = z.object({
  protocol: z.int(),
  deviceId: uuid,
  space: uuid,
  /** `now`: profile, exercises, open workouts; `recent`: 12 months of rows; `2024-03`: one older month, read-only. */
  part: z.string().check(z.regex(/^(now|recent|\d{4}-\d{2})$/)),
})
export type BootInput = z.infer<typeof bootInput>
export type BootOutput = {
  epoch: string
  part: string
  rows: WireRow[]
  version: number
  /** With `now`: the older months that exist, newest first. */
  months?: string[]
}

/** Under it `have` says up to which moment it is known what was set aside and applied later: its seqs were passed long ago. */
export const ASIDE = '00000000-0000-8000-8000-000000000000'

/** What was done in one's own log in the last 30 days; `have`: up to which seq of each device it is known already. */
export const timelineInput = z.object({
  have: z.record(uuid, z.int().check(z.gte(0))),
})
export type TimelineOutput = {
  epoch: string
  entries: Told[]
  /** Up to here it is known now. */
  have: Record<string, number>
  more: boolean
}
