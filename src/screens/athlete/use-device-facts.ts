'use client'
/** What this phone holds, as far as it says so. Each fact comes by itself: one that can't be had keeps no other waiting. */
import { useEffect, useState } from 'react'
import { useDeviceAccount } from '../../client/account-provider.tsx'
import { countCached } from '../../client/check-stored.ts'
import { databaseOf } from '../../client/device-account.ts'
import { useSyncStatus } from '../../sync/client/hooks.ts'
import { openSecondHandle, type StoreCounts } from '../../sync/client/second-handle.ts'
import { phoneCollections } from '../../wiring/sync-phone.ts'

export type Waiting = {
  /** Things that the changes are about, by collection, each once. */
  things: ReadonlyMap<string, number>
  /** Ids of the sets among them, newest change first. */
  sets: string[]
}

export type DeviceFacts = {
  /** Undefined while it is asked, null when the store gives no answer. */
  counts: StoreCounts | null | undefined
  waiting: Waiting | null | undefined
  /** Bytes used and allowed; null where the browser doesn't say. */
  used: number | null
  room: number | null
  /** Files of the app in caches. */
  files: number
  /** The browser may not clear it by itself; null where it has no word for that. */
  persistent: boolean | null
}

const FIRST: DeviceFacts = {
  counts: undefined,
  waiting: undefined,
  used: null,
  room: null,
  files: 0,
  persistent: null,
}

export function useDeviceFacts(): DeviceFacts & { keep: () => Promise<boolean> } {
  const { identity } = useDeviceAccount()
  const { pending, attention, here } = useSyncStatus()
  const [facts, setFacts] = useState(FIRST)
  // biome-ignore lint/correctness/useExhaustiveDependencies: they tell that what is stored has changed
  useEffect(() => {
    if (!identity) return
    let isOver = false
    const add = (more: Partial<DeviceFacts>) => {
      if (!isOver) setFacts((known) => ({ ...known, ...more }))
    }
    const handle = openSecondHandle(databaseOf(identity), phoneCollections)
    const waiting = handle
      .outbox()
      .then(waitingOf)
      .catch(() => null)
    const counts = handle.counts().catch(() => null)
    void waiting.then((found) => add({ waiting: found }))
    void counts.then((found) => add({ counts: found }))
    void Promise.all([waiting, counts]).finally(() => handle.close().catch(() => {}))
    void countCached().then(
      (files) => add({ files }),
      () => {},
    )
    void navigator.storage?.estimate?.().then(
      ({ usage, quota }) => add({ used: usage ?? null, room: quota ?? null }),
      () => {},
    )
    void navigator.storage?.persisted?.().then(
      (persistent) => add({ persistent }),
      () => {},
    )
    return () => {
      isOver = true
    }
  }, [identity, pending, attention, here])

  async function keep(): Promise<boolean> {
    const persistent = (await navigator.storage?.persist?.().catch(() => false)) ?? false
    setFacts((known) => ({ ...known, persistent }))
    return persistent
  }
  return { ...facts, keep }
}

function waitingOf(outbox: readonly { keys: readonly string[] }[]): Waiting {
  const keys = [...new Set(outbox.toReversed().flatMap((entry) => entry.keys))]
  const things = new Map<string, number>()
  const sets: string[] = []
  for (const key of keys) {
    const at = key.indexOf(':')
    const entity = key.slice(0, at)
    things.set(entity, (things.get(entity) ?? 0) + 1)
    if (entity === 'logged_set') sets.push(key.slice(at + 1))
  }
  return { things, sets }
}
