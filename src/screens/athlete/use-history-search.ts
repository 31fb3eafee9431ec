'use client'
/**
 * Search over all history by title, exercise and notes. The text of each workout is folded once, newest first in steps,
 * so that the first answers are there while older years are still being read.
 */
import { useEffect, useRef, useState } from 'react'
import { foldName } from '../../modules/exercises/rules/names.ts'
import { type Workout, type WorkoutExercise, workoutExercises, workouts } from '../../modules/workouts/model.ts'
import { summarise, type WorkoutSummary } from '../../modules/workouts/rules/summary.ts'
import type { ExerciseBook } from '../../modules/workouts/ui/athlete/exercise-book.ts'
import type { Phone } from '../../sync/client/api.ts'
import { useMaybePhone } from '../../sync/client/hooks.ts'
import { FIRST_DAY, LAST_DAY, newestFirst, readWholes } from './reads.ts'

/** The first answers soon, then in larger steps: each has its own cost. */
const FIRST_STEP = 100
const STEP = 600
/** More than anyone scrolls through: the words are then too few. */
export const MOST_FOUND = 60

export type Indexed = { workout: Workout; text: string }

type Names = Pick<ExerciseBook, 'get' | 'inEnglish'>

/** What a workout can be found by, folded as the query is. */
export function textOf(workout: Workout, entries: readonly WorkoutExercise[], book: Names): string {
  const parts = [workout.title, workout.notes]
  for (const { exerciseId, notes } of entries) {
    parts.push(...new Set([book.get(exerciseId).name, book.inEnglish(exerciseId).name]), notes)
  }
  return ` ${foldName(parts.join(' '))}`
}

/** Every word of the query begins a word of the text. */
export function findIn(index: readonly Indexed[], query: string, limit: number): Workout[] {
  const words = foldName(query).split(' ').filter(Boolean)
  const found: Workout[] = []
  for (const { workout, text } of index) {
    if (found.length === limit) break
    if (words.every((word) => text.includes(` ${word}`))) found.push(workout)
  }
  return found
}

async function* readIndex(phone: Phone, book: ExerciseBook): AsyncGenerator<Indexed[]> {
  for (let to = LAST_DAY; to >= FIRST_DAY; ) {
    const below = to
    const step = to === LAST_DAY ? FIRST_STEP : STEP
    const { page, from } = await phone.read(async (rows) => {
      const newest = await rows.between(workouts, 'localDay', FIRST_DAY, below, { limit: step, newestFirst: true })
      const isLast = newest.length < step
      // Whole days: of the step's last day the limit may have cut off a workout.
      const edge = newest.at(-1)?.localDay ?? FIRST_DAY
      const above = isLast ? newest : newest.filter(({ localDay }) => localDay > edge)
      const isOneDay = above.length === 0 && !isLast
      const whole = isOneDay ? await rows.between(workouts, 'localDay', edge, below) : above
      const entries = await rows.findAny(
        workoutExercises,
        'workoutId',
        whole.map(({ id }) => id),
      )
      const of = Map.groupBy(entries, ({ workoutId }) => workoutId)
      const indexed = whole
        .filter(({ state }) => state !== 'open')
        .toSorted(newestFirst)
        .map((workout) => ({ workout, text: textOf(workout, of.get(workout.id) ?? [], book) }))
      return { page: indexed, from: isLast ? FIRST_DAY : isOneDay ? edge : edge + 1 }
    })
    yield page
    to = from - 1
  }
}

export type HistorySearch = { found: WorkoutSummary[]; isReading: boolean }

export function useHistorySearch(query: string, book: ExerciseBook): HistorySearch | null {
  const phone = useMaybePhone()
  const isSearching = foldName(query) !== ''
  const [index, setIndex] = useState<{ rows: readonly Indexed[]; isWhole: boolean }>({ rows: [], isWhole: false })
  const [found, setFound] = useState<WorkoutSummary[]>([])
  const summaries = useRef(new Map<string, WorkoutSummary>())

  useEffect(() => {
    if (!phone || !isSearching) return
    let isOver = false
    summaries.current.clear()
    setIndex({ rows: [], isWhole: false })
    void (async () => {
      let rows: Indexed[] = []
      for await (const page of readIndex(phone, book)) {
        if (isOver) return
        rows = [...rows, ...page]
        setIndex({ rows, isWhole: false })
      }
      setIndex({ rows, isWhole: true })
    })().catch(() => setIndex((known) => ({ ...known, isWhole: true })))
    return () => {
      isOver = true
    }
  }, [phone, isSearching, book])

  useEffect(() => {
    if (!phone || !isSearching) return
    let isOver = false
    const hits = findIn(index.rows, query, MOST_FOUND)
    const unread = hits.filter(({ id }) => !summaries.current.has(id))
    const show = () => {
      if (!isOver) setFound(hits.flatMap(({ id }) => summaries.current.get(id) ?? []))
    }
    if (unread.length === 0) show()
    else {
      phone
        .read((rows) => readWholes(rows, unread))
        .then((wholes) => {
          for (const whole of wholes) summaries.current.set(whole.workout.id, summarise(whole, book.get))
          show()
        }, show)
    }
    return () => {
      isOver = true
    }
  }, [phone, isSearching, index, query, book])

  return isSearching ? { found, isReading: !index.isWhole } : null
}
