/** Phones for the stories of an import: a guest's, and a new one whose server sends its older months when told to. */
import type { AnyCollection, AnyMutation, Phone, PhoneParts, Transport } from '../../../../sync/client/api.ts'
import { createMemoryStore } from '../../../../sync/client/memory-store.ts'
import { createPhone } from '../../../../sync/client/phone.ts'
import type { WireRow } from '../../../../sync/protocol.ts'
import { exercises } from '../../../exercises/model.ts'
import { exerciseMutations } from '../../../exercises/mutators.ts'
import { cardioSessions } from '../../model/cardio.ts'
import { importBatches, loggedSets, workoutExercises, workouts } from '../../model.ts'
import { workoutMutations } from '../../mutators.ts'

const SPACE = '018f0000-0000-7000-8000-00000000a11c'
export const NOW = Date.UTC(2026, 10, 23)
const never = () => Promise.reject(new Error('A guest never syncs.'))

export async function phoneWith(more: Partial<PhoneParts>) {
  const phone = createPhone({
    space: SPACE,
    actor: SPACE,
    build: 'test',
    store: createMemoryStore(),
    transport: { push: never, pull: never, boot: never },
    collections: [
      ...[exercises, workouts, workoutExercises, loggedSets, cardioSessions, importBatches],
    ] as readonly AnyCollection[],
    mutations: [...exerciseMutations, ...workoutMutations] as readonly unknown[] as readonly AnyMutation[],
    clock: { now: () => NOW, setTimeout: () => () => {} },
    random: Math.random,
    locks: { ifFree: async (_name, run) => run().then(() => true) },
    rescue: { load: () => [], save: () => {} },
    report: (error) => console.error(error),
    ...more,
  })
  await phone.start()
  return phone
}

export const phoneOfGuest = () => phoneWith({ guest: true })

/** A server that has what this phone has, all of it in one older month that comes when it is told to. */
export async function serverWith(phone: Phone) {
  const rows: WireRow[] = []
  for (const of of [workouts, workoutExercises, loggedSets, importBatches] as const) {
    for (const row of await phone.read((read) => read.all(of as typeof workouts))) {
      rows.push({ entity: of.name, id: row.id, v: 1, stamps: { row: [1, SPACE, 1] }, data: row })
    }
  }
  let sendMonths = () => {}
  const told = new Promise<void>((resolve) => {
    sendMonths = resolve
  })
  const answer = { epoch: 'one', version: 1 }
  const transport: Transport = {
    push: never,
    pull: async () => ({ ...answer, rows: [], cursor: [1, '~', ''], more: false, lastSeq: 0 }),
    async boot({ part }) {
      if (part === 'now') return { ...answer, part, rows: [], months: ['2020-01'] }
      if (part === 'recent') return { ...answer, part, rows: [] }
      await told
      return { ...answer, part, rows }
    },
  }
  return { transport, sendMonths }
}
