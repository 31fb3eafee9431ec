'use client'
/** Everything that opens over the logging screen, in one chunk that loads after it. */
import { lazy, type ReactNode, Suspense } from 'react'
import { freeNumber } from '../../rules/supersets.ts'
import { translateSets } from '../../rules/translate-sets.ts'
import { ClockSheet } from './clock-sheet.tsx'
import { ExerciseMenu } from './exercise-menu.tsx'
import { type ExerciseParts, ExercisePicker } from './exercise-picker.tsx'
import { FinishSheet } from './finish-sheet.tsx'
import { NotesSheet } from './notes-sheet.tsx'
import { OrderSheet } from './order-sheet.tsx'
import type { Habits } from './set-fields.ts'
import { SetSheet } from './set-sheet.tsx'
import type { ChoosePlace, SheetState } from './sheet-state.ts'
import { SupersetSheet } from './superset-sheet.tsx'
import type { OpenWorkout } from './use-open-workout.ts'
import type { SetWords } from './use-set-words.ts'
import type { WorkoutActions } from './use-workout-actions.ts'
import { WorkoutSheet } from './workout-sheet.tsx'

// Seldom open, and the largest of them: asked for again when it failed to load.
const loadCalc = () => import('./calc-sheet.tsx')
const CalcSheet = lazy(async () => ({ default: (await loadCalc().catch(loadCalc)).CalcSheet }))

export { RestNotice } from './rest-notice.tsx'
export { StillTraining } from './still-training.tsx'

export type SheetProps = {
  sheet: SheetState
  show: (sheet: SheetState | null) => void
  open: OpenWorkout
  actions: WorkoutActions
  habits: Habits
  words: SetWords
  onOpenExercise: (exerciseId: string) => void
  exerciseParts: ExerciseParts
  placeSheet: ChoosePlace
}

export function WorkoutSheets({ sheet, ...props }: SheetProps) {
  const { show, open, actions } = props
  const close = () => show(null)
  const Words = props.exerciseParts.words
  const withWords = (opened: ReactNode) => (
    <Suspense key={sheet.kind} fallback={null}>
      <Words>{opened}</Words>
    </Suspense>
  )
  // Each its own boundary: a sheet that is hidden while the next one loads would close itself, and that one with it.
  switch (sheet.kind) {
    case 'set':
      return withWords(<SetSheet setId={sheet.setId} onClose={close} {...props} />)
    case 'exercise':
      return withWords(<ExerciseMenu key={sheet.entryId} entryId={sheet.entryId} onClose={close} {...props} />)
    case 'notes':
      return withWords(<NotesSheet entryId={sheet.entryId} onClose={close} {...props} />)
    case 'superset':
      return withWords(<SupersetSheet key={sheet.entryId} entryId={sheet.entryId} onClose={close} {...props} />)
    case 'clock':
      return withWords(<ClockSheet key={sheet.entryId} entryId={sheet.entryId} onClose={close} {...props} />)
    case 'calc':
      return withWords(
        <CalcSheet key={sheet.entryId} entryId={sheet.entryId} tab={sheet.tab} onClose={close} {...props} />,
      )
    case 'order':
      return withWords(<OrderSheet onClose={close} {...props} />)
    case 'workout':
      return withWords(<WorkoutSheet {...props} />)
    case 'place': {
      const Where = props.placeSheet
      return (
        <Suspense key={sheet.kind} fallback={null}>
          <Where open={open} habits={props.habits} mutate={actions.mutate} onClose={close} />
        </Suspense>
      )
    }
    case 'finish':
      return withWords(<FinishSheet onClose={close} {...props} />)
    case 'pick': {
      const swapped = open.blocks.find(({ entry }) => entry.id === sheet.swapEntryId)
      return (
        <ExercisePicker
          swapped={swapped?.exercise ?? null}
          onClose={close}
          mutate={actions.mutate}
          exerciseParts={props.exerciseParts}
          onChoose={(chosen, inTurn) => {
            close()
            const [first] = chosen
            if (swapped && first) void actions.swapExercise(swapped.entry.id, first, translateSets)
            else void actions.addExercises(chosen, inTurn ? freeNumber(open.blocks.map(({ entry }) => entry)) : null)
          }}
        />
      )
    }
  }
}
