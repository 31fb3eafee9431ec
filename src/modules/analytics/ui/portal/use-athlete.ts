'use client'
/** One athlete's page in the browser: its data, kept fresh by their events, and the sentence when it ends. */
import { keepPreviousData, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useState } from 'react'
import { refusalOf } from '../../../../client/portal-errors.ts'
import { athleteKey, athletePageKey, athleteWorkoutsKey } from '../../../../client/portal-keys.ts'
import { type StreamState, useAthleteStream } from '../../../../client/portal-stream.ts'
import { type Answers, trpc } from '../../../../client/trpc.ts'

export type AthletePage = Answers['analytics']['athletePage']
type WorkoutPage = Answers['analytics']['olderWorkouts']
type Before = { startedAt: number; id: string } | null

/** Athletes who stopped sharing while this tab was open: what a going back would restore stays hidden. */
const gone = new Set<string>()

type Access = 'open' | 'gone' | 'signed-out'

export type AthleteData = {
  access: Access
  stream: StreamState
  page: AthletePage | null
  /** The page could not be fetched; what was here before stays. */
  failed: { message: string } | null
  retry: () => void
  /** While the coach ends it, and after: nothing is asked for that is about to be nobody's. */
  setEnding: (isEnding: boolean) => void
}

export function useAthlete(args: { athleteId: string; today: number; lifts: string[] }): AthleteData {
  const { athleteId, today, lifts } = args
  const { client } = trpc.useUtils()
  const queries = useQueryClient()
  const refetch = useCallback(
    () => queries.refetchQueries({ queryKey: athleteKey(athleteId), type: 'active' }, { cancelRefetch: false }),
    [queries, athleteId],
  )
  const [ended, setEnded] = useState<Access>('open')
  const [isEnding, setEnding] = useState(false)
  // An answer may say that it is over before the stream does, and a stream that was lost would ask for ever.
  const stream = useAthleteStream(athleteId, refetch, ended !== 'open' || gone.has(athleteId))
  const closed = stream === 'revoked' || ended === 'gone' || gone.has(athleteId)
  const signedOut = stream === 'signed-out' || ended === 'signed-out'
  const query = useQuery({
    queryKey: athletePageKey(athleteId, today, lifts),
    queryFn: ({ signal }) => client.analytics.athletePage.query({ athleteId, exerciseIds: lifts, today }, { signal }),
    placeholderData: keepPreviousData,
    retry: (count, error) => refusalOf(error) === 'other' && count < 2,
    staleTime: 5_000,
    enabled: !closed && !signedOut && !isEnding,
  })
  const refusal = refusalOf(query.error)
  const access: Access =
    closed || refusal === 'gone' ? 'gone' : signedOut || refusal === 'signed-out' ? 'signed-out' : 'open'
  useEffect(() => {
    if (access === 'open') return
    if (access === 'gone') gone.add(athleteId)
    setEnded(access)
    // What was seen of them leaves this tab's memory, and the list is asked anew.
    queries.removeQueries({ queryKey: athleteKey(athleteId) })
    void queries.invalidateQueries({ queryKey: ['roster'] })
    queries.removeQueries({ queryKey: ['roster-search'] })
  }, [access, athleteId, queries])
  return {
    access,
    stream,
    page: access === 'open' ? (query.data ?? null) : null,
    failed: refusal === 'other' ? query.error : null,
    retry: () => void query.refetch(),
    setEnding: useCallback(
      (next) => {
        setEnding(next)
        if (next) void queries.cancelQueries({ queryKey: athleteKey(athleteId) })
      },
      [queries, athleteId],
    ),
  }
}

export type WorkoutPages = WorkoutPage & { busy: boolean; loading: boolean; older: () => void }

/** The whole log from the newest workout, page by page. */
export function useWorkoutPages(athleteId: string): WorkoutPages {
  const { client } = trpc.useUtils()
  const query = useInfiniteQuery({
    queryKey: athleteWorkoutsKey(athleteId),
    initialPageParam: null as Before,
    queryFn: ({ pageParam, signal }) =>
      client.analytics.olderWorkouts.query({ athleteId, before: pageParam }, { signal }),
    getNextPageParam: (page): Before => {
      const last = page.workouts.at(-1)?.workout
      return page.more && last ? { startedAt: last.startedAt, id: last.id } : null
    },
    retry: (count, error) => refusalOf(error) === 'other' && count < 2,
    staleTime: 5_000,
  })
  const pages = query.data?.pages ?? []
  return {
    workouts: pages.flatMap(({ workouts }) => workouts),
    exercises: Object.assign({}, ...pages.map(({ exercises }) => exercises)),
    marks: Object.assign({}, ...pages.map(({ marks }) => marks)),
    more: query.hasNextPage,
    busy: query.isFetchingNextPage,
    loading: query.isPending,
    older: () => void query.fetchNextPage({ cancelRefetch: false }),
  }
}
