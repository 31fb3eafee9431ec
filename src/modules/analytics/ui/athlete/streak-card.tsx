import { useTranslations } from 'use-intl'
import { Figure } from '../../../../ui/section.tsx'
import type { Streak } from '../../rules/streak.ts'

/** The weeks in a row that met the goal, and what this one still wants. */
export function StreakCard({ streak }: { streak: Streak }) {
  const t = useTranslations('progress')
  const { thisWeek, weeks, longest } = streak
  const left = thisWeek.goal - thisWeek.done
  return (
    <section aria-label={t('streak.label')}>
      <div className="flex flex-wrap gap-x-10 gap-y-3">
        <Figure value={t('streak.ofGoal', { done: thisWeek.done, goal: thisWeek.goal })} label={t('streak.thisWeek')} />
        <Figure value={weeks} unit={t('streak.weeks', { n: weeks })} label={t('streak.running')} />
        {longest > weeks && (
          <Figure value={longest} unit={t('streak.weeks', { n: longest })} label={t('streak.longest')} />
        )}
      </div>
      <p className="mt-2 text-ink-2 text-sm">{thisWeek.isMet ? t('streak.met') : t('streak.left', { n: left })}</p>
    </section>
  )
}
