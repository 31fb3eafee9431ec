/** Local days and instants in words, by locale. Days are day numbers: shown in UTC, so that no zone can move them. */
const DAY_MS = 86_400_000

const formats = new Map<string, Intl.DateTimeFormat>()

function format(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`
  let made = formats.get(key)
  if (!made) {
    made = new Intl.DateTimeFormat(locale, options)
    formats.set(key, made)
  }
  return made
}

const STYLES = {
  /** "Thursday" */
  weekday: { weekday: 'long' },
  /** "Thu" */
  shortWeekday: { weekday: 'short' },
  /** "19 Nov" */
  short: { day: 'numeric', month: 'short' },
  /** "Thu, 19 Nov" */
  medium: { weekday: 'short', day: 'numeric', month: 'short' },
  /** "19 Nov 2026" */
  year: { day: 'numeric', month: 'short', year: 'numeric' },
  /** "Thursday, 19 November 2026" */
  full: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  /** "November 2026" */
  month: { month: 'long', year: 'numeric' },
  /** "Nov 2026" */
  monthYear: { month: 'short', year: 'numeric' },
  /** "Nov" */
  monthShort: { month: 'short' },
  /** "Nov" */
  shortMonth: { month: 'short' },
  /** "November" */
  monthName: { month: 'long' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

export function showDay(dayNumber: number, style: keyof typeof STYLES, locale: string): string {
  return format(locale, { ...STYLES[style], timeZone: 'UTC' }).format(dayNumber * DAY_MS)
}

/** "18:05" on the wall of that zone. */
export function showTime(instantMs: number, zone: string, locale: string): string {
  return format(locale, { hour: 'numeric', minute: '2-digit', timeZone: zone }).format(instantMs)
}

/** "23 Nov 2026, 18:05" on this device. */
export function showMoment(instantMs: number, locale: string): string {
  return format(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(instantMs)
}

/** The day with as much as is needed to tell it from today's: its year only when it is another. */
export function showDayNear(dayNumber: number, today: number, locale: string): string {
  return showDay(dayNumber, Math.abs(today - dayNumber) > 300 ? 'year' : 'medium', locale)
}
