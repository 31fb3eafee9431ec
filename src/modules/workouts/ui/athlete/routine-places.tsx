/** What a routine holds, an exercise a line. */
import { useTranslations } from 'use-intl'
import type { RoutineExercise, RoutineSet } from '../../model/routines.ts'
import { supersetLabels } from '../../rules/next-set.ts'
import { figuresOfPlan } from '../../rules/routines.ts'
import type { ExerciseBook } from './exercise-book.ts'
import { fieldsOf, type Habits } from './set-fields.ts'
import { useSetWords } from './use-set-words.ts'

/** "3 sets: 80 × 5", "4 sets: 80 × 5 · 85 × 3": what repeats is said once. */
export function useRoutineWords(book: ExerciseBook, habits: Habits) {
  const t = useTranslations('routines')
  const words = useSetWords(habits)
  return (exerciseId: string, sets: readonly RoutineSet[]): string => {
    const exercise = book.get(exerciseId)
    const said = sets.map((set) => {
      const fields = fieldsOf({ ...exercise, loadMode: set.loadMode }, habits.effort, set.repsRight != null)
      return words.short(figuresOfPlan(set), fields, exercise.measure)
    })
    const figures = said.filter((text, i) => text !== '' && text !== said[i - 1]).join(' · ')
    return [t('sets', { n: sets.length }), figures].filter(Boolean).join(': ')
  }
}

type Props = { exercises: readonly RoutineExercise[]; book: ExerciseBook; habits: Habits; label: string }

export function RoutinePlaces({ exercises, book, habits, label }: Props) {
  const t = useTranslations('routines')
  const wordsOf = useRoutineWords(book, habits)
  const labels = supersetLabels(exercises.map(({ slot, superset }) => ({ entry: { id: slot, superset }, sets: [] })))
  return (
    <ul aria-label={label}>
      {exercises.map(({ slot, exerciseId, sets, notes }, i) => (
        <li key={slot} className="flex min-h-14 items-center gap-3 border-line border-b py-2 last:border-b-0">
          {labels[i] && <span className="num w-6 shrink-0 font-bold text-accent-num text-sm">{labels[i]}</span>}
          <span className="min-w-0 flex-1">
            <span className="block break-words font-medium">{book.get(exerciseId).name}</span>
            <span className="num block break-words text-ink-2 text-sm">
              {wordsOf(
                exerciseId,
                sets.filter(({ kind }) => kind !== 'warmup'),
              )}
              {sets.some(({ kind }) => kind === 'warmup') &&
                ` · ${t('warmups', { n: sets.filter(({ kind }) => kind === 'warmup').length })}`}
            </span>
            {notes && <span className="block whitespace-pre-line break-words text-ink-2 text-sm italic">{notes}</span>}
          </span>
        </li>
      ))}
    </ul>
  )
}
