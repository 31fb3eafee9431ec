/** Instants as XML writes them (ISO 8601). */

const SHAPE = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(\.\d+)?(Z|[+-]\d\d:?\d\d)?$/

/** Ms since 1970; null for what is no instant. Without a zone it is taken for UTC, as GPX has it. */
export function instantOfText(text: string | null): number | null {
  const match = SHAPE.exec(text?.trim() ?? '')
  if (!match) return null
  const [, year, month, day, hour, minute, second, fraction] = match
  const ms = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second))
  return Number.isNaN(ms) ? null : ms + Math.round(Number(fraction ?? 0) * 1000) - (offsetOfText(text) ?? 0) * 60_000
}

/** Minutes ahead of UTC, of a time that says so; null for UTC, which says nothing about the place. */
export function offsetOfText(text: string | null): number | null {
  const match = /([+-])(\d\d):?(\d\d)$/.exec(text?.trim() ?? '')
  if (!match || !text?.includes('T')) return null
  const minutes = Number(match[2]) * 60 + Number(match[3])
  // `+00:00` is how many write UTC.
  return minutes === 0 ? null : match[1] === '-' ? -minutes : minutes
}
