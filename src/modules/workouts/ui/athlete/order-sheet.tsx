'use client'
import { ArrowDown, ArrowUp, GripVertical } from 'lucide-react'
import { useLayoutEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { cx } from '../../../../ui/cx.ts'
import { IconButton } from '../../../../ui/icon-button.tsx'
import { Sheet } from '../../../../ui/sheet.tsx'
import { shiftOf, useDragOrder } from './use-drag-order.ts'
import type { SheetProps } from './workout-sheets.tsx'

type Way = 'up' | 'down'

/** Drag by the handle, or one step a tap by the arrows, which are the keyboard's way too. */
export function OrderSheet({ onClose, open, actions }: Omit<SheetProps, 'sheet'> & { onClose: () => void }) {
  const t = useTranslations('workout')
  const { blocks, labels } = open
  const list = useRef<HTMLOListElement>(null)
  const [said, setSaid] = useState('')
  const stepped = useRef<{ id: string; way: Way } | null>(null)

  function move(id: string, to: number): void {
    actions.moveExercise(id, to)
    const name = blocks.find(({ entry }) => entry.id === id)?.exercise.name ?? ''
    setSaid(t('exercise.movedTo', { name, n: to + 1, total: blocks.length }))
  }
  function step(id: string, to: number, way: Way): void {
    stepped.current = { id, way }
    move(id, to)
  }
  const { drag, start } = useDragOrder(list, move)

  // A row that is put elsewhere on the page loses the focus: it goes on with the same button, or at the end the other.
  useLayoutEffect(() => {
    if (!stepped.current || blocks.length === 0) return
    const { id, way } = stepped.current
    stepped.current = null
    const row = list.current?.querySelector(`[data-entry="${id}"]`)
    const wanted = row?.querySelector<HTMLButtonElement>(`button[data-way="${way}"]:enabled`)
    ;(wanted ?? row?.querySelector<HTMLButtonElement>('button:enabled'))?.focus()
  }, [blocks])

  return (
    <Sheet open onClose={onClose} title={t('exercise.orderTitle')} closeLabel={t('close')}>
      <ol ref={list}>
        {blocks.map(({ entry, exercise }, i) => {
          const isDragged = drag?.id === entry.id
          return (
            <li
              key={entry.id}
              data-entry={entry.id}
              style={drag ? { transform: `translateY(${shiftOf(i, drag)}px)` } : undefined}
              className={cx(
                'flex min-h-14 select-none items-center gap-1 border-line border-b last:border-b-0',
                drag && !isDragged && 'transition-transform',
                isDragged && 'relative z-10 rounded-2 bg-raised shadow-float',
              )}
            >
              <span
                aria-hidden
                data-handle
                onPointerDown={(event) => start(event, entry.id, i)}
                className="-ml-3 grid size-12 shrink-0 cursor-grab touch-none place-items-center text-ink-3 active:cursor-grabbing"
              >
                <GripVertical size={22} />
              </span>
              <span className="num w-7 shrink-0 font-semibold text-ink-2 text-sm">{labels[i] ?? i + 1}</span>
              <span className="min-w-0 flex-1 break-words py-1 font-medium">{exercise.name}</span>
              <IconButton
                label={t('exercise.moveUp', { name: exercise.name })}
                data-way="up"
                disabled={i === 0}
                onClick={() => step(entry.id, i - 1, 'up')}
              >
                <ArrowUp size={22} aria-hidden />
              </IconButton>
              <IconButton
                label={t('exercise.moveDown', { name: exercise.name })}
                data-way="down"
                disabled={i === blocks.length - 1}
                onClick={() => step(entry.id, i + 1, 'down')}
              >
                <ArrowDown size={22} aria-hidden />
              </IconButton>
            </li>
          )
        })}
      </ol>
      <p role="status" className="sr-only">
        {said}
      </p>
    </Sheet>
  )
}
