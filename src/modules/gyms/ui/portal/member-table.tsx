'use client'
/** The roster as a dense table: one row a person, chosen with a box or by `x`. */
import { type RefObject, useEffect, useMemo, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { Avatar } from '../../../../ui/avatar.tsx'
import { cx } from '../../../../ui/cx.ts'
import { focusSoon, OPENS_ROW, PlainHead, SortHead, SpacerRow, useVirtualRows } from '../../../../ui/virtual-rows.tsx'
import type { RosterSort } from '../../model.ts'
import type { RosterRow } from '../../rules/roster.ts'
import { partsInView, useMemberPhotos } from './use-member-photos.ts'
import type { MemberWords } from './use-member-words.ts'

const rowId = (memberId: string) => `member-${memberId}`

type Props = {
  gymId: string
  rows: readonly RosterRow[]
  words: MemberWords
  /** How coaches and locations are called. */
  names: ReadonlyMap<string, string>
  sort: RosterSort
  down: boolean
  onSort: (sort: RosterSort) => void
  /** The row that Enter opens and Tab reaches. */
  active: number
  /** Whose details are open. */
  openId: string | null
  chosen: ReadonlySet<string>
  /** `until` goes on from the one that was chosen before. */
  onChoose: (index: number, until: boolean) => void
  onChooseAll: () => void
  onOpen: (index: number) => void
  /** Given by the page: moves the focus to a row, drawn or not. */
  focusRow: RefObject<((index: number) => void) | null>
  /** This reader may see addresses. */
  hasAddresses: boolean
  hasLocations: boolean
}

export function MemberTable(props: Props) {
  const { rows, words, names, sort, down, onSort, active, chosen, focusRow, hasAddresses, hasLocations } = props
  const t = useTranslations('gym')
  const scroller = useRef<HTMLDivElement>(null)
  const { shown, before, after, reveal } = useVirtualRows(scroller, rows.length)
  const [first, last] = [shown[0] ?? 0, shown.at(-1) ?? -1]
  const photos = useMemberPhotos(
    props.gymId,
    useMemo(() => partsInView(rows, first, last), [rows, first, last]),
  )
  useEffect(() => {
    focusRow.current = (index) => {
      const row = rows[index]
      if (!row) return
      reveal(index)
      focusSoon(`#${rowId(row.id)} th button`)
    }
  }, [rows, reveal, focusRow])

  const head = (by: RosterSort, label: string, className: string) => (
    <SortHead
      label={label}
      sorted={by === sort ? (down ? 'descending' : 'ascending') : null}
      onSort={() => onSort(by)}
      className={className}
    />
  )
  const all = rows.length > 0 && rows.every(({ id }) => chosen.has(id))
  const columns = 7 + (hasAddresses ? 1 : 0) + (hasLocations ? 1 : 0)
  return (
    <div ref={scroller} className="min-h-0 flex-1 overflow-auto">
      <table
        aria-label={t('roster.title')}
        aria-rowcount={rows.length + 1}
        className="num w-full min-w-[54rem] table-fixed border-separate border-spacing-0 text-left"
      >
        <thead>
          <tr className="[&>th]:sticky [&>th]:top-0 [&>th]:z-10 [&>th]:border-line [&>th]:border-b [&>th]:bg-surface">
            <th scope="col" className="w-12 pl-6">
              <input
                type="checkbox"
                aria-label={t('roster.chooseAll')}
                checked={all}
                onChange={props.onChooseAll}
                className="size-4 align-middle accent-(--accent-line)"
              />
            </th>
            {head('name', t('roster.name'), 'w-[19%]')}
            {head('number', t('roster.number'), 'w-[4.5rem]')}
            <PlainHead label={t('roster.status')} className="w-[15%]" />
            {head('seen', t('roster.seen'), 'w-[7.5rem]')}
            {head('coach', t('roster.coach'), 'w-[13%]')}
            {hasLocations && head('location', t('roster.location'), 'w-[11%]')}
            {head('since', t('roster.since'), 'w-[7rem]')}
            {hasAddresses && <PlainHead label={t('roster.email')} className="pr-6" />}
          </tr>
        </thead>
        <tbody>
          <SpacerRow height={before} columns={columns} />
          {shown.map((index) => {
            const row = rows[index]
            return (
              row && (
                <Row
                  key={row.id}
                  row={row}
                  index={index}
                  photo={photos.get(row.id)}
                  words={words}
                  names={names}
                  isActive={index === active}
                  isOpen={row.id === props.openId}
                  isChosen={chosen.has(row.id)}
                  onChoose={props.onChoose}
                  onOpen={props.onOpen}
                  hasAddresses={hasAddresses}
                  hasLocations={hasLocations}
                />
              )
            )
          })}
          <SpacerRow height={after} columns={columns} />
        </tbody>
      </table>
    </div>
  )
}

type RowProps = Pick<Props, 'words' | 'names' | 'onChoose' | 'onOpen' | 'hasAddresses' | 'hasLocations'> & {
  row: RosterRow
  index: number
  photo: string | undefined
  isActive: boolean
  isOpen: boolean
  isChosen: boolean
}

function Row({ row, index, photo, words, names, isActive, isOpen, isChosen, onChoose, onOpen, ...has }: RowProps) {
  const t = useTranslations('gym')
  const name = words.name(row)
  const status = words.status(row)
  const called = (id: string | null) => (id === null ? '–' : (names.get(id) ?? t('former')))
  return (
    <tr
      id={rowId(row.id)}
      aria-rowindex={index + 2}
      className={cx(
        'relative h-8 hover:bg-bg has-focus-visible:bg-info-soft [&>*]:border-line [&>*]:border-b',
        isChosen ? 'bg-accent-soft hover:bg-accent-soft' : (isActive || isOpen) && 'bg-bg',
      )}
    >
      <td className="pl-6">
        <input
          type="checkbox"
          tabIndex={isActive ? 0 : -1}
          aria-label={t('roster.choose', { name })}
          checked={isChosen}
          onChange={(event) => onChoose(index, (event.nativeEvent as MouseEvent).shiftKey === true)}
          className="relative z-1 size-4 align-middle accent-(--accent-line)"
        />
      </td>
      <th scope="row" className="pr-4 font-medium">
        <span className="flex min-w-0 items-center gap-2">
          <Avatar name={row.name} url={photo} className="size-[1.375rem] text-[0.5625rem]" />
          <button
            type="button"
            tabIndex={isActive ? 0 : -1}
            aria-expanded={isOpen}
            className={cx(OPENS_ROW, 'truncate font-medium', !row.name && 'text-ink-2')}
            onClick={() => onOpen(index)}
          >
            {name}
          </button>
        </span>
      </th>
      <td className="text-ink-2">{row.number}</td>
      <td className={cx('truncate pr-3', STATUS[status.kind])}>{status.text}</td>
      <td className={cx('truncate pr-3', row.lastSeenAt === null && 'text-ink-3')}>{words.seen(row.lastSeenAt)}</td>
      <td className={cx('truncate pr-3', row.coachId === null ? 'text-ink-3' : 'text-ink-2')}>{called(row.coachId)}</td>
      {has.hasLocations && (
        <td className={cx('truncate pr-3', row.locationId === null ? 'text-ink-3' : 'text-ink-2')}>
          {called(row.locationId)}
        </td>
      )}
      <td className="truncate pr-3 text-ink-2">{words.day(row.startedAt)}</td>
      {has.hasAddresses && <td className="truncate pr-6 text-ink-2">{row.email ?? '–'}</td>}
    </tr>
  )
}

const STATUS = {
  ended: 'text-ink-3',
  invited: 'text-info',
  absent: 'font-medium text-warn',
  new: 'text-good',
  never: 'text-ink-2',
  active: 'text-ink-2',
} as const
