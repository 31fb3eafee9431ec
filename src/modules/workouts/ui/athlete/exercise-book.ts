'use client'
/** Every exercise by id: the shipped catalogue, in a chunk of its own, and the athlete's own. */
import { useEffect, useMemo, useState } from 'react'
import type { Rows } from '../../../../sync/client/api.ts'
import { useLive } from '../../../../sync/client/hooks.ts'
import { type CustomExercise, type Exercise, exercises } from '../../../exercises/model.ts'

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

type Known = { own: CustomExercise[]; gone: CustomExercise[] }
const NONE: Known = { own: [], gone: [] }
let lastKnown = NONE
let lastBook: { shipped: Catalogue | null; known: Known | undefined; book: ExerciseBook } | null = null

async function readKnown(rows: Rows): Promise<Known> {
  const known = { own: await rows.all(exercises), gone: await rows.deleted(exercises) }
  // The same answer again is the same object: nothing that was made of it is made anew.
  if (JSON.stringify(known) !== JSON.stringify(lastKnown)) lastKnown = known
  return lastKnown
}

/** One book for all screens, so that sorting and indexing it is done once. */
function bookOf(shipped: Catalogue | null, known: Known | undefined): ExerciseBook {
  if (lastBook && lastBook.shipped === shipped && lastBook.known === known) return lastBook.book
  const { own, gone } = known ?? NONE
  const all: Exercise[] = [...own, ...(shipped ?? [])]
  // Old workouts still name what was deleted; it is only no longer offered.
  const byId = new Map([...gone, ...all].map((exercise) => [exercise.id, exercise]))
  const book: ExerciseBook = {
    ready: shipped !== null && known !== undefined,
    all,
    own: new Set(own.map(({ id }) => id)),
    get: (id) => byId.get(id) ?? unknownExercise(id),
  }
  lastBook = { shipped, known, book }
  return book
}

export function useExerciseBook(): ExerciseBook {
  const [shipped, setShipped] = useState(catalogue)
  useEffect(() => {
    if (!shipped) loadCatalogue().then(setShipped, () => {})
  }, [shipped])
  const known = useLive(readKnown, [], 'exercise-book')
  return useMemo(() => bookOf(shipped, known), [shipped, known])
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
