/** Links to a copy of a routine or a finished workout. What a link shows never changes; it can be taken back. */
import * as z from 'zod/mini'
import { defineCollection } from '../../../sync/mutation.ts'
import { exerciseRow } from '../../exercises/model.ts'
import { workoutRow } from '../model.ts'
import { cardioRow } from './cardio.ts'
import { routineExercise } from './routines.ts'

const { avgHr, maxHr, outline } = cardioRow.shape
const { id, title, notes, startedAt: instant, localDay, activeMs } = workoutRow.shape

export const sharedDocument = z.strictObject({
  title,
  notes,
  /** Of a workout, when and how long; null of a routine. */
  localDay: z.nullable(localDay),
  activeMs,
  /** Of a recorded session, what the sharer chose to show of it; absent where that is nothing. */
  cardio: z.optional(z.strictObject({ avgHr, maxHr, outline })),
  exercises: z.array(routineExercise).check(z.maxLength(200)),
  /** The sharer's own exercises that are named above. */
  own: z.array(z.strictObject(exerciseRow.shape)).check(z.maxLength(200)),
})
export type SharedDocument = z.infer<typeof sharedDocument>

export const sharedLinkRow = z.object({
  id,
  /** A post is of a workout, too: not by a link for whoever has it, but in the feed of those who follow. */
  kind: z.enum(['routine', 'workout', 'post']),
  /** The routine or workout it is a copy of. */
  ofId: id,
  /** What the address holds: who knows it may look, but at a post. Made by the phone, so that a link can be made without a signal. */
  token: z.string().check(z.regex(/^[\w-]{22,64}$/)),
  /** Who it says it is from; null says nobody. */
  fromName: z.nullable(z.string().check(z.maxLength(80))),
  document: sharedDocument,
  createdAt: instant,
  revokedAt: z.nullable(instant),
})
export type SharedLink = z.infer<typeof sharedLinkRow>

/** The list of them is nobody else's: a link shows itself alone. */
export const sharedLinks = defineCollection('shared_link', sharedLinkRow, { indexes: ['ofId'] })
