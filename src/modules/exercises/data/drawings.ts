/**
 * How each exercise is drawn: a chunk of its own, loaded when the first drawing is shown. A shipped exercise has its own
 * drawing or stands under its pattern's; so does an athlete's own.
 */
import type { Exercise } from '../model.ts'
import { drawFigure, type Figure } from '../rules/drawing-shapes.ts'
import { patternDrawing } from '../rules/pattern-drawing.ts'
import { LEGS } from './drawings-legs.ts'
import { PATTERNS_DRAWN } from './drawings-patterns.ts'
import { PULL } from './drawings-pull.ts'
import { PUSH } from './drawings-push.ts'
import { WHOLE } from './drawings-whole.ts'
import { PATTERN_LINES } from './pattern-lines.ts'

const DRAWN: Readonly<Record<string, string>> = { ...LEGS, ...PUSH, ...PULL, ...WHOLE, ...PATTERNS_DRAWN }

/** The text of an exercise's drawing (rules/drawing-text.ts), and whether it was made for this exercise. */
export function drawingOf(exercise: Pick<Exercise, 'id' | 'pattern' | 'equipment' | 'name'>): {
  text: string
  isOwn: boolean
} {
  const own = DRAWN[exercise.id]
  if (own && !own.includes('{}')) return { text: own, isOwn: true }
  const { drawing, held } = patternDrawing(PATTERN_LINES, exercise)
  return { text: (DRAWN[drawing] ?? '').replace('{}', held), isOwn: false }
}

const drawn = new Map<string, Figure>()

export function drawnFigure(exercise: Parameters<typeof drawingOf>[0]): Figure & { isOwn: boolean } {
  const { text, isOwn } = drawingOf(exercise)
  const figure = drawn.get(text) ?? drawFigure(text)
  drawn.set(text, figure)
  return { ...figure, isOwn }
}
