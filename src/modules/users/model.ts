/** A person's own settings, synced: they hold on every device and offline. */
import * as z from 'zod/mini'
import { defineCollection } from '../../sync/mutation.ts'

export const THEMES = ['system', 'dark', 'light'] as const

const weeklyGoal = z.int().check(z.gte(1), z.lte(14))
const day = z.int().check(z.gte(-719_162), z.lte(2_932_896))
const sets = z.int().check(z.gte(0), z.lte(60))

export const profileRow = z.object({
  /** The athlete's own id: one row a space. */
  id: z.string(),
  name: z.string().check(z.maxLength(120)),
  loadUnit: z.enum(['kg', 'lb']),
  distanceUnit: z.enum(['km', 'mi']),
  /** 1 = Monday … 7 = Sunday, as ISO counts. */
  weekStart: z.int().check(z.gte(1), z.lte(7)),
  theme: z.enum(THEMES),
  /** How effort is shown; stored always as RIR × 2. */
  effort: z.enum(['rpe', 'rir', 'off']),
  bodyweightG: z.nullable(z.int().check(z.gte(0), z.lte(700_000))),
  /** Workouts a week the athlete aims at, now. */
  weeklyGoal,
  /** Seconds of rest after a warm-up, at most. */
  warmupRestS: z.int().check(z.gte(0), z.lte(600)),
  /** Seconds more after the last of a chain: drops, rest-pause, myo-reps. */
  chainRestS: z.int().check(z.gte(0), z.lte(600)),
  /** When units and week were first said, by the first phone that logged; until then they are only guessed. */
  setUpAt: z.nullable(z.int()),
  /** What was aimed at before, so that a new goal judges no old week: each from a local day on, oldest first. */
  weeklyGoals: z.optional(z.nullable(z.array(z.strictObject({ from: day, goal: weeklyGoal })).check(z.maxLength(60)))),
  /** Hard sets a week, from and to, by muscle group, where the athlete's own differ from the usual ones. */
  muscleBands: z.optional(
    z.nullable(z.record(z.string().check(z.maxLength(20)), z.array(sets).check(z.minLength(2), z.maxLength(2)))),
  ),
  /** Parts of the body under the athlete's own names: the muscles (or groups) of each. */
  ownGroups: z.optional(z.nullable(z.record(z.string().check(z.maxLength(40)), z.array(z.string())))),
  /** The best of before this log, by exercise: grams, reps and the local day. Grams 0 of what is lifted without a load. */
  bests: z.optional(z.nullable(z.record(z.string().check(z.maxLength(80)), z.array(z.int())))),
  /** Days until a muscle has recovered whole, where the athlete's own differ from the usual seven. */
  recoveryDays: z.optional(z.nullable(sets)),
  /** The last day of the newest week whose report was put away. */
  weekSeen: z.optional(z.nullable(day)),
  /** Beside a set stands what was done in the same routine, where there is that, or what was done last in any. */
  previousFrom: z.optional(z.nullable(z.enum(['routine', 'any']))),
  /** Seconds of rest between the sides, by the exercise that is done on one side at a time. */
  sideRests: z.optional(z.nullable(z.record(z.string().check(z.maxLength(80)), z.int().check(z.gte(5), z.lte(600))))),
  /** The athlete's own ramp to the first work set, where it is not the usual one. Percent 0 is the empty bar. */
  warmupSteps: z.optional(
    z.nullable(
      z
        .array(
          z.strictObject({ percent: z.int().check(z.gte(0), z.lte(90)), reps: z.int().check(z.gte(1), z.lte(30)) }),
        )
        .check(z.maxLength(8)),
    ),
  ),
})
export type Profile = z.infer<typeof profileRow>

export const profiles = defineCollection('profile', profileRow, {
  indexes: [],
  domain: 'training',
  fieldDomains: { bodyweightG: 'measurements', theme: null, setUpAt: null, weekSeen: null },
})

export function defaultProfile(id: string): Profile {
  return {
    id,
    name: '',
    loadUnit: 'kg',
    distanceUnit: 'km',
    weekStart: 1,
    theme: 'system',
    effort: 'rpe',
    bodyweightG: null,
    weeklyGoal: 3,
    warmupRestS: 60,
    chainRestS: 30,
    setUpAt: null,
  }
}

export const MIN_PASSWORD = 8
export const MAX_PASSWORD = 200

/** Addresses are compared and stored in lower case. */
export function normalEmail(email: string): string {
  return email.trim().toLowerCase()
}

/** How a session began. `sign-up` is an account's first one. */
export const WAYS_IN = ['password', 'sign-up', 'letter', 'reset', 'passkey', 'google'] as const
export type WayIn = (typeof WAYS_IN)[number]

/** What an access token opens: `read`, or `write`, which reads as well. */
export const TOKEN_SCOPES = ['read', 'write'] as const
export type TokenScope = (typeof TOKEN_SCOPES)[number]
/** An access token as its owner sees it: `tail` is how it ends. */
export type TokenView = {
  id: string
  name: string
  tail: string
  scope: TokenScope
  createdAt: number
  lastUsedAt: number | null
}
