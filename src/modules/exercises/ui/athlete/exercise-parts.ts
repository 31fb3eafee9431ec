/** What a list of exercises elsewhere borrows: how each looks, and the form of one's own. */
import { ExerciseThumbnail } from './exercise-drawing.tsx'
import { ExerciseFormSheet } from './exercise-form.tsx'

export const EXERCISE_PARTS = { form: ExerciseFormSheet, thumbnail: ExerciseThumbnail }
