/** What the header and the sync screen show; one object that is replaced at every change. */
import type { Readable, SyncStatus } from './api.ts'

export const FIRST_STATUS: SyncStatus = {
  ready: false,
  pending: 0,
  unsaved: 0,
  attention: 0,
  syncing: false,
  online: true,
  lastSyncAt: null,
  paused: null,
  updateWanted: false,
  here: 'nothing',
  offsetMs: 0,
  dropped: 0,
  readyOffline: null,
}

export type StatusStore = Readable<SyncStatus> & { set(change: Partial<SyncStatus>): void }

export function createStatus(first: Partial<SyncStatus>): StatusStore {
  let status: SyncStatus = { ...FIRST_STATUS, ...first }
  const listeners = new Set<() => void>()
  return {
    get: () => status,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    set(change) {
      const next = { ...status, ...change }
      const isSame = (Object.keys(next) as (keyof SyncStatus)[]).every((key) => next[key] === status[key])
      if (isSame) return
      status = next
      for (const listener of [...listeners]) listener()
    },
  }
}
