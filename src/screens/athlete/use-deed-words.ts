'use client'
/** An item of the timeline in plain words. */
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { fieldsOf } from '../../modules/workouts/ui/athlete/set-fields.ts'
import { useSetWords } from '../../modules/workouts/ui/athlete/use-set-words.ts'
import type { Facts } from './timeline-facts.ts'
import type { Item } from './timeline-items.ts'
import type { Athlete } from './use-athlete.ts'

/** Says the figures that it left behind. */
const WITH_FIGURES: ReadonlySet<string> = new Set(['workouts.checkSet', 'workouts.editSet', 'workouts.addSet'])

export type DeedWords = (item: Item, facts: Facts | undefined) => string

export function useDeedWords({ book, habits }: Athlete): DeedWords {
  const t = useTranslations('timeline')
  const f = useTranslations('feed')
  const batches = useTranslations('import.batches')
  const setWords = useSetWords(habits)
  return useMemo(
    () => (item, facts) => {
      const key = item.lead.name.replace('.', '_')
      const exercise = facts?.exerciseId ? book.get(facts.exerciseId) : undefined
      const set = facts?.set
      const words = {
        name: facts?.name || t('some.name'),
        exercise: exercise?.name ?? t('some.exercise'),
        before: facts?.exerciseBefore ? book.get(facts.exerciseBefore).name : t('some.exercise'),
        set: set
          ? t('set', { name: setWords.name(set.figures, set.mark), exercise: exercise?.name ?? t('some.exercise') })
          : t('some.set'),
        more: facts?.more ?? 0,
        n: facts?.brought ?? 0,
        source: facts?.source ? batches(`source.${facts.source}`) : '',
      }
      if (facts?.isPost) return f(`did.${key}`)
      const text = t.has(`did.${key}`) ? t(`did.${key}`, words) : t('did.other')
      if (!set || !exercise || !WITH_FIGURES.has(item.lead.name)) return text
      const figures = setWords.short(set.figures, fieldsOf(exercise, habits.effort), exercise.measure, null)
      return figures === '' ? text : t('with', { text, figures })
    },
    [book, habits, setWords, batches, t, f],
  )
}
