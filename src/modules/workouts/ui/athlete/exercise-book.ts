'use client'
/** Every exercise by id: the shipped catalogue, in a chunk of its own, and the athlete's own. */
import { useEffect, useMemo, useState } from 'react'
import { arrivingWords, restOfWords } from '../../../../client/words.ts'
import type { Rows } from '../../../../sync/client/api.ts'
import { useLive } from '../../../../sync/client/hooks.ts'
import { type CustomExercise, type Exercise, exercises } from '../../../exercises/model.ts'

/** The same exercises twice: as the reader calls them, and in English. */
type Catalogue = { named: readonly Exercise[]; inEnglish(id: string): Exercise | undefined }
export type ExerciseBook = {
  /** False until the catalogue and the own exercises are here: till then `get` answers with a name made from the slug. */
  ready: boolean
  all: readonly Exercise[]
  own: ReadonlySet<string>
  get(id: string): Exercise
  /** As the catalogue has it, for files that other apps read. */
  inEnglish(id: string): Exercise
}

let catalogue: Catalogue | null = null
let loading: Promise<Catalogue> | null = null

function loadCatalogue(): Promise<Catalogue> {
  loading ??= Promise.all([import('../../../exercises/data/catalogue.ts'), restOfWords()]).then(
    ([{ CATALOGUE, catalogueExercise }, words]) => {
      const known = { named: words ? inWords(CATALOGUE, words.exercises) : CATALOGUE, inEnglish: catalogueExercise }
      // Without the words that the page should have, the next screen asks for them again.
      if (words || !arrivingWords()) catalogue = known
      else loading = null
      return known
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
  const all: Exercise[] = [...own, ...(shipped?.named ?? [])]
  // Old workouts still name what was deleted; it is only no longer offered.
  const byId = new Map([...gone, ...all].map((exercise) => [exercise.id, exercise]))
  const get = (id: string) => byId.get(id) ?? unknownExercise(id)
  const book: ExerciseBook = {
    ready: shipped !== null && known !== undefined,
    all,
    own: new Set(own.map(({ id }) => id)),
    get,
    inEnglish: (id) => shipped?.inEnglish(id) ?? get(id),
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

/** The English name is one more that it is found by. */
function inWords(shipped: readonly Exercise[], names: Record<string, string>): Exercise[] {
  return shipped.map((exercise) => {
    const name = names[exercise.id]
    return name ? { ...exercise, name, aliases: [exercise.name, ...exercise.aliases] } : exercise
  })
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
