/** SVG paths of the drawings' simple forms: tapered limbs, discs, lines. Numbers are rounded to a tenth of a unit. */
import { distance, type Point } from './figure.ts'

const n = (value: number) => String(Math.round(value * 10) / 10)
const at = ([x, y]: Point) => `${n(x)} ${n(y)}`

export function discPath([x, y]: Point, r: number): string {
  return ovalPath([x, y], r, r, 0)
}

/** An ellipse, turned by `angle` degrees. */
export function ovalPath([x, y]: Point, rx: number, ry: number, angle: number): string {
  const turn = (angle * Math.PI) / 180
  const [dx, dy] = [Math.cos(turn) * rx, Math.sin(turn) * rx]
  const arc = `A${n(rx)} ${n(ry)} ${n(angle)} 1 1`
  return `M${at([x - dx, y - dy])}${arc} ${at([x + dx, y + dy])}${arc} ${at([x - dx, y - dy])}Z`
}

export function linePath(points: readonly Point[]): string {
  return points.map((point, i) => `${i === 0 ? 'M' : 'L'}${at(point)}`).join('')
}

/** A soft line that starts and ends at the first and last point and is drawn towards the others. */
export function curvePath(points: readonly Point[]): string {
  const [first, ...rest] = points
  if (!first) return ''
  const bends = rest.slice(0, -1).map((point, i) => {
    const isLast = i === rest.length - 2
    const to = isLast ? (rest.at(-1) as Point) : between(point, rest[i + 1] as Point, 0.5)
    return `Q${at(point)} ${at(to)}`
  })
  return `M${at(first)}${bends.join('')}`
}

/** What is between two circles and in them: one segment of a limb. */
function segmentPath(a: Point, b: Point, ra: number, rb: number): string {
  const d = distance(a, b)
  if (d <= Math.abs(ra - rb) + 0.01) return ra > rb ? discPath(a, ra) : discPath(b, rb)
  const along = Math.atan2(b[1] - a[1], b[0] - a[0])
  const open = Math.acos((ra - rb) / d)
  const on = (centre: Point, r: number, angle: number): Point => [
    centre[0] + Math.cos(angle) * r,
    centre[1] + Math.sin(angle) * r,
  ]
  const large = open > Math.PI / 2 ? 1 : 0
  return [
    `M${at(on(a, ra, along - open))}L${at(on(b, rb, along - open))}`,
    `A${n(rb)} ${n(rb)} 0 ${large} 1 ${at(on(b, rb, along + open))}L${at(on(a, ra, along + open))}`,
    `A${n(ra)} ${n(ra)} 0 ${1 - large} 1 ${at(on(a, ra, along - open))}Z`,
  ].join('')
}

/** A limb of changing thickness: circles in a row, and what is between them. */
export function tubePath(points: readonly Point[], radii: readonly number[]): string {
  const segments = points.slice(1).map((point, i) => {
    const from = points[i] as Point
    return segmentPath(from, point, radii[i] ?? 1, radii[i + 1] ?? 1)
  })
  return segments.join('')
}

/** The point a share of the way from `a` to `b`, moved `aside` to its left as one looks along (in y-down, clockwise). */
export function between(a: Point, b: Point, share: number, aside = 0): Point {
  const d = distance(a, b) || 1
  const [ux, uy] = [(b[0] - a[0]) / d, (b[1] - a[1]) / d]
  return [a[0] + (b[0] - a[0]) * share - uy * aside, a[1] + (b[1] - a[1]) * share + ux * aside]
}
