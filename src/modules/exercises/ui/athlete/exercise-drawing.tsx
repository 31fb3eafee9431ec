'use client'
/** How an exercise is done, in two positions; and small, the one that tells it. */
import { useTranslations } from 'use-intl'
import { FigurePosition, useFigure } from '../../../../ui/figure.tsx'
import { figureOf } from '../../data/figures.ts'
import type { Exercise } from '../../model.ts'

const POSITIONS = ['start', 'end'] as const

type Props = { exercise: Exercise }

/** Large, both positions side by side: nothing moves, so nothing has to be stopped. */
export function ExerciseDrawing({ exercise }: Props) {
  const t = useTranslations('exercisePage.drawing')
  const figure = useFigure(`${exercise.id} ${exercise.name}`, figureOf(exercise))
  const [, , width, height] = figure?.box ?? [0, 0, 1, 1]
  const isHold = figure?.positions.length === 1
  return (
    <figure className="pt-4">
      <div className="flex justify-center overflow-hidden rounded-2 bg-surface py-3">
        {POSITIONS.slice(0, figure?.positions.length ?? 2).map((position, i) => (
          <div key={position} className="max-w-72 flex-1 px-1" style={{ aspectRatio: `${width} / ${height}` }}>
            <FigurePosition
              figure={figure}
              position={i}
              label={t(isHold ? 'hold' : position, { name: exercise.name })}
              className="size-full"
            />
          </div>
        ))}
      </div>
      {figure && !figure.isOwn && <figcaption className="pt-2 text-ink-2 text-sm">{t('pattern')}</figcaption>}
    </figure>
  )
}

/** Beside the exercise's name, which says what it shows. */
export function ExerciseThumbnail({ exercise }: Props) {
  const figure = useFigure(`${exercise.id} ${exercise.name}`, figureOf(exercise))
  return <FigurePosition figure={figure} position={figure?.telling ?? 0} label={null} className="size-12 shrink-0" />
}
