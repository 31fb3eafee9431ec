'use client'
/** The roster as a dense table. */
import Link from 'next/link'
import { type RefObject, useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { Avatar } from '../../../../ui/avatar.tsx'
import { cx } from '../../../../ui/cx.ts'
import { focusSoon, OPENS_ROW, PlainHead, SortHead, SpacerRow, useVirtualRows } from '../../../../ui/virtual-rows.tsx'
import type { RosterSort } from '../../rules/attention.ts'
import { attentionOf } from '../../rules/attention.ts'
import type { RosterRow } from './use-roster.ts'
import { type RosterWords, useRosterWords } from './use-roster-words.ts'

const COLUMNS = 7

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
  /** Addresses of pictures by person. */
  photos: ReadonlyMap<string, string>
}

export function RosterTable({ rows, today, sort, onSort, active, focusRow, onNotShared, photos }: Props) {
  const t = useTranslations('roster')
  const words = useRosterWords(today)
  const scroller = useRef<HTMLDivElement>(null)
  const { shown, before, after, reveal } = useVirtualRows(scroller, rows.length)
  useEffect(() => {
    focusRow.current = (index) => {
      const row = rows[index]
      if (!row) return
      reveal(index)
      focusSoon(`#${rowId(row.athleteId)} :is(a, button)`)
    }
  }, [rows, reveal, focusRow])

  const head = (by: RosterSort, label: string, counts?: string) => {
    // Names from A, the longest silence first, the most days and sets first.
    const direction = by === 'name' || by === 'attention' ? 'ascending' : 'descending'
    return (
      <SortHead
        label={label}
        sorted={by === sort ? direction : null}
        first={direction}
        onSort={() => onSort(by)}
        className={WIDTH[by]}
        numeric={counts !== undefined}
        title={counts}
      />
    )
  }
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
          <SpacerRow height={before} columns={COLUMNS} />
          {shown.map((index) => {
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
                  photo={photos.get(row.athleteId)}
                />
              )
            )
          })}
          <SpacerRow height={after} columns={COLUMNS} />
        </tbody>
      </table>
    </div>
  )
}

const WIDTH: Record<RosterSort, string> = {
  name: 'w-[20%] pl-6',
  attention: 'w-[12%]',
  last7: 'w-[9%]',
  last28: 'w-[9%]',
  sets7: 'w-[8%]',
}

type RowProps = Pick<Props, 'today' | 'onNotShared'> & {
  row: RosterRow
  index: number
  active: boolean
  words: RosterWords
  photo: string | undefined
}

function Row({ row, index, active, words, today, onNotShared, photo }: RowProps) {
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
      <th scope="row" className="pr-4 pl-6 font-medium">
        <span className="flex min-w-0 items-center gap-2">
          <Avatar name={row.name} url={photo} className="size-[1.375rem] text-[0.5625rem]" />
          {figures ? (
            <Link
              href={athletePath(row.athleteId)}
              prefetch={false}
              tabIndex={active ? 0 : -1}
              className={cx(OPENS_ROW, 'truncate')}
            >
              {row.name}
            </Link>
          ) : (
            <button
              type="button"
              tabIndex={active ? 0 : -1}
              className={cx(OPENS_ROW, 'truncate font-medium')}
              onClick={() => onNotShared(row)}
            >
              {row.name}
            </button>
          )}
        </span>
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
