'use client'
/** A coach's whole list in the browser: pages are walked to the end, so that search and sort never wait for the server. */
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { ROSTER_PAGE, rosterKey, rosterSearchKey } from '../../../../client/portal-keys.ts'
import { type Answers, trpc } from '../../../../client/trpc.ts'

export type RosterRow = Answers['analytics']['roster']['athletes'][number]
type Cursor = Answers['analytics']['roster']['next']

export type Roster = {
  rows: RosterRow[]
  /** Everyone, whether here yet or not. */
  total: number
  complete: boolean
  loading: boolean
  error: { message: string } | null
  retry: () => void
}

const NOBODY: RosterRow[] = []
const FEW_PAGES = 2
const MINUTE_MS = 60_000
const MANY_PAGES_MS = 5 * MINUTE_MS

/** `walk` is set by one component, the frame: it fetches page after page. */
export function useRoster(today: number, { walk = false } = {}): Roster {
  const { client } = trpc.useUtils()
  const query = useInfiniteQuery({
    queryKey: rosterKey(today),
    initialPageParam: null as Cursor,
    queryFn: ({ pageParam, signal }) =>
      client.analytics.roster.query({ after: pageParam, limit: ROSTER_PAGE, today }, { signal }),
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
    staleTime: 30_000,
    // Looked at again it is as it is now; a list of thousands isn't fetched anew each time.
    refetchOnWindowFocus: ({ state }) =>
      (state.data?.pages.length ?? 0) <= FEW_PAGES ? 'always' : Date.now() - state.dataUpdatedAt > MANY_PAGES_MS,
    refetchInterval: ({ state }) => ((state.data?.pages.length ?? 0) <= FEW_PAGES ? MINUTE_MS : false),
  })
  const { data, hasNextPage, isFetching, isError, fetchNextPage, refetch } = query
  useEffect(() => {
    if (walk && hasNextPage && !isFetching && !isError) void fetchNextPage({ cancelRefetch: false })
  }, [walk, hasNextPage, isFetching, isError, fetchNextPage])
  const rows = useMemo(() => data?.pages.flatMap((page) => page.athletes) ?? NOBODY, [data])
  return {
    rows,
    total: data?.pages[0]?.total ?? rows.length,
    complete: data !== undefined && !hasNextPage,
    loading: query.isPending,
    error: query.error,
    retry: () => void refetch(),
  }
}

/** While pages are still on their way, the server searches those that aren't here yet. */
export function useRosterSearch(today: number, roster: Roster, search: string): RosterRow[] {
  const { client } = trpc.useUtils()
  const asked = useSettled(search.trim(), 150)
  const query = useQuery({
    queryKey: rosterSearchKey(today, asked),
    queryFn: ({ signal }) => client.analytics.roster.query({ search: asked, limit: ROSTER_PAGE, today }, { signal }),
    enabled: !roster.complete && asked !== '',
    placeholderData: keepPreviousData,
  })
  const found = query.data?.athletes
  return useMemo(() => {
    if (roster.complete || asked === '' || !found) return roster.rows
    const here = new Set(roster.rows.map(({ athleteId }) => athleteId))
    return [...roster.rows, ...found.filter(({ athleteId }) => !here.has(athleteId))]
  }, [roster.complete, roster.rows, asked, found])
}

function useSettled(value: string, ms: number): string {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), ms)
    return () => clearTimeout(timer)
  }, [value, ms])
  return settled
}
