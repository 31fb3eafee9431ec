/** The arithmetic behind the small charts: round axis steps and straight maps from data to pixels. */

export type Scale = (value: number) => number

export function linearScale(domain: readonly [number, number], range: readonly [number, number]): Scale {
  const [d0, d1] = domain
  const [r0, r1] = range
  if (d1 === d0) return () => (r0 + r1) / 2
  return (value) => r0 + ((value - d0) / (d1 - d0)) * (r1 - r0)
}

/** About `count` round values (1, 2 or 5 times a power of ten apart) that enclose [low, high]. */
export function roundTicks(low: number, high: number, count: number): number[] {
  if (!(high > low)) {
    const around = Math.abs(low) || 1
    return roundTicks(low - around / 2, high + around / 2, count)
  }
  const raw = (high - low) / Math.max(1, count)
  const power = 10 ** Math.floor(Math.log10(raw))
  const share = raw / power
  const step = (share <= 1 ? 1 : share <= 2 ? 2 : share <= 5 ? 5 : 10) * power
  const first = Math.floor(low / step)
  const last = Math.ceil(high / step)
  // Multiples, not sums: no float noise grows along the axis.
  return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)))
}

/** An SVG path through the points, straight from one to the next. */
export function linePath(points: readonly { x: number; y: number }[]): string {
  return points.map((p, i) => `${i === 0 ? 'M' : 'L'}${round(p.x)} ${round(p.y)}`).join('')
}

/** What a text takes at most, in px: Inter is six tenths as wide as high, in bold too. */
export function textRoom(text: string, fontPx: number): number {
  return Math.ceil(text.length * fontPx * 0.6)
}

/** The charts' font sizes where text is at its largest: what is kept free of them never depends on the reader's. */
export const AXIS_PX = 14
export const VALUE_PX = 16

function round(n: number): number {
  return Math.round(n * 10) / 10
}
