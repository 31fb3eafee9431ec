/** All that a log holds besides what was lifted: when a workout paused, how hard sessions were, breaks, the body. */
import { bodyMutations } from './body.ts'
import { breakMutations } from './breaks.ts'
import { cardioMutations } from './cardio.ts'
import { pauseWorkout, rateSession } from './session.ts'

export const progressMutations = [
  pauseWorkout,
  rateSession,
  ...breakMutations,
  ...bodyMutations,
  ...cardioMutations,
] as const
