import { Check, Minus, Pause, Shield } from 'lucide-react'
import { useLocale, useTranslations } from 'use-intl'
import { Figure } from '../../../../ui/section.tsx'
import { showDay } from '../../../../ui/show-day.ts'
import type { Streak, WeekState } from '../../rules/streak.ts'

const WEEKS = 12
const MARKS = {
  met: { Icon: Check, look: 'bg-good-soft text-good-num' },
  missed: { Icon: Minus, look: 'edge text-ink-2' },
  frozen: { Icon: Pause, look: 'edge text-ink' },
  forgiven: { Icon: Shield, look: 'edge text-ink' },
  running: { Icon: null, look: 'edge-accent text-ink' },
} as const satisfies Record<WeekState, object>

/** The weeks in a row that met the goal, what this one still wants, and what became of each of the last twelve. */
export function StreakCard({ streak }: { streak: Streak }) {
  const t = useTranslations('progress')
  const locale = useLocale()
  const { thisWeek, weeks, longest } = streak
  const left = thisWeek.goal - thisWeek.done
  const isFrozen = streak.history.at(-1)?.state === 'frozen'
  return (
    <section aria-label={t('streak.label')}>
      <div className="flex flex-wrap gap-x-10 gap-y-3">
        <Figure value={t('streak.ofGoal', { done: thisWeek.done, goal: thisWeek.goal })} label={t('streak.thisWeek')} />
        <Figure value={weeks} unit={t('streak.weeks', { n: weeks })} label={t('streak.running')} />
        {longest > weeks && (
          <Figure value={longest} unit={t('streak.weeks', { n: longest })} label={t('streak.longest')} />
        )}
      </div>
      <ol aria-label={t('streak.each')} className="mt-3 flex flex-wrap gap-1.5">
        {streak.history.slice(-WEEKS).map(({ weekStartOn, done, goal, state }) => {
          const { Icon, look } = MARKS[state]
          const text = t(`streak.state.${state}`, { day: showDay(weekStartOn, 'short', locale), done, goal })
          return (
            <li key={weekStartOn} title={text} className={`grid size-6 place-items-center rounded-[7px] ${look}`}>
              <span className="sr-only">{text}</span>
              {Icon ? (
                <Icon size={15} strokeWidth={2.6} aria-hidden />
              ) : (
                <span aria-hidden className="num text-sm">
                  {done}
                </span>
              )}
            </li>
          )
        })}
      </ol>
      <p className="mt-2 text-ink-2 text-sm">
        {thisWeek.isMet ? t('streak.met') : isFrozen ? t('streak.frozen') : t('streak.left', { n: left })}
      </p>
    </section>
  )
}
