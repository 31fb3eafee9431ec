/**
 * Places: what there is to lift at a gym or at home. Apart from the rest of the module's shapes: every phone carries it.
 */
import * as z from 'zod/mini'
import { defineCollection } from '../../../sync/mutation.ts'

/** Named as the exercises' equipment is. A Smith machine's bar weighs what the machine says. */
export const BAR_KINDS = ['barbell', 'ez_bar', 'trap_bar', 'smith_machine'] as const
export type BarKind = (typeof BAR_KINDS)[number]

/** What is done on machines of which each may weigh something else. */
export const MACHINE_KINDS: ReadonlySet<string> = new Set(['machine', 'cable', 'smith_machine', 'landmine', 'sled'])

const id = z.string().check(z.minLength(1), z.maxLength(80))
const unit = z.enum(['kg', 'lb'])
/**
 * Thousandths of the unit that is stamped on it: nine plates of 45 lb are 405 lb, which nine weights in whole grams are
 * not. Grams are made of sums of these (see `rules/amount.ts`).
 */
const milli = z.int().check(z.gte(0), z.lte(1_000_000))
const weight = { milli, unit } as const
export type Weight = { milli: number; unit: 'kg' | 'lb' }

/** Every `step` from `from` to `to`: a rack of dumbbells, a stack. One weight alone has no way to step. */
const runs = z.array(z.strictObject({ from: milli, to: milli, step: milli, unit })).check(z.maxLength(12))
export type Run = { from: number; to: number; step: number; unit: 'kg' | 'lb' }

export const equipmentFields = {
  /** The first of a kind is the one that is taken when nothing speaks for another. */
  bars: z.array(z.strictObject({ ...weight, kind: z.enum(BAR_KINDS) })).check(z.maxLength(12)),
  /** Both collars together; null where nobody counts them. */
  collars: z.nullable(z.strictObject(weight)),
  /** Pairs there are of each; null is as many as fit. */
  plates: z
    .array(z.strictObject({ ...weight, pairs: z.nullable(z.int().check(z.gte(0), z.lte(20))) }))
    .check(z.maxLength(16)),
  dumbbells: runs,
  /** Dumbbell handles that take the plates of the place. */
  handles: z.array(z.strictObject(weight)).check(z.maxLength(4)),
  kettlebells: runs,
  machines: z
    .array(
      z.strictObject({
        /** `machine` and `cable` for all of them, or the id of the exercise that is done on this one. */
        what: id,
        /** What it weighs before a plate is on it; null where it has a stack. */
        start: z.nullable(z.strictObject(weight)),
        sides: z.literal([1, 2]),
        stack: runs,
        /** Small weights that go on top of the stack, each once. */
        addOns: z.array(z.strictObject(weight)).check(z.maxLength(4)),
      }),
    )
    .check(z.maxLength(60)),
} as const

export const placeRow = z.object({
  id,
  name: z.string().check(z.maxLength(80)),
  /** The unit that most of it is stamped in: numbers are typed in it here. */
  unit,
  ...equipmentFields,
  /** The gym's published place that this is a copy of, and its version. */
  published: z.nullable(z.strictObject({ gymId: id, placeId: id, version: z.int().check(z.gte(1)) })),
  /** The athlete's own, whoever's place it is: the way in, the code of the locker. */
  notes: z.optional(z.nullable(z.string().check(z.maxLength(2000)))),
  /** By exercise, how its machine is set here: the seat's height, the pin. */
  exerciseNotes: z.optional(z.nullable(z.record(id, z.string().check(z.maxLength(500))))),
})
export type Place = z.infer<typeof placeRow>
export type Equipment = Pick<Place, keyof typeof equipmentFields>
export type Machine = Equipment['machines'][number]
export type PlateStock = Equipment['plates'][number]

/** What a gym's office works on, and its members copy: a place without an athlete's id for it. */
export const gymPlaceFields = z.object({ name: placeRow.shape.name, unit, ...equipmentFields })
export type GymPlaceFields = z.infer<typeof gymPlaceFields>

/** An athlete's places. Nobody else is shown where somebody trains. */
export const places = defineCollection('place', placeRow, { indexes: [] })
