/** A route as a line without a map: no tiles are fetched, so nobody learns where it was. */
type Props = { label: string; outline: readonly number[] }

const WIDTH = 340
const HEIGHT = 180
const EDGE = 14

export function RouteOutline({ label, outline }: Props) {
  const points = Array.from(
    { length: outline.length / 2 },
    (_, i) => [outline[2 * i] ?? 0, outline[2 * i + 1] ?? 0] as const,
  )
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last || points.length < 2) return null
  const xs = points.map(([x]) => x)
  const ys = points.map(([, y]) => y)
  const [left, right, bottom, top] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  const scale = Math.min(
    (WIDTH - 2 * EDGE) / Math.max(1, right - left),
    (HEIGHT - 2 * EDGE) / Math.max(1, top - bottom),
  )
  const x = (value: number) => WIDTH / 2 + (value - (left + right) / 2) * scale
  const y = (value: number) => HEIGHT / 2 - (value - (bottom + top) / 2) * scale
  const line = points.map(([east, north]) => `${x(east).toFixed(1)},${y(north).toFixed(1)}`).join(' ')
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      className="block h-auto w-full rounded-2 bg-raised shadow-row"
    >
      <polyline
        points={line}
        fill="none"
        stroke="var(--accent)"
        strokeWidth="3"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
      <circle cx={x(last[0])} cy={y(last[1])} r="5" fill="var(--text)" />
      <circle cx={x(first[0])} cy={y(first[1])} r="5" fill="var(--bg)" stroke="var(--text)" strokeWidth="2.5" />
    </svg>
  )
}
