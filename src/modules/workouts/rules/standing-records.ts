import type { PersonalRecord } from './records.ts'

/** The record of each kind that stands now, newest of each. */
export function standingRecords(records: readonly PersonalRecord[]): PersonalRecord[] {
  const standing = new Map<string, PersonalRecord>()
  for (const record of records) standing.set(`${record.loadMode} ${record.kind} ${record.at ?? ''}`, record)
  return [...standing.values()]
}
