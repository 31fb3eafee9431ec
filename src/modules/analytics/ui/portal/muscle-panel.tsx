'use client'
/** Hard sets a muscle group got this week beside its usual week, and twelve weeks as a table. */
import { useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { isoDate } from '../../../../shared/local-day.ts'
import { cx } from '../../../../ui/cx.ts'
import { copyText, tsvOf } from '../../../../ui/portal-csv.ts'
import { PartHead, TextButton } from '../../../../ui/portal-parts.tsx'
import { ScrollFrame } from '../../../../ui/scroll-frame.tsx'
import { showDay } from '../../../../ui/show-day.ts'
import { showToast } from '../../../../ui/toast.tsx'
import type { GroupWeek } from '../../rules/group-weeks.ts'
import { MUSCLE_GROUPS, type MuscleGroup, shownSets, USUAL_RANGE } from '../../rules/muscle-groups.ts'

const BEFORE = 4

export function MusclePanel({ weeks }: { weeks: readonly GroupWeek[] }) {
  const t = useTranslations('athletePage')
  const locale = useLocale()
  const [asTable, setAsTable] = useState(false)
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 })
  const current = weeks.at(-1)
  const groups = MUSCLE_GROUPS.filter((group) => weeks.some((week) => week.groups[group] > 0))
  const before = weeks.slice(-1 - BEFORE, -1)
  const meanOf = (group: MuscleGroup) =>
    shownSets(before.reduce((sum, week) => sum + week.groups[group], 0) / Math.max(1, before.length))

  async function copy() {
    const rows = [...weeks]
      .reverse()
      .map((week) => [isoDate(week.weekStartOn), ...groups.map((g) => week.groups[g] / 100)])
    const done = await copyText(tsvOf([[t('week'), ...groups.map((group) => t(`muscle.${group}`))], ...rows]))
    showToast(done ? { text: t('copied'), tone: 'good' } : { text: t('notCopied'), tone: 'bad' })
  }

  return (
    <section aria-label={t('hardSets')}>
      <PartHead title={t('hardSets')} detail={asTable ? t('lastWeeks', { weeks: weeks.length }) : t('hardSetsDetail')}>
        <span className="ml-auto flex gap-x-2.5">
          {asTable && <TextButton onClick={() => void copy()}>{t('copy')}</TextButton>}
          {groups.length > 0 && (
            <TextButton pressed={asTable} onClick={() => setAsTable(!asTable)}>
              {asTable ? t('thisWeek') : t('lastWeeks', { weeks: weeks.length })}
            </TextButton>
          )}
        </span>
      </PartHead>
      {groups.length === 0 || !current ? (
        <p className="text-ink-2">{t('noHardSets')}</p>
      ) : asTable ? (
        <WeeksTable weeks={weeks} groups={groups} number={number} />
      ) : (
        <>
          <ul className="num">
            {groups.map((group) => (
              <Bar
                key={group}
                group={group}
                value={shownSets(current.groups[group])}
                mean={meanOf(group)}
                top={topOf(weeks, groups)}
                number={number}
              />
            ))}
          </ul>
          <p className="mt-1.5 text-ink-3 text-xs">{t('hardSetsLegend', { weeks: BEFORE })}</p>
        </>
      )}
    </section>
  )
}

/** One scale for all bars: the upper end of a usual range, or the most that was done. */
function topOf(weeks: readonly GroupWeek[], groups: readonly MuscleGroup[]): number {
  const most = Math.max(
    0,
    ...weeks.slice(-1 - BEFORE).flatMap((week) => groups.map((group) => week.groups[group] / 100)),
  )
  return Math.max(22, most * 1.05)
}

function Bar(props: { group: MuscleGroup; value: number; mean: number; top: number; number: Intl.NumberFormat }) {
  const { group, value, mean, top, number } = props
  const t = useTranslations('athletePage')
  const range = USUAL_RANGE[group]
  const low = range !== null && mean > 0 && mean < range[0]
  const share = (sets: number) => `${Math.min(100, (sets / top) * 100)}%`
  return (
    <li className="grid min-h-[1.5625rem] grid-cols-[5.5rem_minmax(0,1fr)_2.25rem_3rem] items-center gap-x-2.5">
      <span className="truncate">{t(`muscle.${group}`)}</span>
      <span aria-hidden className="relative h-[7px] rounded-full bg-pressed">
        <span className="absolute inset-y-0 left-0 rounded-full bg-c2/30" style={{ width: share(mean) }} />
        <span className="absolute inset-y-0 left-0 rounded-full bg-c2" style={{ width: share(value) }} />
        {range?.map((mark) => (
          <span key={mark} className="absolute -inset-y-[3px] w-[1.5px] bg-ink-3" style={{ left: share(mark) }} />
        ))}
      </span>
      <span className="text-right font-medium">{number.format(value)}</span>
      <span className={cx('whitespace-nowrap text-right text-xs', low ? 'font-medium text-warn' : 'text-ink-3')}>
        <span aria-hidden title={t('meanTitle', { weeks: BEFORE })}>
          ⌀ {number.format(mean)}
        </span>
        <span className="sr-only">
          {t('meanSpoken', { mean: number.format(mean), weeks: BEFORE })}
          {low && `, ${t('belowRange')}`}
        </span>
      </span>
    </li>
  )
}

function WeeksTable(props: { weeks: readonly GroupWeek[]; groups: readonly MuscleGroup[]; number: Intl.NumberFormat }) {
  const { weeks, groups, number } = props
  const t = useTranslations('athletePage')
  const locale = useLocale()
  return (
    <ScrollFrame label={t('hardSetsTable')} moreLabel={t('moreColumns')}>
      <table className="num text-right text-xs">
        <thead>
          <tr className="text-ink-3 [&>th]:pb-1 [&>th]:font-semibold">
            <th scope="col" className="sticky left-0 whitespace-nowrap bg-surface pr-3 text-left">
              {t('week')}
            </th>
            {groups.map((group) => (
              <th key={group} scope="col" className="pl-3">
                {t(`muscle.${group}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...weeks].reverse().map((week) => (
            <tr key={week.weekStartOn} className="[&>*]:border-line [&>*]:border-t [&>*]:py-1">
              <th
                scope="row"
                className="sticky left-0 whitespace-nowrap bg-surface pr-3 text-left font-normal text-ink-2"
              >
                {showDay(week.weekStartOn, 'short', locale)}
              </th>
              {groups.map((group) => (
                <td key={group} className={week.groups[group] === 0 ? 'pl-3 text-ink-3' : 'pl-3'}>
                  {number.format(shownSets(week.groups[group]))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollFrame>
  )
}
