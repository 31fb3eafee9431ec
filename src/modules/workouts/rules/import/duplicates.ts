/** Which workouts of a file are here already: by their ids, or another's record of the same one, by its start. */
const SAME_START_MS = 60_000

type Known = { ids: Set<string>; starts: { id: string; startedAt: number }[] }

export function knownStarts(existing: readonly { id: string; startedAt: number }[]): Known {
  return {
    ids: new Set(existing.map(({ id }) => id)),
    starts: existing.toSorted((a, b) => a.startedAt - b.startedAt),
  }
}

/** Imported before, by its id; or another's record of the same workout, by its start. */
export function duplicateOf(id: string, startedAt: number, { ids, starts }: Known, ours: Set<string>) {
  if (ids.has(id)) return { existingId: id, why: 'imported' as const }
  let low = 0
  let high = starts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((starts[middle]?.startedAt ?? 0) < startedAt - SAME_START_MS) low = middle + 1
    else high = middle
  }
  for (let i = low; i < starts.length; i++) {
    const start = starts[i]
    if (!start || start.startedAt > startedAt + SAME_START_MS) return null
    // Two workouts of this very file may lie that close; they are no duplicates of each other.
    if (!ours.has(start.id)) return { existingId: start.id, why: 'same_start' as const }
  }
  return null
}
