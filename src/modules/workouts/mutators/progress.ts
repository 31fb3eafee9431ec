/** All that a log holds besides what was lifted, for the progress made of it: how hard sessions were, and breaks. */
import { breakMutations } from './breaks.ts'
import { rateSession } from './session-rpe.ts'

export const progressMutations = [rateSession, ...breakMutations] as const
