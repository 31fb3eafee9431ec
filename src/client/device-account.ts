/**
 * Whose log this device holds. The athlete's app never asks the server who it is: it remembers, so that it works for
 * months without signal. Every account has a database of its own; before there is one the log is a guest's. The first
 * account on this device claims it, once; where another account was before, whoever signs in is asked whether it is theirs.
 */
import type { LoggedMutation, Phone, Readable } from '../sync/client/api.ts'
import type { AccountIdentity, DeviceRecord, Memory } from './device-memory.ts'

export type Identity = { kind: 'guest'; space: string } | AccountIdentity

export type DeviceState = {
  /** Null until `start` has opened the log. */
  identity: Identity | null
  phone: Phone | null
  /** Why the log could not be opened, for the screen that says so. */
  failure: unknown
  /** What was logged here without an account, while the person who is signed in has not said whose it is. */
  unclaimed: readonly LoggedMutation[] | null
}

export type DeviceAccount = Readable<DeviceState> & {
  /** Opens the log of whoever was here last, and finishes a claim that was cut short. */
  start(): Promise<void>
  /** After signing in on the server. The same account goes on; another one gets its own log. Gives the claimed writes. */
  signedIn(account: { userId: string; name: string }): Promise<{ claimed: number }>
  /** The guest's log is this account's. Gives the claimed writes. */
  claimGuest(): Promise<number>
  /** It is not: it stays on this device, outside of this account, and opens when nobody is signed in. */
  refuseGuest(): Promise<void>
  /** How many writes the server does not have: what signing out must ask about. */
  unsynced(): Promise<number>
  /** One last try to send everything; gives what is left. */
  syncFirst(): Promise<number>
  /**
   * Back to being a guest. With everything on the server the log leaves this device; otherwise it stays under the
   * account's name and goes on when that account signs in again. `isGone`: there is no such account any more, and what
   * it had here is not wanted. Gives the space whose log left.
   */
  signedOut(isGone?: boolean): Promise<string | null>
  /** Everything the server does not have, as a file the athlete can keep. */
  exportUnsynced(): Promise<string>
  stop(): Promise<void>
}

export type DeviceParts = {
  memory: Memory
  openPhone(identity: Identity, database: string): Phone
  deleteDatabase(name: string): Promise<unknown>
  newId(): string
  now(): number
  /** Whose cookie this browser holds, asked once while the log is a guest's; null for nobody or no network. */
  whoIsSignedIn(): Promise<{ userId: string; name: string } | null>
  /** As long as the very first opening waits for that answer. */
  patience(): Promise<void>
}

const GUEST_DATABASE = 'train-guest'

export function databaseOf(identity: Identity): string {
  return identity.kind === 'guest' ? GUEST_DATABASE : `train-${identity.space}`
}

export function createDeviceAccount(parts: DeviceParts): DeviceAccount {
  const { memory } = parts
  const listeners = new Set<() => void>()
  let state: DeviceState = { identity: null, phone: null, failure: null, unclaimed: null }
  let tail: Promise<unknown> = Promise.resolve()
  /** What following the cookie claimed, until the form that signed in asks for the same. */
  let followed = 0

  function set(next: DeviceState): void {
    state = next
    for (const listener of [...listeners]) listener()
  }

  /** Opening, claiming and switching never overlap. */
  function inTurn<T>(run: () => Promise<T>): Promise<T> {
    const turn = tail.then(run)
    tail = turn.catch(() => {})
    return turn
  }

  async function remembered(known: DeviceRecord): Promise<Identity> {
    if (known.identity) return known.identity
    // Not the account's id: mutators take the space from their context, so a claimed log fits any account.
    const { guestSpace } = known.guestSpace
      ? known
      : await memory.change((now) => ({ guestSpace: now.guestSpace ?? parts.newId() }))
    return { kind: 'guest', space: guestSpace ?? '' }
  }

  async function open(identity: Identity): Promise<Phone> {
    await state.phone?.stop()
    const phone = parts.openPhone(identity, databaseOf(identity))
    set({ identity, phone, failure: null, unclaimed: null })
    try {
      await phone.start()
    } catch (failure) {
      // The phone still takes writes, into memory and the rescue copy; the screen says that they are not saved.
      set({ identity, phone, failure, unclaimed: null })
    }
    return phone
  }

  /** Copies the guest's log into the account's, then deletes it. The mids stay, so that running twice adds nothing. */
  async function claim(account: Identity, into: Phone): Promise<number> {
    const { claimant, guestSpace } = await memory.read()
    if (!guestSpace || (claimant !== null && claimant !== account.space)) return 0
    let claimed = 0
    // Read again until nothing is new: another tab may still be writing as the guest.
    for (let log = await readGuestLog(guestSpace); log.length > claimed; log = await readGuestLog(guestSpace)) {
      await memory.change(() => ({ claimant: account.space }))
      await into.adopt(log)
      claimed = log.length
    }
    await parts.deleteDatabase(GUEST_DATABASE)
    await memory.change(() => ({ guestSpace: null, claimant: null, refusedBy: [] }))
    if (state.unclaimed) set({ ...state, unclaimed: null })
    return claimed
  }

  /** Shows what waits for an answer, if there is anything. */
  async function askWhose({ space }: Identity): Promise<void> {
    const { guestSpace, claimant, refusedBy } = await memory.read()
    if (!guestSpace || claimant !== null || refusedBy?.includes(space)) return
    const log = await readGuestLog(guestSpace)
    if (log.length > 0 && state.identity?.space === space) set({ ...state, unclaimed: log })
  }

  async function readGuestLog(space: string): Promise<LoggedMutation[]> {
    const guest = parts.openPhone({ kind: 'guest', space }, GUEST_DATABASE)
    await guest.start()
    const log = await guest.unsynced()
    await guest.stop()
    return log
  }

  function signedIn({ userId, name }: { userId: string; name: string }): Promise<{ claimed: number }> {
    return inTurn(async () => {
      const identity: AccountIdentity = { kind: 'account', space: userId, name, signedInAt: parts.now() }
      const { hadAccount, claimant } = await memory.read()
      await memory.change(() => ({ identity, hadAccount: true }))
      if (state.phone && state.identity?.kind === 'account' && state.identity.space === userId) {
        set({ ...state, identity })
        state.phone.resume()
        const claimed = followed
        followed = 0
        return { claimed }
      }
      const phone = await open(identity)
      if (!hadAccount || claimant === userId) return { claimed: await claim(identity, phone) }
      await askWhose(identity)
      return { claimed: 0 }
    })
  }

  /** Signed in on another page of this site: the log here is that person's. */
  async function followCookie(): Promise<void> {
    const found = await parts.whoIsSignedIn().catch(() => null)
    if (found && (!state.identity || state.identity.kind === 'guest')) followed = (await signedIn(found)).claimed
  }

  async function countUnsynced(): Promise<number> {
    return (await state.phone?.unsynced())?.length ?? 0
  }

  return {
    get: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async start() {
      const before = await memory.read()
      // Never a guest's nor an account's: no guest's log is shown for the blink until the cookie is known.
      const isFirst = !state.phone && !before.identity && !before.guestSpace
      if (isFirst) await Promise.race([followCookie(), parts.patience()])
      await inTurn(async () => {
        const known = await memory.read()
        const identity = await remembered(known)
        const isOpen = state.phone && state.identity?.kind === identity.kind && state.identity.space === identity.space
        if (isOpen) {
          // Another tab may have answered.
          if (state.unclaimed && !known.guestSpace) set({ ...state, unclaimed: null })
          return
        }
        const phone = await open(identity)
        if (identity.kind !== 'account') return
        if (known.claimant === identity.space) await claim(identity, phone)
        else await askWhose(identity)
      })
      // A late answer to the first question still counts.
      if (state.identity?.kind === 'guest' && !isFirst) void followCookie()
    },
    signedIn,
    claimGuest: () =>
      inTurn(async () => {
        const { identity, phone } = state
        return identity?.kind === 'account' && phone ? claim(identity, phone) : 0
      }),
    refuseGuest: () =>
      inTurn(async () => {
        const { identity } = state
        if (identity?.kind !== 'account') return
        await memory.change(({ refusedBy }) => ({ refusedBy: [...(refusedBy ?? []), identity.space] }))
        set({ ...state, unclaimed: null })
      }),
    unsynced: () => inTurn(countUnsynced),
    syncFirst: () =>
      inTurn(async () => {
        await state.phone?.sync()
        return countUnsynced()
      }),
    signedOut: (isGone) =>
      inTurn(async () => {
        const { identity, phone } = state
        if (identity?.kind !== 'account') return null
        const left = await countUnsynced()
        const kept = (await phone?.attention())?.length ?? 0
        await open(await remembered(await memory.change(() => ({ identity: null }))))
        if (!isGone && left + kept > 0) return null
        await parts.deleteDatabase(databaseOf(identity))
        return identity.space
      }),
    async exportUnsynced() {
      const log = (await state.phone?.unsynced()) ?? []
      const attention = (await state.phone?.attention()) ?? []
      return JSON.stringify({ app: 'spotter', kind: 'unsynced', space: state.identity?.space, log, attention }, null, 2)
    },
    stop: () =>
      inTurn(async () => {
        await state.phone?.stop()
      }),
  }
}
