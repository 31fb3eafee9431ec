'use client'
/** A drawn figure: shapes in tones, whose colours are the theme's. It knows neither exercises nor where they come from. */
import { useEffect, useState } from 'react'
import { cx } from './cx.ts'

type Tone = 'far' | 'trunk' | 'near' | 'gear' | 'gearSoft' | 'frame' | 'pad' | 'floor'
export type FigureShapes = {
  box: readonly [x: number, y: number, width: number, height: number]
  positions: readonly (readonly { d: string; tone: Tone; width?: number }[])[]
  telling: number
}

type Shapes = FigureShapes['positions'][number]

const COLOURS: Record<Tone, string> = {
  far: 'color-mix(in oklab, var(--num-plan) 34%, var(--bg))',
  trunk: 'color-mix(in oklab, var(--num-plan) 66%, var(--bg))',
  near: 'var(--num-plan)',
  gear: 'var(--accent)',
  gearSoft: 'color-mix(in oklab, var(--accent) 20%, transparent)',
  frame: 'var(--control)',
  pad: 'var(--line-strong)',
  floor: 'var(--line-strong)',
}

/** Not only drawn: what is loaded later leaves its room, and what is there already is shown at once. */
export type FigureSource<T extends FigureShapes> = { now: () => T | undefined; later: () => Promise<T> }

/** The figure of a source, undefined until it is loaded. `key` says which one it is. */
export function useFigure<T extends FigureShapes>(key: string, { now, later }: FigureSource<T>): T | undefined {
  const [loaded, setLoaded] = useState<{ key: string; figure: T }>()
  const atHand = now()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says what the source stands for
  useEffect(() => {
    if (atHand) return
    let isOver = false
    later().then(
      (figure) => {
        if (!isOver) setLoaded({ key, figure })
      },
      // Without its chunk there is no drawing, and nothing else is missing.
      () => {},
    )
    return () => {
      isOver = true
    }
  }, [key, atHand === undefined])
  return atHand ?? (loaded?.key === key ? loaded.figure : undefined)
}

type Props = {
  figure: FigureShapes | undefined
  /** Which of its positions, or one in between. */
  position: number | Shapes
  /** What it shows, for those who don't see it; null where the words beside it say so already. */
  label: string | null
  className?: string
}

export function FigurePosition({ figure, position, label, className }: Props) {
  const shapes = typeof position === 'number' ? figure?.positions[position] : position
  const box = figure?.box ?? [0, 0, 1, 1]
  const named = label === null ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label }
  return (
    <svg
      {...named}
      viewBox={box.join(' ')}
      className={cx('block', className)}
      strokeLinecap="round"
      strokeLinejoin="round"
      // biome-ignore lint/security/noDangerouslySetInnerHtml: shapes are the app's own drawings, nobody's text
      dangerouslySetInnerHTML={shapes && { __html: drawn(shapes) }}
    />
  )
}

const made = new WeakMap<Shapes, string>()

/** As one text and not an element of React's each: a list of drawings holds a dozen shapes a row. */
function drawn(shapes: Shapes): string {
  const known = made.get(shapes)
  if (known !== undefined) return known
  const text = shapes
    .map(({ d, tone, width }) =>
      width === undefined
        ? `<path d="${d}" fill="${COLOURS[tone]}"/>`
        : `<path d="${d}" fill="none" stroke="${COLOURS[tone]}" stroke-width="${width}"/>`,
    )
    .join('')
  made.set(shapes, text)
  return text
}
