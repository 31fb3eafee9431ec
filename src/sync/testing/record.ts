/** What one history has seen so far, and what a test replaces to see a promise broken. */
import { newId } from '../../shared/id.ts'
import type { LoggedMutation, Phone, PhoneParts } from '../client/api.ts'
import type { Stamp } from '../protocol.ts'
import type { AsideSteps } from '../server/aside-steps.ts'
import type { Grant, PullSteps, PushSteps } from '../server/steps.ts'
import type { Backend } from './backend.ts'
import type { Kind } from './commands.ts'
import type { TestPhone } from './phones.ts'

/** A mutation that some phone was asked to save. */
export type Issued = LoggedMutation & {
  kind: Kind
  space: string
  actor: string
  /** The row it is about. */
  id: string
  phone: number
  /** The row was on the phone's screen after it. */
  wasShown: boolean
}

/** What a test replaces to see a promise broken. */
export type Broken = {
  steps?: Partial<PushSteps>
  asideSteps?: Partial<AsideSteps>
  pullSteps?: Partial<PullSteps>
  breakPhone?: (parts: PhoneParts) => PhoneParts
  create?: (parts: PhoneParts) => Phone
  /** It, or its store, is broken on purpose: it may fail in any way on its way to the broken promise. */
  isMutant?: boolean
}

/** What people made of entries that were set aside. A restore takes it back with all else that the server knew. */
export type Settlements = {
  /** Mids that were put into the log after all. */
  applied: Set<string>
  /** `person mid` */
  dismissed: Set<string>
  /** And what phones may have been told before a restore. */
  everDismissed: Set<string>
}

export type History = {
  backend: Backend
  phones: TestPhone[]
  issued: Issued[]
  spaces: { id: string; prefix: string }[]
  coach: string
  grant: Grant
  /** The stamp that the server last gave to a mutation. */
  stamps: Map<string, Stamp>
  /** Batches of the coach that took effect although the grant had ended. */
  trespasses: string[]
  settled: Settlements
}

export function newHistory(backend: Backend): History {
  const [a, b, coach] = [newId(), newId(), newId()]
  const spaces = [
    { id: a, prefix: 'a' },
    { id: b, prefix: 'b' },
  ]
  const settled = { applied: new Set<string>(), dismissed: new Set<string>(), everDismissed: new Set<string>() }
  return { backend, phones: [], issued: [], spaces, coach, grant: 'yes', stamps: new Map(), trespasses: [], settled }
}
