'use client'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { Sheet } from '../../../../ui/sheet.tsx'
import { OrderList } from './order-list.tsx'
import type { SheetProps } from './workout-sheets.tsx'

export function OrderSheet({ onClose, open, actions }: Omit<SheetProps, 'sheet'> & { onClose: () => void }) {
  const t = useTranslations('workout')
  const o = useTranslations('order')
  const { blocks, labels } = open
  const items = useMemo(
    () => blocks.map(({ entry, exercise }, i) => ({ id: entry.id, name: exercise.name, mark: labels[i] })),
    [blocks, labels],
  )
  return (
    <Sheet open onClose={onClose} title={o('title')} closeLabel={t('close')}>
      <OrderList items={items} onMove={actions.moveExercise} />
    </Sheet>
  )
}
