'use client'
/** e1RM lines over half a year: the number beside each line, broken where nothing was done, values under the pointer. */
import { type PointerEvent, useLayoutEffect, useState } from 'react'
import { linearScale, linePath, roundTicks } from '../../../../ui/charts/scale.ts'
import { useWidth } from '../../../../ui/charts/use-width.ts'
import { pieces, spread, type Trend, type WeekPoint } from '../../rules/strength-lines.ts'

export type StrengthLine = {
  exerciseId: string
  name: string
  /** Place in the colour-blind-safe palette. */
  colour: number
  points: WeekPoint[]
  trend: Trend | null
}

type Props = {
  /** The chart in one sentence. */
  label: string
  lines: readonly StrengthLine[]
  fromDay: number
  today: number
  /** First days of months, with their names. */
  months: readonly { day: number; label: string }[]
  showValue: (grams: number) => string
  showWeek: (weekStartOn: number) => string
  /** Grams of a step that is round in the athlete's unit. */
  unitG: number
}

const HEIGHT = 248
const TOP = 10
const ARROW = { up: ' ▲', down: ' ▼', flat: '' } as const

export function StrengthChart({ label, lines, fromDay, today, months, showValue, showWeek, unitG }: Props) {
  const [ref, width] = useWidth<HTMLDivElement>(760)
  const [at, setAt] = useState<number | null>(null)
  const text = useTextScale(width)
  // What the labels take grows with the reader's text.
  const bottom = HEIGHT - 24 * text
  const left = 36 * text
  const right = width - 66 * text
  const values = lines.flatMap(({ points }) => points.map(({ e1rmG }) => e1rmG / unitG))
  const ticks = roundTicks(Math.min(...values), Math.max(...values), 5)
  const x = linearScale([fromDay - 6, today], [left, right])
  const y = linearScale([ticks[0] ?? 0, ticks.at(-1) ?? 1], [bottom, TOP])
  const yOf = (grams: number) => y(grams / unitG)
  const ends = lines.map(({ points }) => points.at(-1))
  const labelYs = spread(
    ends.map((point) => (point ? yOf(point.e1rmG) : 0)),
    15 * text,
    TOP,
    bottom,
  )
  const weeks = [...new Set(lines.flatMap(({ points }) => points.map(({ weekStartOn }) => weekStartOn)))]
  const here = at === null ? [] : lines.flatMap((line) => valueAt(line, at))

  function onPointerMove(event: PointerEvent<SVGSVGElement>) {
    const px = event.clientX - event.currentTarget.getBoundingClientRect().left
    const nearest = weeks.reduce<number | null>(
      (best, week) => (best === null || Math.abs(x(week) - px) < Math.abs(x(best) - px) ? week : best),
      null,
    )
    setAt(nearest)
  }

  return (
    <div ref={ref} className="relative">
      <svg
        role="img"
        aria-label={label}
        width={width}
        height={HEIGHT}
        className="num block max-w-full text-[0.6875rem]"
        onPointerMove={onPointerMove}
        onPointerLeave={() => setAt(null)}
      >
        {ticks.map((tick) => (
          <g key={tick}>
            <line x1={left} x2={right} y1={y(tick)} y2={y(tick)} stroke="var(--line)" />
            <text x={0} y={y(tick)} dy=".34em" fill="var(--text-3)">
              {tick}
            </text>
          </g>
        ))}
        {readable(months, x, 40 * text).map(({ day, label: name }) => (
          <text key={day} x={x(day)} y={HEIGHT - 5} fill="var(--text-3)">
            {name}
          </text>
        ))}
        {at !== null && (
          <line x1={x(at)} x2={x(at)} y1={TOP} y2={bottom} stroke="var(--control)" strokeDasharray="3 3" />
        )}
        {lines.map(({ exerciseId, colour, points, trend }, index) => {
          const last = points.at(-1)
          return (
            <g key={exerciseId} fill="none" stroke={`var(--c${colour})`} strokeWidth="2.2" strokeLinejoin="round">
              {pieces(points).map((piece) => {
                const drawn = piece.map((point) => ({ x: x(point.weekStartOn), y: yOf(point.e1rmG) }))
                const first = drawn[0]
                return drawn.length === 1 && first ? (
                  <circle key={piece[0]?.weekStartOn} cx={first.x} cy={first.y} r="2.2" fill={`var(--c${colour})`} />
                ) : (
                  <path key={piece[0]?.weekStartOn} d={linePath(drawn)} strokeLinecap="round" />
                )
              })}
              {here
                .filter((found) => found.line.exerciseId === exerciseId)
                .map(({ point }) => (
                  <circle key="here" cx={x(point.weekStartOn)} cy={yOf(point.e1rmG)} r="3.6" fill="var(--surface)" />
                ))}
              {last && (
                <text
                  x={right + 8}
                  y={labelYs[index]}
                  dy=".34em"
                  fill={`var(--c${colour})`}
                  stroke="none"
                  className="font-bold text-xs"
                >
                  {showValue(last.e1rmG)}
                  {trend && ARROW[trend.direction]}
                </text>
              )}
            </g>
          )
        })}
      </svg>
      {at !== null && here.length > 0 && (
        <div
          aria-hidden
          className="num pointer-events-none absolute top-1 z-10 rounded-1 bg-raised px-2.5 py-1.5 text-xs shadow-float ring-1 ring-line"
          style={x(at) > width / 2 ? { right: width - x(at) + 10 } : { left: x(at) + 10 }}
        >
          <div className="mb-0.5 text-ink-3">{showWeek(at)}</div>
          {here.map(({ line, point }) => (
            <div key={line.exerciseId} className="flex gap-4">
              <span className="flex-1">{line.name}</span>
              <b className="font-semibold" style={{ color: `var(--c${line.colour})` }}>
                {showValue(point.e1rmG)}
              </b>
            </div>
          ))}
        </div>
      )}
    </div>
  )
}

/** How much larger than usual the reader's text is. */
function useTextScale(width: number): number {
  const [scale, setScale] = useState(1)
  // biome-ignore lint/correctness/useExhaustiveDependencies: text that grows changes the width, which is when to look
  useLayoutEffect(() => {
    setScale(Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16)
  }, [width])
  return scale
}

/** As many labels as stand beside each other. */
function readable<M extends { day: number }>(months: readonly M[], x: (day: number) => number, apart: number): M[] {
  const [first, second] = months
  const every = first && second ? Math.max(1, Math.ceil(apart / (x(second.day) - x(first.day)))) : 1
  return months.filter((_, index) => index % every === 0)
}

function valueAt(line: StrengthLine, weekStartOn: number): { line: StrengthLine; point: WeekPoint }[] {
  const point = line.points.find((one) => one.weekStartOn === weekStartOn)
  return point ? [{ line, point }] : []
}
