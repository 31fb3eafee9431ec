'use client'
/**
 * A gym's whole roster in the browser: one request, then every search, filter and sort is a walk over what is here. What
 * is changed shows at once, and is taken back when the server refuses it.
 */
import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { trpc } from '../../../../client/trpc.ts'
import { type PreparedRoster, prepareRoster, type RosterRow } from '../../rules/roster.ts'
import { unpackRoster } from '../../rules/roster-wire.ts'

/** `at` is the server's clock when this browser's showed `readAt`; `seenAt` the server's when it told of everybody. */
type Held = { prepared: PreparedRoster; version: number; at: number; readAt: number; seenAt: number }

export type GymRoster = {
  /** Null until everybody is here. */
  prepared: PreparedRoster | null
  /** What an import is made for. */
  version: number
  /** The server's clock when it was read or changed. */
  at: number
  /** The server's clock when it was read: what others have changed since is not in it. */
  seenAt: number
  error: { message: string } | null
  retry: () => void
}

const OLD_MS = 60_000
const rosterKey = (gymId: string) => ['gym-roster', gymId] as const

export function useGymRoster(gymId: string): GymRoster {
  const { client } = trpc.useUtils()
  const query = useQuery({
    queryKey: rosterKey(gymId),
    queryFn: async ({ signal }): Promise<Held> => {
      const { members, version, at } = await client.gyms.roster.query({ gymId }, { signal })
      return { prepared: prepareRoster(unpackRoster(members)), version, at, readAt: Date.now(), seenAt: at }
    },
    // Comparing ten thousand rows with themselves takes longer than drawing them.
    structuralSharing: false,
    staleTime: OLD_MS,
  })
  const { data, error, refetch } = query
  return useMemo(
    () => ({
      prepared: data?.prepared ?? null,
      version: data?.version ?? 0,
      at: data?.at ?? 0,
      seenAt: data?.seenAt ?? 0,
      error,
      retry: () => void refetch(),
    }),
    [data, error, refetch],
  )
}

export type RowFields = Partial<Pick<RosterRow, 'coachId' | 'locationId' | 'endedAt' | 'lastSeenAt'>>

/** Changes rows that are here; their names stay, so that nothing has to be sorted anew. */
export function patchRoster(
  queries: QueryClient,
  gymId: string,
  ids: ReadonlySet<string>,
  fields: RowFields | ((now: number) => RowFields),
): void {
  queries.setQueryData<Held>(rosterKey(gymId), (held) => {
    if (!held) return held
    const readAt = Date.now()
    const at = held.at + (readAt - held.readAt)
    const set = typeof fields === 'function' ? fields(at) : fields
    const rows = held.prepared.rows.map((row) => (ids.has(row.id) ? { ...row, ...set } : row))
    return { ...held, at, readAt, prepared: { ...held.prepared, rows } }
  })
}

/** Everybody anew: somebody came, or is called otherwise. */
export function useRefreshRoster(gymId: string): () => Promise<void> {
  const queries = useQueryClient()
  return useCallback(() => queries.invalidateQueries({ queryKey: rosterKey(gymId) }), [queries, gymId])
}
