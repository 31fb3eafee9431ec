/**
 * The decisions of push and pull, one small pure function each, so that tests can replace one at a time and show which
 * promise it keeps. The numbers are the steps of ../README.md.
 */
import { log, safeError } from '../../server/log.ts'
import { isAppError } from '../../shared/errors.ts'
import { stampMs } from '../merge.ts'
import type { Collection, Mutation, MutationContext, Read } from '../mutation.ts'
import { type Cursor, cursorAfter, type PullInput, type PushInput, type Stamp, type WireMutation } from '../protocol.ts'
import { upcast } from '../upcast.ts'
import { createView, type View } from '../view.ts'
import type { Receipt, Snapshot } from './store.ts'

/** `ended`: there was a grant, and it was over when the server received the push. */
export type Grant = 'yes' | 'ended' | 'no'
export type Failure = { code: string; message: string }
export type Place =
  | { is: 'next' }
  | { is: 'gap' }
  | { is: 'fork' }
  /** Answered before: the stored answer again. */
  | { is: 'stored'; receipt: Receipt }
  /** Answered before under another seq, to a device that was reset: what was applied is a noop, a refusal stays one. */
  | { is: 'known'; receipt: Receipt }

export const pushSteps = {
  /** Brings the arguments up to the version that this build runs. */
  upcast,

  /** The buffer that a batch runs over. */
  view: (collections: ReadonlyMap<string, Collection>): View => createView(collections),

  /** (3) Where a mutation stands among what the server has seen. */
  place(wire: WireMutation, lastSeq: number, bySeq: Map<number, Receipt>, byMid: Map<string, Receipt>): Place {
    if (wire.seq <= lastSeq) {
      const receipt = bySeq.get(wire.seq)
      // Its receipt may be forgotten, and nobody knows whose it was: a fork costs a bootstrap, a wrong “done” costs a set.
      return receipt?.mid === wire.mid ? { is: 'stored', receipt } : { is: 'fork' }
    }
    if (wire.seq > lastSeq + 1) return { is: 'gap' }
    const known = byMid.get(wire.mid)
    return known ? { is: 'known', receipt: known } : { is: 'next' }
  },

  /** (4) The stamp: corrected by the phone when it wrote, clamped between its previous one and now. */
  stamp(wire: WireMutation, input: PushInput, lastMs: number, nowMs: number): Stamp {
    const offset = wire.ms === undefined ? nowMs - input.clientNow : 0
    return [stampMs(wire.ms ?? wire.at, offset, lastMs, nowMs), input.deviceId, wire.seq]
  },

  /** (5) What only the athlete does is refused to everyone else, whatever their grant. */
  mayRun(mutation: Mutation | undefined, isOwn: boolean): Failure | undefined {
    if (isOwn || !mutation || mutation.byWriters) return undefined
    return { code: 'forbidden', message: `Only the athlete can do ${mutation.name} in their log. Nothing was changed.` }
  },

  /** (5) Whether the grant still holds; own data needs none. */
  mayApply(grant: Grant): Failure | undefined {
    if (grant === 'yes') return undefined
    return {
      code: 'grant_ended',
      message: 'The permission to write here had ended when this arrived. It is kept aside.',
    }
  },

  /** (6) Runs the mutator over its own buffer; what it throws, being pure, it will always throw. */
  run(
    view: View,
    mutation: Mutation,
    args: never,
    reads: Read[],
    ctx: MutationContext,
    stamp: Stamp,
  ): Failure | undefined {
    const draft = view.begin(reads, stamp, ctx)
    try {
      mutation.run(draft.tx, args, ctx)
      draft.keep()
      return undefined
    } catch (error) {
      draft.drop()
      return failureOf(error)
    }
  },

  /** (7) Log data is set aside, never refused. */
  refuse(failure: Failure, isLog: boolean): Failure & { status: 'rejected' | 'quarantined' } {
    return { ...failure, status: isLog ? 'quarantined' : 'rejected' }
  },

  /** (7) Every answer takes its seq, a refusal too: one bad mutation never stops the queue. */
  advance(lastSeq: number, receipt: Receipt): number {
    return Math.max(lastSeq, receipt.seq)
  },

  /** (8) One version a batch, whatever is in it, so that a cursor can stand between batches and inside one. */
  nextVersion(version: number, isDirty: boolean): number {
    return isDirty ? version + 1 : version
  },
}
export type PushSteps = typeof pushSteps

export const pullSteps = {
  /** (2) The phone's copy comes from another history, or from before what this one still remembers. */
  mustReset(input: PullInput, snapshot: Snapshot): boolean {
    if (input.epoch !== null && input.epoch !== snapshot.epoch) return true
    if (input.cursor === null) return false
    return input.cursor[0] > snapshot.version || input.cursor[0] < snapshot.gcFloor
  },

  /** (4) A page that ends inside a version continues inside it. */
  cursor(page: { v: number; entity: string; id: string }[], more: boolean, version: number): Cursor {
    const last = page.at(-1)
    return more && last ? [last.v, last.entity, last.id] : cursorAfter(version)
  },
}
export type PullSteps = typeof pullSteps

export function failureOf(error: unknown): Failure {
  if (isAppError(error)) return { code: error.code, message: error.message }
  // What a bug says is for us, not for the athlete who reads this.
  log().error(safeError(error), 'a mutation failed by a bug and was set aside')
  return { code: 'bug', message: 'A fault in the app kept this from being saved on the server. It is kept aside.' }
}
