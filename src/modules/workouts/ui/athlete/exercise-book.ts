'use client'
/** Every exercise by id: the shipped catalogue, in a chunk of its own, and the athlete's own. */
import { useEffect, useMemo, useState } from 'react'
import { useLive } from '../../../../sync/client/hooks.ts'
import { type Exercise, exercises } from '../../../exercises/model.ts'

type Catalogue = readonly Exercise[]
export type ExerciseBook = {
  /** False until the catalogue and the own exercises are here: till then `get` answers with a name made from the slug. */
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
  const known = useLive(async (rows) => ({ own: await rows.all(exercises), gone: await rows.deleted(exercises) }), [])
  return useMemo(() => {
    const { own = [], gone = [] } = known ?? {}
    const all: Exercise[] = [...own, ...(shipped ?? [])]
    // Old workouts still name what was deleted; it is only no longer offered.
    const byId = new Map([...gone, ...all].map((exercise) => [exercise.id, exercise]))
    return {
      ready: shipped !== null && known !== undefined,
      all,
      own: new Set(own.map(({ id }) => id)),
      get: (id) => byId.get(id) ?? unknownExercise(id),
    }
  }, [shipped, known])
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
