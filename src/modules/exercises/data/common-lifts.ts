/** What most workouts begin with: offered before anybody has logged anything, so that nothing has to be typed. */
export const COMMON_LIFTS: readonly string[] = [
  'back-squat',
  'bench-press',
  'deadlift',
  'overhead-press',
  'barbell-row',
  'pull-up',
  'dumbbell-bench-press',
  'lat-pulldown',
]
