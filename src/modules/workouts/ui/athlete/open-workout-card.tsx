'use client'
import { useTranslations } from 'use-intl'
import { Button } from '../../../../ui/button.tsx'
import type { WholeWorkout } from '../../model.ts'
import { clockNow, isPaused, runMs } from '../../rules/duration.ts'
import { finishCounts, finishProposal } from '../../rules/finish.ts'
import { clockText } from './clock-text.ts'
import type { ExerciseBook } from './exercise-book.ts'
import { isHeldHere } from './held-here.ts'
import { useNow } from './use-now.ts'

type Props = {
  whole: WholeWorkout
  book: ExerciseBook
  onResume: () => void
  onTakeOver: () => void
  /** Given where it is one too many: two devices were offline, or one was forgotten. */
  onEnd: (() => void) | null
}

/** The workout that is under way, here or on another device. */
export function OpenWorkoutCard({ whole, book, onResume, onTakeOver, onEnd }: Props) {
  const t = useTranslations('day')
  const now = useNow(1000)
  const { workout, entries } = whole
  const isHere = isHeldHere(workout)
  const counts = finishCounts(whole)
  const { setsDone, setsLeft } = counts
  const total = setsDone + setsLeft
  return (
    <section
      aria-label={t('open.label')}
      className="relative rounded-2 bg-surface p-4 shadow-[inset_0_0_0_1px_var(--line)] has-[h2>:active]:bg-pressed"
    >
      <div className="flex flex-wrap justify-between gap-x-3 text-ink-2 text-sm">
        <span>{where()}</span>
        <span className="num">
          {isPaused(workout) && `${t('open.paused')} · `}
          {now && clockText(runMs(workout.startedAt, clockNow(workout, now), workout.pauses))}
        </span>
      </div>
      {/* The whole card takes the tap. */}
      <h2>
        <button
          type="button"
          onClick={onResume}
          className="-mt-2 -mb-2.5 min-h-12 break-words py-2 text-left font-bold text-xl tracking-tight after:absolute after:inset-0 after:rounded-2"
        >
          {workout.title || t('untitled')}
        </button>
      </h2>
      {entries.length > 0 && (
        <ul className="mt-3">
          {entries.slice(0, 5).map(({ entry, sets }) => {
            const done = sets.filter(({ doneAt }) => doneAt !== null).length
            return (
              <li key={entry.id} className="flex min-h-9 items-center gap-3 border-line border-t">
                <span className="min-w-0 flex-1 truncate font-medium">{book.get(entry.exerciseId).name}</span>
                <span className="num shrink-0 text-ink-2">{t('open.sets', { done, total: sets.length })}</span>
              </li>
            )
          })}
        </ul>
      )}
      {entries.length > 5 && <p className="num pt-1 text-ink-2 text-sm">{t('open.more', { n: entries.length - 5 })}</p>}
      <p className="num mt-2 border-line border-t pt-3 text-ink-2 text-sm">
        {total > 0 ? t('open.progress', { done: setsDone, total }) : t('open.nothing')}
      </p>
      {(onEnd || !isHere) && (
        <div className="relative mt-3 grid grid-cols-2 gap-2">
          <Button onClick={onResume}>{t('open.look')}</Button>
          {onEnd ? (
            <Button onClick={onEnd}>{t(`open.end.${finishProposal(counts)}`)}</Button>
          ) : (
            <Button tone="primary" onClick={onTakeOver}>
              {t('open.takeOver')}
            </Button>
          )}
        </div>
      )}
    </section>
  )

  function where(): string {
    if (onEnd) return isHere ? t('open.also') : t('open.alsoElsewhere')
    return isHere ? t('open.here') : t('open.elsewhere')
  }
}
