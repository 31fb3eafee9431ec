/** Phones of a history: the real engine over a disk in memory, a clock that may be wrong, a network that fails on demand. */
import { isAppError } from '../../shared/errors.ts'
import type { LoggedMutation, Phone, PhoneParts, Transport } from '../client/api.ts'
import { createDisk, createMemoryStore, type Disk } from '../client/memory-store.ts'
import { createPhone } from '../client/phone.ts'
import type { Meta } from '../client/store.ts'
import { TransportError } from '../client/transport.ts'
import type { SyncServer } from '../server/engine.ts'
import type { Fault } from './commands.ts'
import { phoneMutations, testCollections } from './world.ts'

export type TestPhone = {
  index: number
  space: string
  actor: string
  disk: Disk
  rescue: LoggedMutation[]
  phone: Phone
  skewMs: number
  /** The next request meets it. */
  fault: Fault
  /** The next transaction dies before or after it is durable. */
  dying: 'commit' | 'committed' | undefined
  isCloned: boolean
}

export type PhoneWorld = {
  server: SyncServer
  /** The server's clock. */
  now(): number
  /** The next flush fails, as if the process died before its commit. */
  crashNext(): void
  /** An error that no phone should meet. */
  report(error: unknown): void
  /** Wraps the phone's engine, for the tests that break it. */
  breakPhone?: (parts: PhoneParts) => PhoneParts
  create?: (parts: PhoneParts) => Phone
}

export async function createTestPhone(
  world: PhoneWorld,
  options: { index: number; space: string; actor: string; disk?: Disk; rescue?: LoggedMutation[] },
): Promise<TestPhone> {
  const self: TestPhone = {
    disk: createDisk(),
    rescue: [],
    skewMs: 0,
    fault: undefined,
    dying: undefined,
    isCloned: false,
    phone: undefined as never,
    ...options,
  }
  await openPhone(world, self)
  return self
}

/** Opens the app over what is on the disk. */
export async function openPhone(world: PhoneWorld, self: TestPhone): Promise<void> {
  self.phone = await startPhone(world, self)
}

export async function startPhone(world: PhoneWorld, self: TestPhone): Promise<Phone> {
  let isOnline = false
  let random = (self.index + 1) * 7_919 + self.disk.tables.size
  const parts: PhoneParts = {
    space: self.space,
    actor: self.actor,
    build: 'test',
    store: createMemoryStore(self.disk, (point) => {
      if (point !== self.dying) return
      self.dying = undefined
      throw new Error('The phone died.')
    }),
    transport: faulty(world, self),
    collections: testCollections,
    mutations: phoneMutations as never,
    clock: { now: () => world.now() + self.skewMs, setTimeout: () => () => {} },
    random: () => {
      random = (random * 48_271) % 2_147_483_647
      return random / 2_147_483_647
    },
    locks: {
      ifFree: async (_name, run) => {
        await run()
        return true
      },
    },
    rescue: {
      load: () => self.rescue,
      save: (log) => {
        self.rescue = [...log]
      },
    },
    report: world.report,
    // Nothing syncs by itself: each step is a command.
    signals: { online: () => isOnline, visible: () => false, subscribe: () => () => {} },
  }
  const phone = (world.create ?? createPhone)(world.breakPhone?.(parts) ?? parts)
  await phone.start()
  isOnline = true
  return phone
}

function faulty(world: PhoneWorld, self: TestPhone): Transport {
  const who = { id: self.actor }
  async function call<T>(answer: () => Promise<T>): Promise<T> {
    const { fault } = self
    self.fault = undefined
    if (fault === 'request-lost') throw new TransportError('network', 'lost on the way')
    if (fault === 'crash') world.crashNext()
    try {
      const answered = fault === 'twice' ? (await Promise.all([answer(), answer()]))[1] : await answer()
      if (fault === 'answer-lost') throw new TransportError('network', 'the answer was lost')
      return answered
    } catch (error) {
      if (error instanceof TransportError) throw error
      if (isAppError(error) || (error as Error).message === CRASH) throw new TransportError('server', String(error))
      world.report(error)
      throw error
    }
  }
  return {
    push: (input) => call(() => world.server.push(who, input)),
    pull: (input) => call(() => world.server.pull(who, input)),
    boot: (input) => call(() => world.server.boot(who, input)),
  }
}

export function phonesSharingAnId(phones: readonly TestPhone[]): TestPhone[] {
  const idOf = ({ disk }: TestPhone) => (disk.tables.get('meta')?.get('meta') as Meta | undefined)?.deviceId
  return phones.filter((one) => phones.some((other) => other !== one && idOf(other) === idOf(one)))
}

export const CRASH = 'The server died before its commit.'

/** A step that meets the weather; everything that is not the weather is a bug. */
export async function weather(world: PhoneWorld, act: () => Promise<unknown>): Promise<void> {
  try {
    await act()
  } catch (error) {
    if (error instanceof TransportError) return
    if (error instanceof Error && error.message === 'The phone died.') return
    if (isAppError(error) && error.code === 'unavailable') return
    world.report(error)
  }
}

export function copyDisk(disk: Disk): Disk {
  const copy = createDisk()
  for (const [table, records] of disk.tables) copy.tables.set(table, structuredClone(records))
  return copy
}
