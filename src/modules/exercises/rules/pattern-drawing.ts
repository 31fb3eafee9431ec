/**
 * Which drawing stands for an exercise that has none of its own: the first line of its pattern whose equipment and words
 * fit. A drawing is named by the exercise or the pattern that it was made for; `{}` in it is filled with what the
 * exercise is done with. Works for an athlete's own exercises too, of which only the fields are known.
 */
import type { Equipment, Exercise, Pattern } from '../model.ts'

/** A drawing, words of which the name must have one (a regular expression), equipment; what is missing fits always. */
export type PatternLine = readonly [drawing: string, words?: string, equipment?: readonly Equipment[]]

/** What stands in the place of `{}`. */
const HELD_AS: Partial<Record<Equipment, string>> = {
  dumbbell: 'db:h',
  kettlebell: 'kb:down',
  plate: 'plate',
  medicine_ball: 'ball:hand/4.4',
  barbell: 'bb',
  ez_bar: 'bb:hand/4.8',
  smith_machine: 'bb',
  trap_bar: 'rod:hand+-9,0/hand+9,0 bb',
}

/** The name of the drawing that stands for an exercise's pattern, and the thing that fills its `{}`. */
export function patternDrawing(
  lines: Readonly<Record<Pattern, readonly PatternLine[]>>,
  { pattern, equipment, name }: Pick<Exercise, 'pattern' | 'equipment' | 'name'>,
): {
  drawing: string
  held: string
} {
  const lower = name.toLowerCase()
  const line = lines[pattern].find(
    ([, words = '', of]) => (!of || of.includes(equipment)) && (words === '' || new RegExp(words).test(lower)),
  )
  return { drawing: line?.[0] ?? 'bodyweight-squat', held: HELD_AS[equipment] ?? '' }
}
