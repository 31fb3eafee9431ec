/** Short ways to say who pushes what, for tests that speak the protocol themselves. */
import { newId } from '../../shared/id.ts'
import type { Mutation } from '../mutation.ts'
import type { PullInput, PushInput, WireMutation } from '../protocol.ts'
import { PROTOCOL, SCHEMA_V } from '../wire.ts'

export type Writer = {
  deviceId: string
  space: string
  seq: number
  /** The next mutation of this device. */
  write<A>(mutation: Mutation<A>, args: NoInfer<A>, at?: number): WireMutation
}

export function createWriter(space: string, deviceId = newId()): Writer {
  return {
    deviceId,
    space,
    seq: 0,
    write(mutation, args, at = 1_000) {
      this.seq += 1
      return { seq: this.seq, mid: newId(), name: mutation.name, v: mutation.v, args, at, ms: at }
    },
  }
}

export function pushOf(
  { deviceId, space }: Pick<Writer, 'deviceId' | 'space'>,
  ...mutations: WireMutation[]
): PushInput {
  return { protocol: PROTOCOL, deviceId, space, schemaV: SCHEMA_V, build: 'test', clientNow: 0, mutations }
}

export function pullOf(
  { deviceId, space }: Pick<Writer, 'deviceId' | 'space'>,
  rest: Partial<PullInput> = {},
): PullInput {
  return { protocol: PROTOCOL, deviceId, space, schemaV: SCHEMA_V, epoch: null, cursor: null, limit: 100, ...rest }
}
