'use client'
/** The program that is followed, as screens need it: what is next, and what can be done about it. */
import { useLocale, useTranslations } from 'use-intl'
import {
  type Decision,
  overrideIdOf,
  type PlannedExercise,
  type PlannedSet,
  type Rule,
} from '../../modules/programs/model.ts'
import {
  decide,
  dropSession,
  leaveProgram,
  overridePlace,
  skipSession,
  startSession,
} from '../../modules/programs/mutators.ts'
import {
  daysToCome,
  type NextDay,
  type PlannedPlace,
  planDay,
  sessionsDone,
} from '../../modules/programs/rules/next-session.ts'
import { proposalsOf } from '../../modules/programs/rules/proposals.ts'
import { simulatePlace } from '../../modules/programs/rules/simulate.ts'
import { figuresOf } from '../../modules/programs/rules/slot-state.ts'
import { snapAt } from '../../modules/programs/rules/snap.ts'
import { useReady } from '../../modules/programs/ui/athlete/use-ready.ts'
import type { SetKind } from '../../modules/workouts/model.ts'
import { addExercise, editExercise } from '../../modules/workouts/mutators.ts'
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

/** The kind that a planned set is logged as. */
const kindOf = ({ amrap }: PlannedSet): SetKind => (amrap ? 'amrap' : 'normal')

/** Undefined until read, null when none is followed, or one that a newer app made. */
export function useProgram(athlete: Athlete) {
  const t = useTranslations('session')
  const c = useTranslations('common')
  const locale = useLocale()
  const mutate = useMutate()
  const { startWith } = useStartWorkout(athlete)
  const following = useLive(readFollowing, [], 'program')
  const ready = useReady(following != null)
  if (!following) return following
  if (ready === undefined) return undefined
  const { assignment, overrides, facts, place } = following
  const program = ready?.findProgram(assignment.programId, assignment.version)
  if (!program) return null
  const { book, profile, today } = athlete
  const { loadUnit } = profile
  const snap = snapAt(place, book.get, loadUnit)

  const plan = (next: NextDay) => planDay(next, facts, overrides, loadUnit, snap)
  const entered = (loadG: number | null) => ({
    ...{ loadG, enteredLoad: loadG === null ? null : loadNumber(loadG, loadUnit, locale) },
    enteredUnit: loadG === null ? null : loadUnit,
  })

  function start(next: NextDay): void {
    const exercises = plan(next).map(({ slot, exerciseId, sets, state }): PlannedExercise => {
      const asked = sets.map((set) => ({ ...set, ...entered(set.loadG) }))
      return { slot: slot.slot, exerciseId, entryId: newId(), sets: asked, from: figuresOf(state) }
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
            ...{ ...blankSet(book.get(exerciseId)), kind: kindOf(set), reps: set.reps, ...entered(set.loadG) },
          })),
        })
        const notes = hintOf(sets)
        if (notes) void mutate(editExercise, { id: entryId, notes })
      }
    })
  }

  /** What the figures alone don't say. */
  function hintOf(sets: readonly PlannedSet[]): string {
    const open = sets.find(({ amrap }) => amrap)
    const rir2 = sets[0]?.rir2
    if (open) return t('hint.amrap', { n: open.reps })
    return rir2 === undefined ? '' : t('hint.effort', { rpe: String(10 - rir2 / 2) })
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
      text: t('left', { title: assignedTitle }),
      action: { label: c('undo'), run: () => void mutate(leaveProgram, { id: assignment.id, leftAt: null }) },
    })
  }

  const rowOf = (slot: string) => overrides.find((one) => one.id === overrideIdOf(assignment.id, slot))

  /** From now on: another exercise, which begins anew, or another load. */
  function change(place: PlannedPlace, to: { exerciseId: string } | { loadG: number }): void {
    const known = rowOf(place.slot.slot)
    void mutate(overridePlace, {
      ...{ assignmentId: assignment.id, slot: place.slot.slot, setAt: Date.now() },
      ...{ rules: known?.rules ?? null, rulesAt: known?.rulesAt ?? null },
      exerciseId: 'exerciseId' in to ? to.exerciseId : (known?.exerciseId ?? null),
      ...entered('loadG' in to ? to.loadG : null),
    })
  }

  /** The athlete's own rules for a place; null are the program's. What was done before goes on counting. */
  function setRules(slot: string, rules: Rule[] | null): void {
    const known = rowOf(slot)
    void mutate(overridePlace, {
      ...{ assignmentId: assignment.id, slot, rules, rulesAt: Date.now(), exerciseId: known?.exerciseId ?? null },
      ...{ loadG: known?.loadG ?? null, enteredLoad: known?.enteredLoad ?? null },
      ...{ enteredUnit: known?.enteredUnit ?? null, setAt: known?.setAt ?? assignment.startedAt },
    })
  }

  /** What becomes of a proposal; null takes the decision back. */
  function settle(sessionId: string, slot: string, verdict: Decision['verdict'], loadG: number | null = null): void {
    void mutate(decide, { assignmentId: assignment.id, sessionId, slot, verdict, ...entered(loadG) })
  }

  const assignedTitle = program.title
  return {
    ...{
      assignment,
      program,
      facts,
      toCome: daysToCome(program, facts),
      done: sessionsDone(facts),
    },
    ...{ plan, start, skip, leave, change, setRules, settle },
    hasOwnRules: (slot: string) => Boolean(rowOf(slot)?.rules),
    sessionOf: (workoutId: string) => facts.find(({ session }) => session.workoutId === workoutId)?.session.id,
    proposals: (sessionId: string) => proposalsOf(program, facts, overrides, sessionId, loadUnit, snap),
    coming: (place: PlannedPlace) => simulatePlace(program, facts, place, loadUnit, { snap }),
  }
}

export type FollowedProgram = NonNullable<ReturnType<typeof useProgram>>
