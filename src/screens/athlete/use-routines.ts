'use client'
/** Routines and their folders, in their order, and what is done with one as a whole. */
import { useTranslations } from 'use-intl'
import { useLocation } from 'wouter'
import { type Routine, type RoutineExercise, routineFolders, routines } from '../../modules/workouts/model/routines.ts'
import { addRoutine, nameRoutine, removeRoutine, restoreRoutine } from '../../modules/workouts/mutators/routines.ts'
import { addExercise, editExercise } from '../../modules/workouts/mutators.ts'
import { inOrder, positionAfter, positionAtEnd } from '../../modules/workouts/rules/place-in-order.ts'
import { entryIdOf } from '../../modules/workouts/rules/routines.ts'
import { useMutate } from '../../modules/workouts/ui/athlete/use-mutate.ts'
import { newId } from '../../shared/id.ts'
import type { Rows } from '../../sync/client/api.ts'
import { useLive } from '../../sync/client/hooks.ts'
import { showToast } from '../../ui/toast.tsx'
import { address } from './addresses.ts'
import { layOutRoutine } from './lay-out-routine.ts'
import type { ProposedSet } from './round-repeated.ts'
import { useStartWorkout } from './start-workout.ts'
import type { Athlete } from './use-athlete.ts'

export async function readRoutines(rows: Rows) {
  const [own, folders] = await Promise.all([rows.all(routines), rows.all(routineFolders)])
  return { routines: inOrder(own), folders: inOrder(folders) }
}

/** Undefined until read. */
export function useRoutines() {
  return useLive(readRoutines, [])
}

export function useRoutineActions(athlete: Athlete) {
  const t = useTranslations('routines')
  const l = useTranslations('routineList')
  const c = useTranslations('common')
  const [, navigate] = useLocation()
  const mutate = useMutate()
  const { startWith, roundHere } = useStartWorkout(athlete)
  const { book } = athlete

  /** The sets as the routine says, in loads that are there; of what it leaves open, last time's stand beside. */
  function start(routine: Routine): void {
    startWith(routine.title, (workoutId) => {
      void mutate(nameRoutine, { id: workoutId, routineId: routine.id })
      const proposed: ProposedSet[] = []
      for (const { entry, more } of layOutRoutine(
        workoutId,
        routine.exercises,
        (slot) => entryIdOf(workoutId, slot) ?? newId(),
      )) {
        proposed.push(...entry.sets.map((set) => ({ set, exercise: book.get(entry.exerciseId) })))
        void mutate(addExercise, entry)
        if (more) void mutate(editExercise, more)
      }
      roundHere(proposed)
    })
  }

  /** A new one at the end, or behind the one it is a copy of; shown once the phone has it. */
  function add(
    made: Pick<Routine, 'title' | 'notes' | 'folderId'> & { exercises: RoutineExercise[] },
    among: readonly Routine[],
    show: (id: string) => void,
    after?: Routine,
  ): void {
    const id = newId()
    const position = after ? positionAfter(among, after.id) : positionAtEnd(among)
    void mutate(addRoutine, { id, position, ...made }).then((isKept) => isKept && show(id))
  }

  function duplicate(routine: Routine, among: readonly Routine[]): void {
    const { folderId, notes, exercises } = routine
    const title = t('copyOf', { title: routine.title || l('untitled') })
    const show = (id: string) => {
      showToast({ text: t('duplicated', { title }) })
      navigate(address.routine(id), { replace: true })
    }
    add({ title, folderId, notes, exercises }, among, show, routine)
  }

  function remove({ id, title }: Routine): void {
    navigate(address.routines, { replace: true })
    void mutate(removeRoutine, { id })
    showToast({
      text: t('removed', { title: title || l('untitled') }),
      action: { label: c('undo'), run: () => void mutate(restoreRoutine, { id }) },
    })
  }

  return { start, add, duplicate, remove }
}
