/** Records as a story, newest first: one line for each exercise and day, with the best of each kind. */
import type { PersonalRecord } from '../../workouts/rules/records.ts'

export type TimelineEntry = {
  localDay: number
  exerciseId: string
  workoutId: string
  records: PersonalRecord[]
}

/** `records` in the order in which they were set; baselines are where someone began, not something they broke. */
export function recordsTimeline(records: readonly PersonalRecord[]): TimelineEntry[] {
  const entries = new Map<string, TimelineEntry & { best: Map<string, PersonalRecord> }>()
  for (const record of records) {
    if (record.isBaseline) continue
    const { localDay, exerciseId, workoutId } = record
    const key = `${localDay} ${exerciseId} ${workoutId}`
    const entry = entries.get(key) ?? { localDay, exerciseId, workoutId, records: [], best: new Map() }
    // A later record of a kind beat the earlier one of the same workout, which then is only a step on the way.
    entry.best.set(`${record.loadMode} ${record.kind} ${record.at ?? ''}`, record)
    entries.set(key, entry)
  }
  return [...entries.values()]
    .map(({ best, ...entry }) => ({ ...entry, records: [...best.values()] }))
    .sort((a, b) => b.localDay - a.localDay || lastOf(b) - lastOf(a) || (a.exerciseId < b.exerciseId ? -1 : 1))
}

/** What looks like a slip of the thumb and was never confirmed: an import may hold years of them. Newest first. */
export function doubtsOf(entries: readonly TimelineEntry[]): TimelineEntry[] {
  return entries.flatMap((entry) => {
    const records = entry.records.filter(({ isDoubtful }) => isDoubtful)
    return records.length > 0 ? [{ ...entry, records }] : []
  })
}

function lastOf({ records }: TimelineEntry): number {
  return Math.max(...records.map(({ doneAt }) => doneAt))
}
