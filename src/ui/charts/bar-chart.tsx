import { linearScale, roundTicks } from './scale.ts'
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
const Y_LABEL = 34

/** Upright bars, one a week or a month; the current one is filled. */
export function BarChart({ label, bars, formatY, goal, height = 150 }: Props) {
  const [ref, width] = useWidth<HTMLDivElement>()
  if (bars.length === 0) return null
  const ticks = roundTicks(0, Math.max(1, goal?.value ?? 0, ...bars.map((bar) => bar.value)), 3)
  const y = linearScale([0, ticks[ticks.length - 1] ?? 1], [height - BOTTOM, TOP])
  const room = (width - Y_LABEL) / bars.length
  const thick = Math.min(28, room * 0.66)
  const every = Math.ceil(bars.length / Math.max(1, Math.floor((width - Y_LABEL) / 60)))
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
            <line x1={Y_LABEL} x2={width} y1={y(tick)} y2={y(tick)} stroke="var(--line)" />
            <text x={Y_LABEL - 6} y={y(tick)} dy=".34em" textAnchor="end" fill="var(--text-2)">
              {formatY(tick)}
            </text>
          </g>
        ))}
        {bars.map((bar, i) => {
          const middle = Y_LABEL + room * (i + 0.5)
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
                  x={middle}
                  y={y(bar.value) - 6}
                  textAnchor="middle"
                  fill="var(--text)"
                  className="font-bold text-[clamp(13px,0.8125rem,16px)]"
                >
                  {formatY(bar.value)}
                </text>
              )}
              {(bars.length - 1 - i) % every === 0 && (
                <text
                  x={i === bars.length - 1 && room < 44 ? width : middle}
                  y={height - 5}
                  textAnchor={i === bars.length - 1 && room < 44 ? 'end' : 'middle'}
                  fill="var(--text-2)"
                >
                  {bar.label}
                </text>
              )}
            </g>
          )
        })}
        {goal && (
          <g>
            <line
              x1={Y_LABEL}
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
