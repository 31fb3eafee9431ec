/** The phone's engine with every collection and mutation there is, on this browser's store, network and signals. */
import { signedInUser } from '../client/account.ts'
import { createDeviceAccount, type DeviceAccount, type Identity } from '../client/device-account.ts'
import { browserMemory, MEMORY_KEY } from '../client/device-memory.ts'
import { picturesDatabase } from '../client/pictures-database.ts'
import { exercises } from '../modules/exercises/model.ts'
import { exerciseMutations } from '../modules/exercises/mutators.ts'
import { places } from '../modules/gyms/model/places.ts'
import { placeMutations } from '../modules/gyms/mutators.ts'
import { assignments, decisions, overrides, plannedSessions } from '../modules/programs/model.ts'
import { programMutations } from '../modules/programs/mutators.ts'
import { profiles } from '../modules/users/model.ts'
import { profileMutations } from '../modules/users/mutators.ts'
import { measurements, progressPhotos } from '../modules/workouts/model/body.ts'
import { breaks } from '../modules/workouts/model/breaks.ts'
import { cardioSessions } from '../modules/workouts/model/cardio.ts'
import { routineFolders, routines } from '../modules/workouts/model/routines.ts'
import { sharedLinks } from '../modules/workouts/model/shares.ts'
import { importBatches, loggedSets, workoutExercises, workouts } from '../modules/workouts/model.ts'
import { progressMutations } from '../modules/workouts/mutators/progress.ts'
import { routineMutations } from '../modules/workouts/mutators/routines.ts'
import { shareMutations } from '../modules/workouts/mutators/shares.ts'
import { workoutMutations } from '../modules/workouts/mutators.ts'
import { BUILD } from '../shared/build.ts'
import { newId } from '../shared/id.ts'
import { archiveMutations } from '../sync/archive-mutations.ts'
import type { AnyCollection, AnyMutation, Phone } from '../sync/client/api.ts'
import {
  browserClock,
  browserHasRoom,
  browserLocks,
  browserRandom,
  browserRescue,
  browserSignals,
  deleteDatabase,
} from '../sync/client/browser.ts'
import { createDexieStore } from '../sync/client/dexie-store.ts'
import { createPhone } from '../sync/client/phone.ts'
import { createTransport } from '../sync/client/transport.ts'

export const phoneCollections: readonly AnyCollection[] = [
  profiles,
  places,
  exercises,
  workouts,
  workoutExercises,
  loggedSets,
  cardioSessions,
  importBatches,
  breaks,
  routines,
  routineFolders,
  sharedLinks,
  measurements,
  progressPhotos,
  assignments,
  overrides,
  plannedSessions,
  decisions,
]
/** Over every collection there is: what an archive holds follows from the list above. */
export const phoneArchive = archiveMutations(phoneCollections)
export const phoneMutations = [
  ...profileMutations,
  ...placeMutations,
  ...exerciseMutations,
  ...programMutations,
  ...workoutMutations,
  ...progressMutations,
  ...routineMutations,
  ...shareMutations,
  ...phoneArchive,
] as readonly unknown[] as readonly AnyMutation[]

function openPhone(identity: Identity, database: string): Phone {
  // The browser may not clear this log to make room. Asked for an account only: some browsers ask the person.
  if (identity.kind === 'account') void navigator.storage?.persist?.().catch(() => false)
  return createPhone({
    space: identity.space,
    actor: identity.space,
    guest: identity.kind === 'guest',
    build: BUILD,
    store: createDexieStore(database, phoneCollections, () => deleteDatabase(picturesDatabase(database))),
    transport: createTransport(identity.space),
    collections: phoneCollections,
    mutations: phoneMutations,
    clock: browserClock,
    random: browserRandom,
    locks: browserLocks,
    rescue: browserRescue(localStorage, database),
    signals: browserSignals,
    hasRoom: browserHasRoom,
    report: (error) => console.error(error),
  })
}

async function whoIsSignedIn(): Promise<{ userId: string; name: string } | null> {
  const userId = navigator.onLine ? await signedInUser() : null
  if (!userId) return null
  const answer = await fetch('/api/trpc/users.me', { cache: 'no-store', signal: AbortSignal.timeout(20_000) })
  const body = (await answer.json()) as { result?: { data?: { name?: string; email?: string } } }
  return { userId, name: body.result?.data?.name || body.result?.data?.email || '' }
}

const PATIENCE_MS = 1_500

let account: DeviceAccount | null = null

/** One a page, whatever mounts twice. Only in the browser. */
export function deviceAccount(): DeviceAccount {
  if (account) return account
  const made = createDeviceAccount({
    memory: browserMemory(localStorage),
    openPhone,
    deleteDatabase,
    newId,
    now: () => Date.now(),
    whoIsSignedIn,
    patience: () => new Promise((resolve) => setTimeout(resolve, PATIENCE_MS)),
  })
  // Another tab signed in or out: this one follows, so that nobody writes into another person's log.
  window.addEventListener('storage', (event) => {
    if (event.key === MEMORY_KEY) void made.start()
  })
  account = made
  return made
}
