'use client'
/** What opens over a workout, from its own chunk: the workout itself is there before it. */
import { type ComponentProps, lazy, Suspense } from 'react'
import type { ExerciseBook } from './exercise-book.ts'
import { useRest } from './rest-timer.ts'
import type { SheetProps } from './workout-sheets.tsx'

const loadSheets = () => import('./workout-sheets.tsx')

/** What taps open next, the search of exercises among it. That goes on when the workout is left: all screens share it. */
export async function prepareSheets(book: ExerciseBook): Promise<void> {
  await loadSheets()
  const { prepareSearch } = await import('./exercise-search.ts')
  prepareSearch(book)
}

// Asked for again when it failed to load: a lost signal is not for ever.
const WorkoutSheets = lazy(async () => ({ default: (await loadSheets().catch(loadSheets)).WorkoutSheets }))

export function LateSheets(props: SheetProps) {
  return (
    <Suspense fallback={null}>
      <WorkoutSheets {...props} />
    </Suspense>
  )
}

const RestNotice = lazy(async () => ({ default: (await loadSheets().catch(loadSheets)).RestNotice }))

/** As `client/ring-settings.ts` has it, which comes with the rest of it. */
function hasKeys(): boolean {
  try {
    return localStorage.getItem('spotter.rings')?.includes('"keys":true') === true
  } catch {
    return false
  }
}

/** Nothing of it is needed before a rest runs, save for who checks sets with the keys of earbuds. */
export function LateRestNotice(props: ComponentProps<typeof RestNotice>) {
  const isResting = useRest(props.open.workout.id) !== null
  return isResting || hasKeys() ? (
    <Suspense fallback={null}>
      <RestNotice {...props} />
    </Suspense>
  ) : null
}
