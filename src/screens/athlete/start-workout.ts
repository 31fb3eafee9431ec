'use client'
/**
 * Starting: empty, or again as it was. Painted at once; the screen moves on before the phone has stored it. One open
 * workout a person: with one on this phone the athlete is brought there, with one on another device they are asked.
 */
import { useTranslations } from 'use-intl'
import { useLocation } from 'wouter'
import { thisDevice } from '../../client/device-memory.ts'
import { type WholeWorkout, type Workout, workouts } from '../../modules/workouts/model.ts'
import { addExercise, editWorkout, startWorkout } from '../../modules/workouts/mutators.ts'
import { defaultSets } from '../../modules/workouts/rules/default-sets.ts'
import { openWorkouts } from '../../modules/workouts/rules/open-workout.ts'
import { positionsAtEnd } from '../../modules/workouts/rules/place-in-order.ts'
import { useKeepUnits } from '../../modules/workouts/ui/athlete/habits.ts'
import { isHeldHere } from '../../modules/workouts/ui/athlete/held-here.ts'
import { useMutate } from '../../modules/workouts/ui/athlete/use-mutate.ts'
import { newId } from '../../shared/id.ts'
import { dayOf, localTimeOf } from '../../shared/local-day.ts'
import type { Rows } from '../../sync/client/api.ts'
import { useLive, usePhone } from '../../sync/client/hooks.ts'
import { showToast } from '../../ui/toast.tsx'
import { address } from './addresses.ts'
import type { ProposedSet } from './round-repeated.ts'
import { readStartPlace } from './start-place.ts'
import { askBeforeStart } from './start-question.ts'
import type { Athlete } from './use-athlete.ts'

export function useStartWorkout({ profile, book, zone, habits }: Athlete) {
  const mutate = useMutate()
  const t = useTranslations('today')
  const [, navigate] = useLocation()
  const phone = usePhone()
  const open = useLive(readOpen, [])
  const keepUnits = useKeepUnits()
  const place = useLive((rows) => readStartPlace(rows), [])

  function start(title: string): string {
    keepUnits()
    const id = newId()
    const startedAt = Date.now()
    const { bodyweightG } = profile
    const localDay = dayOf(startedAt, zone)
    const placeId = place?.id ?? null
    void mutate(startWorkout, { id, title, startedAt, zone, localDay, bodyweightG, holder: thisDevice(), placeId })
    // Started before the phone had read where: that is told as soon as it has.
    if (place === undefined) {
      void phone
        .read((rows) => readStartPlace(rows, id))
        .then((found) => found && mutate(editWorkout, { id, placeId: found.id }))
    }
    return id
  }

  /** Never a second one beside one that this phone knows of, unless the athlete says what becomes of the first. */
  function unlessOpen(go: () => void, known: readonly Workout[] | undefined): void {
    if (!known) {
      void phone.read(readOpen).then((read) => unlessOpen(go, read))
      return
    }
    const { current } = openWorkouts(known, thisDevice())
    if (!current) go()
    else if (isHeldHere(current)) {
      showToast({ text: t('underWay') })
      navigate(address.workout(current.id))
    } else askBeforeStart({ openId: current.id, start: go })
  }

  function startEmptyNow(state?: typeof PICK): void {
    const { hour } = localTimeOf(Date.now(), zone)
    const part = hour < 5 ? 'night' : hour < 12 ? 'morning' : hour < 17 ? 'afternoon' : hour < 22 ? 'evening' : 'night'
    navigate(address.workout(start(t('defaultTitle', { part }))), { state })
  }

  /** The same exercises, with the sets that were done as this time's proposal. */
  function repeatNow({ workout, entries }: WholeWorkout): void {
    const workoutId = start(workout.title)
    const proposed: ProposedSet[] = []
    for (const { entry, sets } of entries) {
      const exercise = book.get(entry.exerciseId)
      const done = sets.filter(({ doneAt }) => doneAt !== null)
      const figures = defaultSets(
        exercise,
        done.length > 0 ? { workoutId: workout.id, localDay: workout.localDay, notes: '', sets: done } : null,
      )
      const positions = positionsAtEnd([], figures.length)
      const made = figures.map((set, i) => ({ id: newId(), position: positions[i] ?? 'a0', ...set }))
      proposed.push(...made.map((set) => ({ set, exercise })))
      void mutate(addExercise, {
        workoutId,
        id: newId(),
        exerciseId: entry.exerciseId,
        position: entry.position,
        restS: entry.restS,
        superset: entry.superset,
        sets: made,
      })
    }
    navigate(address.workout(workoutId))
    roundHere(proposed)
  }

  /** They may have been done elsewhere. Where the rule has not come yet the loads stay what they were. */
  function roundHere(proposed: readonly ProposedSet[]): void {
    if (!place) return
    const words = { said: (n: number) => t('rounded.said', { n, place: place.name }), undo: t('rounded.undo') }
    void import('./round-repeated.ts').then(
      ({ roundRepeated }) => roundRepeated(proposed, { place, habits, mutate, words }),
      () => {},
    )
  }

  return {
    startEmpty: () => unlessOpen(() => startEmptyNow(), open),
    /** With the list of exercises open: a newcomer's next step is no question. */
    startFirst: () => unlessOpen(() => startEmptyNow(PICK), open),
    /** Something else than an empty one: `fill` puts in what it holds. */
    startWith: (title: string, fill: (workoutId: string) => void) =>
      unlessOpen(() => {
        const id = start(title)
        fill(id)
        navigate(address.workout(id))
      }, open),
    roundHere,
    repeat: (whole: WholeWorkout) => unlessOpen(() => repeatNow(whole), open),
  }
}

/** What the address of a workout carries in the history when it opens with its list of exercises. */
const PICK = { pick: true } as const

const readOpen = (rows: Rows) => rows.find(workouts, 'state', 'open')
