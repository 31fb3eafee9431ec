/**
 * How much training was, in the common currency of all its kinds (Foster): how hard a session was, 0 to 10, times its
 * minutes. Figures to look back on: they say nothing about injuries, and are shown without a verdict.
 */
export type RatedSession = { localDay: number; activeMs: number | null; sessionRpe: number | null }

export type TrainingLoad = {
  /** The load of each of the last 28 days, oldest first, in whole units (rating × minutes). */
  days: { day: number; load: number }[]
  /** Of the last 7 days, today among them. */
  week: number
  /** Of the last 28 days, as 7 of them. */
  usualWeek: number
  /** The week against the usual one, in whole percent; null where that is nothing. */
  changePercent: number | null
  /** Mean of 7 days by their standard deviation, in tenths; null where all days were the same. */
  monotonyTenths: number | null
  /** The week's load times its monotony; null without one. */
  strain: number | null
  /** Sessions of the 28 days that nobody rated, and which are in no figure. */
  unrated: number
}

/** Less than this says nothing about what is usual. */
export const DAYS_NEEDED = 21
const MONTH = 28
const WEEK = 7
const MINUTE_MS = 60_000

/** Of one session: rating × minutes, whole, halves up. Null where one of them is missing. */
export function sessionLoad({ activeMs, sessionRpe }: Omit<RatedSession, 'localDay'>): number | null {
  return activeMs === null || sessionRpe === null ? null : Math.round((sessionRpe * activeMs) / MINUTE_MS)
}

/** Null until the first rated session is three weeks ago. `sessions`: finished ones. */
export function trainingLoad(sessions: readonly RatedSession[], today: number): TrainingLoad | null {
  const rated = sessions.filter((session) => session.localDay <= today && sessionLoad(session) !== null)
  const firstDay = rated.reduce((first, { localDay }) => Math.min(first, localDay), Number.POSITIVE_INFINITY)
  if (today - firstDay + 1 < DAYS_NEEDED) return null
  const from = today - MONTH + 1
  const loads = new Map<number, number>()
  for (const session of rated) {
    loads.set(session.localDay, (loads.get(session.localDay) ?? 0) + (sessionLoad(session) ?? 0))
  }
  const days = Array.from({ length: MONTH }, (_, i) => ({ day: from + i, load: loads.get(from + i) ?? 0 }))
  const lastWeek = days.slice(-WEEK).map(({ load }) => load)
  const week = sum(lastWeek)
  // What is known of a month that began only three weeks ago is as many days.
  const knownDays = Math.min(MONTH, today - firstDay + 1)
  const usualWeek = Math.round((sum(days.map(({ load }) => load)) * WEEK) / knownDays)
  const monotony = monotonyOf(lastWeek)
  return {
    days,
    week,
    usualWeek,
    changePercent: usualWeek === 0 ? null : Math.round(((week - usualWeek) * 100) / usualWeek),
    monotonyTenths: monotony === null ? null : Math.round(monotony * 10),
    strain: monotony === null ? null : Math.round(week * monotony),
    unrated: sessions.filter((one) => one.localDay >= from && one.localDay <= today && sessionLoad(one) === null)
      .length,
  }
}

/** The deviation is that of these seven days themselves, not of a sample of them. */
function monotonyOf(loads: readonly number[]): number | null {
  const mean = sum(loads) / loads.length
  const deviation = Math.sqrt(sum(loads.map((load) => (load - mean) ** 2)) / loads.length)
  return deviation === 0 ? null : mean / deviation
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
