'use client'
/** The program that is followed, as screens need it: what is next, and what can be done about it. */
import { useLocale, useTranslations } from 'use-intl'
import type { PlannedExercise, PlannedSet } from '../../modules/programs/model.ts'
import { dropSession, leaveProgram, overridePlace, skipSession, startSession } from '../../modules/programs/mutators.ts'
import {
  daysToCome,
  type NextDay,
  type PlannedPlace,
  planDay,
  sessionsDone,
} from '../../modules/programs/rules/next-session.ts'
import { addExercise } from '../../modules/workouts/mutators.ts'
import { blankSet } from '../../modules/workouts/rules/default-sets.ts'
import { positionsAtEnd } from '../../modules/workouts/rules/place-in-order.ts'
import { useMutate } from '../../modules/workouts/ui/athlete/use-mutate.ts'
import { newId } from '../../shared/id.ts'
import { loadNumber } from '../../shared/units.ts'
import { useLive } from '../../sync/client/hooks.ts'
import { showToast } from '../../ui/toast.tsx'
import { readFollowing } from './read-program.ts'
import { useStartWorkout } from './start-workout.ts'
import type { Athlete } from './use-athlete.ts'

/** Undefined until read, null when none is followed. */
export function useProgram(athlete: Athlete) {
  const t = useTranslations('session')
  const c = useTranslations('common')
  const locale = useLocale()
  const mutate = useMutate()
  const { startWith } = useStartWorkout(athlete)
  const following = useLive(readFollowing, [], 'program')
  if (!following) return following
  const { assignment, program, overrides, facts } = following
  const { book, profile, today } = athlete
  const { loadUnit } = profile

  const plan = ({ day }: NextDay) => planDay(day, facts, overrides, loadUnit)
  const typed = (set: PlannedSet): PlannedSet =>
    set.loadG === null ? set : { ...set, enteredLoad: loadNumber(set.loadG, loadUnit, locale), enteredUnit: loadUnit }

  function start(next: NextDay): void {
    const exercises = plan(next).map(({ slot, exerciseId, sets }): PlannedExercise => {
      return { slot: slot.slot, exerciseId, entryId: newId(), sets: sets.map(typed) }
    })
    startWith(next.day.title, (workoutId) => {
      const head = { assignmentId: assignment.id, round: next.round, day: next.day.id, localDay: today }
      void mutate(startSession, { id: newId(), ...head, workoutId, exercises })
      const places = positionsAtEnd([], exercises.length)
      for (const [i, { exerciseId, entryId, sets }] of exercises.entries()) {
        const positions = positionsAtEnd([], sets.length)
        void mutate(addExercise, {
          ...{ workoutId, id: entryId, exerciseId, position: places[i] ?? 'a0', restS: null, superset: null },
          sets: sets.map((set, n) => ({
            ...{ id: newId(), position: positions[n] ?? 'a0' },
            ...{ ...blankSet(book.get(exerciseId)), ...set },
          })),
        })
      }
    })
  }

  function skip({ round, day }: NextDay): void {
    const id = newId()
    const head = { assignmentId: assignment.id, round, day: day.id, localDay: today }
    void mutate(skipSession, { id, ...head, skippedAt: Date.now() })
    showToast({
      text: t('skipped', { title: day.title }),
      action: { label: c('undo'), run: () => void mutate(dropSession, { id }) },
    })
  }

  function leave(): void {
    void mutate(leaveProgram, { id: assignment.id, leftAt: Date.now() })
    showToast({
      text: t('left', { title: program.title }),
      action: { label: c('undo'), run: () => void mutate(leaveProgram, { id: assignment.id, leftAt: null }) },
    })
  }

  /** From now on: another exercise, which begins anew, or another load. */
  function change(place: PlannedPlace, to: { exerciseId: string } | { loadG: number }): void {
    const loadG = 'loadG' in to ? to.loadG : null
    const known = place.exerciseId === place.slot.exerciseId ? null : place.exerciseId
    void mutate(overridePlace, {
      ...{ assignmentId: assignment.id, slot: place.slot.slot, setAt: Date.now(), loadG },
      exerciseId: 'exerciseId' in to ? to.exerciseId : known,
      enteredLoad: loadG === null ? null : loadNumber(loadG, loadUnit, locale),
      enteredUnit: loadG === null ? null : loadUnit,
    })
  }

  return {
    ...{ assignment, program, toCome: daysToCome(program, facts), done: sessionsDone(facts) },
    ...{ plan, start, skip, leave, change },
  }
}

export type FollowedProgram = NonNullable<ReturnType<typeof useProgram>>
