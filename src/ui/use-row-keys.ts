'use client'
/** A list that is searched by typing and walked by keys: from the field into the rows, through them, and back. */
import { type RefObject, useRef } from 'react'

export type RowKeys = {
  field: RefObject<HTMLInputElement | null>
  /** Set by the table, which may have to make the row first. */
  focusRow: RefObject<((index: number) => void) | null>
  /** To this row, the last one at most; above the first stands the field. */
  move: (to: number) => void
  focusSearch: () => void
  down: () => void
  up: () => void
  toFirst: () => void
  toLast: () => void
}

export function useRowKeys(count: number, active: number, setActive: (index: number) => void): RowKeys {
  const field = useRef<HTMLInputElement>(null)
  const focusRow = useRef<((index: number) => void) | null>(null)
  function move(to: number) {
    if (to < 0) {
      setActive(0)
      return field.current?.focus()
    }
    const index = Math.min(to, count - 1)
    setActive(index)
    // After the row has become reachable.
    requestAnimationFrame(() => focusRow.current?.(index))
  }
  return {
    field,
    focusRow,
    move,
    focusSearch() {
      field.current?.focus()
      field.current?.select()
    },
    down: () => move(document.activeElement?.closest('tr') ? active + 1 : active),
    up: () => move(active - 1),
    toFirst: () => move(0),
    toLast: () => move(count - 1),
  }
}
