'use client'
/** Long tables of the portals: up to 200 rows are all there, more are drawn as they come into view. */
import { useVirtualizer } from '@tanstack/react-virtual'
import type { RefObject } from 'react'
import { cx } from './cx.ts'

const ALL_AT_ONCE = 200

export type VirtualRows = {
  /** Indexes of the rows to draw. */
  shown: readonly number[]
  /** Pixels that stand for the rows before and after them. */
  before: number
  after: number
  /** Brings a row into view, drawn or not. */
  reveal: (index: number) => void
  /** The `ref` of a row that may grow beyond 2 rem; the row names its place in `data-index`. */
  measure: ((row: HTMLElement | null) => void) | undefined
}

/** Rows of 2 rem in an element that scrolls, below a head of 2 rem that stays. */
export function useVirtualRows(scroller: RefObject<HTMLElement | null>, count: number): VirtualRows {
  const few = count <= ALL_AT_ONCE
  const virtual = useVirtualizer({
    count: few ? 0 : count,
    getScrollElement: () => scroller.current,
    estimateSize: () => 2 * rem(),
    // Before the element is measured, as on the server: a window's worth.
    initialRect: { width: 1000, height: 900 },
    overscan: 12,
    // What is under the sticky head counts as hidden.
    scrollPaddingStart: 40,
  })
  const items = virtual.getVirtualItems()
  return {
    shown: few ? Array.from({ length: count }, (_, index) => index) : items.map(({ index }) => index),
    before: few ? 0 : (items[0]?.start ?? 0),
    after: few ? 0 : virtual.getTotalSize() - (items.at(-1)?.end ?? 0),
    reveal: (index) => {
      if (!few) virtual.scrollToIndex(index)
    },
    measure: few ? undefined : virtual.measureElement,
  }
}

function rem(): number {
  return typeof document === 'undefined' ? 16 : Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
}

/** Focuses what `selector` finds once it is drawn: a row that comes into view is there in the next frames. */
export function focusSoon(selector: string): void {
  const focus = () => document.querySelector<HTMLElement>(selector)?.focus()
  if (document.querySelector(selector)) focus()
  else requestAnimationFrame(() => requestAnimationFrame(focus))
}

export function SpacerRow({ height, columns }: { height: number; columns: number }) {
  if (height <= 0) return null
  return (
    <tr aria-hidden>
      <td colSpan={columns} style={{ height, padding: 0 }} />
    </tr>
  )
}

type SortHeadProps = {
  label: string
  /** Which way the column is sorted now; null when another is. */
  sorted: 'ascending' | 'descending' | null
  /** The way that a press sorts it first. */
  first?: 'ascending' | 'descending'
  onSort: () => void
  className?: string
  numeric?: boolean
  /** What a column of figures counts, in full. */
  title?: string
}

export function SortHead({ label, sorted, first = 'ascending', onSort, className, numeric, title }: SortHeadProps) {
  return (
    <th scope="col" aria-sort={sorted ?? undefined} className={cx(className, numeric && 'text-right')}>
      <button
        type="button"
        title={title}
        onClick={onSort}
        className={cx(
          '-mx-1 inline-flex min-h-8 items-center gap-1 rounded-[4px] px-1 font-semibold text-xs hover:text-ink',
          sorted ? 'text-ink' : 'text-ink-3',
          numeric && 'text-right',
        )}
      >
        {label}
        <span aria-hidden className={cx('text-[0.625rem]', !sorted && 'invisible')}>
          {(sorted ?? first) === 'ascending' ? '▲' : '▼'}
        </span>
      </button>
    </th>
  )
}

export function PlainHead({ label, className }: { label: string; className?: string }) {
  return (
    <th scope="col" className={cx('font-semibold text-ink-3 text-xs', className)}>
      {label}
    </th>
  )
}

/** What a row's link or button gets, so that the whole row is what is pressed. The row is `relative`. */
export const OPENS_ROW =
  'outline-none after:absolute after:inset-0 focus-visible:after:outline-[2.5px] focus-visible:after:-outline-offset-2 focus-visible:after:outline-info focus-visible:after:[outline-style:solid]'
