import { useLocale, useTranslations } from 'use-intl'
import { Link } from 'wouter'
import { civilOf } from '../../../../shared/local-day.ts'
import { cx } from '../../../../ui/cx.ts'
import { showDay } from '../../../../ui/show-day.ts'

type Props = {
  /** The first day of the week. */
  from: number
  today: number
  /** Where a day with a workout leads. */
  hrefOf: (day: number) => string | null
}

/** The week at a glance: green is trained, the ring is today. */
export function WeekStrip({ from, today, hrefOf }: Props) {
  const t = useTranslations('day')
  const locale = useLocale()
  return (
    <ol aria-label={t('week')} className="grid grid-cols-7 gap-1.5">
      {Array.from({ length: 7 }, (_, i) => from + i).map((day) => {
        const href = hrefOf(day)
        const name = showDay(day, 'full', locale)
        const cell = (
          <span
            className={cx(
              'num grid min-h-12 w-full max-w-13 place-items-center rounded-2 font-semibold text-[1rem]',
              href ? 'bg-good-soft text-good-num' : day === today ? 'text-ink' : 'text-ink-2',
              day === today ? 'edge-accent' : !href && 'shadow-[inset_0_0_0_1px_var(--line-strong)]',
            )}
          >
            {civilOf(day).day}
          </span>
        )
        return (
          <li key={day} className="min-w-0" aria-current={day === today ? 'date' : undefined}>
            <span aria-hidden className="caps mb-1.5 block truncate text-center">
              {showDay(day, 'shortWeekday', locale).slice(0, 2)}
            </span>
            {href ? (
              <Link href={href} aria-label={t('trained', { day: name })} className="grid place-items-center rounded-2">
                {cell}
              </Link>
            ) : (
              <span className="grid place-items-center">
                <span className="sr-only">{t(day > today ? 'ahead' : 'rested', { day: name })}</span>
                <span aria-hidden className="grid w-full place-items-center">
                  {cell}
                </span>
              </span>
            )}
          </li>
        )
      })}
    </ol>
  )
}
