/** How a story begins: a phone on a disk of its own, and a network to its server that fails on demand. */
import type { LoggedMutation, Phone, PhoneParts, Rescue, Transport } from './api.ts'
import { createDisk, createMemoryStore } from './memory-store.ts'
import { createPhone } from './phone.ts'
import { createStoryServer, type StoryServer } from './story-server.ts'
import { clock, collections, mutations, notes, SPACE, TODAY } from './story-world.ts'
import { TransportError } from './transport.ts'

/** `break next` makes the next call fail before it reaches the server, or its answer be lost. */
export function createStoryTransport(
  server: StoryServer,
): Transport & { next: ('lost' | 'unanswered' | TransportError['kind'])[]; calls: string[] } {
  const next: ('lost' | 'unanswered' | TransportError['kind'])[] = []
  const calls: string[] = []
  async function call<T>(name: string, answer: () => T): Promise<T> {
    calls.push(name)
    const fault = next.shift()
    if (fault === 'lost') throw new TransportError('network', 'lost on the way')
    if (fault && fault !== 'unanswered') throw new TransportError(fault, fault)
    const answered = structuredClone(answer())
    if (fault === 'unanswered') throw new TransportError('network', 'the answer was lost')
    return answered
  }
  return {
    next,
    calls,
    push: (input) => call('push', () => server.push(input.deviceId, structuredClone(input.mutations))),
    pull: (input) =>
      call('pull', () =>
        server.pull(input.deviceId, input.epoch, input.cursor ?? [0, '', ''], input.limit, input.aside),
      ),
    dismiss: (mid) => call('dismiss', () => void server.settled.set(mid, 'dismissed')),
    boot: (input) => call(`boot ${input.part}`, () => server.boot(input.part)),
  }
}

let seed = 1
/** A small generator: the stories are the same at every run. */
function storyRandom(): number {
  seed = (seed * 48_271) % 2_147_483_647
  return seed / 2_147_483_647
}

export function createStoryRescue(): Rescue & { held: LoggedMutation[] } {
  const rescue = {
    held: [] as LoggedMutation[],
    load: () => rescue.held,
    save(log: readonly LoggedMutation[]) {
      rescue.held = [...log]
    },
  }
  return rescue
}

export function storyPhone(parts: Partial<PhoneParts> & Pick<PhoneParts, 'transport'>) {
  return createPhone({
    space: SPACE,
    actor: SPACE,
    build: 'story',
    store: createMemoryStore(),
    collections,
    mutations: mutations as never,
    clock,
    random: storyRandom,
    locks: {
      ifFree: async (_name, run) => {
        await run()
        return true
      },
    },
    rescue: createStoryRescue(),
    report: (error) => console.error(error),
    ...parts,
  })
}

export const book = { id: 'b', title: 'Squats', day: TODAY }
export const note = (id: string, text: string) => ({ id, bookId: 'b', text })

export async function begin(parts: Partial<Parameters<typeof storyPhone>[0]> = {}) {
  const server = createStoryServer()
  const transport = createStoryTransport(server)
  const disk = createDisk()
  const phone = storyPhone({ transport, store: createMemoryStore(disk), ...parts })
  await phone.start()
  return { server, transport, disk, phone }
}

export async function texts(phone: Phone): Promise<string[]> {
  return (await phone.read((rows) => rows.find(notes, 'bookId', 'b'))).map(({ text }) => text).sort()
}
