'use client'
/** Apart from what other sheets do to an exercise: the calculator's chunk would carry all of that a second time. */
import { useTranslations } from 'use-intl'
import { newId } from '../../../../shared/id.ts'
import { showToast } from '../../../../ui/toast.tsx'
import type { LoadUnit } from '../../model.ts'
import { addSet, removeSet } from '../../mutators.ts'
import { blankSet } from '../../rules/default-sets.ts'
import { inOrder, positionsBefore } from '../../rules/place-in-order.ts'
import type { Block } from './use-open-workout.ts'
import type { SheetProps } from './workout-sheets.tsx'

type Step = { loadG: number; reps: number }

/** Before the first work set, behind the warm-ups that are there. */
export function useAddWarmups({ open, actions: { mutate } }: Pick<SheetProps, 'open' | 'actions'>) {
  const t = useTranslations('calc.warmup')
  const undo = useTranslations('workout')('undo')
  return (block: Block, steps: readonly Step[], unit: LoadUnit): void => {
    const first = inOrder(block.sets).find(({ kind }) => kind !== 'warmup')
    const positions = positionsBefore(block.sets, first?.id, steps.length)
    const made = steps.map(({ loadG, reps }, i) => ({
      ...{ id: newId(), position: positions[i] ?? 'a0', ...blankSet(block.exercise), kind: 'warmup' as const },
      ...{ loadG, enteredLoad: null, enteredUnit: unit, reps },
    }))
    for (const set of made) void mutate(addSet, { workoutId: open.workout.id, entryId: block.entry.id, set })
    const back = () => {
      for (const { id } of made) void mutate(removeSet, { id })
    }
    showToast({ text: t('added', { n: made.length }), action: { label: undo, run: back } })
  }
}
