'use client'
/** What opens over a workout, from its own chunk: the workout itself is there before it. */
import { type ComponentProps, type ComponentType, lazy, type ReactNode, Suspense } from 'react'
import { MAX_IDLE_MS } from '../../rules/duration.ts'
import type { ExerciseBook } from './exercise-book.ts'
import type { ExerciseParts } from './exercise-picker.tsx'
import { useRest } from './rest-timer.ts'
import { useNow } from './use-now.ts'
import type { SheetProps } from './workout-sheets.tsx'

const loadSheets = () => import('./workout-sheets.tsx')

/** What taps open next, the search of exercises among it. That goes on when the workout is left: all screens share it. */
export async function prepareSheets(book: ExerciseBook): Promise<void> {
  await loadSheets()
  const { prepareSearch } = await import('./exercise-search.ts')
  prepareSearch(book)
}

// Asked for again when it failed to load: a lost signal is not for ever.
const part = <P extends object>(pick: (sheets: Awaited<ReturnType<typeof loadSheets>>) => ComponentType<P>) =>
  lazy(async () => ({ default: pick(await loadSheets().catch(loadSheets)) }))

const WorkoutSheets = part((sheets) => sheets.WorkoutSheets)
const RestNotice = part((sheets) => sheets.RestNotice)
const StillTraining = part((sheets) => sheets.StillTraining)

/** A line of the workout that comes late, as its words do: until then it goes on without it. */
export function LateLine({ Words, children }: { Words: ExerciseParts['lines']; children: ReactNode }) {
  return (
    <Suspense fallback={null}>
      <Words>{children}</Words>
    </Suspense>
  )
}

export function LateSheets(props: SheetProps) {
  return (
    <Suspense fallback={null}>
      <WorkoutSheets {...props} />
    </Suspense>
  )
}

/** As `client/ring-settings.ts` has it, which comes with the rest of it. */
function hasKeys(): boolean {
  try {
    return localStorage.getItem('spotter.rings')?.includes('"keys":true') === true
  } catch {
    return false
  }
}

type Parts = { parts: ExerciseParts }

/** Nothing of it is needed before a rest runs, save for who checks sets with the keys of earbuds. */
export function LateRestNotice({ parts, ...props }: ComponentProps<typeof RestNotice> & Parts) {
  const isResting = useRest(props.open.workout.id) !== null
  return isResting || hasKeys() ? (
    <LateLine Words={parts.lines}>
      <RestNotice {...props} />
    </LateLine>
  ) : null
}

/** Nobody is asked within the first hour. */
export function LateStillTraining({ parts, ...props }: ComponentProps<typeof StillTraining> & Parts) {
  const now = useNow(30_000)
  return now !== null && now - props.open.workout.startedAt > MAX_IDLE_MS ? (
    <LateLine Words={parts.lines}>
      <StillTraining {...props} />
    </LateLine>
  ) : null
}
