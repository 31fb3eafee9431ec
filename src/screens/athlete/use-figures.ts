'use client'
/** The kept figures on a screen: as they stand at once, and again whenever something in the log changed. */
import { useEffect, useMemo, useState } from 'react'
import type { ExerciseDay } from '../../modules/analytics/rules/day-figures.ts'
import { isOfAllYears, type KeptHead, type SessionFigures } from '../../modules/analytics/rules/kept-figures.ts'
import type { Phone } from '../../sync/client/api.ts'
import { derivedIn } from '../../sync/client/derived.ts'
import { useMaybePhone } from '../../sync/client/hooks.ts'
import { figuresUnkept, keptDays, refreshFigures, sessionsOf } from './kept-figures.ts'

export type Figures = {
  /** Every month with a workout, oldest first. */
  months: string[]
  /** Oldest first; of all years, once they have been read. */
  sessions: SessionFigures[]
  isOfAllYears: boolean
  /** Of the months that were asked for, oldest first. */
  days: ExerciseDay[]
}

/** Shown again at once when a screen is opened again. */
const shown = new Map<string, { of: Phone; figures: Figures }>()
const MOST_SHOWN = 4

/**
 * What another screen showed of them last, once they are of all years: but for the days they are the same everywhere. For a
 * first paint that reads nothing. Not of somebody without a workout: they may have finished their first a moment ago.
 */
export function figuresShown(phone: Phone | null): Omit<Figures, 'days'> | undefined {
  const isTold = ({ isOfAllYears, sessions }: Figures) => isOfAllYears && sessions.length > 0
  return [...shown.values()].findLast(({ of, figures }) => of === phone && isTold(figures))?.figures
}

/** `monthsOf` picks the months whose days are wanted, by a constant function or one that is memoised. */
export function useFigures(name: string, monthsOf: (head: KeptHead) => string[]): Figures | undefined {
  const phone = useMaybePhone()
  const [state, setState] = useState<{ name: string; of: Phone; figures: Figures }>()
  useEffect(() => {
    if (!phone) return
    const leaving = new AbortController()
    const { signal } = leaving
    let isRunning = false
    let isWanted = false
    let last = -1

    async function show(open: Phone, head: KeptHead, turn: number) {
      const months = monthsOf(head)
      if (turn === last || months.some((month) => head.pending.includes(month))) return
      last = turn
      const days = await keptDays(open, months)
      tell(open, {
        months: Object.keys(head.months).sort(),
        sessions: sessionsOf(head),
        isOfAllYears: isOfAllYears(head),
        days,
      })
    }
    function tell(open: Phone, figures: Figures) {
      if (signal.aborted) return
      shown.delete(name)
      shown.set(name, { of: open, figures })
      for (const [oldest] of shown) if (shown.size > MOST_SHOWN) shown.delete(oldest)
      setState({ name, of: open, figures })
    }
    async function run(open: Phone) {
      isWanted = true
      if (isRunning) return
      isRunning = true
      while (isWanted && !signal.aborted) {
        isWanted = false
        const onStep = (head: KeptHead, turn: number) => void show(open, head, turn).catch(() => {})
        try {
          const { head, turn } = await refreshFigures(open, { signal, onStep })
          await show(open, head, turn)
        } catch {
          // No room to keep them, most likely: then for this screen only.
          if (!signal.aborted)
            await figuresUnkept(open, monthsOf, signal).then(
              (all) => tell(open, all),
              () => {},
            )
        }
      }
      isRunning = false
    }
    const stop = derivedIn(phone.store).live(() => void run(phone))
    return () => {
      leaving.abort()
      stop()
    }
  }, [phone, name, monthsOf])
  return useMemo(() => {
    if (state && state.of === phone && state.name === name) return state.figures
    const before = shown.get(name)
    return before && before.of === phone ? before.figures : undefined
  }, [state, phone, name])
}
