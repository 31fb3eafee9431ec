'use client'
import { type RefObject, useEffect, useLayoutEffect } from 'react'
import { padKeyOf } from '../../../../ui/pad-input.ts'
import type { FieldName } from './set-fields.ts'
import type { Logging } from './use-logging.ts'

const ARROWS: Record<string, readonly [-1 | 0 | 1, -1 | 0 | 1]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

/** A hardware keyboard types into the pad: digits, signs, arrows, Enter for next, Escape to close. */
export function usePadKeys({ pad, actions }: Logging, list: RefObject<HTMLElement | null>): void {
  const isOpen = pad !== null
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      const target = event.target instanceof HTMLElement ? event.target : document.body
      if (event.ctrlKey || event.metaKey || event.altKey) return
      if (target.closest('dialog, input, textarea, select')) return
      const key = padKeyOf(event.key)
      if (!isOpen) {
        const { cell } = target.dataset
        if (key === null || (!cell && (key === 'back' || key === 'clear'))) return
        const [setId = '', field] = cell?.split(':') ?? []
        if (cell) actions.openField(setId, field as FieldName)
        // Typed anywhere else: it is meant for the set to do.
        else actions.openNext()
      }
      const arrow = ARROWS[event.key]
      if (key) actions.press(key)
      else if (event.key === '+' || event.key === '=') actions.stepBy(1)
      else if (event.key === '-') actions.stepBy(-1)
      else if (event.key === 'Escape') actions.close()
      else if (arrow) actions.move(...arrow)
      // On any other button Enter means that button.
      else if (event.key === 'Enter' && (target === document.body || target.dataset.cell)) actions.next()
      else return
      event.preventDefault()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [isOpen, actions])

  // Android's back gesture closes the pad before it leaves the screen.
  useEffect(() => {
    if (!isOpen || !('CloseWatcher' in window)) return
    const watcher = new (window as unknown as { CloseWatcher: new () => CloseWatcherLike }).CloseWatcher()
    watcher.onclose = () => actions.close()
    return () => watcher.destroy()
  }, [isOpen, actions])

  const at = pad && `${pad.setId}:${pad.field}`
  // After the pad has taken its place: the row scrolls to where it is seen, and keeps the focus.
  useLayoutEffect(() => {
    if (!at || !list.current) return
    const cell = list.current.querySelector<HTMLElement>(`[data-cell="${at}"]`)
    cell?.focus({ preventScroll: true })
    cell?.closest('[role=row]')?.scrollIntoView({ block: 'nearest' })
  }, [at, list])
}

type CloseWatcherLike = { onclose: (() => void) | null; destroy(): void }
