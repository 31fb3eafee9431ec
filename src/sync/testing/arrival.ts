/** The same writes of three phones, delivered in two orders, on servers of their own: the rows must be the same. */
import fc from 'fast-check'
import { newId } from '../../shared/id.ts'
import type { WireMutation } from '../protocol.ts'
import { createEngine } from '../server/engine.ts'
import { PROTOCOL, SCHEMA_V } from '../wire.ts'
import type { Backend } from './backend.ts'
import type { Broken } from './record.ts'
import { must } from './violation.ts'
import * as world from './world.ts'

const PHONES = 3
const NOW = 1_000_000

type Write = {
  phone: number
  what: 'put' | 'reps' | 'load' | 'remove' | 'restore' | 'rename' | 'target'
  row: number
  ms: number
  value: number
}
export type Arrival = { writes: Write[]; orders: [number[], number[]] }

const write: fc.Arbitrary<Write> = fc.record({
  phone: fc.nat(PHONES - 1),
  what: fc.constantFrom('put', 'reps', 'load', 'remove', 'restore', 'rename', 'target'),
  row: fc.nat(2),
  ms: fc.nat(12),
  value: fc.nat(99),
})

/** Which phone delivers its next batch, until all have delivered everything. */
const order = fc.array(fc.nat(PHONES - 1), { minLength: 12, maxLength: 24 })
export const arrival: fc.Arbitrary<Arrival> = fc.record({
  writes: fc.array(write, { minLength: 4, maxLength: 24 }),
  orders: fc.tuple(order, order),
})

export async function checkArrival(
  make: () => Backend,
  { writes, orders }: Arrival,
  broken: Broken = {},
): Promise<void> {
  const [first, second] = [
    await deliver(make(), writes, orders[0], broken),
    await deliver(make(), writes, orders[1], broken),
  ]
  must(first === second, 8, () => `one order gave\n${first}\nand the other\n${second}`)
}

async function deliver(
  backend: Backend,
  writes: readonly Write[],
  turns: readonly number[],
  broken: Broken,
): Promise<string> {
  const [space, coach] = [newId(), newId()]
  const server = createEngine({
    store: backend.store,
    collections: world.testCollections,
    mutations: world.serverMutations,
    mayPush: async () => 'yes',
    now: () => NOW,
    steps: broken.steps,
  })
  const queues = Array.from({ length: PHONES }, (_, phone) => queueOf(phone, writes))
  for (const phone of turns) await push(phone, queues[phone]?.splice(0, 2) ?? [])
  for (const [phone, queue] of queues.entries()) await push(phone, queue.splice(0))
  const state = await backend.read(space)
  const rows = [...state.rows].map(([key, { row }]) => [key, sorted(row.data), sorted(row.stamps), row.deleted])
  return JSON.stringify(rows.sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)))

  async function push(phone: number, mutations: WireMutation[]): Promise<void> {
    if (mutations.length === 0) return
    const input = {
      protocol: PROTOCOL,
      schemaV: SCHEMA_V,
      build: 'test',
      clientNow: NOW,
      space,
      deviceId: deviceOf(phone),
    }
    // The last phone is the coach's: its fields of a session are others than the athlete's.
    await server.push({ id: phone === PHONES - 1 ? coach : space }, { ...input, mutations })
  }
}

const deviceOf = (phone: number) => `018f0000-0000-7000-8000-00000000000${phone + 1}`

function queueOf(phone: number, writes: readonly Write[]): WireMutation[] {
  return writes
    .map((one, index) => ({ one, index }))
    .filter(({ one }) => one.phone === phone)
    .map(({ one, index }, i) => ({
      seq: i + 1,
      mid: `018f0000-0000-7000-8000-${(index + 1).toString(16).padStart(9, '0')}000`,
      at: one.ms,
      ms: one.ms,
      ...mutationOf(one),
    }))
}

function mutationOf({ what, row, value }: Write): { name: string; v: number; args: unknown } {
  const id = `r${row}`
  const make = (mutation: { name: string; v: number }, args: unknown) => ({ name: mutation.name, v: mutation.v, args })
  switch (what) {
    case 'put':
      return make(world.putSession, { id, title: `t${value}`, day: value })
    case 'rename':
      return make(world.renameSession, { id, title: `r${value}` })
    case 'target':
      return make(world.setTarget, { id, target: value })
    case 'reps':
      return make(world.editMark, { id, reps: value })
    case 'load':
      return make(world.placeMark, { id, sessionId: 's', load: value })
    case 'remove':
      return make(world.removeMark, { id })
    case 'restore':
      return make(world.restoreMark, { id })
  }
}

function sorted(value: object): unknown {
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [
        key,
        inner && typeof inner === 'object' && !Array.isArray(inner) ? sorted(inner) : inner,
      ]),
  )
}
