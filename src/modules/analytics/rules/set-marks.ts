/** Which sets of a log carry a record's mark, and which one: a set that broke three records says the one that matters most. */
import type { RecordKind } from '../../workouts/rules/record-marks.ts'
import type { PersonalRecord } from '../../workouts/rules/records.ts'

/** What a coach reads first. Tonnage is told in the list of records, never beside a set. */
const ORDER: readonly RecordKind[] = [
  'e1rm',
  'max_load',
  'reps_at_load',
  'max_reps',
  'most_counted',
  'least_assistance',
  'reps_at_assistance',
  'best_time',
  'best_pace',
  'longest_distance',
  'distance_at_load',
  'longest_duration',
  'duration_at_load',
]

/** What matters most first; tonnage last. */
export function byWeight(a: { kind: RecordKind }, b: { kind: RecordKind }): number {
  return rank(a.kind) - rank(b.kind)
}

function rank(kind: RecordKind): number {
  const place = ORDER.indexOf(kind)
  return place === -1 ? ORDER.length : place
}

export type SetMark = Pick<PersonalRecord, 'kind' | 'value' | 'at' | 'loadMode'>

/** By set. `records` in the order in which they were set; one that a later set of its workout beat marks nothing. */
export function setMarks(records: readonly PersonalRecord[]): Record<string, SetMark> {
  const last = new Map<string, PersonalRecord>()
  for (const record of records) {
    if (record.isBaseline || record.isDoubtful || !ORDER.includes(record.kind)) continue
    const { workoutId, exerciseId, loadMode, kind, at } = record
    last.set([workoutId, exerciseId, loadMode, kind, at ?? ''].join(' '), record)
  }
  const marks: Record<string, SetMark> = {}
  for (const { setId, kind, value, at, loadMode } of last.values()) {
    const held = marks[setId]
    if (!held || rank(kind) < rank(held.kind)) marks[setId] = { kind, value, at, loadMode }
  }
  return marks
}
