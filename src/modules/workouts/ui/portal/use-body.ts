'use client'
/** An athlete's body in the browser of who it is shared with: asked for again while it is open, gone when sharing ends. */
import { useQueries, useQuery } from '@tanstack/react-query'
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

/** Addresses by picture: null of one that was never sent, or that is shared no more; none yet while they are asked for. */
export function usePictures(
  athleteId: string,
  ids: readonly string[],
  size: 360 | 1600,
): ReadonlyMap<string, string | null> {
  const { client } = trpc.useUtils()
  const pieces = Array.from({ length: Math.ceil(ids.length / AT_ONCE) }, (_, i) =>
    ids.slice(i * AT_ONCE, (i + 1) * AT_ONCE),
  )
  const answers = useQueries({
    queries: pieces.map((asked) => ({
      queryKey: athletePicturesKey(athleteId, size, asked),
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        client.media.uploads.query({ ownerId: athleteId, ids: [...asked], size }, { signal }),
      staleTime: PHOTO_FRESH_MS,
      refetchInterval: PHOTO_FRESH_MS,
    })),
  })
  const urls = new Map<string, string | null>()
  for (const [i, { data }] of answers.entries()) {
    if (!data) continue
    for (const id of pieces[i] ?? []) urls.set(id, null)
    for (const { id, url } of data) urls.set(id, url)
  }
  return urls
}
