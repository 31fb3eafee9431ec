'use client'
/** What will come in, what will not, and why: before anything is written. */
import { useLocale, useTranslations } from 'use-intl'
import { dayOf } from '../../../../shared/local-day.ts'
import { Figure } from '../../../../ui/section.tsx'
import { showDay } from '../../../../ui/show-day.ts'
import type { ExerciseBook } from './exercise-book.ts'
import type { PlanSummary } from './import-session.ts'
import { useProblemWords } from './use-problem-words.ts'

/** Lines of a list; the rest is counted. */
const SHOWN = 200

type Props = { plan: PlanSummary; book: ExerciseBook; zone: string }

export function ImportPreview({ plan, book, zone }: Props) {
  const t = useTranslations('import.preview')
  const untitled = useTranslations('history')('untitled')
  const say = useProblemWords()
  const locale = useLocale()
  const number = new Intl.NumberFormat(locale)
  const { counts, sample } = plan
  const leftOut = plan.columns.flatMap(({ header, role }) => (role === null && header !== '' ? [header] : []))
  const own = new Map(plan.newExercises.map(({ id, name }) => [id, name]))
  const nameOf = (id: string) => own.get(id) ?? book.get(id).name
  const month = (at: number | null) => (at === null ? '' : showDay(dayOf(at, zone), 'monthYear', locale))
  return (
    <div>
      <div className="flex flex-wrap gap-x-8 gap-y-3">
        <Figure value={number.format(counts.workouts)} label={t('workouts', { n: counts.workouts })} />
        <Figure value={number.format(counts.sets)} label={t('sets', { n: counts.sets })} />
      </div>
      {plan.firstAt !== null && (
        <p className="num mt-2 text-ink-2">{t('span', { from: month(plan.firstAt), to: month(plan.lastAt) })}</p>
      )}
      {counts.duplicates > counts.deleted && (
        <p className="num mt-3">{t('duplicates', { n: counts.duplicates - counts.deleted })}</p>
      )}
      {counts.deleted > 0 && <p className="num mt-3">{t('deleted', { n: counts.deleted })}</p>}
      {sample.length > 0 && (
        <ul aria-label={t('newest')} className="mt-3">
          {sample.map(({ workout, entries }) => (
            <li key={workout.id} className="border-line border-t py-2.5">
              <span className="flex items-baseline justify-between gap-3">
                <span className="min-w-0 truncate font-medium">{workout.title || untitled}</span>
                <span className="num shrink-0 text-ink-2 text-sm">{showDay(workout.localDay, 'year', locale)}</span>
              </span>
              <span className="num line-clamp-2 break-words text-ink-2 text-sm">
                {entries
                  .map(({ entry, sets }) => t('line', { n: sets.length, name: nameOf(entry.exerciseId) }))
                  .join(', ')}
              </span>
            </li>
          ))}
        </ul>
      )}
      {leftOut.length > 0 && (
        <p className="mt-3 text-ink-2 text-sm">{t('leftOut', { n: leftOut.length, names: leftOut.join(', ') })}</p>
      )}
      <Folded
        title={t('badRows', { n: counts.badRows })}
        lines={plan.badRows.slice(0, SHOWN).map(say)}
        total={counts.badRows}
        tone="warn"
      />
      <Folded
        title={t('warnings', { n: counts.warnings })}
        lines={plan.warnings.slice(0, SHOWN).map(say)}
        total={counts.warnings}
      />
      <Folded
        title={t('newExercises', { n: plan.newExercises.length })}
        lines={plan.newExercises.map(({ name }) => name)}
        total={plan.newExercises.length}
      />
      <Folded
        title={t('matches', { n: plan.matches.filter(({ exerciseId }) => exerciseId !== null).length })}
        lines={plan.matches
          .filter(({ exerciseId }) => exerciseId !== null)
          .map(({ name, exerciseId }) => t('match', { name, is: nameOf(exerciseId ?? '') }))}
        total={plan.matches.length}
      />
    </div>
  )
}

function Folded(props: { title: string; lines: readonly string[]; total: number; tone?: 'warn' }) {
  const t = useTranslations('import.preview')
  const { title, lines, total, tone } = props
  if (lines.length === 0) return null
  return (
    <details className="border-line border-t">
      <summary
        className={`num flex min-h-12 cursor-pointer items-center font-medium marker:content-none after:ml-auto after:text-ink-3 after:content-['+'] [details[open]>&]:after:content-['–'] ${tone === 'warn' ? 'text-warn' : ''}`}
      >
        {title}
      </summary>
      <ul className="flex max-h-80 flex-col gap-1.5 overflow-y-auto pb-3 text-ink-2 text-sm">
        {lines.slice(0, SHOWN).map((line) => (
          <li key={line} className="break-words">
            {line}
          </li>
        ))}
        {total > Math.min(SHOWN, lines.length) && <li>{t('andMore', { n: total - Math.min(SHOWN, lines.length) })}</li>}
      </ul>
    </details>
  )
}
