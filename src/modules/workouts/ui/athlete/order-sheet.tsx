'use client'
import { ArrowDown, ArrowUp } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { IconButton } from '../../../../ui/icon-button.tsx'
import { Sheet } from '../../../../ui/sheet.tsx'
import type { SheetProps } from './workout-sheets.tsx'

/** Up and down, one step a tap: no drag that a sweaty thumb could lose. */
export function OrderSheet({ onClose, open, actions }: Omit<SheetProps, 'sheet'> & { onClose: () => void }) {
  const t = useTranslations('workout')
  const { blocks, labels } = open
  return (
    <Sheet open onClose={onClose} title={t('exercise.orderTitle')} closeLabel={t('close')}>
      <ol>
        {blocks.map(({ entry, exercise }, i) => (
          <li key={entry.id} className="flex min-h-14 items-center gap-1 border-line border-b last:border-b-0">
            <span className="num w-7 shrink-0 font-semibold text-ink-2 text-sm">{labels[i] ?? i + 1}</span>
            <span className="min-w-0 flex-1 break-words py-1 font-medium">{exercise.name}</span>
            <IconButton
              label={t('exercise.moveUp', { name: exercise.name })}
              disabled={i === 0}
              onClick={() => actions.moveExercise(entry.id, i - 1)}
            >
              <ArrowUp size={22} aria-hidden />
            </IconButton>
            <IconButton
              label={t('exercise.moveDown', { name: exercise.name })}
              disabled={i === blocks.length - 1}
              onClick={() => actions.moveExercise(entry.id, i + 1)}
            >
              <ArrowDown size={22} aria-hidden />
            </IconButton>
          </li>
        ))}
      </ol>
    </Sheet>
  )
}
