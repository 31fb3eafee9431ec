/** The server's end of sync: what wiring hands in, and the three calls it gets. */
import type { Collection, Mutation } from '../mutation.ts'
import type { BootInput, BootOutput, PullInput, PullOutput, PushInput, PushOutput } from '../protocol.ts'
import { SCHEMA_V } from '../wire.ts'
import type { Engine, MayPush, OnFlush, Principal, Shared } from './access.ts'
import { boot } from './boot.ts'
import { pull } from './pull.ts'
import { push } from './push.ts'
import { type PullSteps, type PushSteps, pullSteps, pushSteps } from './steps.ts'
import type { SyncStore } from './store.ts'

export type EngineParts = {
  store: SyncStore
  collections: readonly (Collection | Collection<never>)[]
  mutations: readonly Mutation[]
  mayPush: MayPush
  /** Left out, a space is read by its athlete alone. */
  shared?: Shared
  onFlush?: OnFlush
  poke?: (space: string) => void
  now?: () => number
  minSchemaV?: number
  /** Replaced one at a time by the tests that show what each step is for. */
  steps?: Partial<PushSteps>
  pullSteps?: Partial<PullSteps>
}

export type SyncServer = {
  push(principal: Principal, input: PushInput): Promise<PushOutput>
  pull(principal: Principal, input: PullInput): Promise<PullOutput>
  boot(principal: Principal, input: BootInput): Promise<BootOutput>
}

export function createEngine(parts: EngineParts): SyncServer {
  const engine: Engine = {
    store: parts.store,
    collections: new Map(parts.collections.map((collection) => [collection.name, collection as Collection])),
    mutations: new Map(parts.mutations.map((mutation) => [mutation.name, mutation])),
    mayPush: parts.mayPush,
    shared: parts.shared ?? (async () => []),
    onFlush: parts.onFlush ?? (() => []),
    poke: parts.poke ?? (() => {}),
    now: parts.now ?? Date.now,
    minSchemaV: parts.minSchemaV ?? SCHEMA_V,
    steps: { ...pushSteps, ...parts.steps },
    pullSteps: { ...pullSteps, ...parts.pullSteps },
  }
  return {
    push: (principal, input) => push(engine, principal, input),
    pull: (principal, input) => pull(engine, principal, input),
    boot: (principal, input) => boot(engine, principal, input),
  }
}
