'use client'
import { useCallback } from 'react'
import { newId } from '../../../../shared/id.ts'
import { dayOf } from '../../../../shared/local-day.ts'
import { startWorkout } from '../../mutators.ts'
import { useProfile } from './habits.ts'
import { thisDevice } from './this-device.ts'
import { useMutate } from './use-mutate.ts'

/** Starts a workout now and here; resolves with its id when it is durable on this phone, null when it was refused. */
export function useStartWorkout(): (workout: { title: string }) => Promise<string | null> {
  const mutate = useMutate()
  const { bodyweightG } = useProfile()
  return useCallback(
    async ({ title }) => {
      const id = newId()
      const startedAt = Date.now()
      const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
      const localDay = dayOf(startedAt, zone)
      const isSaved = await mutate(startWorkout, {
        id,
        title,
        startedAt,
        zone,
        localDay,
        bodyweightG,
        holder: thisDevice(),
      })
      return isSaved ? id : null
    },
    [mutate, bodyweightG],
  )
}
