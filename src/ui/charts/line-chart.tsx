import { AXIS_PX, linearScale, linePath, roundTicks, textRoom, VALUE_PX } from './scale.ts'
import { useWidth } from './use-width.ts'

export type LineSeries = {
  label: string
  /** Place in the colour-blind-safe palette. */
  colour: 1 | 2 | 3 | 4 | 5 | 6
  points: readonly { x: number; y: number }[]
  /** Single values without a line through them, and without the last one written out. */
  dots?: boolean
}

type Props = {
  /** Says what is drawn, for those who don't see it. */
  label: string
  series: readonly LineSeries[]
  formatX: (x: number) => string
  formatY: (y: number) => string
  height?: number
  /** Writes the last value at the line's end; on by default. */
  ends?: boolean
}

const LEFT = 4
const TOP = 10
const BOTTOM = 22
/** From the line's end to the value beside it. */
const END = 8

/** Lines over time with the last value written at their end. x is any number that grows (a day number). */
export function LineChart({ label, series, formatX, formatY, height = 168, ends = true }: Props) {
  const [ref, width] = useWidth<HTMLDivElement>()
  const all = series.flatMap((s) => s.points)
  if (all.length === 0) return null
  const xs = all.map((p) => p.x)
  const ys = all.map((p) => p.y)
  const ticks = roundTicks(Math.min(...ys), Math.max(...ys), 3)
  const ended = series.filter((s) => !s.dots).map((s) => formatY(s.points[s.points.length - 1]?.y ?? 0))
  const right = width - (ends ? END + Math.max(0, ...ended.map((text) => textRoom(text, VALUE_PX))) : 6)
  const yLabel = Math.max(34, ...ticks.map((tick) => textRoom(formatY(tick), AXIS_PX) + 6))
  const x = linearScale([Math.min(...xs), Math.max(...xs)], [LEFT + yLabel, right])
  const y = linearScale([ticks[0] ?? 0, ticks[ticks.length - 1] ?? 1], [height - BOTTOM, TOP])
  const xTicks = axisDates(Math.min(...xs), Math.max(...xs), width)
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
            <line x1={LEFT + yLabel} x2={right} y1={y(tick)} y2={y(tick)} stroke="var(--line)" />
            <text x={LEFT + yLabel - 6} y={y(tick)} dy=".34em" textAnchor="end" fill="var(--text-2)">
              {formatY(tick)}
            </text>
          </g>
        ))}
        {xTicks.map((tick, i) => (
          <text
            key={tick}
            x={x(tick)}
            y={height - 5}
            textAnchor={xTicks.length === 1 ? 'middle' : i === 0 ? 'start' : i === xTicks.length - 1 ? 'end' : 'middle'}
            fill="var(--text-2)"
          >
            {formatX(tick)}
          </text>
        ))}
        {series.map((s) => {
          const points = s.points.map((p) => ({ x: x(p.x), y: y(p.y) }))
          if (s.dots) {
            return (
              <g key={s.label} fill={`var(--c${s.colour})`} opacity={0.65}>
                {points.map((point) => (
                  <circle key={`${point.x} ${point.y}`} cx={point.x} cy={point.y} r="2.2" />
                ))}
              </g>
            )
          }
          const last = points[points.length - 1]
          const lastValue = s.points[s.points.length - 1]
          return (
            <g key={s.label} fill="none" stroke={`var(--c${s.colour})`}>
              <path d={linePath(points)} strokeWidth="2.2" strokeLinejoin="round" strokeLinecap="round" />
              {last && <circle cx={last.x} cy={last.y} r="3.4" fill={`var(--c${s.colour})`} stroke="none" />}
              {ends && last && lastValue && (
                <text
                  x={last.x + END}
                  y={last.y}
                  dy=".34em"
                  fill="var(--text)"
                  stroke="none"
                  className="font-bold text-[clamp(13px,0.8125rem,16px)]"
                >
                  {formatY(lastValue.y)}
                </text>
              )}
            </g>
          )
        })}
      </svg>
    </div>
  )
}

/** First, last and what fits between. */
function axisDates(low: number, high: number, width: number): number[] {
  if (low === high) return [low]
  const count = width > 520 ? 4 : 2
  return Array.from({ length: count + 1 }, (_, i) => Math.round(low + ((high - low) * i) / count))
}
