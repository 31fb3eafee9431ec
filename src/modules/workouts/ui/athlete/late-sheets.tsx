'use client'
/** What opens over a workout, from its own chunk: the workout itself is there before it. */
import { lazy, Suspense } from 'react'
import type { SheetProps } from './workout-sheets.tsx'

export const loadSheets = () => import('./workout-sheets.tsx')
// Asked for again when it failed to load: a lost signal is not for ever.
const WorkoutSheets = lazy(async () => ({ default: (await loadSheets().catch(loadSheets)).WorkoutSheets }))

export function LateSheets(props: SheetProps) {
  return (
    <Suspense fallback={null}>
      <WorkoutSheets {...props} />
    </Suspense>
  )
}
