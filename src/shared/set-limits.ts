/** The most a set may carry: 2,000 kg and 2,000 reps are beyond any lift, 200,000 steps beyond a day; a day; 1,000 km. */
export const LIMITS = {
  loadG: 2_000_000,
  reps: 2_000,
  counted: 200_000,
  durationMs: 86_400_000,
  distanceM: 1_000_000,
} as const
