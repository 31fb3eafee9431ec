'use client'
/** The roster as a dense table. Up to 200 rows are all there; more are drawn as they come into view. */
import { useVirtualizer } from '@tanstack/react-virtual'
import Link from 'next/link'
import { type RefObject, useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { cx } from '../../../../ui/cx.ts'
import type { RosterSort } from '../../rules/attention.ts'
import { attentionOf } from '../../rules/attention.ts'
import type { RosterRow } from './use-roster.ts'
import { type RosterWords, useRosterWords } from './use-roster-words.ts'

const ALL_AT_ONCE = 200

export const athletePath = (athleteId: string) => `/coach/athletes/${athleteId}`
const rowId = (athleteId: string) => `athlete-${athleteId}`

type Props = {
  rows: readonly RosterRow[]
  today: number
  sort: RosterSort
  onSort: (sort: RosterSort) => void
  /** The row that Enter opens and Tab reaches. */
  active: number
  /** Given by the page: moves the focus to a row, drawn or not. */
  focusRow: RefObject<((index: number) => void) | null>
  /** Of somebody who shares no training: there is no page to open. */
  onNotShared: (row: RosterRow) => void
}

export function RosterTable({ rows, today, sort, onSort, active, focusRow, onNotShared }: Props) {
  const t = useTranslations('roster')
  const words = useRosterWords(today)
  const scroller = useRef<HTMLDivElement>(null)
  const few = rows.length <= ALL_AT_ONCE
  const virtual = useVirtualizer({
    count: few ? 0 : rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 2 * rem(),
    overscan: 12,
    // What is under the sticky head counts as hidden.
    scrollPaddingStart: 40,
  })
  useEffect(() => {
    focusRow.current = (index) => {
      const row = rows[index]
      if (!row) return
      if (!few) virtual.scrollToIndex(index)
      const focus = () => document.querySelector<HTMLElement>(`#${rowId(row.athleteId)} :is(a, button)`)?.focus()
      // A row that comes into view is drawn in the next frames.
      if (document.getElementById(rowId(row.athleteId))) focus()
      else requestAnimationFrame(() => requestAnimationFrame(focus))
    }
  }, [rows, few, virtual, focusRow])

  const items = few ? rows.map((_, index) => ({ index })) : virtual.getVirtualItems()
  const before = few ? 0 : (virtual.getVirtualItems()[0]?.start ?? 0)
  const after = few ? 0 : virtual.getTotalSize() - (virtual.getVirtualItems().at(-1)?.end ?? 0)
  const head = (by: RosterSort, label: string, counts?: string) => (
    <HeadCell label={label} by={by} sort={sort} onSort={onSort} counts={counts} />
  )
  return (
    <div ref={scroller} className="min-h-0 flex-1 overflow-auto">
      <table
        aria-label={t('title')}
        aria-rowcount={rows.length + 1}
        className="num w-full min-w-[52rem] table-fixed border-separate border-spacing-0 text-left"
      >
        <thead>
          <tr className="[&>th]:sticky [&>th]:top-0 [&>th]:z-10 [&>th]:border-line [&>th]:border-b [&>th]:bg-surface">
            {head('name', t('name'))}
            {head('attention', t('lastTrained'))}
            {head('last7', t('last7'), t('last7Of'))}
            {head('last28', t('last28'), t('last28Of'))}
            {head('sets7', t('sets7'), t('sets7Of'))}
            <PlainHead label={t('attention')} className="w-[20%] pl-6" />
            <PlainHead label={t('shares')} className="pr-6" />
          </tr>
        </thead>
        <tbody>
          {before > 0 && <Spacer height={before} />}
          {items.map(({ index }) => {
            const row = rows[index]
            return (
              row && (
                <Row
                  key={row.athleteId}
                  row={row}
                  index={index}
                  active={index === active}
                  words={words}
                  today={today}
                  onNotShared={onNotShared}
                />
              )
            )
          })}
          {after > 0 && <Spacer height={after} />}
        </tbody>
      </table>
    </div>
  )
}

function rem(): number {
  return typeof document === 'undefined' ? 16 : Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
}

function Spacer({ height }: { height: number }) {
  return (
    <tr aria-hidden>
      <td colSpan={7} style={{ height, padding: 0 }} />
    </tr>
  )
}

const WIDTH: Record<RosterSort, string> = {
  name: 'w-[20%] pl-6',
  attention: 'w-[12%]',
  last7: 'w-[9%]',
  last28: 'w-[9%]',
  sets7: 'w-[8%]',
}

function HeadCell(props: {
  label: string
  by: RosterSort
  sort: RosterSort
  onSort: (sort: RosterSort) => void
  /** Of a column of figures: what they count, in full. */
  counts: string | undefined
}) {
  const { label, by, sort, onSort, counts } = props
  const numeric = counts !== undefined
  const on = by === sort
  // Names from A, the longest silence first, the most days and sets first.
  const direction = by === 'name' || by === 'attention' ? 'ascending' : 'descending'
  return (
    <th scope="col" aria-sort={on ? direction : undefined} className={cx(WIDTH[by], numeric && 'text-right')}>
      <button
        type="button"
        title={counts}
        onClick={() => onSort(by)}
        className={cx(
          '-mx-1 inline-flex min-h-8 items-center gap-1 rounded-[4px] px-1 font-semibold text-xs hover:text-ink',
          on ? 'text-ink' : 'text-ink-3',
          numeric && 'text-right',
        )}
      >
        {label}
        <span aria-hidden className={cx('text-[0.625rem]', !on && 'invisible')}>
          {direction === 'ascending' ? '▲' : '▼'}
        </span>
      </button>
    </th>
  )
}

function PlainHead({ label, className }: { label: string; className: string }) {
  return (
    <th scope="col" className={cx('font-semibold text-ink-3 text-xs', className)}>
      {label}
    </th>
  )
}

/** The whole row is what is pressed. */
const OPENS =
  'outline-none after:absolute after:inset-0 focus-visible:after:outline-[2.5px] focus-visible:after:-outline-offset-2 focus-visible:after:outline-info focus-visible:after:[outline-style:solid]'

type RowProps = Pick<Props, 'today' | 'onNotShared'> & {
  row: RosterRow
  index: number
  active: boolean
  words: RosterWords
}

function Row({ row, index, active, words, today, onNotShared }: RowProps) {
  const { figures } = row
  const asks = figures && attentionOf(figures, today)
  const silent = asks?.kind === 'gone' || asks?.kind === 'quiet'
  return (
    <tr
      id={rowId(row.athleteId)}
      aria-rowindex={index + 2}
      className={cx(
        'relative h-8 hover:bg-bg has-focus-visible:bg-info-soft [&>*]:border-line [&>*]:border-b',
        active && 'bg-bg',
      )}
    >
      <th scope="row" className="truncate pr-4 pl-6 font-medium">
        {figures ? (
          <Link href={athletePath(row.athleteId)} prefetch={false} tabIndex={active ? 0 : -1} className={OPENS}>
            {row.name}
          </Link>
        ) : (
          <button
            type="button"
            tabIndex={active ? 0 : -1}
            className={cx(OPENS, 'font-medium')}
            onClick={() => onNotShared(row)}
          >
            {row.name}
          </button>
        )}
      </th>
      <td className={cx('truncate', silent ? 'font-medium text-warn' : figures?.lastDay == null && 'text-ink-3')}>
        {words.lastTrained(figures)}
      </td>
      <Figure value={figures?.last7} />
      <Figure value={figures?.last28} />
      <Figure value={figures?.sets7} />
      <td className="truncate pl-6 text-ink-2">{words.attention(figures)}</td>
      <td className="truncate pr-6 text-ink-2">{words.shares(row)}</td>
    </tr>
  )
}

function Figure({ value }: { value: number | undefined }) {
  return <td className={cx('pr-4 text-right', !value && 'text-ink-3')}>{value ?? '–'}</td>
}
