/** Lines of a set that most workouts never show, in a chunk of their own. */
export { DoubtLine } from './doubt-line.tsx'
export { SetClocks } from './set-clock-line.tsx'
