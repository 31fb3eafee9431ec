'use client'
/** What every athlete screen asks first: whose habits, which exercises, which day it is. */
import { useMemo, useSyncExternalStore } from 'react'
import type { Profile } from '../../modules/users/model.ts'
import { type ExerciseBook, useExerciseBook } from '../../modules/workouts/ui/athlete/exercise-book.ts'
import { useHabits, useProfile } from '../../modules/workouts/ui/athlete/habits.ts'
import type { Habits } from '../../modules/workouts/ui/athlete/set-fields.ts'
import { dayOf } from '../../shared/local-day.ts'

export type Athlete = { profile: Profile; habits: Habits; book: ExerciseBook; today: number; zone: string }

let seen = { minute: -1, day: 0 }

/** Asked at each rendering of each screen, so looked at once a minute: the phone takes a while to say where it is. */
function todayHere(): number {
  const minute = Math.floor(Date.now() / 60_000)
  if (minute !== seen.minute) seen = { minute, day: dayOf(Date.now(), deviceZone()) }
  return seen.day
}

export function deviceZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC'
}

function watchDay(onChange: () => void): () => void {
  const timer = setInterval(onChange, 60_000)
  const lookAgain = () => {
    // The phone may have been carried into another zone meanwhile.
    seen.minute = -1
    onChange()
  }
  document.addEventListener('visibilitychange', lookAgain)
  return () => {
    clearInterval(timer)
    document.removeEventListener('visibilitychange', lookAgain)
  }
}

/** The local day, looked at again when the app comes back and once a minute; 0 in the prerender, which has no day. */
export function useToday(): number {
  return useSyncExternalStore(watchDay, todayHere, () => 0)
}

export function useAthlete(): Athlete {
  const profile = useProfile()
  const habits = useHabits()
  const book = useExerciseBook()
  const today = useToday()
  return useMemo(() => ({ profile, habits, book, today, zone: deviceZone() }), [profile, habits, book, today])
}
