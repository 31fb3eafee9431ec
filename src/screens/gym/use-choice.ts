'use client'
/** Which rows of a list are chosen, and which one the keys are on. */
import { useCallback, useMemo, useRef, useState } from 'react'

export type RowChoice<T> = {
  active: number
  setActive: (index: number) => void
  chosen: ReadonlySet<string>
  /** What an action is about: the chosen that are shown, or else the row that the keys are on. */
  picked: readonly T[]
  /** `until`: everything from the one that was chosen before. */
  toggle: (index: number, until: boolean) => void
  toggleAll: () => void
  clear: () => void
}

const NONE: ReadonlySet<string> = new Set()

export function useChoice<T extends { id: string }>(rows: readonly T[]): RowChoice<T> {
  const [active, setActive] = useState(0)
  const [chosen, setChosen] = useState(NONE)
  const last = useRef(0)
  const picked = useMemo(() => {
    const shown = chosen.size > 0 ? rows.filter(({ id }) => chosen.has(id)) : rows.slice(active, active + 1)
    return shown
  }, [rows, chosen, active])
  const clear = useCallback(() => setChosen(NONE), [])
  return {
    active,
    setActive,
    chosen,
    picked,
    clear,
    toggle(index, until) {
      const row = rows[index]
      if (!row) return
      const next = new Set(chosen)
      const on = !chosen.has(row.id)
      const [from, to] = until ? [Math.min(last.current, index), Math.max(last.current, index)] : [index, index]
      for (const { id } of rows.slice(from, to + 1)) {
        if (on) next.add(id)
        else next.delete(id)
      }
      last.current = index
      setActive(index)
      setChosen(next)
    },
    toggleAll() {
      const all = rows.length > 0 && rows.every(({ id }) => chosen.has(id))
      setChosen(all ? NONE : new Set(rows.map(({ id }) => id)))
    },
  }
}
