'use client'
import { Plus } from 'lucide-react'
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '../../../../ui/button.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { roundOf } from '../../rules/next-set.ts'
import { ElsewhereNotice } from './elsewhere-notice.tsx'
import { type BlockActions, ExerciseBlock } from './exercise-block.tsx'
import { useExerciseBook } from './exercise-book.ts'
import { useHabits } from './habits.ts'
import { LateRestNotice, LateSheets, LateStillTraining, prepareSheets } from './late-sheets.tsx'
import { LoggingPad } from './logging-pad.tsx'
import { RestBar } from './rest-bar.tsx'
import type { SheetState } from './sheet-state.ts'
import { SyncLine } from './sync-line.tsx'
import { placeOf, useLogging } from './use-logging.ts'
import { type OpenWorkout, useOpenWorkout } from './use-open-workout.ts'
import { usePadKeys } from './use-pad-keys.ts'
import { useSetWords } from './use-set-words.ts'
import { useWakeLock } from './use-wake-lock.ts'
import { useWorkoutActions } from './use-workout-actions.ts'
import { WorkoutHeader } from './workout-header.tsx'
import type { WorkoutScreenProps } from './workout-screen.tsx'

export function OpenWorkoutView({ id, ...props }: WorkoutScreenProps & { id: string }) {
  const open = useOpenWorkout(id)
  const { onLeave, onFinished } = props
  const state = open === null ? null : open?.workout.state
  useEffect(() => {
    if (state === undefined || state === 'open') return
    // Gone, or finished on another device or long ago. Not at once: what was started or resumed a moment ago may not be
    // readable yet.
    const timer = setTimeout(() => (state === null ? onLeave() : onFinished(id)), 1000)
    return () => clearTimeout(timer)
  }, [state, id, onLeave, onFinished])
  return open && state === 'open' ? <Loaded open={open} {...props} /> : <main className="h-dvh bg-bg" />
}

function Loaded({ open, ...go }: WorkoutScreenProps & { open: OpenWorkout }) {
  const t = useTranslations('workout')
  const book = useExerciseBook()
  const habits = useHabits()
  const words = useSetWords(habits)
  const actions = useWorkoutActions(open, habits, go)
  const logging = useLogging(open, habits, actions.mutate)
  const [sheet, setSheet] = useState<SheetState | null>(
    go.startsPicking && open.blocks.length === 0 ? { kind: 'pick', swapEntryId: null } : null,
  )
  const list = useRef<HTMLDivElement>(null)
  const dock = useRef<HTMLDivElement>(null)
  usePadKeys(logging, list)
  useWakeLock()
  useDockHeight(dock)

  const { pad } = logging
  const { workout, blocks, labels, nextId } = open
  const nowId = pad?.setId ?? nextId
  useEffect(() => {
    // The set to do comes into view after a check, never while a number is being typed.
    if (!nextId || pad) return
    // Once the check is painted: where things are is known then without laying them out in the task of the tap.
    const frame = requestAnimationFrame(() => {
      const behavior = matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth'
      const show = () =>
        list.current?.querySelector(`[data-set="${nextId}"]`)?.scrollIntoView({ block: 'nearest', behavior })
      timer = setTimeout(show)
    })
    let timer: ReturnType<typeof setTimeout> | undefined
    return () => {
      cancelAnimationFrame(frame)
      clearTimeout(timer)
    }
  }, [nextId, pad])
  useEffect(() => {
    if (!book.ready) return
    // What taps open next is fetched while nothing else happens.
    const timer = setTimeout(() => void prepareSheets(book).catch(() => {}), 1500)
    return () => clearTimeout(timer)
  }, [book])

  const blockActions = useMemo<BlockActions>(
    () => ({
      openField: logging.actions.openField,
      check: logging.actions.check,
      takeLast: logging.actions.takeLast,
      addSet: actions.addSet,
      confirmSet: actions.confirmSet,
      openSet: (setId) => setSheet({ kind: 'set', setId }),
      openMenu: (entryId) => setSheet({ kind: 'exercise', entryId }),
      openNote: (entryId) => setSheet({ kind: 'notes', entryId }),
      openSwap: (entryId) => setSheet({ kind: 'pick', swapEntryId: entryId }),
    }),
    [logging.actions, actions],
  )
  const place = pad && placeOf(open, pad.setId, habits)
  const doneIds = useMemo(
    () => blocks.flatMap(({ sets }) => sets.flatMap(({ id, doneAt }) => (doneAt === null ? [] : id))),
    [blocks],
  )
  const columnsOf = (index: number) => {
    const block = blocks[index]
    return block && [block.exercise.measure, block.sets[0]?.loadMode ?? block.exercise.loadMode, block.sides].join()
  }
  const next = nextId === null ? null : placeOf(open, nextId, habits)
  const nextUp = next && {
    exercise: next.block.exercise.name,
    figures: words.short({ ...next.figures, rir2: null }, next.fields, next.block.exercise.measure),
  }

  return (
    <main className="mx-auto flex h-dvh max-w-[560px] flex-col bg-bg">
      <WorkoutHeader
        open={open}
        onLeave={go.onLeave}
        onMenu={() => setSheet({ kind: 'workout' })}
        onGoOn={() => actions.setPaused(false)}
      />
      <div ref={list} className="@container min-h-0 flex-1 overflow-y-auto overscroll-contain">
        <ElsewhereNotice workout={workout} onTakeOver={actions.takeOver} />
        <LateStillTraining
          open={open}
          parts={go.exerciseParts}
          onFinish={(endedAt) => actions.finish('done', endedAt)}
        />
        {open.place?.notes && (
          <p className="whitespace-pre-line break-words px-[18px] pt-3 text-ink-2 text-sm italic">{open.place.notes}</p>
        )}
        {blocks.map((block, i) => (
          <ExerciseBlock
            key={block.entry.id}
            block={block}
            label={labels[i] ?? null}
            round={roundOf(labels, i)}
            nowId={block.sets.some(({ id }) => id === nowId) ? nowId : null}
            pad={pad && block.sets.some(({ id }) => id === pad.setId) ? pad : null}
            place={open.place}
            Words={go.exerciseParts.lines}
            sameColumns={i > 0 && columnsOf(i) === columnsOf(i - 1)}
            words={words}
            habits={habits}
            actions={blockActions}
          />
        ))}
        {blocks.length === 0 ? (
          <div className="grid min-h-[70%] place-items-center">
            <EmptyState
              title={t('empty.title')}
              text={t('empty.text')}
              action={
                <Button tone="primary" size="large" onClick={() => setSheet({ kind: 'pick', swapEntryId: null })}>
                  {t('empty.action')}
                </Button>
              }
            />
          </div>
        ) : (
          <div className="flex flex-col gap-3 px-4 pt-4 pb-6">
            <Button
              wide
              icon={<Plus size={18} aria-hidden />}
              onClick={() => setSheet({ kind: 'pick', swapEntryId: null })}
            >
              {t('exercise.add')}
            </Button>
            <Button
              wide
              size="large"
              tone={nextId === null ? 'primary' : 'outline'}
              onClick={() => setSheet({ kind: 'finish' })}
            >
              {t('finish.button')}
            </Button>
          </div>
        )}
      </div>
      <div ref={dock}>
        {!pad && <SyncLine setIds={doneIds} />}
        <LateRestNotice
          parts={go.exerciseParts}
          open={open}
          next={nextUp}
          logging={logging}
          actions={actions}
          words={words}
        />
        <RestBar workoutId={workout.id} next={nextUp} slim={pad !== null} />
        {pad && place ? (
          <LoggingPad
            Words={go.exerciseParts.lines}
            pad={pad}
            place={place}
            at={open.place}
            isNext={pad.toCheck || pad.setId === nextId}
            bodyweightG={workout.bodyweightG}
            logging={logging}
            habits={habits}
            words={words}
            onWhy={(entryId) => {
              // What was typed is what is explained.
              logging.close()
              setSheet({ kind: 'calc', entryId, tab: 'e1rm' })
            }}
          />
        ) : (
          <div className="h-[env(safe-area-inset-bottom)]" />
        )}
      </div>
      {sheet && (
        <LateSheets
          sheet={sheet}
          show={setSheet}
          open={open}
          actions={actions}
          habits={habits}
          words={words}
          onOpenExercise={go.onOpenExercise}
          exerciseParts={go.exerciseParts}
          placeSheet={go.placeSheet}
        />
      )}
    </main>
  )
}

/** Tells toasts how high the docked bars stand, so that none covers a key. */
function useDockHeight(dock: React.RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const element = dock.current
    if (!element) return
    const observer = new ResizeObserver(() => {
      document.documentElement.style.setProperty('--dock', `${element.offsetHeight}px`)
    })
    observer.observe(element)
    return () => {
      observer.disconnect()
      document.documentElement.style.removeProperty('--dock')
    }
  }, [dock])
}
