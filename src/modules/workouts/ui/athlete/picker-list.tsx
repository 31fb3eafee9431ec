'use client'
/** The rows of the picker: how it looks, a name, what it is done with, whether it is chosen. */
import { Check } from 'lucide-react'
import { type ComponentType, memo, Suspense, useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { cx } from '../../../../ui/cx.ts'
import { useGrowing } from '../../../../ui/use-growing.ts'
import type { Equipment, Exercise, Muscle } from '../../../exercises/model.ts'

type Thumbnail = ComponentType<{ exercise: Exercise }>

type ListProps = {
  exercises: readonly Exercise[]
  chosen: readonly Exercise[]
  own: ReadonlySet<string>
  thumbnail: Thumbnail
  onToggle: (exercise: Exercise) => void
}

/** A screenful: a letter that is typed waits for no more. */
const FIRST = 8

/** Renders when its exercises change, not at each letter. */
export const PickerList = memo(function PickerList({ exercises, chosen, own, thumbnail, onToggle }: ListProps) {
  const kindWords = useKindWords(own)
  const { shown, end } = useGrowing(exercises, FIRST)
  return (
    <>
      <ul>
        {shown.map((exercise) => (
          <Line
            key={exercise.id}
            exercise={exercise}
            kind={kindWords(exercise)}
            isChosen={chosen.includes(exercise)}
            thumbnail={thumbnail}
            onToggle={onToggle}
          />
        ))}
      </ul>
      <div ref={end} />
    </>
  )
})

type LineProps = {
  exercise: Exercise
  kind: string
  isChosen: boolean
  thumbnail: Thumbnail
  onToggle: (exercise: Exercise) => void
}

const Line = memo(function Line({ exercise, kind, isChosen, thumbnail: Thumbnail, onToggle }: LineProps) {
  return (
    <li className="border-line border-b last:border-b-0">
      <button
        type="button"
        aria-pressed={isChosen}
        onClick={() => onToggle(exercise)}
        className="flex min-h-14 w-full items-center gap-3 rounded-1 px-1 text-left active:bg-pressed"
      >
        <span className="size-12 shrink-0">
          <Suspense fallback={null}>
            <Thumbnail exercise={exercise} />
          </Suspense>
        </span>
        <span className="min-w-0 flex-1 py-2">
          <span className="block break-words font-medium">{exercise.name}</span>
          <span className="block text-ink-2 text-sm">{kind}</span>
        </span>
        <span
          aria-hidden
          className={cx(
            'grid size-7 shrink-0 place-items-center rounded-full',
            isChosen ? 'bg-accent text-accent-ink' : 'edge',
          )}
        >
          {isChosen && <Check size={18} strokeWidth={3} />}
        </span>
      </button>
    </li>
  )
})

/** "Barbell · Chest", each word translated once and not once a row. */
function useKindWords(own: ReadonlySet<string>): (exercise: Exercise) => string {
  const t = useTranslations()
  return useMemo(() => {
    const words = new Map<string, string>()
    const word = (key: `equipment.${Equipment}` | `muscle.${Muscle}` | 'workout.picker.own') => {
      const known = words.get(key) ?? t(key)
      words.set(key, known)
      return known
    }
    return (exercise) => {
      const muscle = mainMuscle(exercise)
      const parts = [
        word(`equipment.${exercise.equipment}`),
        muscle && word(`muscle.${muscle}`),
        own.has(exercise.id) && word('workout.picker.own'),
      ]
      return parts.filter(Boolean).join(' · ')
    }
  }, [t, own])
}

function mainMuscle({ muscles }: Exercise): Muscle | undefined {
  const [main] = Object.entries(muscles).sort(([, a], [, b]) => (b ?? 0) - (a ?? 0))
  return main?.[0] as Muscle | undefined
}
