/** An exercise's drawing as shapes: drawn once, from a chunk that is loaded when the first drawing is shown. */
import type { Exercise } from '../model.ts'
import type { Figure } from '../rules/drawing-shapes.ts'

/** `isOwn` is false where the drawing of its pattern stands for it. */
export type DrawnFigure = Figure & { isOwn: boolean }
type Draw = (exercise: Pick<Exercise, 'id' | 'pattern' | 'equipment' | 'name'>) => DrawnFigure

let draw: Draw | undefined
let loading: Promise<Draw> | null = null

async function load(): Promise<Draw> {
  loading ??= import('./drawings.ts').then(
    ({ drawnFigure }) => {
      draw = drawnFigure
      return drawnFigure
    },
    (error) => {
      // A failed load is tried again by the next drawing, not remembered.
      loading = null
      throw error
    },
  )
  return loading
}

/** Where to get an exercise's drawing: at once when the chunk is there, else later. */
export function figureOf(exercise: Parameters<Draw>[0]) {
  return { now: () => draw?.(exercise), later: async () => (await load())(exercise) }
}
