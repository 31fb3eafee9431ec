'use client'
/** An athlete's body in the browser of who it is shared with: asked for again while it is open, gone when sharing ends. */
import { useQuery } from '@tanstack/react-query'
import { athleteBodyKey, athletePicturesKey } from '../../../../client/portal-keys.ts'
import { trpc } from '../../../../client/trpc.ts'
import { PHOTO_FRESH_MS } from '../../../media/model.ts'

/** That a grant of measurements or photos ended is told by no event: it is asked for. */
const AGAIN_MS = 60_000
const AT_ONCE = 100

export function useSharedBody(athleteId: string) {
  const { client } = trpc.useUtils()
  return useQuery({
    queryKey: athleteBodyKey(athleteId),
    queryFn: ({ signal }) => client.workouts.body.query({ athleteId }, { signal }),
    staleTime: 5_000,
    refetchInterval: AGAIN_MS,
  })
}

/** Addresses by picture; who has ended sharing them gives none. */
export function usePictures(athleteId: string, ids: readonly string[], size: 360 | 1600): ReadonlyMap<string, string> {
  const { client } = trpc.useUtils()
  const asked = ids.slice(0, AT_ONCE)
  const { data } = useQuery({
    queryKey: athletePicturesKey(athleteId, size, asked),
    queryFn: ({ signal }) => client.media.uploads.query({ ownerId: athleteId, ids: asked, size }, { signal }),
    enabled: asked.length > 0,
    staleTime: PHOTO_FRESH_MS,
    refetchInterval: PHOTO_FRESH_MS,
  })
  return new Map((data ?? []).map(({ id, url }) => [id, url]))
}
