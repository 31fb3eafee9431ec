'use client'
import { useTranslations } from 'use-intl'
import { removeExerciseDetails, restoreExerciseDetails } from '../../modules/exercises/mutators.ts'
import { type ImportBatch, workouts } from '../../modules/workouts/model.ts'
import { removeBatch, restoreBatch } from '../../modules/workouts/mutators/import.ts'
import { exercisesOnlyOf } from '../../modules/workouts/ui/athlete/import-exercises.ts'
import { useMutate } from '../../modules/workouts/ui/athlete/use-mutate.ts'
import { useMaybePhone } from '../../sync/client/hooks.ts'
import { showToast } from '../../ui/toast.tsx'

/** As many as one mutation takes. */
const MOST_NAMED = 2000

/** Takes a whole import out again, with the exercises that only it needed; the toast brings it back. */
export function useUndoImport() {
  const t = useTranslations('import')
  const c = useTranslations('common')
  const mutate = useMutate()
  const phone = useMaybePhone()
  return async ({ id, fileName }: Pick<ImportBatch, 'id' | 'fileName'>) => {
    if (!phone) return
    const { ids, unused } = await phone.readLoosely(async (rows) => {
      const own = new Set((await rows.find(workouts, 'batchId', id)).map((workout) => workout.id))
      // A month that is not here may use them.
      const isWhole = phone.status.get().here === 'all'
      return { ids: [...own], unused: isWhole ? await exercisesOnlyOf(rows, own) : [] }
    })
    await mutate(removeBatch, { id })
    for (const exerciseId of unused) await mutate(removeExerciseDetails, { id: exerciseId })
    showToast({
      text: t('undone', { n: ids.length, name: fileName }),
      action: {
        label: c('undo'),
        run: () => {
          for (const exerciseId of unused) void mutate(restoreExerciseDetails, { id: exerciseId })
          for (let i = 0; i === 0 || i < ids.length; i += MOST_NAMED) {
            void mutate(restoreBatch, { id, workoutIds: ids.slice(i, i + MOST_NAMED) })
          }
        },
      },
    })
  }
}
