/** How React reads the phone. Every hook also works in the prerender, where there is no store: it answers "not yet". */
'use client'
import { createContext, useCallback, useContext, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import type { Collection, Row } from '../mutation.ts'
import type { AnyCollection, Hot, Phone, RowState, Rows, SyncStatus } from './api.ts'
import { FIRST_STATUS } from './status.ts'

const PhoneContext = createContext<Phone | null>(null)
export const PhoneProvider = PhoneContext.Provider

/** The phone's engine, to mutate. In event handlers and effects; in the prerender there is none and this throws. */
export function usePhone(): Phone {
  const phone = useContext(PhoneContext)
  if (!phone) throw new Error('usePhone was called outside of PhoneProvider. Wrap the screen in the athlete frame.')
  return phone
}

/** The same, null in the prerender and before the account is known. */
export function useMaybePhone(): Phone | null {
  return useContext(PhoneContext)
}

const nothing = () => () => {}

/**
 * A live query: undefined until first read, then always current, in every tab. `deps` are what the query closes over.
 * Keep the query small: it runs again at every change of what it read. `keep` names the answer for the rest of the run:
 * a screen that is opened again paints it at once, and what has changed since a moment later.
 */
export function useLive<T>(query: (rows: Rows) => Promise<T>, deps: readonly unknown[], keep?: string): T | undefined {
  const phone = useContext(PhoneContext)
  const [value, setValue] = useState<{ of: unknown; is: T }>()
  const [failure, setFailure] = useState<unknown>()
  // A new object whenever deps change: an answer to older deps is never shown as the answer to these.
  // biome-ignore lint/correctness/useExhaustiveDependencies: deps are the caller's
  const key = useMemo(() => ({}), [phone, ...deps])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the query changes at every render, its deps are in the key
  useEffect(() => {
    if (!phone) return
    return phone.live(
      query,
      (is) => {
        if (keep !== undefined) remember(phone, keep, is)
        setValue({ of: key, is })
      },
      setFailure,
    )
  }, [phone, key])
  if (failure) throw failure
  if (value && value.of === key) return value.is
  return phone && keep !== undefined ? (kept.get(phone)?.get(keep) as T | undefined) : undefined
}

const kept = new WeakMap<Phone, Map<string, unknown>>()
const MOST_KEPT = 8

/** The newest few: histories are large. */
function remember(phone: Phone, name: string, value: unknown): void {
  const known = kept.get(phone) ?? new Map<string, unknown>()
  kept.set(phone, known)
  known.delete(name)
  known.set(name, value)
  for (const [oldest] of known) {
    if (known.size <= MOST_KEPT) break
    known.delete(oldest)
  }
}

/**
 * The open workout (any parent with its children) from memory: a mutation shows in the same task.
 * `children` must be a constant outside the component.
 */
export function useHot<P extends Row, C extends Record<string, AnyCollection>>(
  parent: Collection<P>,
  id: string,
  children: C,
): Hot<P, C> {
  const phone = useContext(PhoneContext)
  useEffect(() => phone?.keepHot(parent, id), [phone, parent, id])
  const cold = useMemo(() => coldOf<P, C>(children), [children])
  return useSyncExternalStore(
    phone ? phone.hot.subscribe : nothing,
    () => (phone ? phone.hot.snapshot(parent, id, children) : cold),
    () => cold,
  )
}

function coldOf<P extends Row, C extends Record<string, AnyCollection>>(children: C): Hot<P, C> {
  const empty = Object.fromEntries(Object.keys(children).map((name) => [name, []]))
  return { ...empty, ready: false, parent: undefined } as unknown as Hot<P, C>
}

/** Where the newest write to this row is. */
export function useSyncState(rowId: string): RowState {
  const phone = useContext(PhoneContext)
  const read = useCallback((): RowState => phone?.rowState(rowId) ?? 'phone', [phone, rowId])
  return useSyncExternalStore(phone ? phone.onRowStates : nothing, read, () => 'phone')
}

export function useSyncStatus(): SyncStatus {
  return useStatusPart(whole)
}

/** What `pick` takes of it: whoever asks renders when that changes, not at every write. */
export function useStatusPart<T>(pick: (status: SyncStatus) => T): T {
  const phone = useContext(PhoneContext)
  return useSyncExternalStore(
    phone ? phone.status.subscribe : nothing,
    () => pick(phone ? phone.status.get() : FIRST_STATUS),
    () => pick(FIRST_STATUS),
  )
}

const whole = (status: SyncStatus) => status
