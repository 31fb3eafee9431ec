'use client'
/** What the sheets of a workout do to one exercise as a whole. Each offers undo, or is undone by the same control. */
import { useTranslations } from 'use-intl'
import { newId } from '../../../../shared/id.ts'
import { showToast } from '../../../../ui/toast.tsx'
import { editProfile } from '../../../users/mutators.ts'
import type { LoggedSet, SetFigures } from '../../model.ts'
import * as m from '../../mutators.ts'
import { type ChainKind, chainedSet } from '../../rules/chain.ts'
import { nextSet } from '../../rules/default-sets.ts'
import { inOrder, positionAfter, positionAtEnd } from '../../rules/place-in-order.ts'
import { isChained } from '../../rules/set-kinds.ts'
import type { SupersetEdit } from '../../rules/supersets.ts'
import { plateParts } from './late-plates.ts'
import { figuresOf, shownFigures } from './set-fields.ts'
import type { Block } from './use-open-workout.ts'
import type { SheetProps } from './workout-sheets.tsx'

export const LONGEST_SIDE_REST_S = 600

type Props = Pick<SheetProps, 'open' | 'actions' | 'habits'>

export function useEntryActions({ open, actions, habits }: Props) {
  const t = useTranslations('entry')
  const undo = useTranslations('workout')('undo')
  const { mutate } = actions

  /** Writes figures into sets, and offers to put back what stood there. */
  function write(changes: readonly { set: LoggedSet; figures: Partial<SetFigures> }[], text: string): void {
    if (changes.length === 0) return
    for (const { set, figures } of changes) void mutate(m.editSet, { id: set.id, fields: figures })
    const back = () => {
      for (const { set } of changes) void mutate(m.editSet, { id: set.id, fields: withoutKind(figuresOf(set)) })
    }
    showToast({ text, action: { label: undo, run: back } })
  }

  return {
    /** The sets that are still to do, as they were last time. */
    copyLast(block: Block): void {
      const changes = block.sets.flatMap((set, i) => {
        const last = block.beside[i]
        return set.doneAt === null && last ? [{ set, figures: { ...withoutKind(figuresOf(last)), rir2: null } }] : []
      })
      write(changes, t('copiedLast', { name: block.exercise.name }))
    },

    /** The figures of the first set to do, into all of its kind below it. */
    fillDown(block: Block): void {
      const from = block.sets.findIndex(({ doneAt }) => doneAt === null)
      const first = block.sets[from]
      const figures = shownFigures(block, from)
      if (!first || !figures) return
      const below = block.sets.slice(from + 1).filter(({ doneAt, kind }) => doneAt === null && kind === first.kind)
      write(
        below.map((set) => ({ set, figures: { ...withoutKind(figures), rir2: null } })),
        t('filledDown', { n: below.length }),
      )
    },

    /** Behind the set and what already goes on from it. */
    addChained(block: Block, setId: string, kind: ChainKind): void {
      const sets = inOrder(block.sets)
      const at = sets.findIndex(({ id }) => id === setId)
      const following = sets.slice(at + 1).findIndex((set) => !isChained(set.kind))
      const last = sets[following < 0 ? sets.length - 1 : at + following]
      const above = last && shownFigures(block, block.sets.indexOf(last))
      if (!last || !above) return
      const proposed = chainedSet(kind, figuresOf(above))
      const { place, workout } = open
      const figures = (place && plateParts()?.atPlace(place, block.exercise, proposed, habits)) ?? proposed
      const set = { id: newId(), position: positionAfter(block.sets, last.id), ...figures }
      void mutate(m.addSet, { workoutId: workout.id, entryId: block.entry.id, set })
    },

    setSides(block: Block, sides: boolean): void {
      void mutate(m.editExercise, { id: block.entry.id, sides })
      if (sides) return
      for (const set of block.sets) {
        if (set.doneAt === null && set.repsRight != null) {
          void mutate(m.editSet, { id: set.id, fields: { repsRight: null } })
        }
      }
    },

    /** Of the exercise, wherever it is done; none at 0. */
    setSideRest(exerciseId: string, seconds: number): void {
      const { [exerciseId]: _, ...others } = habits.sideRests
      const sideRests = seconds === 0 ? others : { ...others, [exerciseId]: seconds }
      void mutate(editProfile, { fields: { sideRests } })
    },

    setClock(block: Block, clock: { everyS: number | null; workS: number | null }): void {
      void mutate(m.editExercise, { id: block.entry.id, ...clock })
    },

    /** So many sets in all; those that were done stay. */
    async setCount(block: Block, count: number): Promise<void> {
      const missing = count - block.sets.length
      const extra = block.sets.toReversed().filter(({ doneAt }) => doneAt === null)
      for (const { id } of extra.slice(0, Math.max(0, -missing))) await mutate(m.removeSet, { id })
      let { sets } = block
      for (let n = 0; n < missing; n++) {
        const figures = nextSet(block.exercise, sets.at(-1))
        const set = { id: newId(), position: positionAtEnd(sets), ...figures }
        await mutate(m.addSet, { workoutId: open.workout.id, entryId: block.entry.id, set })
        sets = [...sets, { ...set, workoutId: open.workout.id, entryId: block.entry.id, doneAt: null, notes: '' }]
      }
    },

    /** One after the other: two at once would be two taps on the phone's store. */
    async editSuperset(edits: readonly SupersetEdit[]): Promise<void> {
      for (const { id, superset, position } of edits) {
        await mutate(m.editExercise, { id, superset })
        if (position !== undefined) await mutate(m.moveExercise, { id, position })
      }
    },
  }
}

/** What a set is stays its own. */
function withoutKind({ kind, ...figures }: SetFigures): Partial<SetFigures> {
  return { repsRight: null, ...figures }
}
