'use client'
/** How an exercise is done, in two positions; and small, the one that tells it. */
import { Play, Square } from 'lucide-react'
import { useEffect, useMemo, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '../../../../ui/button.tsx'
import { FigurePosition, useFigure } from '../../../../ui/figure.tsx'
import { type DrawnFigure, figureOf } from '../../data/figures.ts'
import type { Exercise } from '../../model.ts'

const POSITIONS = ['start', 'end'] as const

type Props = { exercise: Exercise }

/** Large, both positions side by side. It moves when it is asked to, and stands still when it is touched again. */
export function ExerciseDrawing({ exercise }: Props) {
  const t = useTranslations('exercisePage.drawing')
  const [isMoving, setMoving] = useState(false)
  const figure = useFigure(`${exercise.id} ${exercise.name}`, figureOf(exercise))
  const [, , width, height] = figure?.box ?? [0, 0, 1, 1]
  const isHold = figure?.positions.length === 1
  return (
    <figure className="pt-4">
      <div className="flex justify-center overflow-hidden rounded-2 bg-surface py-3">
        {isMoving && figure && <Moving figure={figure} label={t('moving', { name: exercise.name })} />}
        {!isMoving &&
          POSITIONS.slice(0, figure?.positions.length ?? 2).map((position, i) => (
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
      {figure && !isHold && (
        <Button
          tone="quiet"
          className="-ml-4"
          icon={isMoving ? <Square size={20} aria-hidden /> : <Play size={20} aria-hidden />}
          onClick={() => setMoving(!isMoving)}
        >
          {t(isMoving ? 'stop' : 'move')}
        </Button>
      )}
      {figure && !figure.isOwn && <figcaption className="pt-2 text-ink-2 text-sm">{t('pattern')}</figcaption>}
    </figure>
  )
}

const FRAME_MS = 60

function Moving({ figure, label }: { figure: DrawnFigure; label: string }) {
  const frames = useMemo(() => figure.motion(), [figure])
  const [at, setAt] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => setAt((now) => now + 1), FRAME_MS)
    return () => clearInterval(timer)
  }, [])
  const [, , width, height] = figure.box
  return (
    <div className="max-w-72 flex-1 px-1" style={{ aspectRatio: `${width} / ${height}` }}>
      <FigurePosition figure={figure} position={frames[at % frames.length] ?? 0} label={label} className="size-full" />
    </div>
  )
}

/** Beside the exercise's name, which says what it shows. */
export function ExerciseThumbnail({ exercise }: Props) {
  const figure = useFigure(`${exercise.id} ${exercise.name}`, figureOf(exercise))
  return <FigurePosition figure={figure} position={figure?.telling ?? 0} label={null} className="size-12 shrink-0" />
}
