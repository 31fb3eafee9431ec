/** What stands now of each measure, and what it was before. */
import { DAILY, MEASURES, type Measure, type Measurement } from '../model/body.ts'

/** By moment; of one moment by id, so that every phone says the same. */
export function byMoment(a: Pick<Measurement, 'at' | 'id'>, b: Pick<Measurement, 'at' | 'id'>): number {
  return a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
}

export function latestOf(all: readonly Measurement[], kind: Measure): Measurement | undefined {
  return all
    .filter((one) => one.kind === kind)
    .reduce<Measurement | undefined>((latest, one) => (latest && byMoment(latest, one) > 0 ? latest : one), undefined)
}

/** How long before the latest one a change is counted from. */
const CHANGE_DAYS = 28

export type Standing = { kind: Measure; latest: Measurement; change: number | null; since: number | null }

/**
 * The latest of each measure there is, in the order of `MEASURES`, then what days hold; `change` from the last one at least four weeks before, or
 * else from the first, since that day.
 */
export function standings(all: readonly Measurement[]): Standing[] {
  return [...MEASURES, ...DAILY].flatMap((kind): Standing[] => {
    const own = all.filter((one) => one.kind === kind).toSorted(byMoment)
    const latest = own.at(-1)
    if (!latest) return []
    const before = own.findLast(({ localDay }) => localDay <= latest.localDay - CHANGE_DAYS) ?? own[0]
    if (!before || before.id === latest.id) return [{ kind, latest, change: null, since: null }]
    return [{ kind, latest, change: latest.value - before.value, since: before.localDay }]
  })
}

/** What the profile's bodyweight becomes: the latest weight; undefined where there is none to say. */
export function bodyweightNow(all: readonly Measurement[]): number | undefined {
  return latestOf(all, 'weight')?.value
}

const WEEK = 7

/** The mean of the last seven days that say something of it, several figures of a day as their mean; null without any. */
export function weekMean(all: readonly Measurement[], kind: Measure, today: number): number | null {
  const own = all.filter((one) => one.kind === kind && one.localDay > today - WEEK && one.localDay <= today)
  const days = [...Map.groupBy(own, ({ localDay }) => localDay).values()].map(
    (ofDay) => ofDay.reduce((sum, { value }) => sum + value, 0) / ofDay.length,
  )
  return days.length === 0 ? null : Math.round(days.reduce((sum, value) => sum + value, 0) / days.length)
}
