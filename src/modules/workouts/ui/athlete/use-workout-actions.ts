'use client'
/** What can be done to a workout apart from typing figures: each is painted at once, and what takes away offers undo. */
import { useMemo, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { thisDevice } from '../../../../client/device-memory.ts'
import { newId } from '../../../../shared/id.ts'
import type { Phone } from '../../../../sync/client/api.ts'
import { usePhone } from '../../../../sync/client/hooks.ts'
import { showToast } from '../../../../ui/toast.tsx'
import type { Exercise } from '../../../exercises/model.ts'
import type { LoggedSet, SetFigures, WholeWorkout } from '../../model.ts'
import { pauseWorkout } from '../../mutators/session.ts'
import * as m from '../../mutators.ts'
import { blankSet, defaultSets, nextSet } from '../../rules/default-sets.ts'
import { activeMs } from '../../rules/duration.ts'
import { positionAfter, positionAtEnd, positionForMove, positionsAtEnd } from '../../rules/place-in-order.ts'
import { lastPerformance, type Performance } from '../../rules/previous.ts'
import { confirmationOf } from '../../rules/records.ts'
import { readExerciseHistory, readLately } from './exercise-history.ts'
import { plateParts } from './late-plates.ts'
import { endRest } from './rest-timer.ts'
import { type Habits, shownFigures } from './set-fields.ts'
import { type Mutate, useMutate } from './use-mutate.ts'
import type { Block, OpenWorkout } from './use-open-workout.ts'

type Translate = typeof import('../../rules/translate-sets.ts').translateSets

export type WorkoutActions = ReturnType<typeof useWorkoutActions>

export type ForGood = { run: () => void; undo: () => void }
export type SwapForGood = (
  phone: Phone,
  mutate: Mutate,
  entryId: string,
  from: Exercise,
  to: Exercise,
) => Promise<ForGood | null>

/** Where to go when the workout is over, and when that is taken back. */
export type Ways = {
  onLeave: () => void
  onFinished: (workoutId: string) => void
  onReturn: (workoutId: string) => void
  /** What a swap would be for good; null where the workout is of no routine and no program. */
  swapForGood?: SwapForGood
}

export function useWorkoutActions(open: OpenWorkout, habits: Habits, ways: Ways) {
  const mutate = useMutate({ hasLine: true })
  const phone = usePhone()
  const t = useTranslations('workout')
  const latest = useRef({ open, ways, habits })
  latest.current = { open, ways, habits }

  return useMemo(() => {
    const now = () => latest.current.open
    const undo = (text: string, run: () => void) => showToast({ text, action: { label: t('undo'), run } })
    const blockOf = (entryId: string) => now().blocks.find(({ entry }) => entry.id === entryId)

    async function lastOf(exercise: Exercise): Promise<Performance | null> {
      const { workout } = now()
      const routineId = latest.current.habits.isAnyRoutine ? null : workout.routineId
      const lastIn = (history: readonly WholeWorkout[]) =>
        lastPerformance(history, exercise.id, { ...workout, routineId, workoutId: workout.id })
      return (
        lastIn(await phone.read((rows) => readLately(rows, exercise.id))) ??
        lastIn(await phone.readLoosely((rows) => readExerciseHistory(rows, exercise.id, workout.id)))
      )
    }

    /** The sets of last time, in loads that this place has, or blank ones. */
    async function proposedSets(exercise: Exercise): Promise<SetFigures[]> {
      return here(exercise, defaultSets(exercise, await lastOf(exercise)))
    }

    function here(exercise: Exercise, sets: SetFigures[]): SetFigures[] {
      const { place } = now()
      const parts = plateParts()
      return place && parts ? sets.map((set) => parts.atPlace(place, exercise, set, latest.current.habits)) : sets
    }

    async function place(
      exercise: Exercise,
      position: string,
      sets: readonly SetFigures[],
      superset: number | null = null,
    ): Promise<string> {
      const id = newId()
      const positions = positionsAtEnd([], sets.length)
      await mutate(m.addExercise, {
        workoutId: now().workout.id,
        id,
        exerciseId: exercise.id,
        position,
        restS: null,
        superset,
        sets: sets.map((figures, i) => ({ id: newId(), position: positions[i] ?? 'a0', ...figures })),
      })
      return id
    }

    async function addExercises(chosen: readonly Exercise[], superset: number | null = null): Promise<void> {
      const positions = positionsAtEnd(
        now().blocks.map(({ entry }) => entry),
        chosen.length,
      )
      for (const [i, exercise] of chosen.entries()) {
        await place(exercise, positions[i] ?? 'a0', await proposedSets(exercise), superset)
      }
    }

    /** Nothing done yet: the exercise changes in place. Else what is left moves to a new one behind it. */
    async function swapExercise(entryId: string, exercise: Exercise, translate: Translate): Promise<void> {
      const block = blockOf(entryId)
      if (!block) return
      const left = block.sets.filter(({ doneAt }) => doneAt === null)
      const last = await lastOf(exercise)
      const shown = left.flatMap((set) => shownFigures(block, block.sets.indexOf(set)) ?? [])
      const proposed = here(exercise, translate(shown, block.exercise, exercise, last) ?? defaultSets(exercise, last))
      const figuresAt = (i: number) => proposed[Math.min(i, proposed.length - 1)] ?? blankSet(exercise)
      if (left.length === block.sets.length) {
        await mutate(m.replaceExercise, { id: entryId, exerciseId: exercise.id })
        for (const [i, set] of left.entries()) await mutate(m.editSet, { id: set.id, fields: figuresAt(i) })
      } else {
        const entries = now().blocks.map(({ entry }) => entry)
        await place(
          exercise,
          positionAfter(entries, entryId),
          left.map((_, i) => figuresAt(i)),
          block.entry.superset,
        )
        for (const set of left) await mutate(m.removeSet, { id: set.id })
      }
      const { swapForGood } = latest.current.ways
      const forGood = await swapForGood?.(phone, mutate, entryId, block.exercise, exercise).catch(() => null)
      const keep = (change: ForGood) => {
        change.run()
        undo(t('exercise.swappedForGood', { name: exercise.name }), change.undo)
      }
      const action = forGood ? { label: t('exercise.forGood'), run: () => keep(forGood) } : undefined
      showToast({ text: t('exercise.swapped', { name: exercise.name }), action })
    }

    function removeExercise({ entry, exercise }: Block): void {
      void mutate(m.removeExercise, { id: entry.id })
      undo(t('exercise.removed', { name: exercise.name }), () => void mutate(m.restoreExercise, { id: entry.id }))
    }

    function moveExercise(entryId: string, to: number): void {
      const entries = now().blocks.map(({ entry }) => entry)
      void mutate(m.moveExercise, { id: entryId, position: positionForMove(entries, entryId, to) })
    }

    function addSet(entryId: string): void {
      const block = blockOf(entryId)
      if (!block) return
      const set = { id: newId(), position: positionAtEnd(block.sets), ...nextSet(block.exercise, block.sets.at(-1)) }
      void mutate(m.addSet, { workoutId: now().workout.id, entryId, set })
    }

    function removeSet(setId: string, name: string): void {
      void mutate(m.removeSet, { id: setId })
      undo(t('set.removed', { name }), () => void mutate(m.restoreSet, { id: setId }))
    }

    function reopenSet(setId: string, doneAt: number, name: string): void {
      void mutate(m.uncheckSet, { id: setId })
      undo(t('set.reopened', { name }), () => void mutate(m.editSet, { id: setId, fields: { doneAt } }))
    }

    function confirmSet(set: LoggedSet): void {
      void mutate(m.editSet, { id: set.id, fields: { confirmed: confirmationOf(set) } })
    }

    /** Leaves first, so that the screen never shows a workout that has gone. */
    function finish(state: 'done' | 'partial', endedAt = Date.now()): void {
      const { workout, blocks } = now()
      const doneAts = blocks.flatMap(({ sets }) => sets.flatMap(({ doneAt }) => doneAt ?? []))
      const { onFinished, onReturn } = latest.current.ways
      onFinished(workout.id)
      endRest()
      void mutate(m.finishWorkout, {
        id: workout.id,
        endedAt,
        activeMs: activeMs(workout.startedAt, endedAt, doneAts, workout.pauses),
        state,
      })
      const title = workout.title || t('untitled')
      undo(state === 'done' ? t('finish.finished', { title }) : t('finish.savedPartial', { title }), () => {
        // Only then: the screen leaves a workout that it still finds finished.
        void mutate(m.resumeWorkout, { id: workout.id, holder: thisDevice() }).then(() => onReturn(workout.id))
      })
    }

    function discard(): void {
      const { workout } = now()
      const { onLeave, onReturn } = latest.current.ways
      onLeave()
      endRest()
      void mutate(m.removeWorkout, { id: workout.id })
      undo(t('finish.discarded', { title: workout.title || t('untitled') }), () => {
        void mutate(m.restoreWorkout, { id: workout.id }).then(() => onReturn(workout.id))
      })
    }

    function takeOver(): void {
      void mutate(m.takeOverWorkout, { id: now().workout.id, holder: thisDevice() })
    }

    function setPaused(isPaused: boolean): void {
      void mutate(pauseWorkout, { id: now().workout.id, at: Date.now(), isPaused })
    }

    return {
      mutate,
      addExercises,
      swapExercise,
      removeExercise,
      moveExercise,
      addSet,
      removeSet,
      reopenSet,
      confirmSet,
      finish,
      discard,
      takeOver,
      setPaused,
    }
  }, [mutate, phone, t])
}
