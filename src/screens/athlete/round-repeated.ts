/** A workout that is done again at another place: its loads become what is there, which is said and can be undone. */
import type { Exercise } from '../../modules/exercises/model.ts'
import type { Place } from '../../modules/gyms/model/places.ts'
import type { SetFigures } from '../../modules/workouts/model.ts'
import { editSet } from '../../modules/workouts/mutators.ts'
import { roundedAt } from '../../modules/workouts/rules/round-at-place.ts'
import type { Habits } from '../../modules/workouts/ui/athlete/set-fields.ts'
import type { Mutate } from '../../modules/workouts/ui/athlete/use-mutate.ts'
import { showToast } from '../../ui/toast.tsx'

export type ProposedSet = { set: SetFigures & { id: string }; exercise: Exercise }
type At = { place: Place; habits: Habits; mutate: Mutate; words: { said: (n: number) => string; undo: string } }

export function roundRepeated(sets: readonly ProposedSet[], { place, habits, mutate, words }: At): void {
  const rounding = { place, unit: habits.loadUnit, decimalSign: habits.decimalSign }
  const changed = sets.flatMap(({ set, exercise }) => {
    const to = roundedAt(rounding, exercise, set)
    return to ? [{ set, to }] : []
  })
  if (changed.length === 0) return
  for (const { set, to } of changed) void mutate(editSet, { id: set.id, fields: to })
  const undo = () => {
    for (const { set } of changed) {
      const { loadG, enteredLoad, enteredUnit } = set
      void mutate(editSet, { id: set.id, fields: { loadG, enteredLoad, enteredUnit } })
    }
  }
  showToast({ text: words.said(changed.length), action: { label: words.undo, run: undo } })
}
