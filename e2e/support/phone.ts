/** An athlete's phone without its screens: the real engine over a store in memory and the real wire. */
import { addExercise, addSet, startWorkout } from '../../src/modules/workouts/mutators.ts'
import { newId } from '../../src/shared/id.ts'
import type { Phone, PhoneParts, Transport } from '../../src/sync/client/api.ts'
import { createMemoryStore } from '../../src/sync/client/memory-store.ts'
import { createPhone } from '../../src/sync/client/phone.ts'
import { createTransport } from '../../src/sync/client/transport.ts'
import { phoneCollections, phoneMutations } from '../../src/wiring/sync-phone.ts'
import type { Visitor } from './visitor.ts'

export type StoryPhone = {
  phone: Phone
  /** What the engine found that should never happen. */
  readonly bugs: unknown[]
  /** Starts a workout with one exercise; sets go into it. */
  begin(): Promise<void>
  /** Logs one set, durable on the phone when it resolves. Returns its id. */
  logSet(reps?: number): Promise<string>
}

const DAY_MS = 86_400_000
let clocks = 0

/** `wrap` puts something between engine and wire: to watch answers, or to die at a chosen moment. */
export async function newPhone(
  person: Visitor,
  wrap: (transport: Transport) => Transport = (transport) => transport,
): Promise<StoryPhone> {
  const bugs: unknown[] = []
  const rescued: ReturnType<PhoneParts['rescue']['load']> = []
  const transport = createTransport(person.userId, person.origin, person.fetch)
  const phone = createPhone({
    space: person.userId,
    actor: person.userId,
    build: 'story',
    store: createMemoryStore(),
    // Live streams are for a browser.
    transport: wrap({ ...transport, listen: undefined }),
    collections: phoneCollections,
    mutations: phoneMutations,
    clock: {
      now: () => Date.now(),
      setTimeout(run, ms) {
        const timer = setTimeout(run, ms)
        return () => clearTimeout(timer)
      },
    },
    random: () => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32,
    locks: {
      async ifFree(_name, run) {
        await run()
        return true
      },
    },
    rescue: { load: () => rescued, save: (log) => void rescued.splice(0, rescued.length, ...log) },
    report: (error) => bugs.push(error),
  })
  await phone.start()

  const workoutId = newId()
  const entryId = newId()
  const startedAt = Date.now() - clocks++
  let sets = 0
  return {
    phone,
    bugs,
    async begin() {
      await phone.mutate(startWorkout, {
        id: workoutId,
        title: 'Story',
        startedAt,
        zone: 'UTC',
        localDay: Math.floor(startedAt / DAY_MS),
        bodyweightG: null,
        holder: 'story',
      })
      await phone.mutate(addExercise, {
        workoutId,
        id: entryId,
        exerciseId: 'deadlift',
        position: 'a0',
        restS: null,
        superset: null,
        sets: [],
      })
    },
    async logSet(reps = 5) {
      const id = newId()
      sets += 1
      await phone.mutate(addSet, {
        workoutId,
        entryId,
        set: { id, position: `a${String(sets).padStart(6, '0')}`, ...figures(reps), doneAt: Date.now() },
      })
      return id
    },
  }
}

export function figures(reps: number, loadG = 100_000) {
  return {
    kind: 'normal',
    loadMode: 'external',
    loadG,
    enteredLoad: String(loadG / 1000),
    enteredUnit: 'kg',
    reps,
    rir2: null,
    durationMs: null,
    distanceM: null,
    enteredDistance: null,
    distanceUnit: null,
  } as const
}

/** Syncs as often as it takes: what a phone does over minutes, without its pauses. */
export async function syncAll(phone: Phone, limitMs = 60_000): Promise<void> {
  const end = Date.now() + limitMs
  while ((await phone.sync()) !== 'done' || (await phone.unsynced()).length > 0) {
    if (Date.now() > end) throw new Error(`The phone did not come to rest in ${limitMs / 1000} s.`)
    await new Promise((done) => setTimeout(done, 50))
  }
}
