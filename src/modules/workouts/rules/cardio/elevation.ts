/** Metres climbed. A recorder's height trembles: it is evened out first, and only swings of three metres or more count. */

const SWING_M = 3

/** Evened out over about ten seconds to each side, fewer towards both ends, so that an even climb stays as it is. */
export function evenOut(heights: readonly number[], times: readonly number[]): number[] {
  const gaps = times
    .slice(1)
    .map((at, i) => at - (times[i] ?? at))
    .sort((a, b) => a - b)
  const usual = gaps[gaps.length >> 1] || 1000
  const most = Math.max(1, Math.min(10, Math.round(10_000 / usual)))
  const sums = [0]
  for (const height of heights) sums.push((sums.at(-1) ?? 0) + height)
  return heights.map((_, i) => {
    const side = Math.min(most, i, heights.length - 1 - i)
    return ((sums[i + side + 1] ?? 0) - (sums[i - side] ?? 0)) / (2 * side + 1)
  })
}

/** Whole metres, from each turning point to the next. */
export function gainM(heights: readonly number[]): number {
  let gain = 0
  let isClimbing = false
  let [low = 0] = heights
  let high = low
  for (const height of heights) {
    if (isClimbing) {
      high = Math.max(high, height)
      if (high - height < SWING_M) continue
      gain += high - low
      isClimbing = false
      low = height
    } else {
      low = Math.min(low, height)
      if (height - low < SWING_M) continue
      isClimbing = true
      high = height
    }
  }
  return Math.round(isClimbing ? gain + high - low : gain)
}
