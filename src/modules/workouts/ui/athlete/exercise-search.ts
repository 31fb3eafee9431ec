'use client'
/** One search index for each book, whatever is opened how often. Made ahead in slices, or whole by the first search. */
import { useEffect } from 'react'
import { createSearch, type Search } from '../../../exercises/rules/search.ts'
import type { ExerciseBook } from './exercise-book.ts'

const indexes = new WeakMap<ExerciseBook, Search>()

export function searchOf(book: ExerciseBook): Search {
  const search = indexes.get(book) ?? createSearch(book.all.toSorted((a, b) => (a.name < b.name ? -1 : 1)))
  indexes.set(book, search)
  return search
}

/** The first letter finds the index made. Gives what stops it. */
export function prepareSearch(book: ExerciseBook): () => void {
  const next = () => {
    if (searchOf(book).prepare()) timer = setTimeout(next)
  }
  let timer = setTimeout(next, AFTER_OPENING_MS)
  return () => clearTimeout(timer)
}

export function usePreparedSearch(book: ExerciseBook): void {
  useEffect(() => prepareSearch(book), [book])
}

/** What was tapped is painted first. */
const AFTER_OPENING_MS = 120
