'use client'
/** Starting: empty, or again as it was. Painted at once; the screen moves on before the phone has stored it. */
import { useTranslations } from 'use-intl'
import { useLocation } from 'wouter'
import { type WholeWorkout, workouts } from '../../modules/workouts/model.ts'
import { addExercise, startWorkout } from '../../modules/workouts/mutators.ts'
import { defaultSets } from '../../modules/workouts/rules/default-sets.ts'
import { openWorkouts } from '../../modules/workouts/rules/open-workout.ts'
import { positionsAtEnd } from '../../modules/workouts/rules/place-in-order.ts'
import { thisDevice } from '../../modules/workouts/ui/athlete/this-device.ts'
import { useMutate } from '../../modules/workouts/ui/athlete/use-mutate.ts'
import { newId } from '../../shared/id.ts'
import { dayOf, localTimeOf } from '../../shared/local-day.ts'
import { useLive } from '../../sync/client/hooks.ts'
import { showToast } from '../../ui/toast.tsx'
import { address } from './addresses.ts'
import type { Athlete } from './use-athlete.ts'

export function useStartWorkout({ profile, book, zone }: Athlete) {
  const mutate = useMutate()
  const t = useTranslations('today')
  const [, navigate] = useLocation()
  const open = useLive((rows) => rows.find(workouts, 'state', 'open'), [])

  function start(title: string): string {
    const id = newId()
    const startedAt = Date.now()
    const { bodyweightG } = profile
    const localDay = dayOf(startedAt, zone)
    void mutate(startWorkout, { id, title, startedAt, zone, localDay, bodyweightG, holder: thisDevice() })
    return id
  }

  function startEmpty(): void {
    const { hour } = localTimeOf(Date.now(), zone)
    const part = hour < 5 ? 'night' : hour < 12 ? 'morning' : hour < 17 ? 'afternoon' : hour < 22 ? 'evening' : 'night'
    navigate(address.workout(start(t('defaultTitle', { part }))))
  }

  /** The same exercises, with the sets that were done as this time's proposal. One workout at a time: not in the middle of one. */
  function repeat({ workout, entries }: WholeWorkout): void {
    const { current } = openWorkouts(open ?? [], thisDevice())
    if (current && (current.holder === null || current.holder === thisDevice())) {
      showToast({ text: t('open.here') })
      navigate(address.workout(current.id))
      return
    }
    const workoutId = start(workout.title)
    for (const { entry, sets } of entries) {
      const exercise = book.get(entry.exerciseId)
      const done = sets.filter(({ doneAt }) => doneAt !== null)
      const figures = defaultSets(
        exercise,
        done.length > 0 ? { workoutId: workout.id, localDay: workout.localDay, notes: '', sets: done } : null,
      )
      const positions = positionsAtEnd([], figures.length)
      void mutate(addExercise, {
        workoutId,
        id: newId(),
        exerciseId: entry.exerciseId,
        position: entry.position,
        restS: entry.restS,
        superset: entry.superset,
        sets: figures.map((set, i) => ({ id: newId(), position: positions[i] ?? 'a0', ...set })),
      })
    }
    navigate(address.workout(workoutId))
  }

  return { startEmpty, repeat }
}
