'use client'
/** Every exercise by id: the shipped catalogue, in a chunk of its own, and the athlete's own. */
import { useEffect, useMemo, useState } from 'react'
import { useLive } from '../../../../sync/client/hooks.ts'
import { type Exercise, exercises } from '../../../exercises/model.ts'

type Catalogue = readonly Exercise[]
export type ExerciseBook = {
  /** False until the catalogue is here: then `get` still answers, with a name made from the slug. */
  ready: boolean
  all: readonly Exercise[]
  own: ReadonlySet<string>
  get(id: string): Exercise
}

let catalogue: Catalogue | null = null
let loading: Promise<Catalogue> | null = null

function loadCatalogue(): Promise<Catalogue> {
  loading ??= import('../../../exercises/data/catalogue.ts').then(
    (file) => {
      catalogue = file.CATALOGUE
      return catalogue
    },
    (error) => {
      loading = null
      throw error
    },
  )
  return loading
}

export function useExerciseBook(): ExerciseBook {
  const [shipped, setShipped] = useState(catalogue)
  useEffect(() => {
    if (!shipped) loadCatalogue().then(setShipped, () => {})
  }, [shipped])
  const own = useLive((rows) => rows.all(exercises), [])
  return useMemo(() => {
    const all: Exercise[] = [...(own ?? []), ...(shipped ?? [])]
    const byId = new Map(all.map((exercise) => [exercise.id, exercise]))
    return {
      ready: shipped !== null,
      all,
      own: new Set(own?.map(({ id }) => id)),
      get: (id) => byId.get(id) ?? unknownExercise(id),
    }
  }, [shipped, own])
}

/** A catalogue id is readable: "bench-press" already says what it is while the catalogue is on its way. */
function unknownExercise(id: string): Exercise {
  const words = id.replaceAll('-', ' ')
  return {
    id,
    name: `${words.charAt(0).toUpperCase()}${words.slice(1)}`,
    aliases: [],
    equipment: 'other',
    pattern: 'core',
    measure: 'load_reps',
    loadMode: 'external',
    bodyweightFraction: null,
    laterality: 'bilateral',
    implements: 1,
    muscles: {},
    restS: 120,
  }
}
