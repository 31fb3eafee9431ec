'use client'
/** What would come in: rows that ask for a look first, each with its line, what is wrong and what is done with it. */
import { useMemo, useRef, useState } from 'react'
import { useFormatter, useLocale, useTranslations } from 'use-intl'
import { cx } from '../../../../ui/cx.ts'
import { showDay } from '../../../../ui/show-day.ts'
import { PlainHead, SpacerRow, useVirtualRows, type VirtualRows } from '../../../../ui/virtual-rows.tsx'
import { DECISIONS, type Decision, decisionOf, type Match, type MatchedRow } from '../../rules/import/matches.ts'
import { Choice } from './gym-fields.tsx'
import type { MemberImport } from './use-member-import.ts'

const SHOWS = ['look', 'known', 'twin', 'troubled', 'out', 'all'] as const
type Shows = (typeof SHOWS)[number]

const isShown: Record<Shows, (row: MatchedRow) => boolean> = {
  look: (row) => row.match !== null || row.troubles.length > 0,
  known: (row) => row.match !== null && row.match.by !== 'twin',
  twin: (row) => row.match?.by === 'twin',
  troubled: (row) => row.troubles.length > 0 && !row.isOut,
  out: (row) => row.isOut,
  all: () => true,
}
const COLUMNS = 7

export function ImportPreview({ current }: { current: MemberImport }) {
  const t = useTranslations('gym')
  const format = useFormatter()
  const { rows, choices, chooseAll } = current
  const [wanted, setShows] = useState<Shows>('look')
  const counts = useMemo(
    () =>
      Object.fromEntries(SHOWS.map((shows) => [shows, rows.filter(isShown[shows]).length])) as Record<Shows, number>,
    [rows],
  )
  // Nothing asks for a look: then there is the whole file to see.
  const shows = wanted === 'look' && counts.look === 0 ? 'all' : wanted
  const shown = useMemo(() => rows.filter(isShown[shows]), [rows, shows])
  const kinds = (['email', 'name', 'twin'] as const).filter((by) => rows.some(({ match }) => match?.by === by))
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-5 gap-y-2 border-line border-b px-6 py-1.5">
        <fieldset className="flex min-w-0 flex-wrap gap-1">
          <legend className="sr-only">{t('import.show')}</legend>
          {SHOWS.map((one) => (
            <button
              key={one}
              type="button"
              aria-pressed={shows === one}
              onClick={() => setShows(one)}
              className={cx(
                'inline-flex min-h-8 items-center gap-1.5 rounded-1 px-2.5',
                shows === one ? 'bg-pressed font-semibold text-ink' : 'text-ink-2 hover:bg-bg',
              )}
            >
              {t(`import.shows.${one}`)}
              <span className="num text-ink-3 text-xs">{format.number(counts[one])}</span>
            </button>
          ))}
        </fieldset>
        {kinds.map((by) => (
          <Choice
            key={by}
            label={t(`import.allOf.${by}`)}
            value={choices.all[by] ?? 'each'}
            onChange={(value) => chooseAll(by, value === 'each' ? null : value)}
            options={[
              { value: 'each', label: t('import.asSuggested') },
              ...decisionsFor(by).map((one) => ({ value: one, label: t(`import.decision.${one}`) })),
            ]}
          />
        ))}
      </div>
      <Rows rows={shown} current={current} />
    </>
  )
}

const decisionsFor = (by: Match['by'] | null): readonly Decision[] =>
  by === 'twin' || by === null ? DECISIONS.filter((one) => one !== 'update') : DECISIONS

function Rows({ rows, current }: { rows: readonly MatchedRow[]; current: MemberImport }) {
  const t = useTranslations('gym')
  const scroller = useRef<HTMLDivElement>(null)
  const { shown, before, after, measure } = useVirtualRows(scroller, rows.length)
  if (rows.length === 0) return <p className="px-6 py-5 text-ink-2">{t('import.none')}</p>
  return (
    <div ref={scroller} className="min-h-0 flex-1 overflow-auto">
      <table
        aria-label={t('import.rows')}
        aria-rowcount={rows.length + 1}
        className="num w-full min-w-[60rem] table-fixed border-separate border-spacing-0 text-left"
      >
        <thead>
          <tr className="[&>th]:sticky [&>th]:top-0 [&>th]:z-10 [&>th]:h-8 [&>th]:border-line [&>th]:border-b [&>th]:bg-surface">
            <PlainHead label={t('import.line')} className="w-20 pl-6" />
            <PlainHead label={t('roster.name')} className="w-[18%]" />
            <PlainHead label={t('roster.email')} className="w-[18%]" />
            <PlainHead label={t('add.phone')} className="w-[11%]" />
            <PlainHead label={t('roster.since')} className="w-28" />
            <PlainHead label={t('import.found')} />
            <PlainHead label={t('import.what')} className="w-36 pr-6" />
          </tr>
        </thead>
        <tbody>
          <SpacerRow height={before} columns={COLUMNS} />
          {shown.map((index) => {
            const row = rows[index]
            return row && <Row key={row.line} row={row} index={index} current={current} measure={measure} />
          })}
          <SpacerRow height={after} columns={COLUMNS} />
        </tbody>
      </table>
    </div>
  )
}

type RowProps = { row: MatchedRow; index: number; current: MemberImport; measure: VirtualRows['measure'] }

function Row({ row, index, current, measure }: RowProps) {
  const t = useTranslations('gym')
  const locale = useLocale()
  const wordsOf = useMatchWords()
  const decision = decisionOf(row, current.choices)
  const { match } = row
  const found = [
    ...row.troubles.map((trouble) => t(`import.trouble.${trouble.key}`, { was: 'was' in trouble ? trouble.was : '' })),
    ...(match ? [wordsOf(match)] : []),
    ...(row.isEnded && decision === 'add' ? [t('import.comesEnded')] : []),
  ].join(' ')
  return (
    <tr
      ref={measure}
      data-index={index}
      aria-rowindex={index + 2}
      className={cx('h-8 [&>*]:border-line [&>*]:border-b', decision === 'skip' && 'text-ink-3')}
    >
      <td className="pl-6 text-ink-3">{row.line}</td>
      <th scope="row" className="truncate pr-3 font-medium" title={row.name}>
        {row.name || '–'}
      </th>
      <td className="truncate pr-3" title={row.email ?? undefined}>
        {row.email ?? '–'}
      </td>
      <td className="truncate pr-3">{row.phone ?? '–'}</td>
      <td className="truncate pr-3">{row.startedOn === null ? '–' : showDay(row.startedOn, 'year', locale)}</td>
      <td className={cx('break-words py-1 pr-3', row.troubles.length > 0 ? 'text-warn' : 'text-ink-2')}>{found}</td>
      <td className="pr-6">
        {row.isOut ? (
          t('import.decision.skip')
        ) : (
          <Choice
            hideLabel
            label={t('import.whatWith', { line: row.line })}
            value={decision}
            onChange={(value) => current.chooseLine(row.line, value)}
            options={decisionsFor(match?.by ?? null).map((one) => ({ value: one, label: t(`import.decision.${one}`) }))}
            className="w-full [&>select]:h-7 [&>select]:w-full"
          />
        )}
      </td>
    </tr>
  )
}

function useMatchWords(): (match: Match) => string {
  const t = useTranslations('gym')
  return (match) => {
    if (match.by === 'twin') return t('import.match.twin', { line: match.line })
    const { name, number, email } = match
    if (match.by === 'email') return t('import.match.email', { name, number })
    return t('import.match.name', { number, email: email ?? t('import.match.noEmail') })
  }
}
