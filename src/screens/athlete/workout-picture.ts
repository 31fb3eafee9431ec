'use client'
/** A finished workout as a picture, made on the phone: nobody else hears of it. */
import { useTranslations } from 'use-intl'
import { dayFigures } from '../../modules/analytics/rules/day-figures.ts'
import { drawPicture } from '../../modules/analytics/ui/athlete/shared-picture.ts'
import type { WholeWorkout } from '../../modules/workouts/model.ts'
import { isNumbered } from '../../modules/workouts/rules/set-kinds.ts'
import { summarise } from '../../modules/workouts/rules/summary.ts'
import { fieldsOf } from '../../modules/workouts/ui/athlete/set-fields.ts'
import { useSetWords } from '../../modules/workouts/ui/athlete/use-set-words.ts'
import { formatTonnage } from '../../shared/units.ts'
import { showDay } from '../../ui/show-day.ts'
import { showToast } from '../../ui/toast.tsx'
import { saveFile } from './save-file.ts'
import type { Athlete } from './use-athlete.ts'

/** As many lines as there is room for. */
const MOST_LINES = 14

export function useWorkoutPicture({ book, habits, profile }: Athlete): (whole: WholeWorkout) => Promise<void> {
  const t = useTranslations('workoutDetail')
  const y = useTranslations('year')
  const s = useTranslations('share')
  const words = useSetWords(habits)
  return async (whole) => {
    const { workout, entries } = whole
    const { sets, tonnageG } = summarise(whole, book.get)
    const lines = entries.flatMap(({ entry, sets: all }) => {
      const work = all.filter(({ doneAt, kind }) => doneAt !== null && isNumbered(kind))
      const [day] = dayFigures(workout.localDay, [{ workout, entries: [{ entry, sets: all }] }], book.get).exercises
      const top = all.find(({ id }) => id === day?.bestSetId)
      if (!top) return []
      const exercise = book.get(entry.exerciseId)
      const fields = fieldsOf({ ...exercise, loadMode: top.loadMode }, 'off', top.repsRight != null)
      // The unit is said: whoever sees it does not know the lifter's.
      return [[`${work.length} × ${exercise.name}`, words.short(top, fields, exercise.measure, null)] as const]
    })
    const more = lines.length - MOST_LINES
    const rows = more > 0 ? [...lines.slice(0, MOST_LINES - 1), [s('more', { n: more + 1 }), ''] as const] : lines
    const minutes = Math.round((workout.activeMs ?? 0) / 60_000)
    const day = showDay(workout.localDay, 'full', habits.locale)
    try {
      const blob = await drawPicture({
        title: workout.title || t('untitled'),
        figures: [
          { value: String(sets), label: t('sets') },
          ...(minutes > 0 ? [{ value: `${minutes} ${t('min')}`, label: t('time') }] : []),
          ...(tonnageG > 0
            ? [{ value: formatTonnage(tonnageG, profile.loadUnit, habits.locale), label: t('volume') }]
            : []),
        ],
        lists: [{ title: day, rows }],
        footer: 'Spotter',
      })
      await saveFile(`spotter-${day.replace(/[^\p{L}\p{N}]+/gu, '-')}.png`, blob, 'image/png')
    } catch (error) {
      showToast({ tone: 'bad', text: y('noPicture', { why: String(error) }) })
    }
  }
}
