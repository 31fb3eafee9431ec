/** Who coaches whom, and what is shared. Shapes that both sides speak. */
import * as z from 'zod/mini'

/** What an athlete can share, each by itself and for each coach by themselves. */
export const DOMAINS = ['training', 'measurements', 'photos', 'video', 'wellness', 'injuries', 'attendance'] as const
export type Domain = (typeof DOMAINS)[number]

/** Said about the body or health: a coach asks for them one by one, and no box is ticked beforehand. */
export const SENSITIVE: readonly Domain[] = ['measurements', 'photos', 'video', 'wellness', 'injuries']

export const LEVELS = ['read', 'write'] as const
export type Level = (typeof LEVELS)[number]

/** `write` means to log and plan for the athlete; only the training log can be written by another person. */
export const WRITABLE: readonly Domain[] = ['training']

export const COACH_ROLES = ['head', 'assistant', 'specialist', 'viewer'] as const
export type CoachRole = (typeof COACH_ROLES)[number]

export const RELATION_STATES = ['active', 'paused', 'ended'] as const
export type RelationState = (typeof RELATION_STATES)[number]

/** The consent text that is shown now; each grant keeps the version that its athlete read. */
export const CONSENT_TEXT_VERSION = 1

export const share = z.object({ domain: z.enum(DOMAINS), level: z.enum(LEVELS) })
export type Share = z.infer<typeof share>
export const shares = z.array(share).check(z.maxLength(DOMAINS.length))

/** A grant as the rules see it. Ended grants are kept, so each has its dates. */
export type Grant = Share & { startedAt: number; endedAt: number | null }
