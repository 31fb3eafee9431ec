'use client'
import { useTranslations } from 'use-intl'
import { type ImportBatch, workouts } from '../../modules/workouts/model.ts'
import { removeBatch, restoreBatch } from '../../modules/workouts/mutators/import.ts'
import { useMutate } from '../../modules/workouts/ui/athlete/use-mutate.ts'
import { useMaybePhone } from '../../sync/client/hooks.ts'
import { showToast } from '../../ui/toast.tsx'

/** As many as one mutation takes. */
const MOST_NAMED = 2000

/** Takes a whole import out again; the toast brings it back. */
export function useUndoImport() {
  const t = useTranslations('import')
  const c = useTranslations('common')
  const mutate = useMutate()
  const phone = useMaybePhone()
  return async ({ id, fileName }: Pick<ImportBatch, 'id' | 'fileName'>) => {
    const own = (await phone?.read((rows) => rows.find(workouts, 'batchId', id))) ?? []
    await mutate(removeBatch, { id })
    const ids = own.map((workout) => workout.id)
    showToast({
      text: t('undone', { n: ids.length, name: fileName }),
      action: {
        label: c('undo'),
        run: () => {
          for (let i = 0; i === 0 || i < ids.length; i += MOST_NAMED) {
            void mutate(restoreBatch, { id, workoutIds: ids.slice(i, i + MOST_NAMED) })
          }
        },
      },
    })
  }
}
