import type { ComponentType } from 'react'
import type { Habits } from './set-fields.ts'
import type { Mutate } from './use-mutate.ts'
import type { OpenWorkout } from './use-open-workout.ts'

export type CalcTab = 'warmup' | 'plates' | 'e1rm' | 'chart' | 'units'

/** Which sheet is open over the logging screen, and on what. */
export type SheetState =
  | { kind: 'set'; setId: string }
  | { kind: 'exercise'; entryId: string }
  | { kind: 'notes'; entryId: string | null }
  | { kind: 'pick'; swapEntryId: string | null }
  | { kind: 'order' }
  | { kind: 'superset'; entryId: string }
  | { kind: 'clock'; entryId: string }
  | { kind: 'calc'; entryId: string; tab?: CalcTab }
  | { kind: 'workout' }
  | { kind: 'place' }
  | { kind: 'finish' }

/** Places are the gyms' own; the screen that joins both hands in the sheet that chooses one. */
export type PlaceSheetProps = { open: OpenWorkout; habits: Habits; mutate: Mutate; onClose: () => void }
export type ChoosePlace = ComponentType<PlaceSheetProps>
