/** How far back a chart looks, in days; null is all there is. */
export const SPANS = { month: 28, quarter: 84, year: 365, all: null } as const
export type Span = keyof typeof SPANS
export const SPAN_NAMES = Object.keys(SPANS) as Span[]

/** The first day of the span that ends today; null for all. */
export function firstDayOf(span: Span, today: number): number | null {
  const days = SPANS[span]
  return days === null ? null : today - days + 1
}
