/** What a list of exercises elsewhere borrows: how each looks, and the form of one's own. */
import type { ReactNode } from 'react'
import { ExerciseThumbnail } from './exercise-drawing.tsx'
import { ExerciseFormSheet } from './exercise-form.tsx'

/** Where the words of it all are there already. */
const words = ({ children }: { children: ReactNode }) => children

export const EXERCISE_PARTS = { form: ExerciseFormSheet, thumbnail: ExerciseThumbnail, words, lines: words }
