'use client'
import { ArrowDown, ArrowUp, GripVertical } from 'lucide-react'
import { useLayoutEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { cx } from '../../../../ui/cx.ts'
import { IconButton } from '../../../../ui/icon-button.tsx'
import { shiftOf, useDragOrder } from './use-drag-order.ts'

type Way = 'up' | 'down'
type Props = {
  /** `mark` stands before the name, instead of its number. */
  items: readonly { id: string; name: string; mark?: string | null }[]
  onMove: (id: string, to: number) => void
}

/** Drag by the handle, or one step a tap by the arrows, which are the keyboard's way too. */
export function OrderList({ items, onMove }: Props) {
  const t = useTranslations('order')
  const list = useRef<HTMLOListElement>(null)
  const [said, setSaid] = useState('')
  const stepped = useRef<{ id: string; way: Way } | null>(null)

  function move(id: string, to: number): void {
    onMove(id, to)
    const name = items.find((item) => item.id === id)?.name ?? ''
    setSaid(t('movedTo', { name, n: to + 1, total: items.length }))
  }
  function step(id: string, to: number, way: Way): void {
    stepped.current = { id, way }
    move(id, to)
  }
  const { drag, start } = useDragOrder(list, move)

  // A row that is put elsewhere on the page loses the focus: it goes on with the same button, or at the end the other.
  useLayoutEffect(() => {
    if (!stepped.current || items.length === 0) return
    const { id, way } = stepped.current
    stepped.current = null
    const row = list.current?.querySelector(`[data-entry="${id}"]`)
    const wanted = row?.querySelector<HTMLButtonElement>(`button[data-way="${way}"]:enabled`)
    ;(wanted ?? row?.querySelector<HTMLButtonElement>('button:enabled'))?.focus()
  }, [items])

  return (
    <>
      <ol ref={list}>
        {items.map(({ id, name, mark }, i) => {
          const isDragged = drag?.id === id
          return (
            <li
              key={id}
              data-entry={id}
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
                onPointerDown={(event) => start(event, id, i)}
                className="-ml-3 grid size-12 shrink-0 cursor-grab touch-none place-items-center text-ink-3 active:cursor-grabbing"
              >
                <GripVertical size={22} />
              </span>
              <span className="num w-7 shrink-0 font-semibold text-ink-2 text-sm">{mark ?? i + 1}</span>
              <span className="min-w-0 flex-1 break-words py-1 font-medium">{name}</span>
              <IconButton
                label={t('moveUp', { name })}
                data-way="up"
                disabled={i === 0}
                onClick={() => step(id, i - 1, 'up')}
              >
                <ArrowUp size={22} aria-hidden />
              </IconButton>
              <IconButton
                label={t('moveDown', { name })}
                data-way="down"
                disabled={i === items.length - 1}
                onClick={() => step(id, i + 1, 'down')}
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
    </>
  )
}
