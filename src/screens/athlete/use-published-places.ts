'use client'
/** What the athlete's gyms have published: asked for where there is a signal, and nothing waits for it. */
import { useEffect, useState } from 'react'
import { useDeviceAccount } from '../../client/account-provider.tsx'
import type { GymPlaceFields } from '../../modules/gyms/model/places.ts'

export type PublishedPlace = {
  gymId: string
  gymName: string
  placeId: string
  version: number
  place: GymPlaceFields
}

export function usePublishedPlaces(): readonly PublishedPlace[] {
  const { identity } = useDeviceAccount()
  const hasAccount = identity?.kind === 'account'
  const [published, setPublished] = useState<readonly PublishedPlace[]>([])
  useEffect(() => {
    if (!hasAccount || !navigator.onLine) return
    const leaving = new AbortController()
    const signal = AbortSignal.any([leaving.signal, AbortSignal.timeout(20_000)])
    fetch('/api/trpc/gyms.publishedPlaces', { cache: 'no-store', signal })
      .then(async (answer) => {
        const body = (await answer.json()) as { result?: { data?: PublishedPlace[] } }
        if (answer.ok && body.result?.data) setPublished(body.result.data)
      })
      // No signal, or signed out meanwhile: the places that are here are here.
      .catch(() => {})
    return () => leaving.abort()
  }, [hasAccount])
  return published
}
