/** All that a log holds besides what was lifted: how hard sessions were, breaks, the body. */
import { bodyMutations } from './body.ts'
import { breakMutations } from './breaks.ts'
import { cardioMutations } from './cardio.ts'
import { rateSession } from './session-rpe.ts'

export const progressMutations = [rateSession, ...breakMutations, ...bodyMutations, ...cardioMutations] as const
