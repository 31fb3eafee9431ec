'use client'
/** A past workout, changed: when it was, its words, its sets by the same rows and the same pad as when it was logged. */
import { Plus } from 'lucide-react'
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { newId } from '../../../../shared/id.ts'
import { Button } from '../../../../ui/button.tsx'
import { addSet as addSetMutation, checkSet } from '../../mutators.ts'
import { nextSet } from '../../rules/default-sets.ts'
import { roundOf } from '../../rules/next-set.ts'
import { positionAtEnd } from '../../rules/place-in-order.ts'
import { type BlockActions, ExerciseBlock } from './exercise-block.tsx'
import type { ExerciseParts } from './exercise-picker.tsx'
import { useHabits } from './habits.ts'
import { LateSheets } from './late-sheets.tsx'
import { LoggingPad } from './logging-pad.tsx'
import { missingField } from './set-fields.ts'
import type { ChoosePlace, SheetState } from './sheet-state.ts'
import { placeOf, useLogging } from './use-logging.ts'
import { type OpenWorkout, useOpenWorkout } from './use-open-workout.ts'
import { usePadKeys } from './use-pad-keys.ts'
import { useSetWords } from './use-set-words.ts'
import { useWorkoutActions } from './use-workout-actions.ts'

type Props = {
  id: string
  /** To be done some day: nothing in it is checked. */
  isPlan?: boolean
  /** Above the sets; `choosePlace` opens the sheet. */
  header: (open: OpenWorkout, choosePlace: () => void) => ReactNode
  /** At the bottom while no number is typed. `checkTyped`: whoever writes down what was done means that it was. */
  dock: (checkTyped: () => void) => ReactNode
  gone: ReactNode
  onOpenExercise: (exerciseId: string) => void
  exerciseParts: ExerciseParts
  placeSheet: ChoosePlace
}

const STAY = { onLeave: () => {}, onFinished: () => {}, onReturn: () => {} }

export function EditWorkoutView({ id, ...props }: Props) {
  const open = useOpenWorkout(id)
  if (open === undefined) return <main className="h-dvh bg-bg" />
  // No set is next here: nothing is being done now.
  return open ? <Loaded open={{ ...open, nextId: null }} {...props} /> : props.gone
}

function Loaded({
  open,
  header,
  dock,
  onOpenExercise,
  exerciseParts,
  placeSheet,
  isPlan = false,
}: Omit<Props, 'id'> & { open: OpenWorkout }) {
  const t = useTranslations('workoutDetail')
  const habits = useHabits()
  const words = useSetWords(habits)
  const actions = useWorkoutActions(open, habits, STAY)
  const logging = useLogging(open, habits, actions.mutate)
  const [sheet, setSheet] = useState<SheetState | null>(null)
  const list = useRef<HTMLDivElement>(null)
  usePadKeys(logging, list)
  const { pad } = logging
  const { workout, blocks, labels } = open
  const typed = useRef(new Set<string>())
  useEffect(() => {
    if (pad?.touched) typed.current.add(pad.setId)
  }, [pad])
  const latest = useRef(open)
  latest.current = open
  const doneAt = workout.endedAt ?? workout.startedAt

  const blockActions = useMemo<BlockActions>(() => {
    const { mutate } = actions
    const check = (setId: string) => {
      const place = logging.actions.asShown(setId)
      if (!place) return
      const missing = missingField(place.figures, place.fields)
      if (missing) logging.actions.openField(setId, missing)
      else {
        logging.actions.close()
        void mutate(checkSet, { id: setId, doneAt, figures: place.figures })
      }
    }
    const addSet = (entryId: string) => {
      const block = latest.current.blocks.find(({ entry }) => entry.id === entryId)
      if (!block) return
      const figures = nextSet(block.exercise, block.sets.at(-1))
      const set = { id: newId(), position: positionAtEnd(block.sets), ...figures }
      void mutate(addSetMutation, { workoutId: latest.current.workout.id, entryId, set })
    }
    return {
      openField: logging.actions.openField,
      takeLast: logging.actions.takeLast,
      check,
      isPlan,
      addSet,
      confirmSet: actions.confirmSet,
      openSet: (setId) => setSheet({ kind: 'set', setId }),
      openMenu: (entryId) => setSheet({ kind: 'exercise', entryId }),
      openNote: (entryId) => setSheet({ kind: 'notes', entryId }),
      openSwap: (entryId) => setSheet({ kind: 'pick', swapEntryId: entryId }),
    }
  }, [logging.actions, actions, doneAt, isPlan])

  const left = blocks
    .flatMap(({ sets }) => sets)
    .filter(({ id, doneAt: done }) => {
      const place = done === null ? placeOf(open, id, habits) : null
      return place !== null && missingField(place.figures, place.fields) === null
    })
  const checkTyped = () => {
    for (const { id } of left) if (typed.current.has(id)) blockActions.check(id)
  }
  const place = pad && placeOf(open, pad.setId, habits)
  return (
    <main className="mx-auto flex h-dvh max-w-[560px] flex-col bg-bg">
      <div ref={list} className="@container min-h-0 flex-1 overflow-y-auto overscroll-contain">
        {header(open, () => setSheet({ kind: 'place' }))}
        {blocks.map((block, i) => (
          <ExerciseBlock
            key={block.entry.id}
            block={block}
            label={labels[i] ?? null}
            round={roundOf(labels, i)}
            nowId={null}
            pad={pad && block.sets.some(({ id }) => id === pad.setId) ? pad : null}
            place={open.place}
            Words={exerciseParts.lines}
            sameColumns={false}
            words={words}
            habits={habits}
            actions={blockActions}
          />
        ))}
        <div className="flex flex-col gap-3 px-4 pt-4 pb-6">
          {!isPlan && left.length > 0 && (
            <Button
              wide
              onClick={() => {
                for (const { id } of left) blockActions.check(id)
              }}
            >
              {t('markDone', { n: left.length })}
            </Button>
          )}
          <Button
            wide
            icon={<Plus size={18} aria-hidden />}
            onClick={() => setSheet({ kind: 'pick', swapEntryId: null })}
          >
            {t('addExercise')}
          </Button>
        </div>
      </div>
      {pad && place ? (
        <LoggingPad
          Words={exerciseParts.lines}
          pad={pad}
          place={place}
          at={open.place}
          isNext={false}
          bodyweightG={workout.bodyweightG}
          logging={logging}
          habits={habits}
          words={words}
        />
      ) : (
        <div className="border-line border-t px-4 pt-3 pb-[max(0.75rem,env(safe-area-inset-bottom))]">
          {dock(checkTyped)}
        </div>
      )}
      {sheet && (
        <LateSheets
          sheet={sheet}
          show={setSheet}
          open={open}
          actions={actions}
          habits={habits}
          words={words}
          onOpenExercise={onOpenExercise}
          exerciseParts={exerciseParts}
          placeSheet={placeSheet}
        />
      )}
    </main>
  )
}
