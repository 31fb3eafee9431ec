'use client'
/** Pictures of people, as addresses that open for minutes: asked for again before they end. */
import { useMemo } from 'react'
import { trpc } from '../../client/trpc.ts'
import { MOST_PHOTOS, PHOTO_FRESH_MS, type PhotoSize } from '../../modules/media/model.ts'

export function usePhotos(personIds: readonly string[], size: PhotoSize): ReadonlyMap<string, string> {
  const parts = useMemo(() => {
    // Sorted, so that another order of the same people asks nothing.
    const sorted = personIds.toSorted()
    return Array.from({ length: Math.ceil(sorted.length / MOST_PHOTOS) }, (_, i) =>
      sorted.slice(i * MOST_PHOTOS, (i + 1) * MOST_PHOTOS),
    )
  }, [personIds])
  const answers = trpc.useQueries((t) =>
    parts.map((ids) =>
      t.media.photos({ personIds: ids, size }, { staleTime: PHOTO_FRESH_MS, refetchInterval: PHOTO_FRESH_MS }),
    ),
  )
  return new Map(answers.flatMap(({ data }) => (data ?? []).map(({ personId, url }) => [personId, url] as const)))
}
