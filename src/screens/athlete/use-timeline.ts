'use client'
/** The timeline as its screen needs it: items as far as they were asked for, kept up to date with phone and server. */
import { useCallback, useEffect, useMemo, useState } from 'react'
import { askServer } from '../../client/ask-server.ts'
import type { SyncStatus } from '../../sync/client/api.ts'
import { useMaybePhone, useStatusPart } from '../../sync/client/hooks.ts'
import { type Entry, readJournal, refreshJournal } from '../../sync/client/journal.ts'
import type { TimelineOutput } from '../../sync/protocol.ts'
import { journaled } from '../../sync/undo.ts'
import { type Facts, readFacts } from './timeline-facts.ts'
import { factsKeyOf, type Item, itemsOf } from './timeline-items.ts'

const PAGE = 60

export type Timeline = {
  /** Undefined until it was read; those whose facts are known. */
  items: Item[] | undefined
  facts: ReadonlyMap<string, Facts>
  /** The server could not be asked: what other devices did may be missing. Undefined until that is known. */
  isAlone: boolean | undefined
  more(): void
}

const NO_FACTS: ReadonlyMap<string, Facts> = new Map()

export function useTimeline(isAccount: boolean): Timeline {
  const phone = useMaybePhone()
  const [entries, setEntries] = useState<Entry[]>()
  const [asked, setAsked] = useState(PAGE)
  const [facts, setFacts] = useState(NO_FACTS)
  const isAlone = useRefresh(isAccount)
  const arrived = useStatusPart(arrivedSo)

  useEffect(
    () =>
      phone?.store.live(
        (tx) => readJournal(tx, phone.space, Date.now()),
        setEntries,
        () => {},
      ),
    [phone],
  )
  const read = useMemo(() => {
    if (!entries) return undefined
    const journal = journaled(entries)
    return { journal, items: itemsOf(entries, journal) }
  }, [entries])

  const shown = read?.items.slice(0, asked)
  const unknown = shown?.filter((item) => facts.get(factsKeyOf(item))?.isUnknown ?? true)
  const wanted = unknown?.map(factsKeyOf).join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the keys say which are wanted, and rows may come later
  useEffect(() => {
    let isOver = false
    if (phone && read && unknown && unknown.length > 0) {
      phone.store
        .readLoosely((tx) => readFacts(tx, unknown, read.journal))
        .then(
          (found) => {
            if (!isOver) setFacts((known) => new Map([...known, ...found]))
          },
          () => {},
        )
    }
    return () => {
      isOver = true
    }
  }, [phone, wanted, arrived])

  const more = useCallback(() => setAsked((known) => known + PAGE), [])
  const firstUnknown = shown?.findIndex((item) => !facts.has(factsKeyOf(item))) ?? -1
  return {
    items: firstUnknown === 0 ? undefined : firstUnknown < 0 ? shown : shown?.slice(0, firstUnknown),
    facts,
    isAlone,
    more,
  }
}

/** Asks when the screen opens and after each sync. True while the server does not answer. */
function useRefresh(isAccount: boolean): boolean | undefined {
  const phone = useMaybePhone()
  const arrived = useStatusPart(arrivedSo)
  const [hasFailed, setFailed] = useState<boolean>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked anew after each sync
  useEffect(() => {
    if (!phone || !isAccount) return
    const stop = new AbortController()
    const ask = (have: Record<string, number>) =>
      askServer<TimelineOutput>(
        `sync.timeline?input=${encodeURIComponent(JSON.stringify({ have }))}`,
        phone.space,
        stop.signal,
      )
    refreshJournal(phone.store, ask, Date.now()).then(
      () => setFailed(false),
      () => {
        if (!stop.signal.aborted) setFailed(true)
      },
    )
    return () => stop.abort()
  }, [phone, isAccount, arrived])
  return isAccount ? hasFailed : false
}

const arrivedSo = ({ lastSyncAt, here }: SyncStatus) => `${lastSyncAt} ${here}`
