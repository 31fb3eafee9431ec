/** How slow is standing and how fast is an error, by sport. */
import type { Sport } from './track.ts'

/** Below this speed a person stands: mm a second. */
export const STANDS: Record<Sport, number> = { run: 500, walk: 300, hike: 250, ride: 800, row: 300, swim: 150 }
/** Nobody is faster: a position that would need it is an error of the receiver. mm a second. */
export const FASTEST: Record<Sport, number> = {
  run: 12_500,
  walk: 8_000,
  hike: 8_000,
  ride: 35_000,
  row: 9_000,
  swim: 4_000,
}
