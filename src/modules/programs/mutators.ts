/** What an athlete does with a program: follow it, start or skip a session, change a place of it, leave it. */
import * as z from 'zod/mini'
import { defineMutation, putAnew, type Read } from '../../sync/mutation.ts'
import {
  assignmentRow,
  assignments,
  decisionRow,
  decisions,
  overrideIdOf,
  overrideRow,
  overrides,
  plannedSessionRow,
  plannedSessions,
} from './model.ts'

const a = assignmentRow.shape
const o = overrideRow.shape
const s = plannedSessionRow.shape

const assignment = (id: string): Read => ({ from: assignments, id })
const override = (assignmentId: string, slot: string): Read => ({
  from: overrides,
  id: overrideIdOf(assignmentId, slot),
})
const session = (id: string): Read => ({ from: plannedSessions, id })

const place = { slot: o.slot, loadG: o.loadG, enteredLoad: o.enteredLoad, enteredUnit: o.enteredUnit }

export const followProgram = defineMutation({
  name: 'programs.follow',
  v: 1,
  args: z.strictObject({
    ...{ id: a.id, programId: a.programId, version: a.version, startedAt: a.startedAt },
    /** The loads that the athlete begins with. */
    loads: z.array(z.strictObject(place)).check(z.maxLength(80)),
  }),
  reads: ({ id, loads }) => [assignment(id), ...loads.map(({ slot }) => override(id, slot))],
  run(tx, { loads, ...followed }) {
    tx.put(assignments, { ...followed, leftAt: null })
    for (const one of loads) {
      const row = { ...one, assignmentId: followed.id, exerciseId: null, setAt: followed.startedAt }
      tx.put(overrides, { id: overrideIdOf(followed.id, one.slot), ...row })
    }
  },
})

/** `leftAt: null` takes it back. */
export const leaveProgram = defineMutation({
  name: 'programs.leave',
  v: 1,
  args: z.strictObject({ id: a.id, leftAt: a.leftAt }),
  reads: ({ id }) => [assignment(id)],
  run: (tx, { id, leftAt }) => tx.patch(assignments, id, { leftAt }),
})

/** The whole place as it is from now on. */
export const overridePlace = defineMutation({
  name: 'programs.override',
  v: 3,
  args: z.strictObject({
    ...{ assignmentId: o.assignmentId, ...place, exerciseId: o.exerciseId, setAt: o.setAt },
    ...{ rules: o.rules, rulesAt: o.rulesAt },
  }),
  // Version 1 knew no rules of one's own, version 2 no ramp.
  upcasters: { 1: (args: object) => args, 2: (args: object) => args },
  reads: ({ assignmentId, slot }) => [override(assignmentId, slot)],
  run: (tx, args) => putAnew(tx, overrides, { id: overrideIdOf(args.assignmentId, args.slot), ...args }),
})

const { skippedAt, workoutId, exercises, ...head } = s

export const startSession = defineMutation({
  name: 'programs.startSession',
  v: 2,
  args: z.strictObject({ ...head, workoutId: a.id, exercises }),
  // Version 1 knew nothing of how a place stood, nor of sets with as many reps as possible.
  upcasters: { 1: (args: object) => args },
  reads: ({ id }) => [session(id)],
  run: (tx, started) => tx.put(plannedSessions, { ...started, skippedAt: null }),
})

export const skipSession = defineMutation({
  name: 'programs.skipSession',
  v: 1,
  args: z.strictObject({ ...head, skippedAt: a.startedAt }),
  reads: ({ id }) => [session(id)],
  run: (tx, skipped) => tx.put(plannedSessions, { ...skipped, workoutId: null, exercises: [] }),
})

/** Takes a skip back. */
export const dropSession = defineMutation({
  name: 'programs.dropSession',
  v: 1,
  args: z.strictObject({ id: s.id }),
  reads: ({ id }) => [session(id)],
  run: (tx, { id }) => tx.delete(plannedSessions, id),
})

const { id: decisionId, ...decided } = decisionRow.shape

/** What becomes of a proposal; `verdict: null` takes it back. */
export const decide = defineMutation({
  name: 'programs.decide',
  v: 1,
  args: z.strictObject(decided),
  reads: ({ sessionId, slot }) => [{ from: decisions, id: overrideIdOf(sessionId, slot) }],
  run: (tx, args) => putAnew(tx, decisions, { id: overrideIdOf(args.sessionId, args.slot), ...args }),
})

export const programMutations = [
  followProgram,
  leaveProgram,
  overridePlace,
  startSession,
  skipSession,
  dropSession,
  decide,
] as const
