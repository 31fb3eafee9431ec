/** What is read off between two points: splits of whole kilometres or miles, and the fastest stretch of a distance. */
import { STANDARD_DISTANCES_M } from '../record-marks.ts'
import type { Steps } from './steps.ts'
import { SPLIT_SIZE } from './track.ts'

/** `values` where `along` passes `mm`: between two points in proportion. `first` or last of the points that stand there. */
export function at(along: readonly number[], values: readonly number[], mm: number, which: 'first' | 'last'): number {
  let low = 0
  let high = along.length - 1
  // The first point at or beyond `mm`; for `last`, the first beyond it.
  while (low < high) {
    const middle = (low + high) >> 1
    const there = along[middle] ?? 0
    if (which === 'first' ? there < mm : there <= mm) low = middle + 1
    else high = middle
  }
  const [a, b] = [along[low - 1] ?? 0, along[low] ?? 0]
  const to = values[low] ?? 0
  if (low === 0 || b <= mm) return to
  const from = values[low - 1] ?? 0
  return from + ((to - from) * (mm - a)) / (b - a)
}

/** No recorder is more exact than a tenth of a second. */
export const tenths = (ms: number) => Math.round(ms / 100) * 100

/** `unitMm`: of a kilometre, a mile or whatever the sport counts in. The last one is what is left over. */
export function splitsOf(
  steps: Steps,
  unitMm: number,
  heights: readonly number[] | null,
  beats: readonly number[] | null,
) {
  const { along, moving } = steps
  const total = along.at(-1) ?? 0
  const splits: number[] = []
  for (let from = 0; from < total && splits.length < 1000 * SPLIT_SIZE; from += unitMm) {
    const to = Math.min(from + unitMm, total)
    // The tail of a metre is no split.
    if (to - from < 1000) break
    // A pause at the line belongs to neither: it is not in `moving`.
    const ms = at(along, moving, to, 'first') - at(along, moving, from, 'first')
    const net = heights ? at(along, heights, to, 'first') - at(along, heights, from, 'first') : 0
    splits.push(Math.round((to - from) / 1000), tenths(ms), Math.round(net) + 0)
    splits.push(
      beats && ms > 0 ? Math.round((at(along, beats, to, 'first') - at(along, beats, from, 'first')) / ms) : 0,
    )
  }
  return splits
}

/**
 * The fastest stretch of each standard distance, wherever it began: metres and ms, one after the other. Time runs on while
 * somebody stands, so that no rest makes a stretch faster; whole seconds, as records are told.
 */
export function bestTimes({ at: times, along }: Steps): number[] {
  const total = along.at(-1) ?? 0
  // Whole metres, as distances are told: between two rests of a thousand metres lies a kilometre, not one less a hair.
  return STANDARD_DISTANCES_M.filter((metres) => metres * 1000 - 500 <= total).flatMap((metres) => {
    const mm = metres * 1000 - 500
    let best = Number.POSITIVE_INFINITY
    // Between points time grows evenly, so the fastest stretch begins or ends at one.
    for (const [i, here] of along.entries()) {
      const time = times[i] ?? 0
      if (here + mm <= total) best = Math.min(best, at(along, times, here + mm, 'first') - time)
      if (here >= mm) best = Math.min(best, time - at(along, times, here - mm, 'last'))
    }
    return [metres, Math.max(1000, Math.round((best * metres) / mm) * 1000)]
  })
}
