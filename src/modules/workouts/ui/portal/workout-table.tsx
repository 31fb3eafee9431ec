'use client'
/** Workouts set by set, as a coach reads them: the day, the session, each lift and what was done. */
import { useMemo } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { cx } from '../../../../ui/cx.ts'
import { Chip } from '../../../../ui/portal-parts.tsx'
import { showDayNear } from '../../../../ui/show-day.ts'
import { countedOf, type Measure } from '../../../exercises/model.ts'
import type { LoggedSet, WholeWorkout } from '../../model.ts'
import { isChained } from '../../rules/set-kinds.ts'
import { isWorkSet } from '../../rules/volume.ts'
import { type SetHabits, setText, shownSets } from './set-text.ts'

type Props = {
  workouts: readonly WholeWorkout[]
  exercises: Readonly<Record<string, { name: string; measure: Measure }>>
  /** The record a set broke, in words. */
  markOf: (setId: string) => string | null
  habits: Omit<SetHabits, 'locale' | 'words'>
  today: number
}

export function WorkoutTable({ workouts, exercises, markOf, habits, today }: Props) {
  const t = useTranslations('athletePage')
  const locale = useLocale()
  const full = useMemo<SetHabits>(
    () => ({ ...habits, locale, words: { bodyweight: t('bodyweightShort'), rir: t('rirShort') } }),
    [habits, locale, t],
  )
  return (
    <table className="num w-full text-left [&_td]:border-line [&_td]:align-top">
      <caption className="sr-only">{t('sessionsCaption', { unit: habits.loadUnit })}</caption>
      <thead>
        <tr className="text-ink-3 text-xs [&>th]:border-line [&>th]:border-b [&>th]:py-1.5 [&>th]:pr-3 [&>th]:font-semibold">
          <th scope="col" className="w-[13%] min-w-24">
            {t('day')}
          </th>
          <th scope="col" className="w-[19%]">
            {t('session')}
          </th>
          <th scope="col" className="w-[23%]">
            {t('lift')}
          </th>
          <th scope="col">{t('done')}</th>
        </tr>
      </thead>
      {workouts.map((whole) => (
        <Session
          key={whole.workout.id}
          whole={whole}
          exercises={exercises}
          markOf={markOf}
          habits={full}
          today={today}
        />
      ))}
    </table>
  )
}

function Session(props: Omit<Props, 'workouts' | 'habits'> & { whole: WholeWorkout; habits: SetHabits }) {
  const { whole, exercises, markOf, habits, today } = props
  const t = useTranslations('athletePage')
  const { workout } = whole
  const open = workout.state === 'open'
  const entries = whole.entries
    .map(({ entry, sets }) => ({ entry, sets: shownSets(sets, open) }))
    .filter(({ sets, entry }) => sets.length > 0 || entry.notes !== '')
  const lines = Math.max(1, entries.length)
  const sets = whole.entries.reduce((sum, entry) => sum + entry.sets.filter(isWorkSet).length, 0)
  const facts = [
    workout.activeMs === null ? null : t('minutes', { minutes: Math.round(workout.activeMs / 60_000) }),
    t('sets', { count: sets }),
  ].filter(Boolean)
  return (
    <tbody className="[&>tr:first-child>*]:pt-2 [&>tr:last-child>*]:pb-2 [&>tr>*]:pr-3">
      {entries.map(({ entry, sets }, index) => (
        <tr key={entry.id} className={cx(index === lines - 1 && '[&>td]:border-b')}>
          {index === 0 && <Head whole={whole} facts={facts.join(', ')} lines={lines} today={today} />}
          <td className="pb-0.5">{exercises[entry.exerciseId]?.name ?? entry.exerciseId}</td>
          <td className="pb-0.5">
            <Sets sets={sets} measure={exercises[entry.exerciseId]?.measure} habits={habits} markOf={markOf} />
            {entry.notes && <p className="text-ink-3">{entry.notes}</p>}
          </td>
        </tr>
      ))}
      {entries.length === 0 && (
        <tr className="[&>td]:border-b">
          <Head whole={whole} facts={facts.join(', ')} lines={1} today={today} />
          <td colSpan={2} className="text-ink-3">
            {open ? t('nothingYet') : t('nothingDone')}
          </td>
        </tr>
      )}
    </tbody>
  )
}

function Head(props: { whole: WholeWorkout; facts: string; lines: number; today: number }) {
  const { whole, facts, lines, today } = props
  const { workout } = whole
  const t = useTranslations('athletePage')
  const locale = useLocale()
  return (
    <>
      <th scope="rowgroup" rowSpan={lines} className="border-line border-b pb-2 align-top font-normal">
        {workout.localDay === today ? t('today') : showDayNear(workout.localDay, today, locale)}
      </th>
      <td rowSpan={lines} className="border-b pb-2">
        <span className="break-words font-bold">{workout.title || t('untitled')}</span>
        <span className="block text-ink-3">{facts}</span>
        {workout.state === 'open' && <Chip tone="good">{t('open')}</Chip>}
        {workout.state === 'partial' && <Chip>{t('partial')}</Chip>}
        {workout.notes && <span className="block whitespace-pre-line break-words text-ink-2">{workout.notes}</span>}
      </td>
    </>
  )
}

type SetsProps = {
  sets: readonly LoggedSet[]
  measure: Measure | undefined
  habits: SetHabits
  markOf: Props['markOf']
}

function Sets({ sets, measure, habits, markOf }: SetsProps) {
  const t = useTranslations('athletePage')
  const counted = measure && countedOf(measure)
  return (
    <ul className="flex flex-wrap gap-x-3">
      {sets.map((set) => {
        const mark = markOf(set.id)
        const failed = set.doneAt !== null && set.reps === 0
        return (
          <li
            key={set.id}
            className={cx(
              set.doneAt === null && 'text-ink-3 italic',
              set.kind === 'warmup' && 'text-ink-3',
              failed && 'text-bad',
            )}
          >
            {isChained(set.kind) && <span aria-hidden>↳</span>}
            {setText(set, habits, counted ? t(`counted.${counted}`) : undefined)}
            {set.kind !== 'normal' && (
              <>
                <span aria-hidden className="ml-0.5 text-[0.625rem] text-ink-3 uppercase">
                  {t(`kindShort.${set.kind}`)}
                </span>
                <span className="sr-only"> {t(`kind.${set.kind}`)}</span>
              </>
            )}
            {set.doneAt === null && <span className="sr-only"> {t('toDo')}</span>}
            {mark && <b className="ml-1.5 font-semibold text-good">{mark}</b>}
            {set.notes && <span className="ml-1.5 text-ink-2">“{set.notes}”</span>}
          </li>
        )
      })}
    </ul>
  )
}
