'use client'
/** How strong, and which way it goes: the chosen lifts as lines, or as a table to read out and copy. */
import { useMemo, useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { addMonths, civilOf, dayFromCivil, isoDate } from '../../../../shared/local-day.ts'
import { type LoadUnit, loadIn } from '../../../../shared/units.ts'
import { copyText, tsvOf } from '../../../../ui/portal-csv.ts'
import { PartHead, TextButton } from '../../../../ui/portal-parts.tsx'
import { showDay } from '../../../../ui/show-day.ts'
import { showToast } from '../../../../ui/toast.tsx'
import { trendOf, weeklyBests } from '../../rules/strength-lines.ts'
import { LiftChooser } from './lift-chooser.tsx'
import { StrengthChart, type StrengthLine } from './strength-chart.tsx'
import type { AthletePage } from './use-athlete.ts'

const GRAMS: Record<LoadUnit, number> = { kg: 1000, lb: 453.59237 }
const WEEKS = 26

type Props = { page: AthletePage; onChoose: (lifts: string[]) => void }

export function StrengthPanel({ page, onChoose }: Props) {
  const t = useTranslations('athletePage')
  const locale = useLocale()
  const [asTable, setAsTable] = useState(false)
  const { athlete, chosen, lifts, e1rm, fromDay, today } = page
  const unit = athlete.loadUnit
  const lines = useMemo<StrengthLine[]>(
    () =>
      chosen.map((exerciseId, index) => {
        const points = weeklyBests(
          e1rm.filter((point) => point.exerciseId === exerciseId),
          athlete.weekStart,
        )
        const name = lifts.find((lift) => lift.exerciseId === exerciseId)?.name ?? exerciseId
        return { exerciseId, name, colour: index + 1, points, trend: trendOf(points) }
      }),
    [chosen, e1rm, lifts, athlete.weekStart],
  )
  const round = (grams: number) => Math.round(loadIn(grams, unit) * 10) / 10
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 })
  const showValue = (grams: number) => whole.format(loadIn(grams, unit))
  const trendWords = ({ trend }: StrengthLine) =>
    trend ? t(`trend.${trend.direction}`, { percent: trend.percent }) : t('trend.none')
  const drawn = lines.filter(({ points }) => points.length > 0)
  const label = drawn
    .map((line) => `${line.name} ${showValue(line.points.at(-1)?.e1rmG ?? 0)} ${unit}, ${trendWords(line)}`)
    .join('; ')

  async function copy() {
    const weeks = weeksOf(drawn)
    const text = tsvOf([
      [t('week'), ...drawn.map((line) => `${line.name} (${unit})`)],
      ...weeks.map((week) => [isoDate(week), ...drawn.map((line) => figureOf(line, week, round))]),
    ])
    const done = await copyText(text)
    showToast(done ? { text: t('copied'), tone: 'good' } : { text: t('notCopied'), tone: 'bad' })
  }

  return (
    <section aria-label={t('strength')}>
      <PartHead title={t('strength')} detail={t('strengthDetail', { unit, weeks: WEEKS })}>
        {drawn.length > 0 && (
          <>
            <TextButton pressed={asTable} onClick={() => setAsTable(!asTable)}>
              {asTable ? t('asChart') : t('asTable')}
            </TextButton>
            {asTable && <TextButton onClick={() => void copy()}>{t('copy')}</TextButton>}
          </>
        )}
        <span className="flex-1" />
        {lifts.length > 0 && <LiftChooser lifts={lifts} chosen={chosen} onChoose={onChoose} />}
      </PartHead>
      {drawn.length === 0 ? (
        <p className="py-8 text-ink-2">{t('noStrength')}</p>
      ) : (
        <>
          <ul className="num mb-1 flex flex-wrap gap-x-4 gap-y-0.5">
            {drawn.map((line) => (
              <li key={line.exerciseId} className="font-semibold" style={{ color: `var(--c${line.colour})` }}>
                {line.name} {showValue(line.points.at(-1)?.e1rmG ?? 0)}{' '}
                <span className="font-normal text-ink-3 text-xs">{trendWords(line)}</span>
              </li>
            ))}
          </ul>
          {asTable ? (
            <StrengthTable lines={drawn} round={round} locale={locale} unit={unit} />
          ) : (
            <StrengthChart
              label={label}
              lines={drawn}
              fromDay={fromDay}
              today={today}
              months={monthsBetween(fromDay, today).map((day) => ({ day, label: showDay(day, 'monthShort', locale) }))}
              showValue={showValue}
              showWeek={(day) => t('weekOf', { day: showDay(day, 'short', locale) })}
              unitG={GRAMS[unit]}
            />
          )}
        </>
      )}
    </section>
  )
}

function StrengthTable(props: {
  lines: readonly StrengthLine[]
  round: (grams: number) => number
  locale: string
  unit: string
}) {
  const { lines, round, locale, unit } = props
  const t = useTranslations('athletePage')
  const number = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 })
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="max-h-[248px] overflow-auto" tabIndex={0} aria-label={t('strengthTable')}>
      <table className="num w-full text-left">
        <thead>
          <tr className="[&>th]:sticky [&>th]:top-0 [&>th]:bg-surface [&>th]:py-1 [&>th]:pr-4 [&>th]:font-semibold [&>th]:text-ink-3 [&>th]:text-xs">
            <th scope="col">{t('week')}</th>
            {lines.map((line) => (
              <th key={line.exerciseId} scope="col" className="text-right">
                {line.name} ({unit})
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(lines).map((week) => (
            <tr key={week} className="[&>*]:border-line [&>*]:border-t [&>*]:py-1 [&>*]:pr-4">
              <th scope="row" className="font-normal">
                {showDay(week, 'short', locale)}
              </th>
              {lines.map((line) => {
                const value = figureOf(line, week, round)
                return (
                  <td key={line.exerciseId} className="text-right">
                    {value === null ? '–' : number.format(value)}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** Newest first. */
function weeksOf(lines: readonly StrengthLine[]): number[] {
  const weeks = new Set(lines.flatMap(({ points }) => points.map(({ weekStartOn }) => weekStartOn)))
  return [...weeks].sort((a, b) => b - a)
}

function figureOf(line: StrengthLine, week: number, round: (grams: number) => number): number | null {
  const point = line.points.find(({ weekStartOn }) => weekStartOn === week)
  return point ? round(point.e1rmG) : null
}

/** First days of the months that begin inside. */
function monthsBetween(from: number, to: number): number[] {
  const { year, month } = civilOf(from)
  const days: number[] = []
  for (let day = dayFromCivil(year, month + 1, 1); day <= to; day = addMonths(day, 1)) days.push(day)
  return days
}
