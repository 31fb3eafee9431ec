/** What the calls share: the engine's parts, who asks, and the check that comes before anything else. */
import type { ReservedSql } from 'postgres'
import { appError } from '../../shared/errors.ts'
import type { Collection, Mutation } from '../mutation.ts'
import type { Change } from '../view.ts'
import type { Grant, PullSteps, PushSteps } from './steps.ts'
import type { JobIntent, SyncStore } from './store.ts'

/** A person or a registered device, from the session, never from the request's body. */
export type Principal = { id: string }
/** Asked inside the push's transaction, for other people's spaces only. */
export type MayPush = (principal: Principal, space: string, db: ReservedSql | undefined) => Promise<Grant>
export type MayRead = (principal: Principal, space: string) => Promise<boolean>
/** Jobs that follow from a commit, stored with it. */
export type OnFlush = (space: string, changes: readonly Change[], actor: string) => JobIntent[]

export type Engine = {
  store: SyncStore
  collections: ReadonlyMap<string, Collection>
  mutations: ReadonlyMap<string, Mutation>
  mayPush: MayPush
  mayRead: MayRead
  onFlush: OnFlush
  poke: (space: string) => void
  now: () => number
  /** Clients with an older schema must update before they sync. */
  minSchemaV: number
  steps: PushSteps
  pullSteps: PullSteps
}

/** Authorises before revealing existence: a space that is not shared answers like one that does not exist. */
export async function mustRead(engine: Engine, principal: Principal, space: string): Promise<void> {
  if (principal.id === space || (await engine.mayRead(principal, space))) return
  throw appError('not_found', 'There is no such log, or it is not shared with you.')
}
