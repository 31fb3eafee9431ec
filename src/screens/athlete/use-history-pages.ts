'use client'
/**
 * History page by page, newest first. A page is a span of whole days that is fixed once it was read, and then followed
 * live: a deleted or edited workout changes its own page only, and nobody's five thousand workouts are read at once.
 */
import { useCallback, useEffect, useRef, useState } from 'react'
import { workouts } from '../../modules/workouts/model.ts'
import { summarise, type WorkoutSummary } from '../../modules/workouts/rules/summary.ts'
import type { ExerciseBook } from '../../modules/workouts/ui/athlete/exercise-book.ts'
import type { Rows } from '../../sync/client/api.ts'
import { useMaybePhone } from '../../sync/client/hooks.ts'
import { FIRST_DAY, LAST_DAY, newestFirst, readWholes } from './reads.ts'

const PAGE = 30

type Span = { from: number; to: number }
export type HistoryPages = {
  /** Undefined until the first page is here. */
  items: WorkoutSummary[] | undefined
  /** Everything has been read. */
  isAll: boolean
  /** As much as was shown before is here again. */
  isBack: boolean
  more(): void
}

async function readSpan(rows: Rows, { from, to }: Span, book: ExerciseBook): Promise<WorkoutSummary[]> {
  const found = await rows.between(workouts, 'localDay', from, to)
  const done = found.filter(({ state }) => state !== 'open').toSorted(newestFirst)
  return (await readWholes(rows, done)).map((whole) => summarise(whole, book.get))
}

/** The span of the next page below `to`; it reaches to the first day of all when fewer are left. */
async function nextSpan(rows: Rows, to: number): Promise<Span> {
  const found = await rows.between(workouts, 'localDay', FIRST_DAY, to, { limit: PAGE, newestFirst: true })
  const last = found.at(-1)
  return { from: found.length < PAGE || !last ? FIRST_DAY : last.localDay, to }
}

/** Kept while the app runs: the way back to the list shows as much as before. */
let spansKept: { of: unknown; spans: Span[] } = { of: null, spans: [] }
let pagesKept: { of: unknown; pages: ReadonlyMap<number, WorkoutSummary[]> } = { of: null, pages: new Map() }

export function useHistoryPages(book: ExerciseBook): HistoryPages {
  const phone = useMaybePhone()
  const [spans, setSpans] = useState<Span[]>(() => (spansKept.of === phone ? spansKept.spans : []))
  const [pages, setPages] = useState<ReadonlyMap<number, WorkoutSummary[]>>(() =>
    pagesKept.of === phone ? pagesKept.pages : new Map(),
  )
  const asking = useRef(false)

  const more = useCallback(() => {
    const last = spans.at(-1)
    if (!phone || asking.current || last?.from === FIRST_DAY) return
    asking.current = true
    phone
      .read((rows) => nextSpan(rows, last ? last.from - 1 : LAST_DAY))
      .then(
        (span) => {
          setSpans((known) => {
            const grown = [...known, span]
            spansKept = { of: phone, spans: grown }
            return grown
          })
        },
        () => {},
      )
      .finally(() => {
        asking.current = false
      })
  }, [phone, spans])

  useEffect(() => {
    if (spans.length === 0) more()
  }, [spans, more])

  useEffect(() => {
    if (!phone || !book.ready) return
    const stops = spans.map((span) =>
      phone.live(
        (rows) => readSpan(rows, span, book),
        (page) =>
          setPages((known) => {
            const pages = new Map(known).set(span.to, page)
            pagesKept = { of: phone, pages }
            return pages
          }),
      ),
    )
    return () => {
      for (const stop of stops) stop()
    }
  }, [phone, spans, book])

  // A page below one that is still being read would jump: the list ends where the first is missing.
  const missing = spans.findIndex(({ to }) => !pages.has(to))
  const shown = missing < 0 ? spans : spans.slice(0, missing)
  return {
    items: spans.length > 0 && shown.length > 0 ? shown.flatMap(({ to }) => pages.get(to) ?? []) : undefined,
    isBack: missing < 0 && spans.length > 0,
    isAll: missing < 0 && spans.at(-1)?.from === FIRST_DAY,
    more,
  }
}
