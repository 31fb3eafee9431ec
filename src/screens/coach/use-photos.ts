'use client'
/** Pictures of people, as addresses that open for minutes: asked for again before they end. */
import { useMemo } from 'react'
import { trpc } from '../../client/trpc.ts'
import { MOST_PHOTOS, type PhotoSize } from '../../modules/media/model.ts'

/** Addresses hold for five minutes. */
const FRESH_MS = 4 * 60_000

export function usePhotos(personIds: readonly string[], size: PhotoSize): ReadonlyMap<string, string> {
  const parts = useMemo(() => {
    // Sorted, so that another order of the same people asks nothing.
    const sorted = personIds.toSorted()
    return Array.from({ length: Math.ceil(sorted.length / MOST_PHOTOS) }, (_, i) =>
      sorted.slice(i * MOST_PHOTOS, (i + 1) * MOST_PHOTOS),
    )
  }, [personIds])
  const answers = trpc.useQueries((t) =>
    parts.map((ids) => t.media.photos({ personIds: ids, size }, { staleTime: FRESH_MS, refetchInterval: FRESH_MS })),
  )
  return new Map(answers.flatMap(({ data }) => (data ?? []).map(({ personId, url }) => [personId, url] as const)))
}
