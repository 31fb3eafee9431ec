'use client'
import { ArrowLeftRight, ArrowUpDown, ChartLine, NotebookPen, Trash2 } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { Button } from '../../../../ui/button.tsx'
import { ListRow } from '../../../../ui/list-row.tsx'
import { Sheet } from '../../../../ui/sheet.tsx'
import { editExercise } from '../../mutators.ts'
import { clockText } from './clock-text.ts'
import type { SheetProps } from './workout-sheets.tsx'

type Props = Omit<SheetProps, 'sheet'> & { entryId: string; onClose: () => void }

export function ExerciseMenu({ entryId, onClose, open, actions, show, onOpenExercise }: Props) {
  const t = useTranslations('workout')
  const block = open.blocks.find(({ entry }) => entry.id === entryId)
  if (!block) return null
  const { entry, exercise, last } = block
  const restS = entry.restS ?? exercise.restS
  const setRest = (seconds: number) => {
    void actions.mutate(editExercise, { id: entryId, restS: Math.min(3600, Math.max(0, seconds)) })
  }
  return (
    <Sheet
      open
      onClose={onClose}
      title={exercise.name}
      detail={last?.notes ? t('exercise.lastNote', { note: last.notes }) : undefined}
      closeLabel={t('close')}
    >
      <div className="mb-1 flex items-center gap-2">
        <span className="min-w-0 flex-1">
          <span className="block font-medium">{t('exercise.restTitle')}</span>
          {entry.restS === null && <span className="text-ink-2 text-sm">{t('exercise.restOwn')}</span>}
        </span>
        <Button aria-label={t('exercise.less')} className="text-xl" onClick={() => setRest(restS - 15)}>
          −
        </Button>
        <output className="num min-w-16 text-center font-semibold text-xl">{clockText(restS * 1000)}</output>
        <Button aria-label={t('exercise.more')} className="text-xl" onClick={() => setRest(restS + 15)}>
          +
        </Button>
      </div>
      <ListRow
        title={t('exercise.swap')}
        lead={<ArrowLeftRight size={20} aria-hidden />}
        onClick={() => show({ kind: 'pick', swapEntryId: entryId })}
      />
      <ListRow
        title={t('exercise.note')}
        detail={entry.notes || undefined}
        lead={<NotebookPen size={20} aria-hidden />}
        onClick={() => show({ kind: 'notes', entryId })}
      />
      <ListRow
        title={t('exercise.order')}
        lead={<ArrowUpDown size={20} aria-hidden />}
        onClick={() => show({ kind: 'order' })}
      />
      <ListRow
        title={t('exercise.history')}
        lead={<ChartLine size={20} aria-hidden />}
        onClick={() => onOpenExercise(exercise.id)}
      />
      <div className="mt-3 border-line border-t pt-1">
        <ListRow
          title={t('exercise.remove')}
          tone="danger"
          lead={<Trash2 size={20} className="text-bad" aria-hidden />}
          onClick={() => {
            onClose()
            actions.removeExercise(block)
          }}
        />
      </div>
    </Sheet>
  )
}
