'use client'
import { useCallback } from 'react'
import type { Place } from '../../modules/gyms/model/places.ts'
import { addPlace } from '../../modules/gyms/mutators.ts'
import { useMutate } from '../../modules/workouts/ui/athlete/use-mutate.ts'
import { newId } from '../../shared/id.ts'

/** Adds a place and answers its id. Its name gets a number where there is one of that name. */
export function useAddPlace(): (place: Omit<Place, 'id'>, others: readonly Place[]) => string {
  const mutate = useMutate()
  return useCallback(
    (place, others) => {
      const id = newId()
      const names = new Set(others.map(({ name }) => name))
      let name = place.name
      for (let n = 2; names.has(name); n += 1) name = `${place.name} ${n}`
      void mutate(addPlace, { place: { ...place, id, name } })
      return id
    },
    [mutate],
  )
}
