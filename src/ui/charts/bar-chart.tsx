import { AXIS_PX, linearScale, roundTicks, textRoom, VALUE_PX } from './scale.ts'
import { useWidth } from './use-width.ts'

export type Bar = { key: string | number; value: number; label: string; current?: boolean }

type Props = {
  label: string
  bars: readonly Bar[]
  formatY: (y: number) => string
  /** A line across, such as a weekly goal. */
  goal?: { value: number; label: string }
  height?: number
}

const BOTTOM = 22
const TOP = 18

/** Upright bars, one a week or a month; the current one is filled. */
export function BarChart({ label, bars, formatY, goal, height = 150 }: Props) {
  const [ref, width] = useWidth<HTMLDivElement>()
  if (bars.length === 0) return null
  const ticks = roundTicks(0, Math.max(1, goal?.value ?? 0, ...bars.map((bar) => bar.value)), 3)
  const y = linearScale([0, ticks[ticks.length - 1] ?? 1], [height - BOTTOM, TOP])
  const left = Math.max(34, ...ticks.map((tick) => textRoom(formatY(tick), AXIS_PX) + 6))
  const room = (width - left) / bars.length
  const thick = Math.min(28, room * 0.66)
  const labelled = Math.max(...bars.map((bar) => textRoom(bar.label, AXIS_PX))) + 4
  const every = Math.ceil(bars.length / Math.max(1, Math.floor((width - left) / labelled)))
  /** At its bar's middle; what would be cut at the right edge ends there. */
  const placed = (middle: number, text: string, fontPx: number) =>
    middle + textRoom(text, fontPx) / 2 > width
      ? ({ x: width, textAnchor: 'end' } as const)
      : ({ x: middle, textAnchor: 'middle' } as const)
  return (
    <div ref={ref}>
      <svg
        role="img"
        aria-label={label}
        width={width}
        height={height}
        className="num block max-w-full text-[clamp(11px,0.6875rem,14px)]"
      >
        {ticks.map((tick) => (
          <g key={tick}>
            <line x1={left} x2={width} y1={y(tick)} y2={y(tick)} stroke="var(--line)" />
            <text x={left - 6} y={y(tick)} dy=".34em" textAnchor="end" fill="var(--text-2)">
              {formatY(tick)}
            </text>
          </g>
        ))}
        {bars.map((bar, i) => {
          const middle = left + room * (i + 0.5)
          return (
            <g key={bar.key}>
              {bar.value > 0 && (
                <rect
                  x={middle - thick / 2}
                  y={y(bar.value)}
                  width={thick}
                  height={Math.max(2, y(0) - y(bar.value))}
                  rx={Math.min(4, thick / 3)}
                  fill={bar.current ? 'var(--accent)' : 'var(--c6)'}
                />
              )}
              {bar.current && (
                <text
                  {...placed(middle, formatY(bar.value), VALUE_PX)}
                  y={y(bar.value) - 6}
                  fill="var(--text)"
                  className="font-bold text-[clamp(13px,0.8125rem,16px)]"
                >
                  {formatY(bar.value)}
                </text>
              )}
              {(bars.length - 1 - i) % every === 0 && (
                <text {...placed(middle, bar.label, AXIS_PX)} y={height - 5} fill="var(--text-2)">
                  {bar.label}
                </text>
              )}
            </g>
          )
        })}
        {goal && (
          <g>
            <line
              x1={left}
              x2={width}
              y1={y(goal.value)}
              y2={y(goal.value)}
              stroke="var(--control)"
              strokeDasharray="4 4"
            />
            <text x={width} y={y(goal.value) - 5} textAnchor="end" fill="var(--text-2)">
              {goal.label}
            </text>
          </g>
        )}
      </svg>
    </div>
  )
}
